"""F3: a note without a link back to the text, or with the link at its end."""

from collections.abc import Iterator

from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive
from publisher.verify.epub.markup import Element, elements, local, text_of
from publisher.verify.epub.notes import back_links, notes_of
from publisher.verify.epub.package import resolve
from publisher.verify.epub.rule import Rule
from publisher.verify.epub.tree import Tree
from publisher.verify.finding import must

NONE = must(
    "EPUB-F3",
    ("لا رابط يعود من الحاشية «{text}» إلى موضعها.", "no link leads from the note “{text}” back to its place"),
    ("اجعل رقم الحاشية في أولها رابطًا إلى مرجعها.", "make the number at the start of the note a link to its call"),
)
AT_END = must(
    "EPUB-F3",
    (
        "رابط العودة في آخر الحاشية «{text}»، وKindle يلصق الحواشي بعضها ببعض عندئذ.",
        "the link back stands at the end of the note “{text}”: Kindle then runs notes together",
    ),
    ("اجعل رابط العودة هو الرقم، في أول الحاشية.", "let the number at the start of the note be the link back"),
)


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield a finding for each such note."""
    for page, note in notes_of(archive):
        links = list(back_links(page, note)) or list(_links_away(archive, page, note))
        text = text_of(note)[:40]
        if not links:
            yield NONE.at(page.span(note), text=text)
        elif not any(not any(c.isalpha() for c in _before(note, link)) for link in links):
            yield AT_END.at(page.span(links[0]), text=text)


def _links_away(archive: Archive, page: Tree, note: Element) -> Iterator[Element]:
    """Yield the links of an endnote to a call in another file."""
    for link in elements(note, "a"):
        path, fragment = resolve(page.path, link.get("href") or "")
        other = archive.tree(path) if path in archive.reading_order else None
        if other is not None and other is not page and fragment in other.ids:
            yield link


def _before(note: Element, link: Element) -> str:
    """Return the text of a note before a link of it."""
    parts: list[str] = []
    _gather(note, link, parts)
    return "".join(parts)


def _gather(element: Element, link: Element, parts: list[str]) -> bool:
    """Collect text up to the link; return whether it was met."""
    if element is link:
        return True
    if local(element):
        parts.append(element.text or "")
    for child in element:
        if _gather(child, link, parts):
            return True
        parts.append(child.tail or "")
    return False


RULE = Rule("F3", check)
