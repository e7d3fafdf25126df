"""The archive: the same bytes always, plain names, whole or not at all (A1…A8)."""

import hashlib
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from tests.epub.ebook import ROOT, SPECIMEN, Ebook, made, materials, page_map, prepared, specimen

from publisher.build.writing import write_whole
from publisher.editions.epub.archive import EPOCH, PACKED, Archive, content_hash

_PROGRAM = """
import hashlib, sys
from tests.epub.ebook import SPECIMEN, made, materials, page_map, prepared
ready = prepared(SPECIMEN)
print(hashlib.sha256(made(ready.book, materials(ready, page_map(ready.book))).data).hexdigest())
"""


def test_mimetype_first_and_stored() -> None:
    """A1: `mimetype` stands first, stored, without an extra field."""
    data = specimen().data
    assert data[:30] == b"PK\x03\x04\x14\x00\x00\x00\x00\x00" + data[10:26] + b"\x08\x00\x00\x00"
    assert data[30:58] == b"mimetypeapplication/epub+zip"


def test_entries(ebook: Ebook) -> None:
    """A2, A4, A5, A7: stored or deflated, each once, fixed date, mode and system; packed files stored."""
    infos = ebook.archive.infolist()
    assert len({info.filename.lower() for info in infos}) == len(infos)
    for info in infos:
        stored = info.filename == "mimetype" or info.filename.endswith(PACKED)
        assert info.compress_type == (zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED)
        assert (info.date_time, info.create_system, info.external_attr >> 16) == (EPOCH, 3, 0o100644)
        assert not info.flag_bits & 1


def test_names_are_plain(ebook: Ebook) -> None:
    """A3: names of letters, digits and hyphens in lower case."""
    own = [name for name in ebook.names if name.startswith("EPUB/")]
    assert len(own) > 10
    for name in own:
        assert set(name.removeprefix("EPUB/")) <= set("abcdefghijklmnopqrstuvwxyz0123456789-/."), name


def test_refuses_a_name_twice_and_a_name_that_is_not_plain() -> None:
    """A3, A4: the writer itself stops at such a file."""
    archive = Archive()
    archive.writestr("a.txt", "ا")
    with pytest.raises(ValueError, match="two files"):
        archive.writestr("a.txt", "ب")
    with pytest.raises(ValueError, match="no name"):
        archive.writestr("حرف.txt", "ب")


def test_same_bytes_twice() -> None:
    """A5: a second build in the same process gives the same bytes."""
    ready = prepared(SPECIMEN)
    first, second = (made(ready.book, materials(ready, page_map(ready.book))).data for _ in range(2))
    assert first == second


def test_same_bytes_in_another_process() -> None:
    """A5: neither the seed of hashes, the time zone, the folder nor the mask of modes changes a byte."""
    found = set()
    for seed, zone in (("1", "UTC"), ("7", "Asia/Riyadh")):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}
        done = subprocess.run(
            [sys.executable, "-c", _PROGRAM], env=environment, capture_output=True, text=True, check=True, cwd="/"
        )
        found.add(done.stdout.strip())
    ready = prepared(SPECIMEN)
    found.add(hashlib.sha256(made(ready.book, materials(ready, page_map(ready.book))).data).hexdigest())
    assert len(found) == 1


def test_content_hash_does_not_hang_on_order() -> None:
    """A8: one hash of names and contents, in whatever order they come."""
    files = [("b", b"2"), ("a", b"1")]
    assert content_hash(files) == content_hash(reversed(files))
    assert content_hash(files) != content_hash([("b", b"2"), ("a", b"3")])
    assert specimen().meta("schema:version")[0].isalnum()


def test_written_whole_or_not_at_all(tmp_path: Path) -> None:
    """A6: a failure leaves the book that was there."""
    target = tmp_path / "book.epub"
    write_whole(target, b"old")
    with pytest.raises(TypeError):
        write_whole(target, None)
    assert target.read_bytes() == b"old"
    assert [p.name for p in target.parent.iterdir()] == ["book.epub"]
