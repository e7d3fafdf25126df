"""Fenced divs: `::: name {attributes}` … `:::`, nested. Verse and Qur'an are kept raw, the others are parsed inside."""

import re
from typing import Any, Final

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from mdit_py_plugins.attrs.parse import ParseError, parse
from mdit_py_plugins.utils import is_code_block

NAMES: Final[dict[str, str]] = {
    "verse": "verse",
    "poem": "verse",
    "شعر": "verse",
    "quran": "quran",
    "قرآن": "quran",
    "epigraph": "epigraph",
    "استهلال": "epigraph",
    "note": "note",
    "تنبيه": "note",
    "ملاحظة": "note",
    "فائدة": "note",
    "abstract": "abstract",
    "ملخص": "abstract",
    "quote": "quote",
    "اقتباس": "quote",
    "list": "list",
    "قائمة": "list",
}
"""Names of divs as authors type them, and what they mean."""

RAW: Final = frozenset({"verse", "quran"})
"""Divs whose lines are the author's lines."""

_OPEN = re.compile(r":{3,}[ \t]*(?P<said>[^\s:].*?)[ \t:]*$")
_CLOSE = re.compile(r":{3,}[ \t]*$")
_CODE = re.compile(r"(`{3,}|~{3,})")
_NAME = re.compile(r"(?P<name>[^\s{]*)[ \t]*(?P<rest>.*)$")


def add_divs(markdown: MarkdownIt) -> None:
    """Add the block rule to a parser."""
    interrupts = ["paragraph", "reference", "blockquote", "list", "footnote_def"]
    markdown.block.ruler.before("fence", "div", _div, {"alt": interrupts})


def _div(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    if is_code_block(state, start) or not (opening := _OPEN.match(_line(state, start))):
        return False
    if silent:
        return True
    name, attributes = _said(opening["said"])
    close, is_closed = _close(state, start, end)
    kind = "div_raw" if NAMES.get(name) in RAW else "div_open"
    token = state.push(kind, "div", 0 if kind == "div_raw" else 1)
    token.map = [start, close + is_closed]
    token.attrs = attributes
    token.meta = {"name": name, "is_closed": is_closed, "first": start + 1}
    if kind == "div_raw":
        token.content = "\n".join(_line(state, number) for number in range(start + 1, close))
    else:
        _parse_inside(state, start + 1, close)
        state.push("div_close", "div", -1)
    state.line = close + is_closed
    return True


def _parse_inside(state: StateBlock, first: int, close: int) -> None:
    parent, line_max = state.parentType, state.lineMax
    state.parentType, state.lineMax = "div", close
    state.md.block.tokenize(state, first, close)
    state.parentType, state.lineMax = parent, line_max


def _close(state: StateBlock, start: int, end: int) -> tuple[int, bool]:
    """Return the line that closes the div opened at `start`, and whether there is one."""
    depth, code = 1, ""
    for number in range(start + 1, end):
        text = _line(state, number)
        if text and state.sCount[number] < state.blkIndent:
            return number, False
        if fence := _CODE.match(text):
            code = "" if code and text.startswith(code) else code or fence[1]
        elif code:
            continue
        elif _CLOSE.match(text):
            depth -= 1
        elif _OPEN.match(text):
            depth += 1
        if depth == 0:
            return number, True
    return end, False


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]]


def _said(text: str) -> tuple[str, dict[str, Any]]:
    """Return the name and attributes of an opening line; words after the name are the title."""
    found = _NAME.match(text)
    name, rest = (found["name"], found["rest"]) if found else (text, "")
    title, brace, tail = rest.partition("{")
    attributes: dict[str, Any] = {}
    if brace:
        try:
            attributes = dict(parse(brace + tail)[1])
        except ParseError:
            title = rest
    if not name and (given := str(attributes.get("class", "")).split()):
        name = given[0]
    if title.strip():
        attributes.setdefault("title", title.strip())
    return name, attributes
