"""The style sheet and the faces (G1…G14)."""

import io
import re
from dataclasses import replace

import pytest
import uharfbuzz as hb
from fontTools.ttLib import TTFont
from tests.epub.ebook import NS, SPECIMEN, Ebook, long_book, prepared, seed, specimen

from publisher.config import Settings, TypographySettings
from publisher.editions.epub.sheet import book_sheet
from publisher.editions.epub.typefaces import ALWAYS, carried_faces, licence_text
from publisher.fonts import characters_of_book, choose, file_name, shipped
from publisher.fonts.coverage import covered_by
from publisher.fonts.subsetting import ALWAYS as KEPT
from publisher.nodes import Paragraph, Text


def _face(ebook: Ebook, name: str) -> TTFont:
    return TTFont(io.BytesIO(ebook.read(f"fonts/{name}")))


def _shaped(data: bytes) -> list[tuple[int, int, int]]:
    """Return where the glyphs of a line with ligatures, marks and figures stand."""
    buffer = hb.Buffer()
    buffer.add_str("بِسْمِ اللهِ لَا كِتابَ المُحمَّديّ ١٢٣ 123 (الحجّة)")
    buffer.guess_segment_properties()
    hb.shape(hb.Font(hb.Face(data)), buffer, {"lnum": True})
    return [(p.x_advance, p.x_offset, p.y_offset) for p in buffer.glyph_positions]


def _faces(ebook: Ebook) -> dict[str, TTFont]:
    names = [n.removeprefix("EPUB/fonts/") for n in ebook.names if n.endswith(".ttf")]
    return {name: _face(ebook, name) for name in names}


@pytest.mark.parametrize(
    "forbidden",
    [
        r"(?<![\w-])direction\s*:", r"unicode-bidi", r"letter-spacing", r"inline-block", r"!important", r"background",
        r"(?<![\w-])div\b", r"text-align\s*:\s*(?:left|right)", r"-inline-(?:start|end)", r"\d+px\s*[;/]?\s*[^a-z]*line",
        r"font-size\s*:[^;}]*px", r"(?<![\w-])height\s*:[^;}]*(?:px|pt|mm)",
    ],
)  # fmt: skip
def test_rules_that_readers_break_on(ebook: Ebook, forbidden: str) -> None:
    """G1, G2, G3, G4, G11, G13, E7: not one of them is in the style sheet."""
    assert not re.search(forbidden, ebook.css), re.search(forbidden, ebook.css)


def test_rules_that_readers_need(ebook: Ebook) -> None:
    """G4, G9, G11, G12: loose lines without unit, lining figures, no hyphens, whole bayts and figures."""
    heights = [float(h) for h in re.findall(r"body \{[^}]*line-height: ([\d.]+)[;}]", ebook.css)]
    assert heights
    assert min(heights) >= 1.7
    assert "font-variant-numeric: lining-nums" in ebook.css
    assert "hyphens: none" in ebook.css
    for name in ("bayt", "figure", "tr"):
        assert re.search(rf"(?:^|\.){name} \{{[^}}]*break-inside: avoid", ebook.css, re.MULTILINE), name
    assert not re.search(r"\.notes?[^{]*\{[^}]*display: none", ebook.css)


def test_every_class_has_a_rule_or_a_reason(ebook: Ebook) -> None:
    """G13: classes of the markup are known to the style sheet, or say what a thing is."""
    silent = {
        "t",
        "br",
        "added",
        "ref",
        "page-ref",
        "text",
        "body",
        "cap",
        "formula",
        "dialogue",
        "attribution",
        "back",
        "where",
        "note",
    }
    used = {name for e in ebook.all("//*[@class]") for name in str(e.get("class")).split()}
    known = set(re.findall(r"\.([a-z][\w-]*)", ebook.css))
    assert {n for n in used - known - silent if not n.startswith("language-")} == set()


def test_left_to_right_books_get_the_sides_mirrored() -> None:
    """G3: sides are physical, so they follow the book's direction."""
    settings = replace(Settings(), language="en", style="kitab")
    faces = choose(settings.fonts)[0]
    sheet = book_sheet(settings, faces, carried_faces(prepared(SPECIMEN).book, faces, "kitab"))
    assert "li { padding-left: 1.6em" in sheet
    assert "li { padding-right: 1.6em" in specimen().css


@pytest.mark.parametrize(("accent", "shown"), [("style", "#9a2617"), ("ink", "inherit"), ("#112233", "#112233")])
def test_accent(accent: str, shown: str) -> None:
    """The book's accent reaches the e-book."""
    settings = replace(Settings(), style="kitab", typography=TypographySettings(accent=accent))
    faces = choose(settings.fonts)[0]
    sheet = book_sheet(settings, faces, carried_faces(prepared(SPECIMEN).book, faces, "kitab"))
    assert f"a.ref {{ color: {shown} }}" in sheet


