"""Files that are no book, or hardly one, are told of and never crash the gate; a book from left to right is left alone."""

import io
import zipfile

import pytest
from tests.verify.good.english import english
from tests.verify.good.garden import garden
from tests.verify.good.parts import pack
from tests.verify.planting import Copy, named, snippet

from publisher.verify.epub import judge


def codes(data: bytes) -> set[str]:
    return {d.code for d in judge("x.epub", data)}


@pytest.mark.parametrize("data", [b"", b"PK", b"plain text", pack(garden())[:20_000]])
def test_what_is_no_zip_is_told(data: bytes) -> None:
    assert codes(data) == {"EPUB-ZIP"}


def test_a_zip_that_swells_is_not_unpacked() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr("bomb.xhtml", bytes(64 << 20))
    assert "EPUB-ZIP" in codes(stream.getvalue())


def test_a_damaged_entry_is_named() -> None:
    data = bytearray(pack(garden()))
    at = data.index(b"<ncx")
    data[at : at + 4] = b"<xcn"
    found = judge("x.epub", bytes(data))
    assert [d.message.en for d in found if d.code == "EPUB-ZIP"] == [
        "“EPUB/toc.ncx” cannot be unpacked: its data are damaged or encrypted"
    ]


@pytest.mark.parametrize(
    "container", [b"", b"<container/>", b"<container><rootfiles><rootfile full-path='no.opf'/></rootfiles></container>"]
)
def test_a_container_that_names_no_package_is_told(container: bytes) -> None:
    copy = Copy(garden())
    copy.files["META-INF/container.xml"] = container
    assert "EPUB-CONTAINER" in codes(copy.pack())


def test_entities_are_not_expanded() -> None:
    copy = Copy(garden())
    bomb = b'<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
    path = "EPUB/text/ch002.xhtml"
    copy.files[path] = copy.files[path].replace(b"<!DOCTYPE html>", bomb).replace("يسقي".encode(), b"&b;&f; ")
    assert not any("root:" in d.message.en for d in judge("x.epub", copy.pack()))


def test_a_fault_of_markup_names_its_line() -> None:
    copy = Copy(garden())
    copy.files["EPUB/text/ch002.xhtml"] = copy.files["EPUB/text/ch002.xhtml"].replace(b"</h1>", b"</h2>")
    found = next(d for d in judge("x.epub", copy.pack()) if d.code == "EPUB-XML")
    assert found.span is not None
    assert found.span.file == "x.epub!EPUB/text/ch002.xhtml"
    assert found.span.line == 11


def test_a_finding_names_the_line_and_column_of_its_element() -> None:
    copy = Copy(garden())
    path = "EPUB/text/ch002.xhtml"
    copy.files[path] = copy.files[path].replace("ورقة خضراء.".encode(), b"")
    found = next(d for d in judge("x.epub", copy.pack()) if d.code == "EPUB-H2")
    assert found.span is not None
    line = copy.files[path].decode().splitlines()[found.span.line - 1]
    assert line[found.span.column - 1 :].startswith("<img")
    assert copy.files[path].decode()[found.span.start :].startswith("<img")


def test_a_book_from_left_to_right_is_left_alone() -> None:
    assert [f"{d.code} {d.message.en}" for d in judge("pond.epub", pack(english()))] == []


def test_a_book_in_arabic_letters_is_judged_as_arabic_whatever_its_metadata_say() -> None:
    copy = Copy(garden())
    with copy.opf() as root:
        next(e for e in root.iter() if str(e.tag).endswith("}language")).text = "en"
        root.attrib.pop("dir")
    assert codes(copy.pack()) == {"EPUB-B2", "EPUB-C2"}


def test_a_page_without_head_or_body_is_no_crash() -> None:
    copy = Copy(garden())
    with copy.page(named("body")) as (html, body):
        html.remove(body)
        html.append(snippet("<p/>"))
    assert codes(copy.pack())
