"""The sheet of paper around the page: bleed, crop marks and what a print shop asks for, set as a user sets them."""

from pathlib import Path
from struct import pack_into

import pikepdf
import pypdfium2
import pytest
from tests.pdf.conftest import BOOK, PLAIN
from tests.pdf.reading import MM

from publisher.build import build

SCALE = 2
TRIM = (148 * MM, 210 * MM)


def made(folder: Path, more: str) -> Path:
    (folder / "book.toml").write_text(BOOK.replace('front = ["0.md"]', "").replace(', "2.md"', "") + more, "utf-8")
    (folder / "1.md").write_text(f"# الحروف\n\n{PLAIN * 3}", "utf-8")
    return build(folder, ["pdf"], folder / "build").paths[0]


def boxes(path: Path) -> list[tuple[list[float], ...]]:
    with pikepdf.open(path) as pdf:
        names = ("/MediaBox", "/TrimBox", "/BleedBox")
        return [tuple([float(n) for n in page.obj[name]] for name in names) for page in pdf.pages]


def ink(path: Path, page: int) -> tuple[tuple[int, int], set[tuple[int, int]]]:
    """Return the size of a rendered page and the dots that are not white."""
    picture = pypdfium2.PdfDocument(path)[page].render(scale=SCALE).to_pil().convert("L")
    width, height = picture.size
    data = picture.tobytes()
    return (width, height), {(i % width, i // width) for i, value in enumerate(data) if value < 200}


@pytest.mark.parametrize("marks", ["true", "false"])
def test_bleed_and_crop_marks_stand_around_every_page(tmp_path: Path, marks: str) -> None:
    path = made(tmp_path, f"\n[page]\nbleed = 3\ncrop_marks = {marks}\n")
    room = 3 * MM
    for media, trim, bleed in boxes(path):
        assert trim == pytest.approx([0, 0, *TRIM], abs=0.01)
        assert bleed == pytest.approx([-room, -room, TRIM[0] + room, TRIM[1] + room], abs=0.01)
        assert media == bleed
    for page in range(len(boxes(path))):
        (width, height), dots = ink(path, page)
        edge = int(room * SCALE) - 2
        outside = {(x, y) for x, y in dots if not (edge < x < width - edge and edge < y < height - edge)}
        assert bool(outside) == (marks == "true" or page == 0), f"page {page}"


def test_the_cover_runs_to_the_edge_of_the_bleed(tmp_path: Path) -> None:
    (width, height), dots = ink(made(tmp_path, "\n[page]\nbleed = 3\n"), 0)
    corners = {(x, y) for x in (1, width - 2) for y in (1, height - 2)}
    assert corners <= dots


def test_a_file_for_a_print_shop_is_made_from_the_settings(tmp_path: Path) -> None:
    profile = bytearray(132)
    pack_into(">L", profile, 0, len(profile))
    profile[12:20], profile[36:40] = b"prtrCMYK", b"acsp"
    (tmp_path / "press.icc").write_bytes(profile)
    path = made(tmp_path, '\n[pdf]\nvariant = "pdf/x-4"\nprofile = "press.icc"\ncondition = "FOGRA51"\n')
    with pikepdf.open(path) as pdf:
        (intent,) = pdf.Root.OutputIntents
        assert intent.DestOutputProfile.read_bytes() == bytes(profile)
        assert str(intent.OutputConditionIdentifier) == "FOGRA51"
        assert b"PDF/X-4" in pdf.Root.Metadata.read_bytes()
