"""Words of the Qur'an in running text: between ﴿ and ﴾, whichever way round the author typed them (QUR-03)."""

import re

from publisher.nodes import Inline, Inlines, Scripture, Text
from publisher.readers.lines import part_of

_QUOTED = re.compile("﴿(?P<a>[^﴿﴾]+)﴾|﴾(?P<b>[^﴿﴾]+)﴿")
_SPACES = re.compile(r"[ \t\n]+")


def with_scripture(content: Inlines) -> Inlines:
    """Return content whose bracketed words of the Qur'an are nodes of their own."""
    out: list[Inline] = []
    for node in content:
        if isinstance(node, Text) and ("﴿" in node.text or "﴾" in node.text):
            out += _split(node)
        else:
            out.append(node)
    return tuple(out)


def _split(node: Text) -> Inlines:
    out: list[Inline] = []
    at = 0
    for found in _QUOTED.finditer(node.text):
        if found.start() > at:
            out.append(Text(node.text[at : found.start()], part_of(node, at, found.start())))
        words = _SPACES.sub(" ", found["a"] or found["b"]).strip(" ")
        out.append(Scripture(words, part_of(node, found.start(), found.end())))
        at = found.end()
    if at < len(node.text):
        out.append(Text(node.text[at:], part_of(node, at, len(node.text))))
    return tuple(out)
