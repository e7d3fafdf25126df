"""The Archive: an EPUB parsed once, in the form that the rules ask their questions of."""

from collections.abc import Iterator
from functools import cached_property

from lxml import etree

from publisher.arabic.letters import has_arabic
from publisher.diagnostic import Diagnostic
from publisher.source import Span
from publisher.verify.epub.container import Zip, read_zip
from publisher.verify.epub.css import Sheet, Style, Wrapped, read_attribute, read_sheet
from publisher.verify.epub.faces import Face, FontFile, read_face
from publisher.verify.epub.markup import Element, elements, is_rtl_language, local
from publisher.verify.epub.navigation import Nav, Ncx
from publisher.verify.epub.package import NCX_TYPE, XHTML_TYPE, Item, Package, resolve
from publisher.verify.epub.tree import Tree, read_tree, source_of
from publisher.verify.finding import must

CONTAINER = "META-INF/container.xml"
FONT_NAMES = (".ttf", ".otf", ".woff", ".woff2")

NO_CONTAINER = must(
    "EPUB-CONTAINER",
    ("لا يدلّ «META-INF/container.xml» على وثيقة الحزمة.", "“META-INF/container.xml” names no package document"),
    (
        'أضف إليه ‎<rootfile full-path="…opf"/>‎ يشير إلى ملف موجود.',
        'give it a <rootfile full-path="…opf"/> that names a file that is there',
    ),
)
MISSING = must(
    "EPUB-FILES",
    ("تذكر قائمة الملفات «{path}» وليس في الأرشيف.", "the manifest names “{path}”, which is not in the archive"),
    ("أضف الملف إلى الأرشيف أو احذفه من القائمة.", "add the file to the archive or take it out of the manifest"),
)


