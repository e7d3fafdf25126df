"""Kashida as a setting and a CSS property; composites, tables and faces as the state of one document."""

from pathlib import Path
from typing import Any

import pytest
from tests.composer.odd_faces import cubic_face, variable_face
from tests.composer.setting_up import TEXTS, composed, page, paragraphs, stock
from weasyprint.formatting_structure import boxes

from publisher.composer import Typesetting, measure
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


ODD_FACES = {"CFF": cubic_face, "fvar": variable_face}


@pytest.mark.parametrize("table", ODD_FACES)
def test_a_face_without_plain_outlines_is_left_to_weasyprint(table: str, tmp_path: Path) -> None:
    face = ODD_FACES[table](tmp_path / "odd.ttf")
    document, typesetting = composed(page(paragraphs("كتاب كبير."), face))
    assert document.write_pdf().startswith(b"%PDF")
    report = typesetting.report
    assert list(report.faces_left.values()) == [table]
    assert report.lines_fallen_back == {"the face cannot be composed": 1}
    assert report.lines_planned == 0


def test_a_face_that_no_text_is_set_in_is_not_told(tmp_path: Path) -> None:
    """A family of its own for Latin code, where Arabic would fall back to a face that cannot be composed."""
    css = f"@font-face{{font-family:Odd;src:url({cubic_face(tmp_path / 'odd.otf').as_uri()})}}b{{font-family:Odd}}"
    for body, told in (("<p>كلمة <i>ثم</i> أخرى.</p>", []), ("<p>كلمة <b>ثم</b> أخرى.</p>", ["CFF"])):
        typesetting = composed(page(body, css=css))[1]
        assert list(typesetting.report.faces_left.values()) == told


LEFT = {
    "letter-spacing": ("p{letter-spacing:1pt}", "letter-spacing"),
    "pre-wrap": ("p{white-space:pre-wrap}", "white-space: pre-wrap"),
    "word-break": ("p{word-break:break-all}", "word-break"),
    "a word too wide": ("p{width:20pt;overflow-wrap:anywhere}", "a word wider than the line"),
    "first letter": ("p::first-letter{font-size:2em}", "::first-letter or ::first-line"),
    "a float inside": ("b{float:left}", "something floated or positioned in the line"),
}


@pytest.mark.parametrize(("css", "reason"), LEFT.values(), ids=LEFT)
def test_each_line_that_is_left_is_counted_with_its_reason(css: str, reason: str) -> None:
    body = "<p>كلمة واحدة <b>ثم</b> أخرى طويلة في سطر.</p><h6>سطر منضّد.</h6>"
    document, typesetting = composed(page(body, css=css))
    lines = [box for box in document.pages[0]._page_box.descendants() if isinstance(box, boxes.LineBox)]
    first = 1 if "first-letter" in css else sum(box.element.tag == "p" for box in lines)
    assert typesetting.report.lines_fallen_back == {reason: first}


@pytest.mark.parametrize("value", ["pre", "pre-line", "nowrap"])
def test_lines_kept_as_they_are_typed_are_composed(value: str) -> None:
    """Spaces, also several, and ends of lines stay; nothing is filled up or wrapped."""
    typed = "كلمة   ثم أخرى\nفي سطر ثان طويل يتجاوز عرض الصندوق كله ولا ينكسر"
    html = page(f"<p>{typed}</p>", css=f"p{{white-space:{value};width:120pt;text-indent:0}}")
    document, typesetting = composed(html, kashida="full")
    assert not typesetting.report.lines_fallen_back
    texts = [lines_of(each) for each in (document, stock(html))]
    assert texts[0] == texts[1]
    if value == "pre":
        assert not typesetting.report.kashidas
        assert texts[0] == typed.split("\n")


def lines_of(document: Any) -> list[str]:
    """Return the text of each line."""
    return [
        "".join(child.text for child in box.descendants() if isinstance(child, boxes.TextBox)).rstrip()
        for box in document.pages[0]._page_box.descendants()
        if isinstance(box, boxes.LineBox)
    ]


@pytest.mark.requirement("JUS-02")
def test_a_loose_line_is_reported() -> None:
    body = '<p style="width:60mm">كلمة استخداماتهم وللمستشفيات واستقبالاتهم ولاستخداماتها القديمة وغيرها.</p>'
    report = composed(page(body), kashida="none")[1].report
    assert report.loose
    assert all(space > 0.6 and text.split()[0] in body for text, space in report.loose.items())


def test_an_even_page_reports_nothing() -> None:
    report = composed(page(paragraphs(TEXT * 2)), kashida="medium")[1].report
    assert (report.loose, report.lines_fallen_back, report.faces_left) == ({}, {}, {})


def test_medium_keeps_the_promised_evenness() -> None:
    """In running text at A5 no word space over 0.6 em, 95 of 100 at most 0.40 em, no rivers."""
    text = " ".join(TEXT.splitlines() + (TEXTS / "vocalised.txt").read_text().splitlines())
    figures = quality_of(composed(page(f"<p>{text}</p><p>{text[400:]}</p>"), kashida="medium")[0]).figures()
    assert figures["lines"] > 80
    assert figures["max"] <= 0.6
    assert figures["p95"] <= 0.40
    assert figures["rivers"] == 0
    assert figures["edge"] <= 0.1


def test_arabic_signs_after_a_number_of_another_face_stay_in_their_own(noto: Path) -> None:
    """The subset of Noto has no European digits: they come from another face, the comma after them does not."""
    document, _ = composed(page("<p>سنة 2019، ثم 2020؛ أخيرًا.</p>", noto))
    runs = [
        run for box in settings_of(document) for stretch in box.stretches for run in stretch.items if run is not None
    ]
    own = next(run.face for run in runs if run.text == "سنة")
    assert {run.text: run.face is own for run in runs if run.text in ("2019", "،", "؛")} == {
        "2019": False,
        "،": True,
        "؛": True,
    }


def settings_of(document: Any) -> list[Any]:
    """Return what the composer set of each text box of the first page."""
    boxes_of_page = document.pages[0]._page_box.descendants()
    return [setting for box in boxes_of_page if (setting := box.__dict__.get("_composer_setting")) is not None]
