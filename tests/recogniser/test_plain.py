"""The reader of plain text: nothing lost, nothing raised, every block in its place, the author's word the last."""

import json
import string
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from itertools import pairwise
from time import process_time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.recogniser.cases import cases
from tests.tools import shared

from publisher.arabic.letters import INVISIBLE, TATWEEL
from publisher.config import Settings
from publisher.nodes import Heading, List, NoteRef, Paragraph, Quran, Role, Scripture, Separator, Styled, Verse
from publisher.readers.outline import outline
from publisher.readers.plain import read, read_with_evidence
from publisher.readers.reading import Reading
from publisher.source import SourceFile, Span


def reading_of(text: str, **settings_: Any) -> Reading:
    return read(SourceFile("text.txt", text), Settings(**settings_))


def test_the_seed_is_read_block_for_block() -> None:
    text = unicodedata.normalize("NFC", shared("manuscripts/seed.txt").read_text(encoding="utf-8"))
    gold = json.loads(shared("manuscripts/seed.outline.json").read_text(encoding="utf-8"))
    made = outline(reading_of(text))
    assert made["title"] == gold["title"]
    assert [{k: v for k, v in block.items() if k != "line"} for block in made["blocks"]] == gold["blocks"]


# ------------------------------------------------------------------ nothing lost

LINES = [line for case in cases() for line in case.text.split("\n")]
HOSTILE = st.text(
    alphabet=st.one_of(
        st.sampled_from("ابجدهوز أإآةى ًٌَُِّْ٠١٢3 45.,،؛:؟!-–—()[]«»﴿﴾*#>|`_~…\t\n\n \u200f\u202b\u202c\u00a0•🔹✅1️⃣"),
        st.sampled_from(string.ascii_letters + string.punctuation),
        st.characters(exclude_categories=["Cs"], exclude_characters="\r\x00"),
    ),
    max_size=300,
)
TYPED = st.lists(st.one_of(st.sampled_from(LINES), HOSTILE), max_size=25).map("\n".join)


