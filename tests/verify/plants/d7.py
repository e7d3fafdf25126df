"""D7: contents four levels deep, in nav and NCX alike."""

import posixpath

from lxml import etree
from tests.verify.planting import Copy

from publisher.verify.epub.markup import XHTML, Element, elements, is_a

CODE = "EPUB-D7"
LABELS = ("فرع أول", "فرع ثانٍ", "فرع ثالث")


def deep(book: Copy) -> None:
    with book.nav() as root:
        toc = next(e for e in elements(root, "nav") if is_a(e, "toc"))
        link = list(elements(toc, "a"))[-1]
        href = (link.get("href") or "").partition("#")[0]
        inner: Element | None = link.getparent()
        for label in LABELS:
            assert inner is not None
            inner = etree.SubElement(etree.SubElement(inner, XHTML + "ol"), XHTML + "li")
            etree.SubElement(inner, XHTML + "a", href=f"{href}#deep").text = label
        path = posixpath.join(posixpath.dirname(book.nav_path), href)
        levels = len([e for e in link.iterancestors() if e.tag == XHTML + "ol"])
    with book.edit(path) as page:
        etree.SubElement(next(elements(page, "body")), XHTML + "p", id="deep").text = "خاتمة."
    _old(book, levels)


def _old(book: Copy, levels: int) -> None:
    with book.ncx() as root:
        space = etree.QName(root).namespace
        point = list(elements(next(elements(root, "navMap")), "navPoint"))[-1]
        source = (next(elements(point, "content")).get("src") or "").partition("#")[0]
        for element in elements(root, "navPoint", "pageTarget"):
            element.attrib.pop("playOrder", None)
        for at, label in enumerate(LABELS):
            point = etree.SubElement(point, etree.QName(space, "navPoint"), id=f"deep-{at}")
            name = etree.SubElement(point, etree.QName(space, "navLabel"))
            etree.SubElement(name, etree.QName(space, "text")).text = label
            etree.SubElement(point, etree.QName(space, "content"), src=f"{source}#deep")
        for meta in elements(root, "meta"):
            if "depth" in (meta.get("name") or ""):
                meta.set("content", str(levels + len(LABELS)))


PLANTS = {"deep": deep}