class Archive:
    """An EPUB, parsed."""

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        self.zip: Zip = read_zip(name, data)
        self.files = self.zip.files
        self._trees: dict[str, Tree | None] = {}
        self._faults: list[Diagnostic] = list(self.zip.faults)
        self._wrapped: dict[Tree, Wrapped] = {}
        self._matches: dict[tuple[Style, Tree], tuple[Element, ...]] = {}
        self.package: Package | None = self._find_package()

    # ---------------------------------------------------------------- opening

    def _find_package(self) -> Package | None:
        if not self.files:
            return None
        container = self.tree(CONTAINER)
        roots = [] if container is None else list(elements(container.root, "rootfile"))
        path = next((e.get("full-path") or "" for e in roots if e.get("full-path") in self.files), "")
        if not path:
            self._faults.append(NO_CONTAINER.at(self.span(CONTAINER)))
            return None
        tree = self.tree(path)
        return None if tree is None else Package(tree)

    @cached_property
    def faults(self) -> tuple[Diagnostic, ...]:
        """What kept files from being read; reading everything first."""
        missing: list[Diagnostic] = []
        if self.package is not None:
            _ = self.pages, self.nav, self.ncx
            here = self.package.tree
            local_items = (item for item in self.package.items if not item.is_remote)
            missing = [MISSING.at(here.span(i.element), path=i.path) for i in local_items if i.path not in self.files]
        return (*self._faults, *missing)

    def span(self, path: str) -> Span:
        """Return the beginning of a file of the archive."""
        return Span(f"{self.name}!{path}", 0, 0, 1, 1)

    def tree(self, path: str) -> Tree | None:
        """Return a file as a tree, parsed at most once; None when it is absent or broken."""
        if path not in self._trees:
            self._trees[path] = None
            if path in self.files:
                read = read_tree(self.name, path, self.files[path])
                if isinstance(read, Diagnostic):
                    self._faults.append(read)
                else:
                    self._trees[path] = read
        return self._trees[path]

    # ---------------------------------------------------------------- parts

    @property
    def opf(self) -> Package:
        """The package; rules run only where there is one."""
        if self.package is None:
            raise ValueError("an archive without a package has no rules to meet")
        return self.package

    @cached_property
    def pages(self) -> tuple[Tree, ...]:
        """The XHTML pages: those of the spine in reading order, then the others of the manifest."""
        spine = [item for item, _ in self.opf.spine]
        rest = [item for item in self.opf.items if item not in spine]
        paths = dict.fromkeys(i.path for i in (*spine, *rest) if i.media_type == XHTML_TYPE)
        return tuple(tree for path in paths if (tree := self.tree(path)) is not None)

    @cached_property
    def spine_pages(self) -> tuple[Tree, ...]:
        """The XHTML pages of the spine, in reading order."""
        paths = dict.fromkeys(item.path for item, _ in self.opf.spine if item.media_type == XHTML_TYPE)
        return tuple(tree for path in paths if (tree := self.tree(path)) is not None)

    @cached_property
    def text_pages(self) -> tuple[Tree, ...]:
        """The pages of the spine without the navigation document."""
        return tuple(page for page in self.spine_pages if self.nav is None or page is not self.nav.tree)

    @cached_property
    def reading_order(self) -> dict[str, int]:
        """Rank of each path in the spine."""
        return {item.path: rank for rank, (item, _) in reversed(list(enumerate(self.opf.spine)))}

    @cached_property
    def nav(self) -> Nav | None:
        """The navigation document."""
        item = next(self.opf.with_property("nav"), None)
        tree = None if item is None else self.tree(item.path)
        return None if tree is None else Nav(tree)

    @cached_property
    def ncx(self) -> Ncx | None:
        """The contents for old readers."""
        item = next((i for i in self.opf.items if i.media_type == NCX_TYPE), None)
        tree = None if item is None else self.tree(item.path)
        return None if tree is None else Ncx(tree)

    @cached_property
    def cover(self) -> Item | None:
        """The cover picture, by its property or by the old `meta`."""
        item = next(self.opf.with_property("cover-image"), None)
        old = {s.value for s in self.opf.stated("name:cover")}
        return item or next((i for i in self.opf.items if i.id in old), None)

    @cached_property
    def is_rtl(self) -> bool:
        """Whether the book is written from right to left: by its language, or by most of its letters."""
        return any(map(is_rtl_language, self.opf.languages)) or self.is_mostly_rtl

    @cached_property
    def is_mostly_rtl(self) -> bool:
        """Whether most letters of the text belong to a right-to-left script."""
        text = "".join(page.text for page in self.text_pages)
        rtl = sum(1 for c in text if "\u0590" <= c <= "\u08ff" and c.isalpha())
        return rtl * 2 > sum(1 for c in text if c.isalpha())

    @cached_property
    def language(self) -> str:
        """The book's language."""
        return next(iter(self.opf.languages), "")

    # ---------------------------------------------------------------- styles

    @cached_property
    def sheets(self) -> dict[str, Sheet]:
        """The style sheets of the manifest by path."""
        return {
            i.path: self._sheet(i.path) for i in self.opf.items if i.media_type == "text/css" and i.path in self.files
        }

    def _sheet(self, path: str) -> Sheet:
        source = source_of(f"{self.name}!{path}", self.files[path])
        return read_sheet(source, source.text)

    @cached_property
    def inner_sheets(self) -> dict[Tree, tuple[Sheet, ...]]:
        """The `style` elements and attributes of each page."""
        return {page: tuple(_inner(page)) for page in self.pages}

    @cached_property
    def linked(self) -> dict[Tree, tuple[str, ...]]:
        """Paths of the sheets that each page uses, imported ones too."""
        return {page: tuple(self._with_imports(_links(page))) for page in self.pages}

    def _with_imports(self, paths: Iterator[str]) -> Iterator[str]:
        todo, seen = list(paths), set[str]()
        while todo:
            path = todo.pop(0)
            if path in seen or path not in self.sheets:
                continue
            seen.add(path)
            yield path
            todo.extend(resolve(path, address)[0] for address in self.sheets[path].imports)

    @cached_property
    def styles(self) -> tuple[Style, ...]:
        """Every rule of every sheet, and of the pages."""
        inner = (sheet for sheets in self.inner_sheets.values() for sheet in sheets)
        return tuple(style for sheet in (*self.sheets.values(), *inner) for style in sheet.styles)

    def styles_of(self, page: Tree) -> Iterator[Style]:
        """Yield the rules that hold for a page."""
        for path in self.linked[page]:
            yield from self.sheets[path].styles
        for sheet in self.inner_sheets[page]:
            yield from sheet.styles

    def matched(self, style: Style, page: Tree) -> tuple[Element, ...]:
        """Return the elements of a page that a rule picks."""
        key = (style, page)
        if key not in self._matches:
            if page not in self._wrapped:
                self._wrapped[page] = Wrapped(page.root)
            owner = () if style.owner is None else (style.owner,)
            self._matches[key] = owner if style.owner is not None else tuple(self._wrapped[page].matched(style))
        return self._matches[key]

    def styled(self, *names: str) -> Iterator[tuple[Style, Tree, tuple[Element, ...]]]:
        """Yield the rules that declare one of the properties, with each page where they pick something."""
        wanted = frozenset(names)
        for page in self.pages:
            for style in self.styles_of(page):
                if any(d.name in wanted for d in style.declarations) and (found := self.matched(style, page)):
                    yield style, page, found

    @cached_property
    def faces(self) -> tuple[Face, ...]:
        """The faces that the style sheets declare."""
        inner = ((p.path, sheet) for p, sheets in self.inner_sheets.items() for sheet in sheets)
        return tuple(read_face(rule, path) for path, s in (*self.sheets.items(), *inner) for rule in s.faces)

    @cached_property
    def fonts(self) -> tuple[FontFile, ...]:
        """The font files of the archive."""
        return tuple(FontFile(p, d) for p, d in self.files.items() if p.lower().endswith(FONT_NAMES))


def _links(page: Tree) -> Iterator[str]:
    for link in elements(page.root, "link"):
        rel = (link.get("rel") or "").lower().split()
        if "stylesheet" in rel and "alternate" not in rel:
            yield resolve(page.path, link.get("href") or "")[0]


def _inner(page: Tree) -> Iterator[Sheet]:
    for element in page.root.iter():
        if not local(element):
            continue
        if local(element) == "style" and element.text:
            span = page.span(element)
            yield read_sheet(
                page.source, element.text, span.line, span.column + len(etree.QName(element).localname) + 2
            )
        if element.get("style"):
            yield Sheet((read_attribute(element, page.span(element)),))


def has_rtl_text(element: Element) -> bool:
    """Whether an element holds letters of a right-to-left script."""
    return any(has_arabic(text) or any("\u0590" <= c <= "\u05ff" for c in text) for text in element.itertext() if text)
