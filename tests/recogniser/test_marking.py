"""A reading written out as clean Markdown and read again says the same, letter by letter."""

from pathlib import Path

import pytest

from publisher.config import Settings
from publisher.nodes import Bayt, CodeBlock, List, Quran, Table, Text, Verse, inline_text
from publisher.readers import markdown, plain
from publisher.readers.marking import as_markdown
from publisher.readers.reading import Reading
from publisher.source import SourceFile
from publisher.walk import iter_blocks, iter_inlines, own_runs

HERE = Path(__file__).parent
TEXTS = sorted((HERE / "open").glob("*.txt"))


def letters(reading: Reading) -> str:
    """Return every letter and digit of a reading's running text, in order."""
    said = []
    blocks = [*reading.blocks, *(block for note in reading.notes for block in note.blocks)]
    for block in iter_blocks(tuple(blocks)):
        for run in own_runs(block):
            said += [getattr(node, "text", "") for node in iter_inlines(run)]
        if isinstance(block, Quran | CodeBlock):
            said.append(block.text)
        typed = getattr(block, "typed", None)
        said.append(typed or "")
    return "".join(sorted(c for c in "".join(said) if c.isalnum()))


@pytest.mark.parametrize("path", TEXTS, ids=lambda p: p.stem)
def test_the_marked_manuscript_says_the_same(path: Path) -> None:
    """No letter is lost or gained, headings keep their number, and verse stays verse."""
    first = plain.read(SourceFile(path.name, path.read_text(encoding="utf-8")), Settings())
    written = as_markdown(first)
    second = markdown.read(SourceFile("out.md", written), Settings())
    assert not [d for d in second.diagnostics if d.is_error]
    assert letters(second) == letters(first)
    assert sum(isinstance(b, Verse) for b in second.blocks) == sum(isinstance(b, Verse) for b in first.blocks)


@pytest.mark.parametrize(
    "text",
    [
        "*نجم*",
        "- شرطة",
        "1. رقم",
        "# مربع",
        "[قوس](x)",
        "<b>",
        "a_b_c",
        "$5 و$6",
        "٣- بند",
        "(أ) حرف",
        "> سهم",
        "`رمز`",
    ],
)
def test_text_that_looks_like_a_mark_stays_text(text: str) -> None:
    """What was typed as text is text again."""
    from publisher.nodes import Paragraph, inline_text

    reading = Reading((Paragraph((Text("فقرة"),)), Paragraph((Text(text),))))
    again = markdown.read(SourceFile("out.md", as_markdown(reading)), Settings())
    assert [inline_text(b.content) for b in again.blocks if isinstance(b, Paragraph)] == ["فقرة", text]


def test_two_lists_and_the_label_of_a_table_stay_what_they_are() -> None:
    """Lists that follow one another stay two, and a table keeps the number that its author typed."""
    text = (
        "الأدوات:\n1. قلم\n2. ورقة\n\n1. حبر\n2. مسطرة\n3. ممحاة\n\nجدول (3): الأسعار\nالصنف\tالسعر\nقلم\t5\nورقة\t1\n"
    )
    first = plain.read(SourceFile("a.txt", text), Settings())
    second = markdown.read(SourceFile("a.md", as_markdown(first)), Settings())
    told = [
        [
            (type(b), len(b.items) if isinstance(b, List) else b.label)
            for b in reading.blocks
            if isinstance(b, List | Table)
        ]
        for reading in (first, second)
    ]
    assert told[0] == told[1] == [(List, 2), (List, 3), (Table, "جدول (3):")]


@pytest.mark.parametrize(
    "text",
    [
        "الأدوات:\nأ- قلم\nب- ورقة\nج- حبر\n",
        "والأسباب ثلاثة:\nأولًا: ضيق الوقت؛\nثانيًا: قلة المال؛\nثالثًا: بعد المكان.\n",
        "الأعمال:\n١- عمل\n   أ) فرع\n   ب) فرع\n٢- عمل\n   أ) فرع\n   ب) فرع\n",
        "الخطوات:\n1️⃣ ابدأ\n2️⃣ تابع\n3️⃣ اختم\n",
        "المهام:\n- [x] تمت\n- [ ] باقية\n",
    ],
    ids=["letters", "ordinals", "nested", "keycaps", "tasks"],
)
def test_the_markers_of_lists_stay_as_typed(text: str) -> None:
    """What the author counted with is what the marked manuscript counts with."""
    first = plain.read(SourceFile("a.txt", text), Settings())
    second = markdown.read(SourceFile("a.md", as_markdown(first)), Settings())
    told, again = (
        [
            [(item.typed, item.is_checked) if block.is_ordered else item.is_checked for item in block.items]
            for block in iter_blocks(reading.blocks)
            if isinstance(block, List)
        ]
        for reading in (first, second)
    )
    assert told
    assert again == told


def test_marks_in_a_line_of_verse_stay_text() -> None:
    """What looks like a picture in a bayt is words of the bayt."""
    text = "صدر *أول* … ![عجز](أول)"
    reading = Reading((Verse((Bayt(((Text("صدر *أول*"),), (Text("![عجز](أول)"),))),)),))
    again = markdown.read(SourceFile("out.md", as_markdown(reading)), Settings())
    (verse,) = (block for block in again.blocks if isinstance(block, Verse))
    assert " … ".join(map(inline_text, verse.bayts[0].hemistichs)) == text
