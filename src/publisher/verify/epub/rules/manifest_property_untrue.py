"""B5: manifest properties that do not say what a page holds."""

from collections.abc import Iterator

from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive
from publisher.verify.epub.markup import Element, elements, is_a, local
from publisher.verify.epub.package import is_remote
from publisher.verify.epub.rule import Rule
from publisher.verify.epub.tree import Tree
from publisher.verify.finding import must

MISSING = must(
    "EPUB-B5",
    (
        "في الصفحة «{path}» ما تدلّ عليه الخاصّة «{name}» ولا تذكرها قائمة الحزمة.",
        "“{path}” holds what the property “{name}” stands for, and the manifest does not state it",
    ),
    (
        "أضف «{name}» إلى ‎properties‎ في سطر الصفحة من القائمة.",
        "add “{name}” to the properties of the page in the manifest",
    ),
)
UNTRUE = must(
    "EPUB-B5",
    (
        "تذكر قائمة الحزمة للصفحة «{path}» الخاصّة «{name}» وليس فيها ما تدلّ عليه.",
        "the manifest states “{name}” for “{path}”, which holds nothing of the kind",
    ),
    ("احذف «{name}» من ‎properties‎.", "remove “{name}” from the properties"),
)
_COMPUTED = ("nav", "svg", "mathml", "scripted", "remote-resources")
_LOADING = {"img": "src", "audio": "src", "video": "src", "source": "src", "iframe": "src", "script": "src"}
_DATA_SCRIPTS = frozenset({"application/ld+json", "application/json", "text/plain"})


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield a finding for each property missing or untrue."""
    opf = archive.opf
    for page in archive.pages:
        item = opf.by_path[page.path]
        held = frozenset(_held(page))
        for name in _COMPUTED:
            said = name in item.properties
            if name in held and not said and not (name == "nav" and archive.nav is not None):
                yield MISSING.at(opf.tree.span(item.element), path=item.path, name=name)
            elif said and name not in held and name != "remote-resources":
                yield UNTRUE.at(opf.tree.span(item.element), path=item.path, name=name)


def _held(page: Tree) -> Iterator[str]:
    for element in elements(page.root):
        name = local(element)
        if name == "svg":
            yield "svg"
        elif name == "math":
            yield "mathml"
        elif name == "nav" and is_a(element, "toc"):
            yield "nav"
        elif (name == "script" and (element.get("type") or "").lower() not in _DATA_SCRIPTS) or name == "form":
            yield "scripted"
        if any(str(key).startswith("on") for key in element.attrib):
            yield "scripted"
        if _is_loaded_from_afar(element, name):
            yield "remote-resources"


def _is_loaded_from_afar(element: Element, name: str) -> bool:
    address = element.get(_LOADING.get(name, "")) if name in _LOADING else None
    return address is not None and is_remote(address) and not address.startswith("data:")


RULE = Rule("B5", check)
