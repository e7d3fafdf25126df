"""What a file that claims a PDF variant must be: read back from the file, clause by clause."""

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from struct import pack_into
from typing import Any

import pikepdf
import pytest
from PIL import Image
from tests.press.books import chapter, job_of, picture, print_alone
from tests.tools import library

from publisher.build import build
from publisher.config.schema import PDF_VARIANTS
from publisher.diagnostic import Stop
from publisher.press import Pressed
from publisher.press.job import Job
from publisher.press.variants import VARIANTS

BOOKS = Path(__file__).parents[1] / "books"
ARCHIVE = [name for name in VARIANTS if name.startswith("pdf/a")]
RICH = (
    '<p><img src="asset:a.png" alt="صورة"/> <img src="asset:b.png" alt="شفافة"/></p>'
    '<p style="color:#c00">نص أحمر</p><div style="opacity:.5"><p>نص شفاف</p></div>'
    '<div style="background:linear-gradient(red,blue);height:10mm"></div>'
    '<p><a href="https://example.org/">موقع بعيد</a></p>'
)


def press_profile(space: bytes = b"CMYK", kind: bytes = b"prtr") -> bytes:
    """Return the head of an ICC profile, which is all that the writer reads of one."""
    profile = bytearray(132)
    pack_into(">L", profile, 0, len(profile))
    profile[12:20] = kind + space
    profile[36:40] = b"acsp"
    return bytes(profile)


def job(variant: str, **changes: Any) -> Job:
    assets = {"a.png": picture((200, 0, 0)), "b.png": picture((0, 0, 200), alpha=True)}
    changes = {"date": "2026-11-25", "profile": press_profile(), "condition": "FOGRA51", **changes}
    units = [chapter(i, 60, extra=RICH, count=2) for i in (1, 2)]
    return job_of(*units, assets=assets, variant=variant, **changes)


@cache
def pressed(variant: str) -> Pressed:
    made = print_alone(job(variant))
    assert made.diagnostics == ()
    return made


def opened(variant: str) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pressed(variant).pdf))


def streams(pdf: pikepdf.Pdf) -> Iterator[tuple[Any, Any, bytes]]:
    """Yield the pages and forms: the object, its resources, its content."""
    for page in pdf.pages:
        contents = page.obj.get("/Contents", pikepdf.Array())
        parts = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
        yield page.obj, page.obj.Resources, b"\n".join(part.read_bytes() for part in parts)
    for item in pdf.objects:
        if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Form":
            yield item, item.Resources, item.read_bytes()


def test_the_settings_offer_what_the_press_knows() -> None:
    assert set(PDF_VARIANTS) == set(filter(None, VARIANTS))


@pytest.mark.parametrize("variant", VARIANTS)
def test_the_file_claims_its_variant_and_no_other(variant: str) -> None:
    data, pdf = pressed(variant).pdf, opened(variant)
    said = pdf.Root.Metadata.read_bytes().decode()
    claims = dict(re.findall(r"<(pdf\w+id:\w+)>([^<]*)<", said))
    kind, _, level = variant.partition("-")
    expected = {
        "": {},
        "pdf/ua": {"pdfuaid:part": level},
        "pdf/a": {"pdfaid:part": level[:1], "pdfaid:conformance": level[1:].upper()},
        "pdf/x": {"pdfxid:GTS_PDFXVersion": f"PDF/X-{level}"},
    }[kind]
    if variant == "pdf/a-4":
        expected = {"pdfaid:part": "4", "pdfaid:rev": "2020"}
    assert claims == expected
    assert data.startswith(b"%PDF-" + {"pdf/a-4": b"2.0", "pdf/x-4": b"1.6"}.get(variant, b"1.7"))
    assert (b"/Info" in data[-4096:]) == (variant != "pdf/a-4")


@pytest.mark.slow
@pytest.mark.parametrize("name", ["small", "specimen", "mushakkal"])
def test_an_accessible_file_passes_outloud(name: str, tmp_path: Path) -> None:
    """Outloud checks the Matterhorn conditions that a program can decide, and more."""
    outloud = library("outloud")
    path = tmp_path / "small.pdf"
    if name == "small":
        path.write_bytes(pressed("pdf/ua-1").pdf)
    else:
        path = build(BOOKS / name, ("pdf",), tmp_path, {"pdf.variant": "pdf/ua-1"}).paths[0]
    result = outloud.check(str(path))
    assert [f"{finding.rule}: {finding.message}" for finding in result.findings if finding.severity == "error"] == []
    assert result.verdict in ("pass", "review")
    assert sum(run.outcome == "pass" for run in result.runs) >= 10
    assert not any(run.status == "crashed" for run in result.runs)


