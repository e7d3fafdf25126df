"""What blocks are to each other: a paragraph that introduces the list or table after it, the source of one, keywords, speech."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from publisher.arabic.letters import folded
from publisher.nodes import Block, Figure, Inlines, List, Paragraph, Role, Table, inline_text
from publisher.readers.lines import leading_text, split_lines

_SOURCE = re.compile(r"\(?(?:ال)?مصدر(?: (?:الجدول|الشكل|البيانات|الصورة|الرسم))? ?:")
_DIALOGUE = re.compile(r"[—–―]\s")


def with_roles(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield blocks whose paragraphs know what they do."""
    for before, block, after in zip((None, *blocks), blocks, (*blocks[1:], None), strict=False):
        if isinstance(block, Paragraph) and block.role is Role.BODY:
            yield replace(block, role=_role(before, inline_text(block.content).strip(), after))
        else:
            yield block


def speeches(content: Inlines) -> tuple[Inlines, ...]:
    """Return the speeches of a paragraph whose every line opens with a dash, else the paragraph alone."""
    lines = [line for line in split_lines(content) if line]
    is_speech = len(lines) > 1 and all(_DIALOGUE.match(leading_text(line).lstrip()) for line in lines)
    return tuple(lines) if is_speech else (content,)


def _role(before: Block | None, text: str, after: Block | None) -> Role:
    if isinstance(before, Table | Figure) and _SOURCE.match(text):
        return Role.SOURCE
    if text.endswith(":") and isinstance(after, List | Table):
        return Role.LEAD
    if folded(text[:60]).startswith("الكلمات المفتاحيه"):
        return Role.KEYWORDS
    return Role.DIALOGUE if _DIALOGUE.match(text) else Role.BODY
