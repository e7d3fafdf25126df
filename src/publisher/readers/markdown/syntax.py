"""The parser: CommonMark with tables, notes, definitions, attributes, formulas and fenced divs. One, shared."""

import re
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.attrs import attrs_block_plugin, attrs_plugin
from mdit_py_plugins.attrs.parse import ParseError, parse
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.subscript import sub_plugin
from mdit_py_plugins.superscript import superscript_plugin

from publisher.readers.limits import NESTING
from publisher.readers.markdown.bounds import hold_to_limits
from publisher.readers.markdown.divs import add_divs


class _Parser(MarkdownIt):
    """Keeps addresses as they were typed."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - the library's name
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802
        return link

    def validateLink(self, url: str) -> bool:  # noqa: N802, ARG002
        return True


@cache
def parser() -> MarkdownIt:
    """Return the parser. Links are kept as typed and judged by the reader, not by the parser."""
    markdown = _Parser("commonmark", {"html": True, "maxNesting": NESTING + 1})
    markdown.enable(["table", "strikethrough"])
    markdown.use(footnote_plugin, move_to_end=False)
    markdown.use(deflist_plugin)
    markdown.use(dollarmath_plugin, allow_labels=False, allow_space=False, allow_digits=False, double_inline=True)
    markdown.use(superscript_plugin)
    markdown.use(sub_plugin)
    markdown.use(attrs_plugin, spans=True)
    markdown.use(attrs_block_plugin)
    add_divs(markdown)
    markdown.core.ruler.before("inline", "limits", hold_to_limits)
    markdown.core.ruler.before("inline", "trailing_attributes", _trailing_attributes)
    markdown.disable("text_join")
    return markdown


def attributes_of(text: str) -> dict[str, Any] | None:
    """Return the attributes in `{#id .class key=value}`, or None where it is something else."""
    bare = text.strip()
    try:
        end, found = parse(bare)
    except ParseError:
        return None
    return dict(found) if end == len(bare) - 1 else None


_TRAILING = re.compile(r"[ \t]*(?P<attributes>(?<!\\)\{[^{}\n]*\})[ \t]*$")
_IMAGE_AND_ATTRIBUTES = re.compile(r"^(!\[.*\))[ \t]+(\{[^{}\n]*\})[ \t]*$")


def _trailing_attributes(state: StateCore) -> None:
    """Move `{#id}` at the end of a heading or of a caption (`: …`) to its token."""
    for opening, inline in zip(state.tokens, state.tokens[1:], strict=False):
        if inline.type != "inline":
            continue
        is_caption = opening.type in ("paragraph_open", "td_open") and inline.content.startswith(":")
        if opening.type == "heading_open" or is_caption:
            _move_attributes(opening, inline)
        elif image := _IMAGE_AND_ATTRIBUTES.match(inline.content):
            inline.content = image[1] + image[2]


def _move_attributes(opening: Token, inline: Token) -> None:
    found = _TRAILING.search(inline.content)
    if found is None:
        return
    text = found["attributes"]
    attributes = {"class": "unnumbered"} if text == "{-}" else attributes_of(text)
    if attributes is not None:
        inline.content = inline.content[: found.start()]
        opening.attrs.update(attributes)
