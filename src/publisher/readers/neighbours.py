"""What blocks are to each other: a paragraph that introduces the list after it, keywords, speech."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from publisher.arabic.letters import folded
from publisher.nodes import Block, Inlines, List, Paragraph, Role, inline_text
from publisher.readers.lines import leading_text, split_lines

_DIALOGUE = re.compile(r"[—–―]\s")


def with_roles(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield blocks whose paragraphs know what they do."""
    for block, after in zip_longest(blocks, blocks[1:]):
        if isinstance(block, Paragraph) and block.role is Role.BODY:
            yield replace(block, role=_role(inline_text(block.content).strip(), after))
        else:
            yield block


def speeches(content: Inlines) -> tuple[Inlines, ...]:
    """Return the speeches of a paragraph whose every line opens with a dash, else the paragraph alone."""
    lines = [line for line in split_lines(content) if line]
    is_speech = len(lines) > 1 and all(_DIALOGUE.match(leading_text(line).lstrip()) for line in lines)
    return tuple(lines) if is_speech else (content,)


def _role(text: str, after: Block | None) -> Role:
    if text.endswith(":") and isinstance(after, List):
        return Role.LEAD
    if folded(text[:60]).startswith("الكلمات المفتاحيه"):
        return Role.KEYWORDS
    return Role.DIALOGUE if _DIALOGUE.match(text) else Role.BODY
