"""Clean HTML, as mammoth writes it, to nodes. Places are found in the Word file's own lines."""

from collections.abc import Callable, Iterator
from typing import Final

from lxml.html import HtmlElement

from publisher.diagnostic import Diagnostic, Stop
from publisher.nodes import (
    Block,
    Blocks,
    Figure,
    Image,
    Inline,
    Inlines,
    LineBreak,
    Link,
    List,
    ListItem,
    Note,
    NoteRef,
    Paragraph,
    Quotation,
    Role,
    Style,
    Styled,
    Text,
    inline_text,
)
from publisher.readers.docx.pieces import captioned, holds_notes, merged, nfc, place
from publisher.readers.findings import LINK_TARGET, TOO_DEEP
from publisher.readers.heading import heading_of
from publisher.readers.languages import foreign_language
from publisher.readers.limits import NESTING
from publisher.readers.lines import trimmed
from publisher.readers.neighbours import with_roles
from publisher.readers.places import Places
from publisher.readers.reading import Reading
from publisher.readers.scripture import with_scripture
from publisher.readers.set_off import with_source
from publisher.readers.tables import read_table
from publisher.source import SourceFile

_STYLES: Final[dict[str, Style]] = {
    "strong": Style.STRONG,
    "em": Style.EMPHASIS,
    "s": Style.STRUCK,
    "u": Style.INSERTED,
    "sup": Style.RAISED,
    "sub": Style.LOWERED,
}
_OUTWARD: Final = ("https:", "http:", "mailto:", "tel:")
_GENERATED: Final = ("_Toc", "_Hlk", "_GoBack", "footnote", "endnote")
"""Beginnings of the ids that Word and mammoth make by themselves."""


def read_html(root: HtmlElement, source: SourceFile, language: str) -> Reading:
    """Return what the HTML of a whole Word file says."""
    return _Converter(source, language).read(root)


