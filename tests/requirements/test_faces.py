"""The book's faces: joining, the name of God, marks in their places, signs of the Qur'an, honorifics."""

import itertools
import unicodedata

import pytest
from tests.requirements.shaping import ARABIC, TEXT, glyph_of, glyphs, shape

from publisher.arabic.letters import joining_type
from publisher.book import Book, Chapter, Metadata
from publisher.config import FontSettings
from publisher.fonts.choosing import choose
from publisher.fonts.coverage import characters_of, check_coverage
from publisher.fonts.manifest import Face
from publisher.manuscript.decoding import decode
from publisher.nodes import Paragraph, Text

LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
SHADDA, FATHA, KASRA, DAMMA = "\u0651", "\u064e", "\u0650", "\u064f"
DOTTED_CIRCLE = "\u25cc"

faces = pytest.mark.parametrize("face", ARABIC, ids=lambda face: f"{face.key}-{face.weight}")
text_faces = pytest.mark.parametrize("face", TEXT, ids=lambda face: f"{face.key}-{face.weight}")


@faces
@pytest.mark.requirement("SHP-02")
@pytest.mark.parametrize("alef", "اأإآٱ")
@pytest.mark.parametrize("before", ["", "س", "د"])
def test_lam_and_alef_are_a_ligature(face: Face, alef: str, before: str) -> None:
    """Both letters change their shapes for each other: neither is what it is beside any other letter."""
    drawn = set(glyphs(face, f"{before}ل{alef}"))
    beside_others = set(glyphs(face, f"{before}لد")) | set(glyphs(face, f"{before}ب{alef}"))
    own = drawn - set(glyphs(face, f"{before}بد"))
    assert own
    assert not own & (beside_others - set(glyphs(face, before)))
    vocalised = set(glyphs(face, f"{before}ل{FATHA}{alef}"))
    assert own <= vocalised or not vocalised & beside_others


@text_faces
@pytest.mark.requirement("SHP-12")
def test_the_name_is_drawn_from_plain_letters_with_one_set_of_marks(face: Face) -> None:
    """الله brings its own shadda and dagger alef; typed ones take their place and are not doubled."""
    plain, typed = shape(face, "الله"), shape(face, f"الل{SHADDA}\u0670ه")
    other = shape(face, "اللح")
    assert max(one.north for one in plain[:2]) > max(one.north for one in other) + 100
    assert {one.glyph for one in plain} - {one.glyph for one in typed}
    marks = [one for one in typed if one.advance == 0]
    assert len(marks) == 2
    assert len([one for one in plain if one.advance == 0]) == 0
    for prefix in ("ب", "و", "ت", "ف"):
        assert set(glyphs(face, prefix + "الله")) >= {plain[0].glyph, plain[1].glyph}


@faces
@pytest.mark.requirement("DIA-01")
@pytest.mark.parametrize("letter", "بحلمى")
def test_equal_orders_of_marks_look_alike(face: Face, letter: str) -> None:
    """Shadda and vowel either way round, hamza as a mark or with its letter: the same glyphs after reading."""
    for marks in (SHADDA + FATHA, SHADDA + KASRA, SHADDA + DAMMA, SHADDA + "\u064b", SHADDA + "\u0670"):
        runs = {_read(letter + "".join(order)) for order in itertools.permutations(marks)}
        shapes = {tuple(glyphs(face, text)) for text in runs}
        assert len(shapes) == 1, runs
    for composed in "أإؤئآ":
        assert glyphs(face, _read(unicodedata.normalize("NFD", composed))) == glyphs(face, composed)


def _read(text: str) -> str:
    return decode("a.txt", text.encode())[0].text


@faces
@pytest.mark.requirement("DIA-02")
def test_marks_sit_on_their_letters_and_do_not_collide(face: Face) -> None:
    """In every joined and lone shape: a mark's middle is over or under its letter, and stacked marks do not touch."""
    for letter, marks in itertools.product(LETTERS, (FATHA, KASRA, DAMMA, SHADDA, SHADDA + FATHA, SHADDA + DAMMA)):
        for before, after in itertools.product(("", "س"), ("", "ن")):
            drawn = shape(face, before + letter + marks + after)
            at = max(one.cluster for one in drawn if one.cluster <= len(before))
            own = [one for one in drawn if one.cluster == at and one.has_ink]
            bases = [one for one in own if one.advance > 0]
            above = [one for one in own if one.advance == 0]
            assert above, (letter, marks)
            for mark in above:
                middle = (mark.west + mark.east) / 2
                reach = 0.35 * (mark.east - mark.west)
                assert min(b.west for b in bases) - reach < middle < max(b.east for b in bases) + reach, (letter, marks)
            for low, high in itertools.pairwise(sorted(above, key=lambda one: one.south)):
                assert low.north <= high.south + 40, (letter, marks)


