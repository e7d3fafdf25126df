"""B12: the maker's name, a path of its machine, or its clock stand in the book."""

import re
from collections.abc import Iterator

from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive
from publisher.verify.epub.markup import elements
from publisher.verify.epub.rule import Rule
from publisher.verify.finding import should

GENERATOR = should(
    "EPUB-B12",
    ("في الملف اسم البرنامج الذي صنعه: «{value}».", "the file names the program that made it: “{value}”"),
    (
        'احذف ‎<meta name="generator">‎ وما يشبهه؛ فهو يغيّر الملف بلا فائدة للقارئ.',
        'remove <meta name="generator"> and its like: it changes the file and serves no reader',
    ),
)
MACHINE = should(
    "EPUB-B12",
    ("في الملف مسار من جهاز صانعه: «{value}».", "the file holds a path of its maker's machine: “{value}”"),
    ("استعمل مسارات داخل الكتاب وحده.", "use paths inside the book alone"),
)
CLOCK = should(
    "EPUB-B12",
    (
        "في البيانات وقت الصنع «{value}»، فلا يتطابق ملفان صُنعا من نصّ واحد.",
        "the metadata hold the time of making, “{value}”: two files made of one text differ",
    ),
    (
        "احذفه؛ ويكفي ‎dcterms:modified‎ وتاريخ النشر.",
        "remove it: dcterms:modified and the date of publication are enough",
    ),
)
_PATH = re.compile(
    rb"(?:file:///|/home/|/Users/|/tmp/|/var/folders/|[A-Za-z]:\\(?:Users|Documents|Windows)\\)[^\s\"'<>)]*"
)
_WITH_TEXT = (".opf", ".xhtml", ".html", ".htm", ".ncx", ".css", ".xml", ".svg", ".smil")
_CLOCKS = ("name:calibre:timestamp", "calibre:timestamp")


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield a finding for each trace."""
    opf = archive.opf
    for statement in opf.statements:
        if statement.name in ("name:generator", "generator", "name:Sigil version"):
            yield GENERATOR.at(opf.tree.span(statement.element), value=statement.value)
        if statement.name in _CLOCKS or (statement.name == "dc:date" and "T" in statement.value):
            yield CLOCK.at(opf.tree.span(statement.element), value=statement.value)
    for page in archive.pages:
        for meta in elements(page.root, "meta"):
            if (meta.get("name") or "").lower() == "generator":
                yield GENERATOR.at(page.span(meta), value=meta.get("content") or "")
    for name, data in archive.files.items():
        if name.lower().endswith(_WITH_TEXT) and (found := _PATH.search(_without_text(data))):
            yield MACHINE.at(archive.span(name), value=found.group().decode("utf-8", "replace"))


_TEXT_OF_ELEMENTS = re.compile(rb"(?<=>)[^<]+(?=<)")


def _without_text(data: bytes) -> bytes:
    """Return markup without the words of its elements, where a path may be what the author writes about."""
    return _TEXT_OF_ELEMENTS.sub(b" ", data) if data.lstrip()[:1] == b"<" else data


RULE = Rule("B12", check)
