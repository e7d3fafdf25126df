"""Nothing lost: what a chapter says, as one text, to be held against what a made edition says.

Compared are words and their order, letter by letter. What the passes add counts as nothing: joiners, direction marks,
no-break spaces for spaces, the marks that the tool draws by itself.
"""

import re
from collections.abc import Iterator
from typing import Final

from publisher.arabic.letters import INVISIBLE
from publisher.book import Chapter
from publisher.diagnostic import Diagnostic, Said, error
from publisher.nodes import (
    Block,
    Blocks,
    Box,
    Code,
    CodeBlock,
    Definitions,
    Figure,
    Foreign,
    Formula,
    Heading,
    Image,
    Inline,
    Inlines,
    LineBreak,
    Link,
    List,
    Note,
    NoteRef,
    Paragraph,
    Quotation,
    Quran,
    Reference,
    Scripture,
    Styled,
    Table,
    Text,
    Verse,
)
from publisher.numbering import LIST_SUFFIX

TEXT_LOST = error(
    "text-lost",
    Said(
        "نصّ {edition} لا يطابق نصّ الكتاب في {place}: كان «{expected}» فصار «{found}»",
        "the {edition} does not say what the book says in {place}: “{expected}” became “{found}”",
    ),
    Said(
        "هذا عيب في الأداة لا في كتابك. أرسل إلينا هذا الموضع من أصلك.",
        "this is a fault of the tool, not of your book: send us that place of your manuscript.",
    ),
)

SHOWN: Final = 60
"""Code points shown of each side around the first difference."""
_NOTHING: Final = re.compile(f"[{''.join(sorted(INVISIBLE))}]")
_SPACE: Final = re.compile(r"\s+")
_ENDS: Final = " .!?؟…:»)"


def normalised(text: str) -> str:
    """Return text as it is compared: without what is invisible, every stretch of white space one space."""
    return _SPACE.sub(" ", _NOTHING.sub("", text)).strip()


def book_text(chapter: Chapter) -> str:
    """Return all that a chapter says, labels and calls of notes included, without its notes."""
    heading = () if chapter.heading is None else (chapter.heading,)
    return blocks_text((*heading, *chapter.blocks))


def note_text(note: Note) -> str:
    """Return what a note says, its number first."""
    return normalised(f"({note.label}) {blocks_text(note.blocks)}")


def blocks_text(blocks: Blocks) -> str:
    """Return what blocks say."""
    return normalised(" ".join(text for block in blocks for text in _block(block)))


def compare(expected: str, found: str, place: str, edition: str = "EPUB") -> tuple[Diagnostic, ...]:
    """Return nothing when the two texts are equal, else where they first differ."""
    if expected == found:
        return ()
    at = next(
        (i for i, (a, b) in enumerate(zip(expected, found, strict=False)) if a != b), min(len(expected), len(found))
    )
    start = max(0, at - SHOWN // 2)
    return (
        TEXT_LOST.at(
            None,
            edition=edition,
            place=place,
            expected=expected[start : start + SHOWN],
            found=found[start : start + SHOWN],
        ),
    )


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading(label=label, title=title):
            yield " ".join(x for x in (label, _run(title)) if x)
        case Paragraph(content=content):
            yield _run(content)
        case List(items=items):
            for item in items:
                if item.label:
                    yield item.label + LIST_SUFFIX.get(block.style or "", "-")
                yield blocks_text(item.blocks)
        case Verse(bayts=bayts):
            yield from (_run(half) for bayt in bayts for half in bayt.hemistichs)
        case Quotation(blocks=inner, source=source):
            yield from (blocks_text(inner), _run(source))
        case Box(blocks=inner, title=title, source=source):
            yield from (_run(title), blocks_text(inner), _run(source))
        case Quran(text=text, reference=reference):
            yield text
            yield f"[{reference}]" if reference else ""
        case CodeBlock(text=text):
            yield text
        case Figure(image=image, caption=caption, label=label):
            yield from (_alternative(image), label or "", _run(caption))
        case Table(head=head, rows=rows, caption=caption, label=label):
            yield from (label or "", _run(caption))
            yield from (_run(cell.content) for row in (*head, *rows) for cell in row)
        case Definitions(items=definitions):
            for definition in definitions:
                yield from (_run(definition.term), blocks_text(definition.blocks))
        case _:
            pass


def _run(content: Inlines) -> str:
    return "".join(map(_inline, content))


def _inline(node: Inline) -> str:
    match node:
        case Text(text=text) | Code(text=text) | Scripture(text=text):
            return text
        case Styled(content=inner) | Foreign(content=inner) | Link(content=inner):
            return _run(inner)
        case Formula(tex=tex):
            return tex
        case Image():
            return _alternative(node)
        case NoteRef(label=label):
            return f"({label})"
        case Reference(label=label):
            return label
        case LineBreak():
            return " "
        case _:
            return ""


def _alternative(image: Image) -> str:
    """Return alternative text without the punctuation at its end, which an edition may supply."""
    return image.alternative.rstrip(_ENDS)


def alternative_found(text: str) -> str:
    """Return alternative text of a made file as `book_text` gives it."""
    return text.rstrip(_ENDS)
