"""Kashida as a setting and a CSS property; composites, tables and faces as the state of one document."""

from pathlib import Path
from typing import Any

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from tests.composer.setting_up import TEXTS, composed, page, paragraphs

from publisher.composer import Typesetting, measure
from publisher.composer.findings import findings
from publisher.composer.quality import quality_of

TEXT = (TEXTS / "plain.txt").read_text()


def kashidas(document: Any) -> dict[str, int]:
    """Return how many kashidas stand in the text of each class of paragraph."""
    found: dict[str, int] = {}
    for sheet in document.pages:
        for box in sheet._page_box.descendants():
            setting = box.__dict__.get("_composer_setting")
            if setting is not None:
                name = box.element.get("class") or box.element.tag
                runs = [run for stretch in setting.stretches for run in stretch.items if run is not None]
                found[name] = found.get(name, 0) + sum(bool(run.inserted) for run in runs)
    return found


@pytest.mark.parametrize("setting", ["none", "light", "medium", "full"])
def test_the_setting_of_the_document(setting: str) -> None:
    document, typesetting = composed(page(paragraphs(TEXT)), kashida=setting)
    assert kashidas(document)["p"] == typesetting.report.kashidas
    assert bool(typesetting.report.kashidas) == (setting != "none")


@pytest.mark.requirement("JUS-05")
def test_more_freedom_means_more_kashidas_and_narrower_spaces() -> None:
    figures = [
        quality_of(composed(page(paragraphs(TEXT * 4)), kashida=k)[0]).figures() for k in ("none", "light", "full")
    ]
    assert figures[0]["kashidas"] < figures[1]["kashidas"] < figures[2]["kashidas"]
    assert figures[0]["mean"] > figures[1]["mean"] > figures[2]["mean"]


def test_the_property_is_inherited_and_holds_for_each_element() -> None:
    line = " ".join(TEXT.splitlines()[11:20])
    body = (
        f'<div style="--kashida:none"><p class="off">{line}</p><p class="on" style="--kashida:full">{line}</p></div>'
        f'<p class="own">{line}</p><p class="inner">{line} <span class="quoted" style="--kashida:none">{line}</span></p>'
    )
    found = kashidas(composed(page(body), kashida="medium")[0])
    assert found["off"] == found["quoted"] == 0
    assert found["on"] > 0
    assert found["own"] > 0


def test_only_filled_lines_are_stretched() -> None:
    body = f'<h2 style="text-align:center">{TEXT.splitlines()[3]}</h2><p class="r" style="text-align:start">{TEXT}</p>'
    assert set(kashidas(composed(page(body), kashida="full")[0]).values()) == {0}


def test_an_unknown_setting_is_refused() -> None:
    with pytest.raises(ValueError, match="none, light, medium, full"):
        Typesetting(kashida="heavy")


def definitions(typesetting: Typesetting) -> dict[str, set[Any]]:
    return {sha: set(made.numbers) for sha, made in typesetting.composites.by_face.items()}


def test_composites_are_defined_by_their_content() -> None:
    """The same text met in another order gives the same composites."""
    lines = (TEXTS / "vocalised.txt").read_text().splitlines()
    made = []
    for order in (lines, lines[::-1]):
        document, typesetting = composed(page(paragraphs("\n".join(order))), kashida="none")
        document.write_pdf()
        made.append(definitions(typesetting))
    assert made[0] == made[1]
    assert sum(map(len, made[0].values())) > 100


def test_full_tables_are_emptied_and_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    html = page(paragraphs(TEXT))
    whole = composed(html)[0].write_pdf()
    monkeypatch.setattr(measure, "TABLE_SIZE", 7)
    document, typesetting = composed(html)
    assert document.write_pdf() == whole
    assert all(len(table) <= 7 for type_ in typesetting.types.values() for table in (type_._words, type_._runs))


@pytest.fixture
def cubic_face(tmp_path: Path) -> Path:
    """A face with CFF outlines: a square for each letter."""
    letters = "ابتثجحخدذرزسشصضطظعغفقكلمنهويأإآىةءؤئ،. "
    names = {ord(c): f"uni{ord(c):04X}" for c in letters}
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder([".notdef", *names.values()])
    builder.setupCharacterMap(names)
    pen = T2CharStringPen(500, None)
    pen.moveTo((50, 0))
    for point in ((450, 0), (450, 400), (50, 400)):
        pen.lineTo(point)
    pen.closePath()
    square = pen.getCharString()
    builder.setupCFF("Cubic", {}, dict.fromkeys([".notdef", *names.values()], square), {})
    builder.setupHorizontalMetrics(dict.fromkeys([".notdef", *names.values()], (500, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Cubic", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    builder.save(tmp_path / "cubic.otf")
    return tmp_path / "cubic.otf"


def test_a_cff_face_is_left_to_weasyprint_and_told(cubic_face: Path) -> None:
    document, typesetting = composed(page(paragraphs("كتاب كبير."), cubic_face))
    assert document.write_pdf().startswith(b"%PDF")
    told = {d.code: d for d in findings(typesetting, document)}
    assert "CFF" in told["face-not-composed"].message.en
    assert told["lines-left"].message.en.endswith("the face cannot be composed")
    assert typesetting.report.lines_planned == 0


@pytest.mark.requirement("JUS-02")
def test_a_loose_line_is_told() -> None:
    body = '<p style="width:60mm">كلمة استخداماتهم وللمستشفيات واستقبالاتهم ولاستخداماتها القديمة وغيرها.</p>'
    document, typesetting = composed(page(body), kashida="none")
    told = [d for d in findings(typesetting, document) if d.code == "loose-line"]
    assert told
    assert float(told[0].message.en.split(" em")[0].rsplit(" ", 1)[1]) > 0.6


def test_an_even_page_has_nothing_to_tell() -> None:
    document, typesetting = composed(page(paragraphs(TEXT * 2)), kashida="medium")
    assert list(findings(typesetting, document)) == []


def test_medium_keeps_the_promised_evenness() -> None:
    """In running text at A5 no word space over 0.6 em, 95 of 100 at most 0.40 em, no rivers."""
    text = " ".join(TEXT.splitlines() + (TEXTS / "vocalised.txt").read_text().splitlines())
    figures = quality_of(composed(page(f"<p>{text}</p><p>{text[400:]}</p>"), kashida="medium")[0]).figures()
    assert figures["lines"] > 80
    assert figures["max"] <= 0.6
    assert figures["p95"] <= 0.40
    assert figures["rivers"] == 0
    assert figures["edge"] <= 0.1
