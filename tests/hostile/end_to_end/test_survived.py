"""Strange books are made all the same: whole files, nothing that runs or fetches, nothing from outside the book."""

import re
import zipfile
from pathlib import Path

import pikepdf
import pytest
from lxml import etree, html
from tests.hostile.end_to_end.running import SECONDS, SECRET, Case, Ran, build, lay_out
from tests.hostile.end_to_end.survived import SURVIVED

RUNS = re.compile(r"<script(?![^>]*id=.theme)|\son[a-z]+\s*=|javascript:|<iframe|@import|file:///", re.IGNORECASE)


@pytest.mark.parametrize("case", SURVIVED, ids=lambda case: case.name)
def test_survived(case: Case, tmp_path: Path) -> None:
    """The command ends as it should, and what it made is whole and harmless."""
    book = lay_out(tmp_path, case.files) / case.book
    ran = build(tmp_path, book, [*case.options, "--json", "--lang", "ar"])
    assert ran.code == case.ends, ran.err[-2000:]
    assert ran.seconds < SECONDS
    places = [f"{one['file']}:{one['line']}:{one['column']}" for one in ran.told if one["code"] == case.finding]
    assert not case.finding or any(place.startswith(case.place) for place in places), ran.err[-2000:]
    assert_kept_in(ran)
    if case.ends == 0:
        assert len(ran.out.splitlines()) == 3
        assert_harmless(ran)


def assert_kept_in(ran: Ran) -> None:
    """Nothing was written outside the folder of made files, read outside the book, or asked of the network."""
    root = ran.root
    allowed = (f"{root}/out", f"{root}/tmp", "/dev/")
    assert not [path for path in ran.touched("write") if not path.startswith(allowed)]
    assert not [path for path in ran.touched("read") if path.startswith((f"{root}/secret", "/etc/passwd"))]
    assert ran.touched("network") == []
    assert list((root / "tmp").iterdir()) == []
    assert not [path for path in ran.made if path.name.startswith(".")]


def assert_harmless(ran: Ran) -> None:
    """Each made file opens, and holds neither what runs nor what lies outside the book."""
    files = {path.suffix: path for path in ran.made}
    with pikepdf.open(files[".pdf"]) as pdf:
        assert len(pdf.pages) > 0
        actions = [
            o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/S") in ("/JavaScript", "/Launch")
        ]
        links = [str(o.URI) for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and "/URI" in o]
        assert not actions
        assert not [link for link in links if link.startswith(("file:", "javascript:", "data:"))]
    with zipfile.ZipFile(files[".epub"]) as archive:
        assert archive.testzip() is None
        texts = {
            name: archive.read(name)
            for name in archive.namelist()
            if name.endswith((".xhtml", ".opf", ".ncx", ".svg", ".css"))
        }
    for name, data in texts.items():
        if not name.endswith(".css"):
            etree.fromstring(data)
        assert_nothing_runs(data.decode(), name)
    proof = files[".html"].read_text(encoding="utf-8")
    own = html.document_fromstring(proof)
    assert len(own.xpath("//script")) == 1
    assert not own.xpath(
        "//iframe | //link[@href] | //*[@onclick or @onerror or @onload] | //*[starts-with(@href, 'file:') or starts-with(@href, 'javascript:') or starts-with(@href, 'data:')]"
    )
    assert not own.xpath("//*[starts-with(@src, 'http') or starts-with(@src, 'file:') or starts-with(@src, '//')]")
    assert SECRET not in proof


def assert_nothing_runs(text: str, name: str) -> None:
    """No element or attribute of a content document runs or fetches anything."""
    markup = "".join(re.findall(r"<[^>]*>", text)) if not name.endswith(".css") else text
    assert not RUNS.search(markup), (name, RUNS.search(markup))
    assert not re.search(r"src=.(https?:|//|file:)", markup), name
    assert SECRET not in text
