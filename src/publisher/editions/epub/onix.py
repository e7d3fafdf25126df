"""The book's record for the trade, as ONIX 3: carried beside the package, from the same Book (B10, C9)."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Final

from lxml import etree

from publisher.book import Book, Metadata
from publisher.config import Settings
from publisher.editions.epub.names import filed_name, is_isbn, isbn_digits

NAMESPACE: Final = "http://ns.editeur.org/onix/3.0/reference"
LANGUAGES: Final = {"ar": "ara", "fa": "per", "ur": "urd", "en": "eng", "fr": "fre", "de": "ger", "he": "heb"}
FEATURES: Final = {
    "unlocked": "10",
    "tableOfContents": "11",
    "readingOrder": "13",
    "alternativeText": "14",
    "MathML": "17",
    "pageNavigation": "19",
    "structuralNavigation": "29",
    "ARIA": "30",
    "displayTransformability": "36",
}
"""Code of each feature in list 196."""
LANGUAGE_TAGGING: Final = "22"
CLAIM: Final = ("04", "82", "85")
"""EPUB Accessibility 1.1, WCAG 2.2, level AA: said only when someone checked."""

Tree = tuple[str, "str | Sequence[Tree]"]


def record(book: Book, identifier: str, features: Sequence[str], modified: dt.datetime, settings: Settings) -> bytes:
    """Return the record."""
    m = book.metadata
    codes = [FEATURES[feature] for feature in features if feature in FEATURES]
    claim = CLAIM if settings.epub.certified_by else ()
    root = etree.Element("ONIXMessage", {"release": "3.0"}, nsmap={None: NAMESPACE})
    header: Tree = (
        "Header",
        [
            ("Sender", [("SenderName", m.publisher or m.title)]),
            ("SentDateTime", modified.strftime("%Y%m%dT%H%M%SZ")),
        ],
    )
    product: Tree = (
        "Product",
        [
            ("RecordReference", identifier),
            ("NotificationType", "03"),
            *_identifiers(m, identifier),
            ("DescriptiveDetail", list(_description(m, sorted({*codes, LANGUAGE_TAGGING, *claim}), settings))),
            *_publishing(m),
        ],
    )
    for tree in (header, product):
        root.append(_element(tree))
    etree.indent(root)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"


def _element(tree: Tree) -> etree._Element:
    name, content = tree
    element = etree.Element(f"{{{NAMESPACE}}}{name}")
    if isinstance(content, str):
        element.text = content
    else:
        for inner in content:
            element.append(_element(inner))
    return element


def _identifiers(m: Metadata, identifier: str) -> Iterator[Tree]:
    yield (
        "ProductIdentifier",
        [("ProductIDType", "01"), ("IDTypeName", "URN"), ("IDValue", identifier)],
    )
    if is_isbn(m.isbn) and len(isbn_digits(m.isbn)) == 13:
        yield "ProductIdentifier", [("ProductIDType", "15"), ("IDValue", isbn_digits(m.isbn))]


def _description(m: Metadata, codes: Sequence[str], settings: Settings) -> Iterator[Tree]:
    yield "ProductComposition", "00"
    yield "ProductForm", "EA"
    yield "ProductFormDetail", "E101"
    yield "ProductFormDetail", "E200"
    for code in codes:
        yield "ProductFormFeature", [("ProductFormFeatureType", "09"), ("ProductFormFeatureValue", code)]
    title: list[Tree] = [("TitleElementLevel", "01"), ("TitleText", m.title)]
    if m.subtitle:
        title.append(("Subtitle", m.subtitle))
    yield "TitleDetail", [("TitleType", "01"), ("TitleElement", title)]
    for number, name in enumerate(m.authors, start=1):
        given = settings.epub.authors_filed
        filed = given[number - 1] if number <= len(given) else filed_name(name)
        yield (
            "Contributor",
            [
                ("SequenceNumber", str(number)),
                ("ContributorRole", "A01"),
                ("PersonName", name),
                ("PersonNameInverted", filed),
            ],
        )
    yield "Language", [("LanguageRole", "01"), ("LanguageCode", LANGUAGES.get(m.language.split("-")[0], "und"))]
    for code in m.subjects:
        yield "Subject", [("SubjectSchemeIdentifier", "93"), ("SubjectCode", code)]


def _publishing(m: Metadata) -> Iterator[Tree]:
    if not m.publisher:
        return
    detail: list[Tree] = [
        ("Publisher", [("PublishingRole", "01"), ("PublisherName", m.publisher)]),
        ("PublishingStatus", "04"),
    ]
    if len(m.date) == 10:
        detail.append(("PublishingDate", [("PublishingDateRole", "01"), ("Date", m.date.replace("-", ""))]))
    yield "PublishingDetail", detail
