"""Nothing that an author writes is lost on the way to the tree, and every place that a node names is its own."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.config import Settings
from publisher.nodes import Blocks, CodeBlock, Figure, Heading, ListItem, NoteRef, Quran, Text, inline_text
from publisher.nodes import List as NodeList
from publisher.readers import markdown
from publisher.readers.reading import Reading
from publisher.source import SourceFile
from publisher.walk import iter_blocks, iter_inlines, iter_runs, own_runs

_WORDS = st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهويءأإآةىئؤًٌٍَُِّْـ٠١٢٣٤٥abcXYZ0129", min_size=1, max_size=8)
_SIGNS = st.sampled_from(
    ["*", "**", "_", "`", "[", "]", "(", ")", "#", ">", "- ", "1. ", "١. ", "أ- ", "• ", "|", ":", ":::", "~", "^", "$", "\\", "!", "<", "&",
     "…", "«", "»", "﴿", "﴾", "—", "{", "}", "%", "=", "+", "؟", "،", "؛", "\u200f", "\u200d"]
)  # fmt: skip
_BREAKS = st.sampled_from([" ", " ", " ", "\n", "\n\n", "\t", "    "])
_MANUSCRIPTS = st.lists(st.one_of(_WORDS, _SIGNS, _BREAKS), min_size=1, max_size=60).map("".join)


def _text(blocks: Blocks) -> str:
    out: list[str] = []
    for block in iter_blocks(blocks):
        if isinstance(block, (CodeBlock, Quran)):
            out.append(block.text)
        if isinstance(block, CodeBlock):
            out.append(block.language)
        if isinstance(block, Heading) and block.typed:
            out.append(block.typed)
        if isinstance(block, Figure):
            out.append(block.image.alternative)
        if isinstance(block, NodeList):
            out += [item.typed or "" for item in block.items if isinstance(item, ListItem)]
        out += [inline_text(run) for run in own_runs(block)]
    return "\n".join(out)


def _words(text: str) -> list[str]:
    return sorted(re.findall(r"[^\W_]+", text))


def _letters(text: str) -> str:
    return "".join(sorted(c for c in text if c.isalnum()))


def _read(text: str) -> Reading:
    return markdown.read(SourceFile("x.md", text), Settings())


@given(st.lists(st.lists(_WORDS, min_size=1, max_size=12).map(" ".join), min_size=1, max_size=8))
def test_every_word_of_plain_paragraphs_reaches_the_tree(paragraphs: list[str]) -> None:
    reading = _read("\n\n".join(paragraphs))
    assert _words(_text(reading.blocks)) == _words(" ".join(paragraphs))


@settings(max_examples=300, deadline=None)
@given(_MANUSCRIPTS)
def test_every_letter_reaches_the_tree_whatever_marks_stand_around_it(text: str) -> None:
    reading = _read(text)
    dropped = {"raw-html", "html-comment", "link-target", "front-matter-syntax", "unknown-key", "remote-image"}
    if dropped & {d.code for d in reading.diagnostics} or _has_markup_that_is_no_text(text):
        return
    whole = _text(reading.blocks) + "".join(_text(note.blocks) for note in reading.notes)
    assert _letters(whole) == _letters(text)


def _has_markup_that_is_no_text(text: str) -> bool:
    """Addresses, attributes, definitions, escapes of entities and code fences name things and are not printed."""
    return re.search(r"\][(:{\[]|\[\^|\{[^}]*\}|```|~~~|&#?\w+;|<[^>]*>|:::", text) is not None


@settings(max_examples=150, deadline=None)
@given(_MANUSCRIPTS)
def test_a_place_of_a_text_holds_that_text(text: str) -> None:
    reading = _read(text)
    for run in iter_runs(reading.blocks):
        for node in iter_inlines(run):
            if isinstance(node, (Text, NoteRef)):
                assert node.span is not None
                assert 0 <= node.span.start <= node.span.end <= len(text)
            if isinstance(node, Text) and node.span is not None and node.span.end - node.span.start == len(node.text):
                said = text[node.span.start : node.span.end]
                assert said.split() == node.text.split() or "\\" in said or "&" in said or "\n" in said


@settings(max_examples=150, deadline=None)
@given(_MANUSCRIPTS)
def test_reading_twice_gives_the_same_tree(text: str) -> None:
    assert _read(text) == _read(text)
