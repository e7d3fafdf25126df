"""B4: a link to a page outside the spine, a spare page that nothing leads to."""

from lxml import etree
from tests.verify.planting import SPACES, Copy

from publisher.verify.epub.markup import elements

CODE = "EPUB-B4"
PAGE = (
    f'<html {SPACES} lang="ar" xml:lang="ar" dir="rtl"><head><title>ملحق</title></head><body><p>نصّ.</p></body></html>'
)


def outside(book: Copy) -> None:
    book.add_file("text/extra.xhtml", PAGE.encode(), "application/xhtml+xml")
    book.add_text('<p>انظر <a href="extra.xhtml">الملحق</a>.</p>')


def unreached(book: Copy) -> None:
    book.add_file("text/extra.xhtml", PAGE.encode(), "application/xhtml+xml")
    with book.opf() as root:
        item = next(e for e in elements(root, "item") if e.get("href") == "text/extra.xhtml")
        spine = next(elements(root, "spine"))
        new = etree.SubElement(spine, etree.QName(etree.QName(root).namespace, "itemref"))
        new.attrib.update({"idref": item.get("id") or "", "linear": "no"})


PLANTS = {"outside": outside, "unreached": unreached}