class _Converter:
    """Reads one file."""

    def __init__(self, source: SourceFile, language: str) -> None:
        self.language = language
        self.places = Places(source, 0, len(source.text))
        self.found: list[Diagnostic] = []
        self.ids: frozenset[str] = frozenset()
        self.depth = 0

    def read(self, root: HtmlElement) -> Reading:
        self.ids = frozenset(str(node.get("id")) for node in root.iter() if node.get("id"))
        notes_list = root[-1] if len(root) and holds_notes(root[-1]) else None
        title: Inlines = ()
        subtitle: Inlines = ()
        blocks: list[Block] = []
        for node in root:
            if node is notes_list:
                continue
            if node.get("class") == "title" and not title:
                title = self.inlines(node)
            elif node.get("class") == "subtitle" and not subtitle and title:
                subtitle = self.inlines(node)
            else:
                blocks += self.block(node)
        notes = tuple(self.notes(notes_list)) if notes_list is not None else ()
        return Reading(tuple(with_roles(captioned(blocks))), notes, title, subtitle, diagnostics=tuple(self.found))

    def notes(self, root: HtmlElement) -> Iterator[Note]:
        for item in root:
            for back in item.xpath(".//a[starts-with(@href, '#footnote-ref') or starts-with(@href, '#endnote-ref')]"):
                back.drop_tree()
            span = self.places.here()
            yield Note(str(item.get("id")), self.blocks(item), span=span)

    # -------------------------------------------------------------- blocks

    def blocks(self, root: HtmlElement) -> Blocks:
        """Return the blocks inside an element; loose text and marks make a paragraph."""
        self.depth += 1
        if self.depth > NESTING:
            raise Stop(TOO_DEEP.at(self.places.here(), limit=NESTING))
        out: list[Block] = []
        loose: list[Inline] = list(self.text(root.text))
        for node in root:
            if node.tag in _BLOCKS:
                out += self.paragraph(tuple(loose))
                loose = []
                out += self.block(node)
            else:
                loose += self.inline(node)
            loose += self.text(node.tail)
        out += self.paragraph(tuple(loose))
        self.depth -= 1
        return tuple(with_roles(out))

    def block(self, node: HtmlElement) -> Iterator[Block]:
        reader = _BLOCKS.get(str(node.tag))
        if reader is None:
            yield from self.paragraph(tuple(self.inline(node)))
        else:
            yield from reader(self, node)

    def paragraph(self, content: Inlines, identifier: str = "", role: Role = Role.BODY) -> Iterator[Block]:
        content = trimmed(with_scripture(content))
        span = place(content)
        if len(content) == 1 and isinstance(content[0], Image):
            yield Figure(content[0], (), identifier, span=span)
        elif content:
            language = foreign_language(inline_text(content), self.language)
            yield Paragraph(content, role, identifier, language, span)

    def p(self, node: HtmlElement) -> Iterator[Block]:
        role = Role.ATTRIBUTION if node.get("class") == "caption" else Role.BODY
        yield from self.paragraph(self.inlines(node), self.anchor(node), role)

    def heading(self, node: HtmlElement) -> Iterator[Block]:
        title = self.inlines(node)
        if title:
            yield heading_of(int(str(node.tag)[1]), title, self.language, place(title), identifier=self.anchor(node))

    def quotation(self, node: HtmlElement) -> Iterator[Block]:
        span = self.places.here()
        blocks, source = with_source(self.blocks(node))
        if blocks:
            yield Quotation(blocks, source, span=span)

    def list(self, node: HtmlElement) -> Iterator[Block]:
        items = tuple(ListItem(self.blocks(item), span=self.places.here()) for item in node)
        if items:
            yield List(items, node.tag == "ol", span=items[0].span)

    def table(self, node: HtmlElement) -> Iterator[Block]:
        span = self.places.here()
        rows = list(node.iter("tr"))
        heads = len(node.findall("thead/tr"))
        cells = [[self.cell(cell) for cell in row] for row in rows]
        spans = [[(int(cell.get("colspan", 1)), int(cell.get("rowspan", 1))) for cell in row] for row in rows]
        if cells:
            yield read_table(cells, heads, "", span, spans)

    def cell(self, node: HtmlElement) -> Inlines:
        out: list[Inline] = []
        for part in [*node] or [node]:
            line = self.inlines(part)
            out += [LineBreak(), *line] if out and line else line
        return tuple(out)

    # -------------------------------------------------------------- inline

    def inlines(self, node: HtmlElement) -> Inlines:
        out: list[Inline] = list(self.text(node.text))
        for child in node:
            out += self.inline(child)
            out += self.text(child.tail)
        return trimmed(with_scripture(merged(out)))

    def inline(self, node: HtmlElement) -> Iterator[Inline]:
        tag = str(node.tag)
        call = node.find("a") if tag == "sup" else node if tag == "a" else None
        if call is not None and str(call.get("id", "")).startswith(("footnote-ref", "endnote-ref")):
            yield NoteRef(str(call.get("href", "")).lstrip("#"), span=self.places.here())
        elif tag == "br":
            yield LineBreak(self.places.take("\n"))
        elif tag == "img":
            yield Image(str(node.get("src", "")), nfc(str(node.get("alt", ""))), self.places.here())
        elif tag == "a" and node.get("href"):
            yield from self.link(node)
        elif tag in _STYLES:
            start = self.places.here()
            content = self.inlines_kept(node)
            if content:
                yield Styled(_STYLES[tag], content, start)
        else:
            yield from self.inlines_kept(node)

    def inlines_kept(self, node: HtmlElement) -> Inlines:
        """Return the inside of a mark with the spaces at its ends, which belong to the sentence."""
        self.depth += 1
        if self.depth > NESTING:
            raise Stop(TOO_DEEP.at(self.places.here(), limit=NESTING))
        out: list[Inline] = list(self.text(node.text))
        for child in node:
            out += self.inline(child)
            out += self.text(child.tail)
        self.depth -= 1
        return merged(out)

    def link(self, node: HtmlElement) -> Iterator[Inline]:
        target = str(node.get("href"))
        start = self.places.here()
        content = self.inlines_kept(node)
        is_inner = target.startswith("#") and target[1:] in self.ids and not target[1:].startswith(_GENERATED)
        if is_inner or target.lower().startswith(_OUTWARD):
            yield Link(target, content, start)
            return
        if not target.startswith("#"):
            self.found.append(LINK_TARGET.at(start, target=target))
        yield from content

    def text(self, text: str | None) -> Iterator[Text]:
        if text:
            plain = nfc(text)
            yield Text(plain.replace("\n", " "), self.places.take(plain))

    def anchor(self, node: HtmlElement) -> str:
        """Return the first id that the author set in a block."""
        ids = (str(a.get("id")) for a in node.iter("a") if a.get("id"))
        return next((i for i in ids if not i.startswith(_GENERATED)), "")


_BLOCKS: Final[dict[str, Callable[[_Converter, HtmlElement], Iterator[Block]]]] = {
    "p": _Converter.p,
    "blockquote": _Converter.quotation,
    "ul": _Converter.list,
    "ol": _Converter.list,
    "table": _Converter.table,
    **{f"h{level}": _Converter.heading for level in range(1, 7)},
}
