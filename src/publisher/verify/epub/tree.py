"""One XML file of an EPUB as a tree that knows the place of each of its elements."""

from functools import cached_property
from xml.parsers import expat

from lxml import etree

from publisher.diagnostic import Diagnostic
from publisher.source import SourceFile, Span
from publisher.verify.epub.markup import Element, elements, local, text_of
from publisher.verify.finding import must

NOT_WELL_FORMED = must(
    "EPUB-XML",
    ("الملف ليس XML سليمًا: {fault}", "the file is not well-formed XML: {fault}"),
    (
        "أصلح البنية في هذا الموضع؛ فقارئ الكتب يرفض الملف كله أو يعرضه مبتورًا.",
        "mend the markup here: a reading system refuses the whole file or shows it cut short",
    ),
)
EMPTY = must(
    "EPUB-XML",
    ("الملف فارغ.", "the file is empty"),
    ("اكتب الصفحة من جديد أو احذفها من الكتاب.", "write the page again or take it out of the book"),
)


class Tree:
    """A parsed file; `span` names the line and column where an element starts."""

    def __init__(self, book: str, path: str, data: bytes) -> None:
        self.path, self.data = path, data
        self.name = f"{book}!{path}"
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False
        )
        self.root: Element = etree.fromstring(data, parser)

    @cached_property
    def source(self) -> SourceFile:
        """The file as text."""
        return source_of(self.name, self.data)

    @cached_property
    def places(self) -> dict[Element, tuple[int, int]]:
        """Line and column of each element."""
        found: list[tuple[int, int]] = []
        reader = expat.ParserCreate()
        reader.UseForeignDTD(True)
        reader.StartElementHandler = lambda *_: found.append((reader.CurrentLineNumber, reader.CurrentColumnNumber + 1))
        try:
            reader.Parse(self.data, True)
        except expat.ExpatError:
            found.clear()
        in_order = [e for e in self.root.iter() if local(e)]
        if len(found) != len(in_order):
            return {e: (int(e.sourceline or 1), 1) for e in in_order}
        return dict(zip(in_order, found, strict=True))

    def span(self, element: Element | None = None) -> Span:
        """Return the place of an element, or of the file's beginning."""
        line, column = (1, 1) if element is None else self.places.get(element, (1, 1))
        starts = self.source.line_starts
        start = starts[min(line, len(starts)) - 1] + column - 1
        return Span(self.name, start, start + 1, line, column)

    @cached_property
    def ids(self) -> dict[str, Element]:
        """The elements by their ids, the first of each."""
        found: dict[str, Element] = {}
        for element in elements(self.root):
            if identifier := element.get("id"):
                found.setdefault(identifier, element)
        return found

    @cached_property
    def order(self) -> dict[Element, int]:
        """Each element's rank in document order."""
        return {element: rank for rank, element in enumerate(elements(self.root))}

    def first(self, name: str) -> Element | None:
        """Return the first element of a local name."""
        return next(elements(self.root, name), None)

    @cached_property
    def text(self) -> str:
        """The text of the body, collapsed."""
        body = self.first("body")
        return "" if body is None else text_of(body)


def source_of(name: str, data: bytes) -> SourceFile:
    """Return a file's bytes as text for line and column."""
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    return SourceFile(name, data.decode(encoding, "replace").replace("\r\n", "\n").replace("\r", "\n"))


def read_tree(book: str, path: str, data: bytes) -> Tree | Diagnostic:
    """Parse a file strictly; a fault in it is a finding at its line and column."""
    source = source_of(f"{book}!{path}", data)
    if not data.strip():
        return EMPTY.at(source.span(0, 0))
    try:
        return Tree(book, path, data)
    except etree.XMLSyntaxError as fault:
        line, column = fault.position
        line = max(1, min(line, len(source.line_starts)))
        start = min(source.line_starts[line - 1] + max(column - 1, 0), len(source.text))
        return NOT_WELL_FORMED.at(source.span(start, start), fault=(fault.msg or "").partition(", line")[0])
