"""Raw HTML in Markdown: harmless inline marks become nodes, the rest is dropped and told with its line."""

import re
from dataclasses import dataclass
from typing import Final

from publisher.diagnostic import Said, note, warning
from publisher.nodes import Foreign, Inline, Inlines, Style, Styled

RAW_HTML = warning(
    "raw-html",
    Said("وسم HTML حُذف من السطر {line}: {text}", "raw HTML was dropped on line {line}: {text}"),
    Said(
        "اكتب ما تريده بصيغة Markdown، فالكتاب المطبوع لا يعرف HTML.",
        "say it in Markdown; a printed book knows no HTML.",
    ),
)
COMMENT = note(
    "html-comment",
    Said("تعليق حُذف من السطر {line}", "a comment was left out on line {line}"),
    Said("التعليقات لا تُطبع.", "comments are not printed."),
)

STYLES: Final[dict[str, Style]] = {
    "i": Style.EMPHASIS,
    "em": Style.EMPHASIS,
    "b": Style.STRONG,
    "strong": Style.STRONG,
    "sup": Style.RAISED,
    "sub": Style.LOWERED,
    "s": Style.STRUCK,
    "del": Style.STRUCK,
    "u": Style.INSERTED,
    "ins": Style.INSERTED,
    "mark": Style.MARKED,
}
PLAIN: Final = frozenset({"small", "bdi", "span"})
"""Harmless marks that say nothing the book keeps, but for a language."""

SILENT: Final = frozenset({"script", "style", "iframe", "object", "embed", "template", "noscript", "svg", "math"})
"""Elements whose inside is no text of the book either."""

_TAG = re.compile(r"<(?P<close>/?)(?P<name>[A-Za-z][\w-]*)(?P<attributes>[^>]*?)/?>$", re.DOTALL)
_ATTRIBUTE = re.compile(r"""\b(?P<name>lang|dir)\s*=\s*["']?(?P<value>[\w-]+)""")
_DIRECTIONS: Final = {"ltr": "und-Latn", "rtl": "ar"}


@dataclass(frozen=True, slots=True)
class Tag:
    """An HTML tag in running text."""

    name: str
    is_close: bool
    language: str

    @property
    def is_mark(self) -> bool:
        """Whether it is one of the harmless marks."""
        return self.name in STYLES or self.name in PLAIN

    def wrap(self, content: Inlines) -> Inlines:
        """Return what the mark makes of its content."""
        if self.name in STYLES:
            return (Styled(STYLES[self.name], content),)
        made: Inline = Foreign(self.language, content)
        return (made,) if self.language else content


def read_tag(text: str) -> Tag | None:
    """Return the tag, or None for comments, declarations and the like."""
    if not (found := _TAG.match(text.strip())):
        return None
    attributes = {a["name"]: a["value"] for a in _ATTRIBUTE.finditer(found["attributes"])}
    language = attributes.get("lang") or _DIRECTIONS.get(attributes.get("dir", ""), "")
    return Tag(found["name"].lower(), bool(found["close"]), language)
