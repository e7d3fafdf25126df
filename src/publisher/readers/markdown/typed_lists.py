"""A list with markers that Markdown has no form for: `::: list {labels="أولًا | ثانيًا"}` around its numbered items."""

from dataclasses import replace
from typing import Final

from publisher.arabic import digits
from publisher.nodes import Blocks, List
from publisher.readers.labels import Kind, split_label

SEPARATOR: Final = " | "
_STYLES: Final = {Kind.ORDINAL: "ordinal", Kind.LETTER: "abjad", Kind.LATIN: "latin"}
_FAMILIES: Final = {"arab": "arabic-indic", "latn": "european", "arabext": "persian"}


def with_labels(blocks: Blocks, labels: str) -> Blocks:
    """Return blocks whose first list has the markers named, one an item, in their order."""
    at = next((i for i, block in enumerate(blocks) if isinstance(block, List)), None)
    found = None if at is None else blocks[at]
    typed = [label.strip() for label in labels.split(SEPARATOR.strip())]
    if at is None or not isinstance(found, List) or not labels:
        return blocks
    items = tuple(
        replace(item, typed=typed[i] or None) if i < len(typed) else item for i, item in enumerate(found.items)
    )
    made = replace(found, items=items, is_ordered=True, style=_style(typed[0]))
    return (*blocks[:at], made, *blocks[at + 1 :])


def _style(typed: str) -> str | None:
    """Return the numbering style that a marker shows."""
    label = split_label(f"{typed}: ")
    if label is not None and label.kind in _STYLES:
        return _STYLES[label.kind]
    family = digits.FAMILY_OF.get(typed[:1])
    return _FAMILIES[family] if family else None