@faces
@pytest.mark.requirement("DIA-03")
def test_kasra_with_shadda_has_one_place(face: Face) -> None:
    """It stands with the shadda over every letter, or under every letter."""
    places = set()
    for letter in LETTERS:
        lone = next(one for one in shape(face, letter + KASRA) if one.advance == 0)
        marks = [one for one in shape(face, letter + SHADDA + KASRA) if one.advance == 0]
        places.add(any(one.glyph == lone.glyph and abs(one.north - lone.north) < 50 for one in marks))
    assert len(places) == 1


@faces
@pytest.mark.requirement("DIA-07", "QUR-09")
@pytest.mark.parametrize(
    "word", ["ٱلۡحَمۡدُ", "هَٰذَا", "ٱلرَّحۡمَٰنِ", "مِنۢ", "ءَامَنُواْ", "عَلَيۡهِمۡۖ", "محمد\u0610", "علي\u0611", "عمر\u0613", "مالك\u0612"]
)
def test_small_marks_are_drawn_without_a_dotted_circle(face: Face, word: str) -> None:
    """Alef wasla, dagger alef, small high marks and honorific marks: over their letters, nothing in place of one."""
    drawn = shape(face, word)
    assert glyph_of(face, DOTTED_CIRCLE) not in {one.glyph for one in drawn}
    if set(word) <= characters_of(face):
        assert 0 not in {one.glyph for one in drawn}
        for index, character in enumerate(word):
            if unicodedata.combining(character) and "\u0610" <= character <= "\u0613":
                mark = next(one for one in drawn if one.cluster == index - 1 and one.advance == 0)
                base = max(one.north for one in drawn if one.advance > 0 and one.cluster == index - 1)
                assert mark.south > base - 1000 * 0.35
                assert mark.advance == 0


@text_faces
@pytest.mark.requirement("DIA-07", "QUR-09")
def test_the_text_face_has_every_mark_of_the_quran(face: Face) -> None:
    """None of them falls to another face."""
    assert set(map(chr, (*range(0x610, 0x616), *range(0x64B, 0x65E), 0x670, *range(0x6D6, 0x6ED)))) <= characters_of(
        face
    )


@text_faces
@pytest.mark.requirement("QUR-04")
@pytest.mark.parametrize("number", ["٧", "٤٢", "٢٨٦"])
def test_the_sign_of_an_ayah_holds_its_number(face: Face, number: str) -> None:
    """Up to three digits stand inside the sign, in forms of their own; sign and number are one run from left to right."""
    sign, *digits = shape(face, f"\u06dd{number}", direction="ltr")
    assert len(digits) == len(number)
    assert not {one.glyph for one in digits} & set(glyphs(face, number))
    for one in digits:
        assert sign.west < one.west < one.east < sign.east
        assert sign.south < one.south < one.north < sign.north


@text_faces
@pytest.mark.requirement("QUR-01")
@pytest.mark.parametrize("sign", "ﷺﷻ")
def test_an_honorific_is_one_glyph_of_the_text_face(face: Face, sign: str) -> None:
    """No words and no other face."""
    assert len(glyphs(face, sign)) == 1
    assert glyphs(face, sign)[0] != 0


@pytest.mark.requirement("QUR-07")
@pytest.mark.parametrize("sign", [chr(code) for code in (*range(0xFD40, 0xFD50), 0xFDCF)])
def test_a_newer_honorific_is_printed_or_refused(sign: str) -> None:
    """Where no face has it the author is told, and a visible sign stands in its place: no empty box is printed."""
    chosen, _ = choose(FontSettings())
    book = Book(Metadata("كتاب"), (Chapter("c01", None, (Paragraph((Text(f"قال {sign} نعم"),)),)),))
    found = check_coverage(book, chosen)
    has = any(sign in characters_of(face) for face in chosen.all)
    assert [d.code for d in found] == ([] if has else ["missing-pictograph"])


@text_faces
@pytest.mark.requirement("SHP-15")
def test_the_face_has_forms_by_language(face: Face) -> None:
    """The Urdu four is not the Persian four: what the language is for."""
    assert glyphs(face, "۴۶۷", "ur") != glyphs(face, "۴۶۷", "fa")


def test_the_letters_of_these_tests_are_all_of_them() -> None:
    """Twenty-eight, each of which joins to the letter before it."""
    assert len(set(LETTERS)) == 28
    assert all(joining_type(letter) in "DR" for letter in LETTERS)
