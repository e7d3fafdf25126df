"""Inline tokens to inline nodes. Line ends inside a paragraph stay newlines here; `lines` joins or splits them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import unquote

from markdown_it.token import Token

from publisher.arabic.letters import has_arabic
from publisher.diagnostic import Said, Stop, warning
from publisher.nodes import (
    Code,
    Formula,
    Image,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Note,
    NoteRef,
    Paragraph,
    Style,
    Styled,
    Text,
    inline_text,
)
from publisher.readers.findings import LINK_TARGET, TOO_DEEP
from publisher.readers.limits import NESTING
from publisher.readers.lines import joined, trimmed
from publisher.readers.markdown.context import Context
from publisher.readers.markdown.html_marks import COMMENT, RAW_HTML, SILENT, Tag, read_tag
from publisher.readers.markdown.marks import inner_link, spanned, tell_missing_notes
from publisher.readers.markdown.syntax import parser
from publisher.readers.places import Places
from publisher.readers.scripture import with_scripture
from publisher.source import Span

REMOTE_IMAGE = warning(
    "remote-image",
    Said("صورة من الشبكة لا تُجلب: {target}", "an image from the network is not fetched: {target}"),
    Said(
        "نزّلها إلى مجلد الكتاب. وقد كُتب نصها البديل مكانها.",
        "save it in the book's folder; its alternative text stands in its place.",
    ),
)
_STYLES: Final[dict[str, Style]] = {
    "em": Style.EMPHASIS,
    "strong": Style.STRONG,
    "s": Style.STRUCK,
    "sup": Style.RAISED,
    "sub": Style.LOWERED,
}
_OUTWARD: Final = ("https:", "http:", "mailto:", "tel:", "ftp:")
_REMOTE: Final = ("http:", "https:", "//", "data:", "ftp:")


@dataclass
class _Frame:
    """An element that is open: what it will become, and its content so far."""

    kind: str
    close: Callable[[Inlines, Span], Inlines]
    start: Span
    content: list[Inline] = field(default_factory=list)
    tag: Tag | None = None


def read_inlines(context: Context, tokens: Sequence[Token], places: Places) -> Inlines:
    """Return the nodes of the children of an inline token."""
    reader = _InlineReader(context, places)
    for token in tokens:
        reader.take(token)
    content = with_scripture(reader.finish())
    for node in content:
        if isinstance(node, Text) and "[^" in node.text:
            tell_missing_notes(context, node)
    return content


def inline_of(context: Context, text: str, span: Span | None) -> Inlines:
    """Return the nodes of a piece of inline Markdown that stands inside a span."""
    if not text:
        return ()
    tokens = parser().parseInline(text, context.env)
    places = Places(context.source, span.start if span else 0, span.end if span else 0)
    return trimmed(joined(read_inlines(context, tokens[0].children or (), places)))


class _InlineReader:
    def __init__(self, context: Context, places: Places) -> None:
        self.context = context
        self.places = places
        self.frames = [_Frame("", lambda content, _: content, places.here())]
        self.silent = ""
        """Name of the HTML element whose inside is being dropped."""

    def take(self, token: Token) -> None:
        if self.silent and token.type != "html_inline":
            return
        if token.type.endswith("_open"):
            self.open(token.type.removesuffix("_open"), token)
        elif token.type.endswith("_close"):
            self.close(token.type.removesuffix("_close"))
        else:
            _LEAVES[token.type](self, token)

    def finish(self) -> Inlines:
        while len(self.frames) > 1:
            self.unwind()
        return tuple(self.frames[0].content)

    # -------------------------------------------------------------- elements

    def open(self, kind: str, token: Token, tag: Tag | None = None) -> None:
        start = self.places.here()
        if len(self.frames) > NESTING:
            raise Stop(TOO_DEEP.at(start, limit=NESTING))
        self.frames.append(_Frame(kind, self.closing(kind, token), start, tag=tag))

    def closing(self, kind: str, token: Token) -> Callable[[Inlines, Span], Inlines]:
        if kind in _STYLES:
            return lambda content, span: (Styled(_STYLES[kind], content, span),)
        if kind == "link":
            return lambda content, span: self.link(token, content, span)
        return lambda content, span: spanned(dict(token.attrs), content, span)

    def close(self, kind: str) -> None:
        """Close the nearest element of a kind, and the HTML marks left open in it."""
        while self.frames[-1].kind != kind and self.frames[-1].tag is not None:
            self.unwind()
        self.unwind()

    def unwind(self) -> None:
        frame = self.frames.pop()
        span = self.context.source.span(frame.start.start, max(frame.start.start, self.places.at))
        for node in frame.close(with_scripture(tuple(frame.content)), span):
            self.add(node)

    def add(self, node: Inline) -> None:
        content = self.frames[-1].content
        if isinstance(node, Text) and content and isinstance(before := content[-1], Text):
            content[-1] = Text(before.text + node.text, _joined_span(before.span, node.span, self.context))
        else:
            content.append(node)

    def link(self, token: Token, content: Inlines, span: Span) -> Inlines:
        target = str(token.attrs.get("href", ""))
        if token.info != "auto":
            self.places.skip(target)
        if target.startswith("#") or (".md#" in target and "://" not in target):
            return inner_link(token, "#" + unquote(target.partition("#")[2]), content, span)
        if target.lower().startswith(_OUTWARD):
            return (Link(target, content or (Text(target, span),), span),)
        self.context.say(LINK_TARGET, span, target=target)
        return content

    # -------------------------------------------------------------- leaves

    def text(self, token: Token) -> None:
        if token.content:
            span = self.places.take(token.markup if token.type == "text_special" else token.content)
            self.add(Text(token.content, span))

    def softbreak(self, _token: Token) -> None:
        self.add(Text("\n", self.places.take("\n")))

    def hardbreak(self, _token: Token) -> None:
        self.add(LineBreak(self.places.take("\n")))

    def code(self, token: Token) -> None:
        self.add(Code(token.content, self.places.take(token.content)))

    def formula(self, token: Token) -> None:
        span = self.places.take(token.content)
        if has_arabic(token.content) and "\\" not in token.content:
            self.add(Text(f"{token.markup}{token.content}{token.markup}", span))
        else:
            self.add(Formula(token.content, token.type == "math_inline_double", span))

    def image(self, token: Token) -> None:
        alternative = inline_text(joined(read_inlines(self.context, token.children or (), self.places)))
        path = str(token.attrs.get("src", ""))
        span = self.places.take(path)
        self.places.skip(str(token.attrs.get("title", "")))
        if path.lower().startswith(_REMOTE):
            self.context.say(REMOTE_IMAGE, span, target=path[:80])
            path = ""
        self.add(Image(unquote(path), alternative, span))

    def note(self, token: Token) -> None:
        label = token.meta.get("label")
        if label is None:
            self.inline_note(token.meta["id"])
            return
        self.context.called.add(label)
        self.add(NoteRef(label, span=self.places.take(f"[^{label}]")))

    def inline_note(self, number: int) -> None:
        span = self.places.take("^[")
        name = f"^{number + 1}"
        content = joined(
            read_inlines(self.context, self.context.env["footnotes"]["list"][number]["tokens"], self.places)
        )
        self.context.notes.append(Note(name, (Paragraph(content, span=span),), span=span))
        self.context.called.add(name)
        self.add(NoteRef(name, span=span))

    def html(self, token: Token) -> None:
        span = self.places.take(token.content)
        tag = read_tag(token.content)
        if self.silent:
            self.silent = "" if tag and tag.is_close and tag.name == self.silent else self.silent
        elif tag is None:
            self.drop(token, span, is_comment=token.content.startswith("<!--"))
        elif tag.name == "br":
            self.add(LineBreak(span))
        elif not tag.is_mark:
            self.drop(token, span)
            self.silent = (
                tag.name if tag.name in SILENT and not tag.is_close and not token.content.endswith("/>") else ""
            )
        elif tag.is_close and self.frames[-1].tag is not None and self.frames[-1].tag.name == tag.name:
            self.unwind()
        elif tag.is_close:
            self.drop(token, span)
        else:
            self.open_mark(tag, span)

    def open_mark(self, tag: Tag, span: Span) -> None:
        if len(self.frames) > NESTING:
            raise Stop(TOO_DEEP.at(span, limit=NESTING))
        self.frames.append(_Frame(tag.name, lambda content, _: tag.wrap(content), span, tag=tag))

    def drop(self, token: Token, span: Span, *, is_comment: bool = False) -> None:
        finding = COMMENT if is_comment else RAW_HTML
        self.context.say(finding, span, line=span.line, text=token.content[:60])


_LEAVES: Final[dict[str, Callable[[_InlineReader, Token], None]]] = {
    "text": _InlineReader.text,
    "text_special": _InlineReader.text,
    "softbreak": _InlineReader.softbreak,
    "hardbreak": _InlineReader.hardbreak,
    "code_inline": _InlineReader.code,
    "math_inline": _InlineReader.formula,
    "math_inline_double": _InlineReader.formula,
    "image": _InlineReader.image,
    "footnote_ref": _InlineReader.note,
    "html_inline": _InlineReader.html,
}


def _joined_span(first: Span | None, second: Span | None, context: Context) -> Span | None:
    if first is None or second is None:
        return first or second
    return context.source.span(first.start, max(first.end, second.end))
