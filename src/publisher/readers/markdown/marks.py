"""What attributes and targets make of a stretch of text: another language, a style, a reference, a page."""

import re
from typing import Any, Final

from markdown_it.token import Token

from publisher.arabic.letters import NBSP
from publisher.diagnostic import Said, warning
from publisher.nodes import Foreign, Inlines, Link, PageRef, Reference, Style, Styled, Text
from publisher.readers.lines import part_of
from publisher.readers.markdown.context import Context, classes
from publisher.source import Span

NO_NOTE = warning(
    "call-without-note",
    Said("[^{name}] تستدعي حاشية لا نصّ لها", "[^{name}] calls a note that has no text"),
    Said(
        "اكتب سطرًا يبدأ بـ ‎[^{name}]:‎ وفيه نصّ الحاشية.", "write a line that begins with [^{name}]: and holds the note."
    ),
)
_CALL = re.compile(r"\[\^(?P<name>[^\]\s]+)\]")

_CLASS_STYLES: Final[dict[str, Style]] = {
    "mark": Style.MARKED,
    "underline": Style.INSERTED,
    "struck": Style.STRUCK,
}


def spanned(attributes: dict[str, Any], content: Inlines, span: Span) -> Inlines:
    """Return what `[text]{attributes}` makes of its content."""
    named = classes(attributes)
    for name, style in _CLASS_STYLES.items():
        if name in named:
            content = (Styled(style, content, span),)
    language = attributes.get("lang") or {"ltr": "und-Latn", "rtl": "ar"}.get(str(attributes.get("dir", "")))
    return (Foreign(str(language), content, span),) if language else content


def inner_link(token: Token, target: str, content: Inlines, span: Span) -> Inlines:
    """Return a reference by label or page, or a link with words of its own."""
    if "page" in classes(token.attrs):
        space: Inlines = (Text(NBSP),) if content else ()
        return (*content, *space, PageRef(target[1:], span))
    return (Link(target, content, span),) if content else (Reference(target[1:], span=span),)


def tell_missing_notes(context: Context, node: Text) -> None:
    """Tell the calls in a text that the parser left as they are, since no note answers them."""
    for call in _CALL.finditer(node.text):
        context.say(NO_NOTE, part_of(node, *call.span()), name=call["name"])
