"""No footnote is lost, whatever the pages."""

import random

import pytest
from tests.composer.setting_up import composed, page, stock

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
    rng = random.Random(seed)  # noqa: S311 - pages, not secrets
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
