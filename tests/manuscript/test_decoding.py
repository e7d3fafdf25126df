"""Every encoding that a manuscript may come in, and what is none."""

import codecs
import unicodedata

import pytest

from publisher.diagnostic import Severity, Stop
from publisher.manuscript.decoding import decode
from publisher.manuscript.limits import MEGABYTE, TEXT_MEGABYTES

ARABIC = "أولًا: بدايةُ الكتاب، وفيه «كلام» كثير؛ أليس كذلك؟\n"


@pytest.mark.parametrize(
    "data",
    [
        ARABIC.encode(),
        codecs.BOM_UTF8 + ARABIC.encode(),
        codecs.BOM_UTF16_LE + ARABIC.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + ARABIC.encode("utf-16-be"),
        ARABIC.replace("\n", "\r\n").encode(),
        ARABIC.replace("\n", "\r").encode(),
        unicodedata.normalize("NFD", ARABIC).encode(),
    ],
    ids=["utf-8", "utf-8 with a mark", "utf-16-le", "utf-16-be", "CRLF", "CR", "NFD"],
)
def test_every_honest_encoding_gives_the_same_text(data: bytes) -> None:
    source, found = decode("x.txt", data)
    assert source.text == unicodedata.normalize("NFC", ARABIC)
    assert not found


def test_windows_1256_is_guessed_and_told() -> None:
    source, found = decode("x.txt", ARABIC.encode("cp1256"))
    assert source.text == ARABIC
    assert [(d.code, d.severity) for d in found] == [("guessed-encoding", Severity.WARNING)]
    assert "Windows-1256" in found[0].message.en


def test_marks_keep_the_canonical_order_of_unicode() -> None:
    source, _ = decode("x.txt", "مُّ مُّ".encode())
    first, second = source.text.split()
    assert first == second == "مُّ"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty-file"),
        (b" \r\n\t\n", "empty-file"),
        (codecs.BOM_UTF8, "empty-file"),
        (b"\x89PNG\r\n\x1a\n\0\0", "binary-file"),
        ("نصّ".encode() + b"\0", "binary-file"),
        (b"caf\xe9 et th\xe9\xe2tre, No\xebl", "undecodable-file"),
        (b"\x81\x8d\xff\xfe\x80\x80", "undecodable-file"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8\x41\x00", "undecodable-file"),
        ("نصّ".encode() + b"\xed\xa0\x80", "undecodable-file"),
        ("نصّ\x07".encode(), "control-character"),
        ("نصّ\x1b[31m".encode(), "control-character"),
        ("نصّ\ufffe".encode(), "control-character"),
    ],
)
def test_what_is_no_text_stops_with_its_place(data: bytes, code: str) -> None:
    with pytest.raises(Stop) as stopped:
        decode("x.txt", data)
    (found,) = stopped.value.diagnostics
    assert found.code == code
    assert found.span is not None
    assert found.span.file == "x.txt"


def test_the_first_bad_byte_is_shown_with_its_line() -> None:
    with pytest.raises(Stop) as stopped:
        decode("x.txt", "سطر\nسطر\n".encode() + b"caf\xe9")
    (found,) = stopped.value.diagnostics
    assert found.span is not None
    assert (found.span.line, found.span.column) == (3, 4)
    assert "0xE9" in found.message.en


def test_a_control_character_is_named_by_its_code() -> None:
    with pytest.raises(Stop) as stopped:
        decode("x.txt", "سطر\nفيه \x07 جرس".encode())
    (found,) = stopped.value.diagnostics
    assert found.span is not None
    assert (found.span.line, found.span.column) == (2, 5)
    assert "U+0007" in found.message.en


def test_a_file_over_the_limit_is_refused_with_the_limit() -> None:
    with pytest.raises(Stop) as stopped:
        decode("x.txt", b"a" * (TEXT_MEGABYTES * MEGABYTE + 1))
    assert str(TEXT_MEGABYTES) in stopped.value.diagnostics[0].message.en
