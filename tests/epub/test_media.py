"""Cover, pictures, tables, formulas (H1…H6)."""

import io
import re
from dataclasses import replace

import pytest
from PIL import Image
from tests.epub.ebook import NS, SPECIMEN, TYPE, Ebook, long_book, made, materials, prepared, specimen

from publisher.editions.epub.pictures import pictures_of
from publisher.xhtml import formulas


def _picture(mode: str, kind: str, size: tuple[int, int] = (40, 30)) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size, 0).save(out, kind)
    return out.getvalue()


def test_cover(ebook: Ebook) -> None:
    """H1: JPEG of 1600×2560, a page of its own with nothing but the picture, described in Arabic."""
    image = Image.open(io.BytesIO(ebook.read("images/cover.jpg")))
    assert (image.format, image.size, image.mode) == ("JPEG", (1600, 2560), "RGB")
    body = ebook.texts["text/cover.xhtml"].find("x:body", NS)
    (picture,) = body.iterfind(".//x:img", NS)
    assert picture.get("alt").startswith("الغلاف: ")
    assert picture.get("role") == "doc-cover"
    assert not "".join(body.itertext()).strip()
    assert "style" not in {name for e in body.iter("*") for name in e.attrib}


def test_cover_is_legible_as_a_thumbnail() -> None:
    """H1: title and ground differ, and the title takes much of the upper half."""
    small = Image.open(io.BytesIO(specimen().read("images/cover.jpg"))).convert("L").resize((72, 115))
    upper = [small.getpixel((x, y)) for x in range(8, 56) for y in range(6, 50)]
    ground = sorted(upper)[len(upper) // 4]
    light = sum(p > ground + 80 for p in upper) / len(upper)
    assert light > 0.1


def test_cover_drawn_beside_the_other_work_is_the_same() -> None:
    """A5, H1: whether another process draws it or not, the bytes are the same."""
    ready = prepared(SPECIMEN)
    alone = materials(ready)
    assert made(ready.book, replace(alone, jobs=0)).data == made(ready.book, alone).data


def test_cover_of_the_books_own() -> None:
    """H1: a picture of the book's own takes the place of the drawn one, and is not carried twice."""
    ready = prepared(SPECIMEN)
    own = replace(ready, assets={**ready.assets, "cover.png": _picture("RGBA", "PNG", (800, 1280))})
    ebook = made(ready.book, materials(own, cover="cover.png"))
    image = Image.open(io.BytesIO(ebook.read("images/cover.jpg")))
    assert (image.size, image.mode) == ((800, 1280), "RGB")
    assert not [name for name in ebook.names if name.endswith("-cover.png")]


def test_alternative_text(ebook: Ebook) -> None:
    """H2: every picture is described, and the description ends as a sentence."""
    pictures = ebook.all("//x:img")
    assert pictures
    for picture in pictures:
        assert re.search(r"[ء-ي].*[.؟!…:»)]$", picture.get("alt")), picture.get("alt")


@pytest.mark.requirement("TAB-05")
def test_tables() -> None:
    """H3: caption, head and body; each head cell says what it heads."""
    tables = specimen().all("//x:table")
    assert len(tables) >= 2
    for table in tables:
        assert table.find("x:caption", NS) is not None
        assert table.find("x:tbody/x:tr/x:td", NS) is not None
        assert {th.get("scope") for th in table.iterfind("x:thead/x:tr/x:th", NS)} == {"col"}


def test_drawings_keep_their_case() -> None:
    """H4: SVG is carried as it is written."""
    (name,) = [n for n in specimen().names if n.endswith("alif.svg")]
    assert specimen().archive.read(name) == prepared(SPECIMEN).assets["images/alif.svg"]
    assert b"viewBox" in specimen().archive.read(name)


@pytest.mark.requirement("MAT-02")
def test_formulas() -> None:
    """H5: MathML with alternative text and a drawing of outlines for readers that know none."""
    (formula,) = specimen().all("//m:math")
    assert formula.get("alttext") == "a^2+b^2=c^2"
    drawing = specimen().text(f"text/{formula.get('altimg')}".replace("text/../", ""))
    assert "<path" in drawing
    assert "<text" not in drawing
    assert [e.text for e in formula.iter("{*}mi")] == ["a", "b", "c"]


def test_unread_formula_is_told_and_printed() -> None:
    """H5: TeX that cannot be read is printed as it is, with a finding."""
    assert [d.code for d in long_book().diagnostics] == ["unread-formula"]
    assert "\\frac{" in "".join(e.text or "" for e in long_book().all("//x:code[@class='formula']"))


@pytest.mark.parametrize("tex", [r"\frac{", r"\nosuchthing x", "x_{", "x" * 5000, r"\begin{matrix} 1 & 2"])
def test_bad_formulas_raise_nothing(tex: str) -> None:
    """H5: whatever an author types."""
    assert formulas.mathml(tex) is None
    assert formulas.svg(tex) is None


@pytest.mark.parametrize("tex", ["a^2", r"\frac{a}{b}", r"\sum_{i=1}^n i", r"\sqrt{x+1} \le 3", r"\int_0^1 f(x)\,dx"])
def test_good_formulas(tex: str) -> None:
    """H5: MathML and the same drawing every time, its base line known."""
    made_of_it = formulas.mathml(tex, is_display=True)
    assert made_of_it is not None
    assert 'display="block"' in made_of_it
    drawing = formulas.svg(tex, is_display=True)
    assert drawing is not None
    assert drawing.svg.startswith("<svg")
    assert 0 <= drawing.depth < drawing.height
    formulas.svg.cache_clear()
    assert formulas.svg(tex, is_display=True) == drawing


def test_arabic_notation_runs_from_the_right() -> None:
    """H5: a formula in Arabic letters says so; no drawing is made of letters that would not be joined."""
    made_of_it = formulas.mathml(r"\text{مساحة} = س^2")
    assert made_of_it is not None
    assert 'dir="rtl"' in made_of_it
    assert formulas.svg(r"\text{مساحة} = س^2") is None


@pytest.mark.parametrize(
    ("mode", "kind", "ending"),
    [
        ("RGB", "PNG", "png"),
        ("RGBA", "PNG", "png"),
        ("CMYK", "JPEG", "jpg"),
        ("P", "GIF", "gif"),
        ("RGB", "WEBP", "webp"),
    ],
)
def test_pictures_are_what_shops_take(mode: str, kind: str, ending: str) -> None:
    """A3, B6, H6: opaque, in RGB, under an ASCII name, with the type that its bytes have."""
    (picture,) = pictures_of({"صور/لوحة ١.bin": _picture(mode, kind)})
    assert picture.name in (f"p01-1.{ending}", f"p01.{ending}")
    with Image.open(io.BytesIO(picture.data)) as image:
        assert image.mode in ("RGB", "L", "P")
        assert picture.media_type == f"image/{ {'jpg': 'jpeg'}.get(ending, ending) }"


def test_large_pictures_are_brought_down() -> None:
    """H6: under five megabytes, however large the picture was."""
    noise = Image.effect_noise((2600, 2600), 90)
    out = io.BytesIO()
    noise.save(out, "PNG")
    assert len(out.getvalue()) > 5_000_000
    (picture,) = pictures_of({"a.png": out.getvalue()})
    assert len(picture.data) < 5_000_000
    assert picture.media_type == "image/jpeg"


def test_no_sound_is_promised(ebook: Ebook) -> None:
    """H7, H8: the book has no media overlays, and says nothing of any."""
    assert "media-overlay" not in ebook.text("content.opf")
    assert "media:" not in ebook.text("content.opf")
    assert not ebook.all("//x:audio | //x:video")
    assert not [e for e in ebook.all("//*") if e.get(TYPE) == "audio"]
