"""Notes and their calls, however they are marked: by structural type, by role, or by a link alone."""

from collections.abc import Iterator
from dataclasses import dataclass

from publisher.verify.epub.archive import Archive
from publisher.verify.epub.markup import Element, elements, is_a, lineage
from publisher.verify.epub.package import is_remote, resolve
from publisher.verify.epub.tree import Tree

KINDS = ("footnote", "endnote", "rearnote")


@dataclass(frozen=True)
class Call:
    """A link to a note."""

    page: Tree
    element: Element
    note_page: Tree | None
    note: Element | None
    """None when it leads nowhere."""


def calls_of(archive: Archive) -> Iterator[Call]:
    """Yield every call of a note in reading order."""
    for page in archive.text_pages:
        for link in elements(page.root, "a"):
            href = link.get("href")
            if href is None or is_remote(href):
                continue
            path, fragment = resolve(page.path, href)
            target_page = page if path == page.path else archive.tree(path)
            target = None if target_page is None else target_page.ids.get(fragment)
            is_call = is_a(link, "noteref")
            leads_to_note = target is not None and is_a(target, *KINDS) and note_of(link) is None
            if is_call or (leads_to_note and not is_a(link, "backlink")):
                yield Call(page, link, target_page, target)


def note_of(element: Element) -> Element | None:
    """Return the note that an element stands in."""
    return next((e for e in lineage(element) if is_a(e, *KINDS)), None)


def notes_of(archive: Archive) -> Iterator[tuple[Tree, Element]]:
    """Yield every note, by its type or because a call leads to it."""
    called = {call.note for call in calls_of(archive) if call.note is not None}
    for page in archive.text_pages:
        for element in elements(page.root):
            if element in called or is_a(element, *KINDS):
                yield page, element


def back_links(page: Tree, note: Element) -> Iterator[Element]:
    """Yield the links of a note that lead back to the text: to its call, or by their role."""
    for link in elements(note, "a"):
        path, fragment = resolve(page.path, link.get("href") or "")
        target = page.ids.get(fragment) if path == page.path else None
        leads_to_call = target is not None and any(is_a(e, "noteref") for e in lineage(target) if e is not page.root)
        if is_a(link, "backlink") or leads_to_call or (target is not None and _holds_call(target, note, page)):
            yield link


def _holds_call(target: Element, note: Element, page: Tree) -> bool:
    """Whether a target is, or wraps, a link to the note."""
    identifier = note.get("id") or ""
    links = (target, *elements(target, "a"))
    return bool(identifier) and any(resolve(page.path, e.get("href") or "") == (page.path, identifier) for e in links)