@pytest.mark.requirement("EPB-05")
def test_regular_and_bold_are_carried(ebook: Ebook) -> None:
    """G5, J1: TTF in both weights, named in the style sheet, shaped as the whole face is."""
    assert {"amiri-400.ttf", "amiri-700.ttf"} <= set(_faces(ebook))
    for name, font in _faces(ebook).items():
        assert f'url("../fonts/{name}")' in ebook.css
        assert font.sfntVersion == "\x00\x01\x00\x00"
    for key in ("amiri-400.ttf", "amiri-700.ttf"):
        whole = next(face.path for face in shipped() if file_name(face) == key).read_bytes()
        assert _shaped(ebook.read(f"fonts/{key}")) == _shaped(whole)
    assert "font-weight: 700" in ebook.css


@pytest.mark.requirement("EPB-05")
def test_subset_keeps_the_arabic_block(ebook: Ebook) -> None:
    """G6: a reader's own notes and searches show too."""
    whole = {f"{f.key}-{f.weight}.ttf": set(map(chr, TTFont(f.path).getBestCmap())) for f in shipped()}
    for name in ("amiri-400.ttf", "amiri-700.ttf"):
        has = set(map(chr, _face(ebook, name).getBestCmap()))
        assert KEPT & whole[name] <= has
        assert {"\u200c", "\u200d", "\u200e", "\u200f", "\u25cc"} <= has
        assert len(has) < len(whole[name])


def test_every_character_has_a_face(ebook: Ebook) -> None:
    """G7: the characters of all pages are in the faces that the book carries."""
    has = set().union(*(set(map(chr, font.getBestCmap())) for font in _faces(ebook).values()))
    shown = set("".join("".join(tree.find("{*}body").itertext()) for tree in ebook.texts.values()))
    assert {c for c in shown - has if not c.isspace() and c != "\u200b"} == set()


def test_a_character_that_only_another_face_has() -> None:
    """G7: the face that has it is carried too."""
    ready = prepared(SPECIMEN)
    chapter = replace(ready.book.body[0], blocks=(Paragraph((Text("رمز ⌘ و→"),)),))
    book = replace(ready.book, body=(chapter,))
    has = set().union(
        *(map(chr, TTFont(io.BytesIO(one.data)).getBestCmap()) for one in carried_faces(book, ready.faces, "kitab"))
    )
    missing = (characters_of_book(book) | ALWAYS) - has
    assert not missing & covered_by(ready.faces.all)


def test_licences(ebook: Ebook) -> None:
    """G8: the licence text of each face is in the book, its name in the imprint; embedding is allowed."""
    imprint = "".join(ebook.texts["text/imprint.xhtml"].find("{*}body").itertext())
    assert "Amiri" in imprint
    licences = [name for name in ebook.names if name.endswith("-licence.txt")]
    assert {f"EPUB/fonts/{key}-licence.txt" for key in ("amiri", "nuqta")} <= set(licences)
    assert all("SIL OPEN FONT LICENSE" in ebook.archive.read(name).decode() for name in licences)
    for font in _faces(ebook).values():
        assert font["OS/2"].fsType & 0x000F != 2


def test_imprint_tells_how_to_see_the_faces(ebook: Ebook) -> None:
    """J7: readers are told which setting shows the book as it was designed."""
    lines = [p.text for p in ebook.texts["text/imprint.xhtml"].iterfind(".//x:p", NS)]
    assert lines[-1].endswith("فاختر «خطّ الناشر» أو «الخطّ الأصلي» في قارئك لتراه كما صُمّم.")


def test_reserved_names_are_respected() -> None:
    """G8: a face that is cut down does not bear the name that its licence keeps."""
    ebook = seed()
    for name, font in _faces(ebook).items():
        if "plex" in name:
            assert "Reserved Font Name" in licence_text(
                next(f for f in prepared(SPECIMEN).faces.all if name.startswith(f.key))
            )
            assert not [r for r in font["name"].names if r.nameID in (1, 4, 6, 16) and "Plex" in r.toUnicode()]
            assert {0x200C, 0x200D} <= set(font.getBestCmap())


def test_own_fonts_are_asked_for(ebook: Ebook) -> None:
    """G10, G14: Apple's switch is on; no face is obfuscated."""
    assert ebook.meta("ibooks:specified-fonts") == ["true"]
    assert "ibooks:" in ebook.opf.get("prefix")
    assert "META-INF/encryption.xml" not in ebook.names


def test_the_mono_face_comes_with_code_only() -> None:
    """G5: a face that nothing is set in stays out."""
    assert "plex-mono-400.ttf" in _faces(long_book())
    assert "plex-mono-400.ttf" not in _faces(seed())


def test_headings_of_an_article_have_their_own_face() -> None:
    """The article's second face is carried and named."""
    assert {"plex-arabic-400.ttf", "plex-arabic-700.ttf"} <= set(_faces(seed()))
    assert re.search(r'h6, caption, [^{]*\{ font-family: "IBM Plex Sans Arabic 1"', seed().css)
    assert seed().texts[next(iter(seed().chapters))].find("x:body/x:header/x:h1", NS) is not None
