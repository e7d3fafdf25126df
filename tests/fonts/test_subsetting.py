"""A subset keeps the Arabic block, the book's characters, the joiners, the features and the licence (EPUB.md G5, G6)."""

import io
import zlib

import pytest
from fontTools.ttLib import TTFont

from publisher.fonts import file_name, font_face_rules, shipped, subset

AMIRI = next(face for face in shipped() if face.key == "amiri" and face.weight == 400)
WANTED = "أبجد ABC 漢"


def cut() -> TTFont:
    return TTFont(io.BytesIO(subset(AMIRI.path.read_bytes(), WANTED)))


def test_it_holds_the_book_and_the_whole_arabic_block() -> None:
    whole, part = set(TTFont(AMIRI.path).getBestCmap()), set(cut().getBestCmap())
    assert part >= whole & {*range(0x600, 0x700), *map(ord, "ABC"), 0x200C, 0x200D, 0x200E, 0x200F, 0x25CC}
    assert ord("Z") not in part
    assert ord("漢") not in part


@pytest.mark.requirement("EPB-05")
def test_it_keeps_joining_marks_and_names() -> None:
    font = cut()
    features = {record.FeatureTag for record in font["GSUB"].table.FeatureList.FeatureRecord}
    assert {"init", "medi", "fina", "rlig", "ccmp"} <= features
    assert {"mark", "mkmk"} <= {record.FeatureTag for record in font["GPOS"].table.FeatureList.FeatureRecord}
    assert "SIL Open Font License" in font["name"].getDebugName(13)


def test_it_is_small_and_the_same_each_time() -> None:
    data = AMIRI.path.read_bytes()
    first = subset(data, WANTED)
    assert first == subset(data, reversed(WANTED))
    assert len(zlib.compress(first)) < 150_000


def test_rules_name_every_face_apart_from_the_system() -> None:
    rules = font_face_rules(shipped(), lambda face: f"fonts/{file_name(face)}")
    assert 'font-family: "Amiri 1"; font-weight: 700;' in rules
    assert 'url("fonts/amiri-700.ttf") format("truetype")' in rules
    assert len({file_name(face) for face in shipped()}) == len(shipped())
