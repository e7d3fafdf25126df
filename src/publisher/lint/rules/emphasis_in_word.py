"""Markup that begins or ends inside a word: emphasis covers whole words, and joins suffer at its edges (EMP-06)."""

import re
from collections.abc import Iterator

from publisher.arabic.letters import is_arabic_letter, is_mark
from publisher.diagnostic import Diagnostic, Said, warning
from publisher.lint.rule import Rule
from publisher.lint.subject import Subject
from publisher.nodes import Inlines, Link, Styled
from publisher.walk.line import flatten

INSIDE = warning(
    "EMP-06",
    Said("إبراز يبدأ أو ينتهي داخل الكلمة «{text}»", "markup begins or ends inside the word “{text}”"),
    Said("اشمل به الكلمة كلها.", "let it cover the whole word."),
)

_WORD_END = re.compile(r"[^\s«»()\[\]،؛.:؟!]*$")
_WORD_START = re.compile(r"^[^\s«»()\[\]،؛.:؟!]*")
_PREFIX = re.compile(r"^(?:[وفبلكس]|[وف][بلكس]|[وف]?ال)$")


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for line in subject.lines:
        if not any(isinstance(inline, Styled | Link) for inline in line.run):
            continue
        for at in _edges(line.run):
            before, after = _WORD_END.search(line.text[:at]), _WORD_START.search(line.text[at:])
            head, tail = (before.group() if before else ""), (after.group() if after else "")
            if _is_word(head[-1:]) and _is_word(tail[:1]) and not _PREFIX.match(head):
                yield subject.found(INSIDE, line, at - len(head), at + len(tail), text=head + tail)


def _is_word(character: str) -> bool:
    return bool(character) and (is_arabic_letter(character) or is_mark(character))


def _edges(run: Inlines) -> Iterator[int]:
    """Yield where in the line a styled stretch or link begins or ends."""
    at = 0
    for inline in run:
        if isinstance(inline, Styled | Link):
            length = _length(inline.content)
            yield from (at, at + length)
            at += length
        else:
            at += _length((inline,))


def _length(run: Inlines) -> int:
    return len(flatten(run).text)


RULE = Rule(INSIDE, _check)
