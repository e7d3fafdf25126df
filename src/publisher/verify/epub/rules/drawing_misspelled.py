"""H4: names of SVG in small letters, which draw nothing or draw it wrong."""

from collections.abc import Iterator

from lxml import etree

from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive
from publisher.verify.epub.markup import elements, local
from publisher.verify.epub.rule import Rule
from publisher.verify.epub.tree import Tree
from publisher.verify.finding import must

MISSPELLED = must(
    "EPUB-H4",
    ("الاسم «{name}» في رسم SVG صوابه «{right}».", "“{name}” in an SVG drawing must be “{right}”"),
    (
        "أعد كتابة الرسم بلا محوّل HTML؛ فأسماء SVG تراعي حالة الأحرف.",
        "write the drawing without an HTML serialiser: names of SVG know capitals",
    ),
)
_RIGHT = {
    name.lower(): name
    for name in (
        "viewBox",
        "preserveAspectRatio",
        "gradientUnits",
        "gradientTransform",
        "patternUnits",
        "patternTransform",
        "clipPathUnits",
        "textLength",
        "lengthAdjust",
        "startOffset",
        "markerWidth",
        "markerHeight",
        "refX",
        "refY",
        "stdDeviation",
        "baseFrequency",
        "linearGradient",
        "radialGradient",
        "clipPath",
        "textPath",
        "foreignObject",
    )
}
SVG = "http://www.w3.org/2000/svg"


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield a finding for each misspelled element or attribute."""
    for tree in _trees(archive):
        for element in elements(tree.root):
            if etree.QName(element).namespace != SVG:
                continue
            for name in (local(element), *map(str, element.attrib)):
                if name in _RIGHT and _RIGHT[name] != name:
                    yield MISSPELLED.at(tree.span(element), name=name, right=_RIGHT[name])


def _trees(archive: Archive) -> Iterator[Tree]:
    yield from archive.pages
    for item in archive.opf.items:
        if item.media_type == "image/svg+xml" and (tree := archive.tree(item.path)) is not None:
            yield tree


RULE = Rule("H4", check)
