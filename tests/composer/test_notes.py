"""No footnote is lost, whatever the pages."""

import random
from typing import Any

import pytest
from tests.composer.setting_up import composed, page, stock
from weasyprint.formatting_structure import boxes

from publisher.composer.notes import count_notes

WORDS = [
    "كتاب",
    "علم",
    "في",
    "من",
    "على",
    "مدرسة",
    "السلام",
    "قال",
    "الرجل",
    "الكبير",
    "إلى",
    "البيت",
    "ثم",
    "عاد",
    "صفحة",
    "حاشية",
    "المتن",
    "قلم",
    "الحبر",
    "ورق",
]


def book(seed: int, count: int, css: str = "") -> str:
    """Return paragraphs of random words with up to three notes each."""
    rng = random.Random(seed)
    made = []
    for _ in range(count):
        words = rng.choices(WORDS, k=rng.randint(15, 110))
        for _ in range(rng.choice((0, 0, 1, 1, 2, 3))):
            note = " ".join(rng.choices(WORDS, k=rng.randint(3, 45)))
            words[rng.randrange(len(words))] += f'<span class="note">{note}.</span>'
        made.append("<p>" + " ".join(words) + "</p>")
    return page("".join(made), css=css)


SETTINGS = {
    "plain": "",
    "notes with their line": ".note{footnote-policy:line}",
    "four lines together": "p{orphans:4;widows:4}",
    "small pages": "@page{size:90mm 120mm;margin:8mm}",
    "notes with their block": ".note{footnote-policy:block}",
}


@pytest.mark.parametrize("css", SETTINGS.values(), ids=SETTINGS.keys())
def test_none_is_lost(css: str) -> None:
    called = 0
    for seed in range(2):
        document, _ = composed(book(seed, 75, css))
        notes = count_notes(document)
        assert notes.lost == ()
        assert notes.called == notes.set
        called += notes.called
    assert called > 120


def test_the_count_sees_a_loss() -> None:
    """Stock WeasyPrint loses notes of these pages: the count must say so, or it proves nothing."""
    notes = [count_notes(stock(book(seed, 150))) for seed in (3, 5)]
    assert sum(len(n.lost) for n in notes) > 0


def test_the_order_of_notes_is_that_of_their_calls() -> None:
    document, _ = composed(book(7, 60))
    markers = [
        int("".join(c for c in text if c.isdigit()))
        for sheet in document.pages
        for box in sheet._page_box.descendants()
        if str(box.element_tag).endswith("::footnote-marker") and (text := getattr(box, "text", "")).strip()
    ]
    assert markers == sorted(markers)
    assert len(markers) == len(set(markers)) > 20


def note_words(document: Any) -> list[str]:
    """Return the words of the notes of a document, in order, without their numbers."""
    found: list[str] = []
    for sheet in document.pages:
        for area in sheet._page_box.children:
            if isinstance(area, boxes.FootnoteAreaBox):
                for box in area.descendants():
                    if isinstance(box, boxes.TextBox) and not box.element_tag.endswith("marker"):
                        found += box.text.split()
    return found


def lowest(document: Any) -> float:
    """Return how far the lowest line of notes reaches below the page's text area, in CSS pixels."""
    worst = 0.0
    for sheet in document.pages:
        page_box = sheet._page_box
        bottom = page_box.content_box_y() + page_box.height
        for box in page_box.descendants():
            if isinstance(box, boxes.LineBox):
                worst = max(worst, box.position_y + box.height - bottom)
    return worst


@pytest.mark.parametrize("policy", ["auto", "line", "block"])
@pytest.mark.parametrize("length", [120, 700, 1900])
def test_a_long_note_goes_on_over_pages(length: int, policy: str) -> None:
    words = [f"كلمة{n}" for n in range(length)]
    rest = "كلام في المتن بعد الحاشية وقبلها " * 70
    note = f'<span class="note">{" ".join(words)}</span>'
    body = f"<p>{rest}{note} {rest}<span class=note>حاشية أخيرة</span></p>"
    document, _ = composed(page(body, css=f".note{{footnote-policy:{policy}}}"))
    assert note_words(document) == [*words, "حاشية", "أخيرة"]
    assert lowest(document) <= 0.01


def test_random_books_with_long_notes_keep_every_word() -> None:
    for seed in range(3):
        rng = random.Random(seed)
        notes = [[f"{n}و{i}" for i in range(rng.choice((4, 30, 200, 500)))] for n in range(14)]
        body = "".join(
            f"<p>{' '.join(rng.choices(WORDS, k=rng.randint(10, 120)))}"
            f'<span class="note">{" ".join(note)}</span> {" ".join(rng.choices(WORDS, k=40))}</p>'
            for note in notes
        )
        document, _ = composed(page(body, css="@page{size:100mm 140mm;margin:9mm}"))
        assert note_words(document) == [word for note in notes for word in note]
        assert lowest(document) <= 0.01


def test_the_white_space_of_notes_collapses() -> None:
    note = '<span class="note">سطر\n    وسطر   <b>ثقيل</b>\n  بعده</span>'
    document, _ = composed(page(f"<p>متن{note} بعده.</p>"))
    texts = [
        box.text
        for box in document.pages[0]._page_box.descendants()
        if isinstance(box, boxes.TextBox) and box.element_tag in ("span", "b")
    ]
    assert texts == ["سطر وسطر ", "ثقيل", " بعده"]


@pytest.mark.long
def test_none_is_lost_in_a_thousand_pages() -> None:
    pages = called = 0
    for seed in range(100, 145):
        document, _ = composed(book(seed, 85, list(SETTINGS.values())[seed % len(SETTINGS)]))
        notes = count_notes(document)
        assert notes.lost == ()
        pages += len(document.pages)
        called += notes.called
    assert pages >= 1000
    assert called > 3000