def told(node: Any) -> Iterator[str]:
    """Yield every text in a tree, markers as typed among them; what was worked out (levels, styles, ids) left out."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, (tuple, list)):
        for part in node:
            yield from told(part)
    elif is_dataclass(node) and not isinstance(node, Span):
        for field in fields(node):
            if field.name not in ("id", "style", "role", "kind", "note", "span", "start", "level"):
                yield from told(getattr(node, field.name))


def weighed(texts: Iterator[str] | str) -> Counter[str]:
    """Count the letters, marks and digits of texts."""
    found: Counter[str] = Counter()
    for text in texts:
        found.update(c for c in text if unicodedata.category(c)[0] in "LN" and c not in INVISIBLE and c != TATWEEL)
    return found


@settings(max_examples=400, deadline=None)
@given(TYPED)
def test_no_letter_of_any_text_is_lost_and_none_is_made(text: str) -> None:
    reading = reading_of(unicodedata.normalize("NFC", text))
    made = weighed(told((reading.title, reading.blocks, reading.notes)))
    assert weighed(unicodedata.normalize("NFC", text)) - made == Counter()


@settings(max_examples=200, deadline=None)
@given(TYPED)
def test_every_block_has_its_place_in_the_order_of_the_file(text: str) -> None:
    reading = reading_of(text)
    spans = [block.span for block in reading.blocks if block.span is not None]
    assert len(spans) == len(reading.blocks)
    assert all(0 <= span.start <= span.end <= len(text) for span in spans)
    assert all(a.start <= b.start for a, b in pairwise(spans))


def test_every_case_keeps_its_letters() -> None:
    for case in cases():
        reading = reading_of(case.text)
        assert weighed(case.text) - weighed(told((reading.title, reading.blocks, reading.notes))) == Counter(), (
            case.name
        )


# ------------------------------------------------------------------ time


@pytest.mark.parametrize(
    "line",
    [
        "كلمة " * 20 + ".\n",
        "(1) بند\n",
        "- بند\n",
        "# عنوان\n\nنص طويل في فقرة.\n\n",
        "شطر أول طويل … شطر ثان طويل\n",
        "س" * 50 + "\n",
        " " * 9 + "أ\tب\n",
    ],
    ids=["prose", "numbers", "bullets", "hashes", "verse", "words", "cells"],
)
def test_time_grows_with_the_text_and_no_faster(line: str) -> None:
    def seconds(size: int) -> float:
        text = line * (size // len(line))
        start = process_time()
        reading_of(text)
        return process_time() - start

    seconds(2_000)
    small, large = seconds(40_000), seconds(160_000)
    assert large < 7 * small + 0.3


@pytest.mark.parametrize(
    "text",
    [
        "- " + " " * 60_000 + "|",
        "\t" * 50_000 + "أ",
        "ا…" * 30_000,
        "**" * 30_000,
        "﴿" * 50_000,
        "(1)" * 30_000,
        "# " + " " * 50_000 + "#",
    ],
)
def test_a_hostile_line_costs_little(text: str) -> None:
    start = process_time()
    reading_of(text)
    assert process_time() - start < 2


def test_items_set_ever_deeper_do_not_exhaust_the_stack() -> None:
    text = "\n".join(" " * depth + "- بند" for depth in range(3_000))
    assert reading_of(text).blocks


# ------------------------------------------------------------------ the inside


def test_words_of_the_quran_strong_words_and_calls_are_nodes() -> None:
    reading = reading_of("قال ﴿وَقُولُوا﴾ ثم **شرح** طويل(١).\n\nالهوامش\n(١) حاشية الشرح.")
    first = reading.blocks[0]
    assert isinstance(first, Paragraph)
    kinds = [type(node) for node in first.content]
    assert [kind for kind in kinds if kind in (Scripture, Styled, NoteRef)] == [Scripture, Styled, NoteRef]
    call = next(node for node in first.content if isinstance(node, NoteRef))
    assert call.note == reading.notes[0].id
    assert reading.notes[0].typed == "١"


def test_paragraphs_know_what_they_do() -> None:
    text = "عنوان البحث\nبقلم: هند\n\nالكلمات المفتاحية: ماء، نار\n\nنص أول طويل ينتهي بنقطتين وهو:\n- واحد\n- اثنان\n\nقال لها:\n– من أنت؟\n– لا أحد."
    roles = [block.role for block in reading_of(text).blocks if isinstance(block, Paragraph)]
    assert roles[:3] == [Role.BYLINE, Role.KEYWORDS, Role.LEAD]
    assert roles[-2:] == [Role.DIALOGUE, Role.DIALOGUE]


def test_an_ayah_keeps_its_reference_and_a_bayt_its_halves() -> None:
    reading = reading_of(
        "تمهيد للآية في سطر:\n﴿قُلْ هُوَ اللَّهُ أَحَدٌ﴾ [الإخلاص: 1]\n\nوقال الشاعر:\n\nيا ليلُ طُل أو لا تطُلْ … لا بد لي أن أسهركْ\nلو بات عندي قمري … ما بت أرعى قمركْ"
    )
    ayah = next(block for block in reading.blocks if isinstance(block, Quran))
    assert ayah.reference == "الإخلاص: 1"
    verse = next(block for block in reading.blocks if isinstance(block, Verse))
    assert [len(bayt.hemistichs) for bayt in verse.bayts] == [2, 2]


# ------------------------------------------------------------------ why, and overruled


def test_every_block_can_say_why() -> None:
    text = "أولًا: المدخل\nنص المدخل هنا، وفيه جملة تامة.\nثانيًا: المخرج\nنص المخرج هنا، وفيه جملة أخرى."
    _, evidence = read_with_evidence(SourceFile("text.txt", text), Settings())
    assert [seen.line for seen in evidence] == [1, 2, 3, 4]
    assert all(0 <= seen.confidence <= 1 and seen.reasons for seen in evidence)


def test_a_doubtful_line_is_told_with_its_place() -> None:
    reading = reading_of(
        "نص أول ينتهي بنقطة كما ترى، وفيه أكثر من عشر كلمات.\nسطر لا يُعرف ما هو\nنص ثان لا ينتهي بشيء وهو طويل بعض الطول"
    )
    doubtful = [found for found in reading.diagnostics if found.code == "uncertain-structure"]
    assert [found.span.line for found in doubtful if found.span] == [3]


@pytest.mark.parametrize(
    ("ruling", "kind"),
    [
        ("heading 2", Heading),
        ("heading", Heading),
        ("paragraph", Paragraph),
        ("item", List),
        ("separator", Separator),
        ("verse", Verse),
    ],
)
def test_the_author_has_the_last_word(ruling: str, kind: type) -> None:
    text = "نص قبل السطر ينتهي بنقطة.\n\nسطر يحكم فيه المؤلف\n\nنص بعد السطر ينتهي بنقطة."
    blocks = reading_of(text, outline={"سطر يحكم فيه المؤلف": ruling}).blocks
    assert isinstance(blocks[1], kind)
    if isinstance(blocks[1], Heading) and ruling == "heading 2":
        assert blocks[1].level == 2


def test_a_ruling_that_means_nothing_is_told() -> None:
    found = reading_of("سطر", outline={"سطر": "chapter"}).diagnostics
    assert [diagnostic.code for diagnostic in found] == ["unknown-outline-ruling"]


def test_a_line_is_ruled_by_its_words_too() -> None:
    text = "نص قبل القائمة ينتهي بنقطتين:\n- بند أول\n- بند ثان\n- بند ثالث"
    reading = reading_of(text, outline={"بند ثان": "paragraph"})
    assert [type(block) for block in reading.blocks] == [Paragraph, List, Paragraph, List]
    assert reading.ruled == {"بند ثان"}
