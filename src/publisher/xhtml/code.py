"""Code as markup: which way it runs, and the Arabic in it set apart, so that a sheet can set it larger (COD-01)."""

import re
from collections.abc import Callable

from markupsafe import Markup, escape

from publisher.bidi import first_strong
from publisher.nodes import Code, CodeBlock

TYPED_TEXT = frozenset({"markdown", "md", "text", "txt"})
"""Languages of a block that shows what an author types: Arabic, whatever Latin marks its lines begin with."""
_ARABIC = "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff"
_LATIN = "A-Za-z\u00c0-\u024f"
_RUN = re.compile(f'[{_ARABIC}](?:[^{_LATIN}"\n]*[{_ARABIC}])?')
"""From the first Arabic letter to the last that no Latin letter or quotation mark parts from it: a string, a comment."""
_GLUED = f"[^\\s{_ARABIC}()\\[\\]{{}}]*"
_NAME = f"{_GLUED}[{_LATIN}]{_GLUED}"
_MARK = re.compile(rf"\[{_NAME}\]|\({_NAME}\)|\{{{_NAME}\}}|{_NAME}")
"""A Latin word in a line of Arabic, with the signs that touch it and the brackets round it."""
_OPENING = re.compile(rf"^(?:\W*\[[^\]{_ARABIC}]*\])+")
"""Latin in brackets at the start of a line, which says nothing of its direction."""


def code_direction(code: Code | CodeBlock) -> str:
    """Return the direction of code: left to right, but for a sample of Arabic text.

    Such a sample has no line that begins with a Latin word, or says that it is typed text; Arabic comments and strings
    turn no program round.
    """
    begins = {first_strong(line) for line in code.text.splitlines()}
    is_typed = isinstance(code, CodeBlock) and code.language in TYPED_TEXT
    return "rtl" if "rtl" in begins and (is_typed or "ltr" not in begins) else "ltr"


def code_lines(code: Code | CodeBlock) -> Markup:
    """Return the lines of code: in a sample of Arabic text, each in its own direction; else the Arabic of a block apart."""
    line_of = _isolated if code_direction(code) == "rtl" else _with_arabic_apart
    if isinstance(code, Code) and line_of is _with_arabic_apart:
        return escape(code.text)
    return Markup("\n").join(map(line_of, code.text.split("\n")))


def _isolated(line: str) -> Markup:
    if first_strong(_OPENING.sub("", line)) == "ltr":
        return _ltr(line)
    return _cut(line, _MARK, _ltr)


def _with_arabic_apart(line: str) -> Markup:
    return _cut(line, _RUN, Markup('<bdi class="ar" dir="rtl">{0}</bdi>').format)


def _ltr(text: str) -> Markup:
    return Markup('<span dir="ltr">{0}</span>').format(text)


def _cut(line: str, wanted: re.Pattern[str], wrapped: Callable[[str], Markup]) -> Markup:
    """Return a line with what a pattern finds wrapped."""
    parts: list[Markup] = []
    at = 0
    for found in wanted.finditer(line):
        parts += [escape(line[at : found.start()]), wrapped(found[0])]
        at = found.end()
    return Markup("").join([*parts, escape(line[at:])])