@pytest.mark.parametrize("variant", ARCHIVE)
def test_an_archived_file_holds_all_that_it_needs(variant: str) -> None:
    pdf = opened(variant)
    (intent,) = pdf.Root.OutputIntents
    assert intent.S == "/GTS_PDFA1"
    assert intent.DestOutputProfile.N == 3
    assert intent.DestOutputProfile.read_bytes()[36:40] == b"acsp"
    assert len(pdf.trailer.ID) == 2
    assert "/Encrypt" not in pdf.trailer
    for item in pdf.objects:
        if not isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
            continue
        assert "/AA" not in item
        assert item.get("/Interpolate", False) is False
        assert item.get("/S") not in ("/JavaScript", "/Launch", "/Movie", "/Sound")
        if item.get("/Type") == "/FontDescriptor":
            assert "/FontFile2" in item or "/FontFile3" in item
        if item.get("/Type") == "/Annot":
            assert item.F == 4
    assert not any(re.search(rb"\s[kK]\n", data) for _, _, data in streams(pdf))


@pytest.mark.parametrize("variant", ["pdf/a-2u", "pdf/a-3a"])
def test_every_code_that_is_shown_has_its_character(variant: str) -> None:
    pdf = opened(variant)
    count = 0
    for _, resources, data in streams(pdf):
        known: set[bytes] = set()
        for name, shown in re.findall(rb"/(\S+) \S+ Tf|<([0-9a-f]{4,})>", data):
            if name:
                text = resources.Font["/" + name.decode()].ToUnicode.read_bytes()
                mapped = re.findall(rb"^<([0-9a-f]{4})><([0-9a-f]+)>$", text, re.MULTILINE)
                known = {code for code, character in mapped if character not in (b"0000", b"feff", b"fffe")}
                continue
            codes = {shown[i : i + 4] for i in range(0, len(shown), 4)}
            assert codes <= known
            assert b"0000" not in codes, "a missing glyph is shown"
            count += len(codes)
    assert count > 500


def test_information_and_xmp_agree_in_an_archived_file() -> None:
    pdf = opened("pdf/a-2u")
    said = pdf.Root.Metadata.read_bytes().decode()
    assert f'<rdf:li xml:lang="x-default">{pdf.docinfo.Title}</rdf:li>' in said
    assert f"<pdf:Producer>{pdf.docinfo.Producer}</pdf:Producer>" in said
    assert f"<xmp:CreatorTool>{pdf.docinfo.Creator}</xmp:CreatorTool>" in said
    assert str(pdf.docinfo.CreationDate) == "D:20261125"
    assert "<xmp:CreateDate>2026-11-25<" in said


def test_a_picture_in_inks_is_refused_in_an_archived_file() -> None:
    out = io.BytesIO()
    Image.new("CMYK", (20, 20), (0, 200, 200, 0)).save(out, "JPEG")
    unit = chapter(1, 20, extra='<p><img src="asset:a.jpg" alt="صورة"/></p>', count=1)
    asked = job_of(unit, assets={"a.jpg": out.getvalue()}, variant="pdf/a-2b")
    refused = print_alone(asked)
    assert [(d.code, "c1" in d.message.en) for d in refused.diagnostics] == [("variant-colour", True)]
    assert refused.pdf == b""
    assert print_alone(replace(asked, variant="")).pdf


def test_a_file_for_the_press_gives_colours_as_inks() -> None:
    pdf = opened("pdf/x-4")
    (intent,) = pdf.Root.OutputIntents
    assert str(intent.S) == "/GTS_PDFX"
    assert str(intent.OutputConditionIdentifier) == "FOGRA51"
    assert (int(intent.DestOutputProfile.N), intent.DestOutputProfile.read_bytes()) == (4, press_profile())
    assert pdf.docinfo.Trapped == "/False"
    shown = b""
    for _, resources, data in streams(pdf):
        shown += data
        assert resources.ColorSpace.DefaultRGB[0] == "/ICCBased"
        assert resources.ColorSpace.DefaultRGB[1].N == 3
    assert b"0 g\n" in shown, "text is in black ink alone"
    assert b"0.8 0 0 rg" in shown, "a colour stays a colour"
    assert not re.search(rb"(?m)^(\S+) \1 \1 rg$", shown)


def test_a_file_for_the_press_cannot_be_clicked_and_knows_its_cut() -> None:
    pdf = opened("pdf/x-4")
    assert all("/Annots" not in page.obj and "/TrimBox" in page.obj for page in pdf.pages)
    said = pdf.Root.Metadata.read_bytes().decode()
    for name in ("xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate", "xmpMM:DocumentID", "xmpMM:VersionID"):
        assert f"<{name}>" in said
    assert "<pdf:Trapped>False<" in said
    assert "<dc:title>" in said
    plain = pressed("").page_map
    assert pressed("pdf/x-4").page_map == plain, "the pages are the same"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"profile": b""}, "variant-needs-profile"),
        ({"profile": press_profile(kind=b"mntr")}, "wrong-profile"),
        ({"profile": b"no profile"}, "wrong-profile"),
        ({"date": ""}, "variant-needs-date"),
    ],
)
def test_what_a_file_for_the_press_needs_is_asked_for(changes: dict[str, Any], code: str) -> None:
    with pytest.raises(Stop) as stop:
        print_alone(job("pdf/x-4", **changes))
    assert [d.code for d in stop.value.diagnostics] == [code]


def test_an_unknown_variant_stops_the_press() -> None:
    with pytest.raises(Stop, match="pdf/x-9"):
        print_alone(job("pdf/x-9"))
