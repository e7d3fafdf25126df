"""I7: a structural type without the ARIA role that says the same to a screen reader."""

from collections import Counter
from collections.abc import Iterator

from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive
from publisher.verify.epub.markup import Element, elements, local, roles_of, types_of
from publisher.verify.epub.rule import Rule
from publisher.verify.epub.tree import Tree
from publisher.verify.finding import should

MISSING = should(
    "EPUB-I7",
    (
        'عنصر ‎epub:type="{kind}"‎ بلا ‎role="doc-{kind}"‎ ({count} في الصفحة).',
        'an element with epub:type="{kind}" lacks role="doc-{kind}" ({count} on the page)',
    ),
    (
        "أضف الدور بجانب النوع؛ فالقراءة الصوتية لا تعرف ‎epub:type‎.",
        "put the role beside the type: screen readers do not know epub:type",
    ),
)
ON_BODY = should(
    "EPUB-I7",
    ("دور ‎{role}‎ على ‎<body>‎.", "the role {role} stands on <body>"),
    ("انقله إلى ‎<section>‎ داخل الصفحة.", "move it to a <section> inside the page"),
)
WITH_ROLE = frozenset(
    (
        "abstract",
        "acknowledgments",
        "afterword",
        "appendix",
        "bibliography",
        "chapter",
        "colophon",
        "conclusion",
        "credits",
        "dedication",
        "endnotes",
        "epigraph",
        "epilogue",
        "errata",
        "foreword",
        "glossary",
        "index",
        "introduction",
        "part",
        "preface",
        "prologue",
        "pullquote",
        "qna",
        "toc",
    )
)
_SECTIONING = frozenset({"section", "nav", "article", "div", "aside", "main"})


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield one finding for each kind on a page."""
    for page in archive.pages:
        body = page.first("body")
        if body is not None and (roles := [r for r in roles_of(body) if r.startswith("doc-")]):
            yield ON_BODY.at(page.span(body), role=roles[0])
        yield from _missing(page)


def _missing(page: Tree) -> Iterator[Diagnostic]:
    first: dict[str, Element] = {}
    count = Counter[str]()
    for element in elements(page.root):
        if local(element) not in _SECTIONING:
            continue
        for kind in types_of(element) & WITH_ROLE:
            if f"doc-{kind}" not in roles_of(element):
                first.setdefault(kind, element)
                count[kind] += 1
    for kind, element in first.items():
        yield MISSING.at(page.span(element), kind=kind, count=count[kind])


RULE = Rule("I7", check)
