"""The package document and its metadata (B1…B12, C1…C9)."""

import datetime as dt
from dataclasses import replace

import pytest
from tests.epub.ebook import (
    CERTIFIER,
    NS,
    SPECIMEN,
    Ebook,
    long_book,
    made,
    materials,
    prepared,
    seed,
    specimen,
)

from publisher.book import Metadata
from publisher.build.making import EDITIONS
from publisher.config import EpubSettings
from publisher.editions.epub.metadata import CLAIM, identifier, modified_date


@pytest.mark.requirement("EPB-01", "EPB-03")
def test_package_says_language_and_direction(ebook: Ebook) -> None:
    """B1, B2, B3: version, language, direction, and the way the pages turn."""
    opf = ebook.opf
    assert opf.get("version") == "3.0"
    assert opf.get("dir") == "rtl"
    assert opf.get("{http://www.w3.org/XML/1998/namespace}lang") == ebook.dublin_core("language")[0] == "ar"
    assert opf.find("opf:spine", NS).get("page-progression-direction") == "rtl"


def test_every_text_is_in_the_spine(ebook: Ebook) -> None:
    """B4, B6, D8: all content documents are read in order, the contents among them, none set aside."""
    items = {str(i.get("href")): str(i.get("media-type")) for i in ebook.opf.iterfind(".//opf:item", NS)}
    assert {name for name, kind in items.items() if kind == "application/xhtml+xml"} == set(ebook.texts)
    assert not ebook.opf.xpath("//opf:itemref[@linear='no']", namespaces=NS)
    assert set(items.values()) <= {
        "application/xhtml+xml",
        "application/x-dtbncx+xml",
        "text/css",
        "text/plain",
        "image/jpeg",
        "image/png",
        "image/svg+xml",
        "font/ttf",
    }


def test_manifest_properties_are_true(ebook: Ebook) -> None:
    """B5: `nav`, `cover-image`, `mathml` stand exactly where they are true."""
    for item in ebook.opf.iterfind(".//opf:item", NS):
        said = (item.get("properties") or "").split()
        name = str(item.get("href"))
        if name in ebook.texts:
            has_formulas = bool(ebook.texts[name].findall(".//m:math", NS))
            assert ("mathml" in said) == has_formulas, name
            assert ("nav" in said) == (name == "nav.xhtml")
        assert ("cover-image" in said) == (name == "images/cover.jpg")


def test_specimen_has_a_formula() -> None:
    """B5, H5: what the rule above speaks of is there."""
    assert specimen().all("//m:math")


@pytest.mark.parametrize(
    ("date", "epoch", "said"),
    [
        ("2026-11-25", "", "2026-11-25T00:00:00Z"),
        ("2026", "", "2026-01-01T00:00:00Z"),
        ("2026-11-25", "86400", "1970-01-02T00:00:00Z"),
        ("", "", "2000-01-01T00:00:00Z"),
        ("خريف ٢٠٢٦", "x", "2000-01-01T00:00:00Z"),
        ("2026-99-99", "", "2000-01-01T00:00:00Z"),
    ],
)
def test_modified_never_comes_from_the_clock(date: str, epoch: str, said: str) -> None:
    """B7: from `SOURCE_DATE_EPOCH`, or the date of publication."""
    found = modified_date(Metadata("عنوان", date=date), {"SOURCE_DATE_EPOCH": epoch})
    assert found.tzinfo is dt.UTC
    assert found.strftime("%Y-%m-%dT%H:%M:%SZ") == said


def test_modified_once(ebook: Ebook) -> None:
    """B7: said exactly once."""
    assert len(ebook.meta("dcterms:modified")) == 1


def test_identifier_is_stable() -> None:
    """B8: from slug and authors, or from the identifier that is set; never from chance, title or edition."""
    one = Metadata("عنوان", authors=("سلمى",), slug="kitab")
    own = EpubSettings()
    assert identifier(one, own) == identifier(replace(one, title="عنوان آخر", edition="الثانية"), own)
    assert identifier(one, own) != identifier(replace(one, slug="akhar"), own)
    assert identifier(one, EpubSettings(identifier="urn:isbn:9789999912006")) == "urn:isbn:9789999912006"
    assert identifier(one, EpubSettings(identifier="kitab-1")).startswith("urn:uuid:")
    assert specimen().dublin_core("identifier")[0].startswith("urn:uuid:")


def test_old_readers_are_served(ebook: Ebook) -> None:
    """B9, J2: NCX, guide with the body, cover by name (the name first), way of writing."""
    assert ebook.opf.find("opf:spine", NS).get("toc") == "ncx"
    kinds = {r.get("type") for r in ebook.opf.iterfind(".//opf:reference", NS)}
    assert {"cover", "toc", "text"} <= kinds
    cover = ebook.opf.find(".//opf:meta[@name='cover']", NS)
    assert list(cover.attrib) == ["name", "content"]
    assert ebook.named("primary-writing-mode") == "horizontal-rl"
    assert not ebook.opf.xpath("//opf:item[contains(@media-type, 'javascript')]", namespaces=NS)


def test_no_traces(ebook: Ebook) -> None:
    """B11, B12: no rendition properties, no name of a maker, no path of a machine, no clock."""
    for name in ebook.names:
        if name.endswith((".opf", ".xhtml", ".ncx", ".css", ".xml")):
            text = ebook.archive.read(name).decode()
            assert "rendition:" not in text
            assert "generator" not in text.lower()
            assert "/home/" not in text
            assert "ebooklib" not in text.lower()


