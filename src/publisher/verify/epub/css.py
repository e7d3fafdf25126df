"""Style sheets of an EPUB as flat rules with places: files, `style` elements and `style` attributes alike."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import cssselect2  # type: ignore[import-untyped, unused-ignore]
import tinycss2  # type: ignore[import-untyped, unused-ignore]

from publisher.source import SourceFile, Span
from publisher.verify.epub.markup import Element

EPUB_NAMESPACES = {"epub": "http://www.idpf.org/2007/ops", "xhtml": "http://www.w3.org/1999/xhtml"}


@dataclass(frozen=True)
class Declaration:
    """A property and its value as text."""

    name: str
    value: str
    is_important: bool
    span: Span


@dataclass(frozen=True, eq=False)
class Style:
    """A rule: selector, declarations, and the at-rules that it stands in."""

    selector: str
    declarations: tuple[Declaration, ...]
    conditions: tuple[str, ...]
    """Names of the at-rules around it: media, supports."""
    span: Span
    namespaces: tuple[tuple[str, str], ...] = ()
    owner: Element | None = None
    """The element of a `style` attribute."""

    def values(self, *names: str) -> Iterator[Declaration]:
        """Yield the declarations of some properties."""
        return (d for d in self.declarations if d.name in names)


@dataclass(frozen=True)
class Sheet:
    """What one style sheet holds."""

    styles: tuple[Style, ...] = ()
    faces: tuple[Style, ...] = ()
    """Its @font-face rules."""
    imports: tuple[str, ...] = ()
    faults: tuple[Span, ...] = ()


class _Reader:
    def __init__(self, source: SourceFile, line: int, column: int) -> None:
        self.source, self.line, self.column = source, line, column
        self.styles: list[Style] = []
        self.faces: list[Style] = []
        self.imports: list[str] = []
        self.faults: list[Span] = []
        self.namespaces: dict[str, str] = {}

    def place(self, node: Any) -> Span:
        line = self.line + node.source_line - 1
        column = node.source_column + (self.column - 1 if node.source_line == 1 else 0)
        starts = self.source.line_starts
        start = starts[min(line, len(starts)) - 1] + column - 1
        return Span(self.source.name, start, start + 1, line, column)

    def rules(self, nodes: Iterable[Any], conditions: tuple[str, ...] = ()) -> None:
        for node in nodes:
            if node.type == "error":
                self.faults.append(self.place(node))
            elif node.type == "qualified-rule":
                selector = tinycss2.serialize(node.prelude).strip()
                self.styles.append(self._style(selector, node, conditions))
            elif node.type == "at-rule":
                self._at_rule(node, conditions)

    def _at_rule(self, node: Any, conditions: tuple[str, ...]) -> None:
        name = node.lower_at_keyword
        if name == "import":
            self.imports.extend(t.value for t in _addresses(node.prelude))
        elif name == "namespace":
            words = [t for t in node.prelude if t.type == "ident"]
            addresses = [t.value for t in _addresses(node.prelude)]
            self.namespaces.update({word.value: address for word, address in zip(words, addresses, strict=False)})
        elif name == "font-face" and node.content is not None:
            self.faces.append(self._style("@font-face", node, conditions))
        elif name in ("media", "supports", "layer", "container") and node.content is not None:
            inner = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
            self.rules(inner, (*conditions, name))

    def _style(self, selector: str, node: Any, conditions: tuple[str, ...]) -> Style:
        spaces = tuple({**EPUB_NAMESPACES, **self.namespaces}.items())
        return Style(selector, self.declarations(node.content), conditions, self.place(node), spaces)

    def declarations(self, content: Any) -> tuple[Declaration, ...]:
        nodes = tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
        self.faults.extend(self.place(node) for node in nodes if node.type == "error")
        return tuple(
            Declaration(n.lower_name, _value(n.value), n.important, self.place(n))
            for n in nodes
            if n.type == "declaration"
        )


def _addresses(tokens: Iterable[Any]) -> Iterator[Any]:
    for token in tokens:
        if token.type in ("string", "url"):
            yield token
        elif token.type == "function" and token.lower_name == "url":
            yield from (t for t in token.arguments if t.type == "string")


def _value(tokens: Any) -> str:
    return " ".join(tinycss2.serialize([t for t in tokens if t.type != "comment"]).split())


def read_sheet(source: SourceFile, text: str, line: int = 1, column: int = 1) -> Sheet:
    """Read a style sheet; line and column say where its text starts in the file."""
    reader = _Reader(source, line, column)
    reader.rules(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True))
    return Sheet(tuple(reader.styles), tuple(reader.faces), tuple(reader.imports), tuple(reader.faults))


def read_attribute(element: Element, span: Span) -> Style:
    """Read a `style` attribute."""
    nodes = tinycss2.parse_blocks_contents(element.get("style") or "", skip_comments=True, skip_whitespace=True)
    found = (Declaration(n.lower_name, _value(n.value), n.important, span) for n in nodes if n.type == "declaration")
    return Style("", tuple(found), (), span, owner=element)


def addresses(value: str) -> tuple[str, ...]:
    """Return the addresses that a value names by `url()`."""
    return tuple(t.value for t in _addresses(tinycss2.parse_component_value_list(value)) if t.type != "string") + tuple(
        t.value
        for f in tinycss2.parse_component_value_list(value)
        if f.type == "function" and f.lower_name == "url"
        for t in f.arguments
        if t.type == "string"
    )


class Wrapped:
    """A page's tree, ready for questions of selectors."""

    def __init__(self, root: Element) -> None:
        self.all = tuple(cssselect2.ElementWrapper.from_xml_root(root).iter_subtree())

    def matched(self, style: Style) -> Iterator[Element]:
        """Yield the elements that a rule's selector picks, those of pseudo-elements too."""
        compiled = _compiled(style.selector, style.namespaces)
        for wrapper in self.all:
            if any(selector.test(wrapper) for selector in compiled):
                yield wrapper.etree_element


def _compiled(selector: str, namespaces: tuple[tuple[str, str], ...]) -> tuple[Any, ...]:
    try:
        return tuple(cssselect2.compile_selector_list(selector, dict(namespaces)))
    except cssselect2.SelectorError:
        return ()


def subjects(selector: str) -> tuple[str, ...]:
    """Return the last compound of each selector of a list, as text."""
    parts = [part.strip() for part in selector.split(",")]
    return tuple(part.replace(">", " ").replace("+", " ").replace("~", " ").split()[-1] for part in parts if part)
