"""ACTIVE: programs, enclosed files, and actions that reach out of the book."""

from collections.abc import Iterator

import pikepdf

from publisher.diagnostic import Diagnostic
from publisher.verify.finding import must
from publisher.verify.pdf.file import Object, PdfFile, name_tree
from publisher.verify.pdf.rule import Rule

ACTIVE = must(
    "PDF-ACTIVE",
    ("في الملف ما لا يحتاج إليه كتاب: {what}.", "the file holds what no book needs: {what}"),
    (
        "احذفه؛ فالمتاجر والمطابع ترفضه، وهو خطر على القارئ.",
        "remove it: shops and printers refuse it, and it endangers readers",
    ),
)
QUIET = frozenset({"/GoTo", "/URI", "/Named"})
"""Actions that a book may have."""
_ENCLOSING = frozenset({"/FileAttachment", "/RichMedia", "/Movie", "/Sound", "/Screen", "/3D"})


def check(file: PdfFile) -> Iterator[Diagnostic]:
    """Yield one finding for each kind of active content."""
    for what in sorted(set(_found(file))):
        yield ACTIVE.at(file.here, what=what)


def _found(file: PdfFile) -> Iterator[str]:
    root = file.root
    names = root.get("/Names", {})
    yield from ("JavaScript" for _ in name_tree(names.get("/JavaScript")))
    yield from ("EmbeddedFiles" for _ in name_tree(names.get("/EmbeddedFiles")))
    yield from _actions(root)
    for page in file.pages:
        yield from _actions(page.obj)
        for annotation in page.obj.get("/Annots", []):
            if isinstance(annotation, pikepdf.Dictionary):
                yield from _actions(annotation)
                if str(annotation.get("/Subtype")) in _ENCLOSING:
                    yield str(annotation["/Subtype"]).lstrip("/")


def _actions(holder: Object) -> Iterator[str]:
    for key in ("/OpenAction", "/A"):
        yield from _action(holder.get(key))
    extra = holder.get("/AA")
    if isinstance(extra, pikepdf.Dictionary):
        for key in extra.keys():  # noqa: SIM118 - no mapping
            yield from _action(extra[key])


def _action(action: Object, depth: int = 0) -> Iterator[str]:
    if not isinstance(action, pikepdf.Dictionary) or depth > 8:
        return
    kind = str(action.get("/S", ""))
    if kind and kind not in QUIET:
        yield kind.lstrip("/")
    following = action.get("/Next")
    for one in following if isinstance(following, pikepdf.Array) else [following]:
        yield from _action(one, depth + 1)


RULE = Rule("ACTIVE", check)