def test_title_and_authors() -> None:
    """C1, C2, C3: one title, one language, authors with role, filing and order."""
    ebook = specimen()
    assert len(ebook.dublin_core("title")) == len(ebook.dublin_core("language")) == 1
    assert ebook.meta("title-type", "title") == ["main"]
    assert ebook.meta("file-as", "title") == ["سيرة الصفحة"]
    assert ebook.dublin_core("creator") == ["ليلى بنت سعد الورّاقة", "نادر الخطّاط"]
    assert ebook.meta("file-as", "creator-1") == ["الورّاقة، ليلى بنت سعد"]
    assert ebook.meta("role", "creator-2") == ["aut"]
    assert [ebook.meta("display-seq", f"creator-{n}") for n in (1, 2)] == [["1"], ["2"]]


def test_authors_in_latin_letters_and_as_filed() -> None:
    """C3: what the book itself says of its authors is taken."""
    ready = prepared(SPECIMEN)
    ebook = made(ready.book, materials(ready, authors_latin=("Laylā al-Warrāqa",), authors_filed=("ورّاقة، ليلى",)))
    said = ebook.opf.find(".//opf:meta[@property='alternate-script']", NS)
    assert said.text == "Laylā al-Warrāqa"
    assert said.get("{http://www.w3.org/XML/1998/namespace}lang") == "ar-Latn"
    assert ebook.meta("file-as", "creator-1") == ["ورّاقة، ليلى"]
    assert ebook.meta("file-as", "creator-2") == ["الخطّاط، نادر"]


def test_isbn() -> None:
    """C4, J3: the e-book's ISBN beside the identifier, of the right type."""
    assert specimen().dublin_core("identifier")[1] == "urn:isbn:9789999912006"
    assert specimen().meta("identifier-type", "isbn") == ["15"]


def test_wrong_isbn_is_an_error() -> None:
    """C4: a wrong check digit stops the edition, and is not written."""
    ready = prepared(SPECIMEN)
    book = replace(ready.book, metadata=replace(ready.book.metadata, isbn="978-9-9999-1200-7"))
    ebook = made(book, materials(ready))
    assert [d.code for d in ebook.diagnostics if d.is_error] == ["wrong-isbn"]
    assert len(ebook.dublin_core("identifier")) == 1


def test_print_isbn_is_the_source_of_pages() -> None:
    """C5, I5: the printed book by its ISBN, or by its title."""
    assert long_book().dublin_core("source") == ["urn:isbn:9789999912006"]
    assert specimen().meta("pageBreakSource") == ["سيرة الصفحة، دار النقطة المتخيَّلة، 2026-11-25"]


def test_series_and_subjects() -> None:
    """C6, C7: series with its number in both vocabularies; Thema codes, keywords, description in one line."""
    ebook = specimen()
    assert ebook.meta("belongs-to-collection") == ["كراسات المداد"]
    assert ebook.meta("collection-type", "series") == ["series"]
    assert ebook.meta("group-position", "series") == ["3"] == [ebook.named("calibre:series_index")]
    assert long_book().dublin_core("subject") == ["WFU", "خط", "طباعة"]
    assert long_book().meta("authority", "subject-1") == ["Thema"]
    assert long_book().meta("term", "subject-1") == ["WFU"]
    assert long_book().dublin_core("description") == ["وصف في سطرين"]
    assert ebook.dublin_core("publisher") == ["دار النقطة المتخيَّلة"]
    assert ebook.dublin_core("date") == ["2026-11-25"]


def test_revision_follows_the_content() -> None:
    """C8: another text is another revision; the same text is the same."""
    ready = prepared(SPECIMEN)
    book = replace(ready.book, back=())
    assert made(book, materials(ready)).meta("schema:version") != specimen().meta("schema:version")


def test_trade_record() -> None:
    """B10, C9: an ONIX record outside the manifest, its codes true, its claim only where someone checked."""
    link = specimen().opf.find(".//opf:link[@rel='record']", NS)
    assert link.get("properties") == "onix"
    assert not specimen().opf.xpath("//opf:item[contains(@href, 'onix')]", namespaces=NS)
    codes = {}
    for name, ebook in (("specimen", specimen()), ("seed", seed())):
        record = ebook.tree(str(link.get("href")))
        codes[name] = {e.text for e in record.iterfind(".//o:ProductFormFeatureValue", NS)}
        assert record.find(".//o:LanguageCode", NS).text == "ara"
    assert codes["specimen"] == {"04", "82", "85", "10", "11", "13", "14", "17", "19", "22", "29", "30", "36"}
    assert codes["seed"] == {"10", "11", "13", "22", "29", "30", "36"}


def test_claim_only_when_someone_checked() -> None:
    """I3, I4: the exact words, refined by who says so; nothing otherwise."""
    assert specimen().meta("dcterms:conformsTo") == [CLAIM] == ["EPUB Accessibility 1.1 - WCAG 2.2 Level AA"]
    assert specimen().meta("a11y:certifiedBy", "conformance") == [CERTIFIER]
    assert not seed().meta("dcterms:conformsTo")
    assert not seed().meta("a11y:certifiedBy", "conformance")


def test_no_other_kind_of_ebook_is_made(ebook: Ebook) -> None:
    """J4, J6: neither EPUB 2 nor MOBI is on offer; what is made is EPUB 3."""
    assert set(EDITIONS) == {"pdf", "epub", "html"}
    assert ebook.opf.get("version") == "3.0"
    assert ebook.archive.read("mimetype") == b"application/epub+zip"
