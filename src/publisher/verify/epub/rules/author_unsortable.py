"""C3: an author without the form that shops and libraries sort the name by, or without a role."""

from collections.abc import Iterator

from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive
from publisher.verify.epub.markup import Element
from publisher.verify.epub.package import Package, Statement
from publisher.verify.epub.rule import Rule
from publisher.verify.finding import must

INCOMPLETE = must(
    "EPUB-C3",
    ("ينقص «{name}» في البيانات: {missing}.", "the metadata of “{name}” lack: {missing}"),
    (
        "أضف ‎role‎ (مثل aut) و‎file-as‎ على صورة «الجاحظ، أبو عثمان»، كلًّا في ‎<meta refines>‎.",
        "add role (such as aut) and file-as in the form «الجاحظ، أبو عثمان», each as a <meta refines>",
    ),
)
OPF = "{http://www.idpf.org/2007/opf}"


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield a finding for each creator that lacks one."""
    opf = archive.opf
    for creator in opf.stated("dc:creator"):
        missing = [name for name in ("role", "file-as") if not _has(opf, creator, name)]
        if missing:
            yield INCOMPLETE.at(opf.tree.span(creator.element), name=creator.value, missing=" + ".join(missing))


def _has(opf: Package, creator: Statement, name: str) -> bool:
    element: Element = creator.element
    return bool(element.get(OPF + name)) or any(s.value for s in opf.about(creator, name))


RULE = Rule("C3", check, is_rtl_only=True)
