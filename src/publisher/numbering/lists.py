"""Numbers the items of ordered lists (CNT-01, CNT-11): as the author's markers have it, else by the list's depth."""

from dataclasses import dataclass, field, replace

from publisher.diagnostic import Diagnostic
from publisher.nodes import Block, Blocks, List, ListItem
from publisher.numbering.labels import Label, order_of, read_label, shown
from publisher.numbering.policy import Policy
from publisher.numbering.sequence import Sequences
from publisher.numbering.styles import STYLES, write
from publisher.walk import change_inner

LIST_LEVELS = ("decimal", "abjad", "decimal", "abjad")
"""Styles by depth of ordered lists where neither markers nor settings name one."""


@dataclass
class Lists:
    """Gives the items of a book's lists their markers."""

    policy: Policy
    found: list[Diagnostic] = field(default_factory=list)

    def blocks(self, blocks: Blocks, depth: int = 0) -> Blocks:
        """Return blocks with the items of every ordered list labelled; `depth` ordered lists stand around them."""
        return tuple(self._block(block, depth) for block in blocks)

    def _block(self, block: Block, depth: int) -> Block:
        is_ordered = isinstance(block, List) and block.is_ordered
        own = depth + 1 if is_ordered else depth
        block = change_inner(block, lambda inner: self.blocks(inner, own))
        return self._numbered(block, own) if isinstance(block, List) and is_ordered else block

    def _numbered(self, block: List, depth: int) -> List:
        typed = tuple(item.typed or "" for item in block.items)
        letters = order_of(tuple(marker for marker in typed if len(marker) == 1))
        labels = tuple(read_label(marker, letters) for marker in typed)
        style = self._style(block, labels, depth)
        if self.policy.labels == "keep" and all(label.number is not None for label in labels) and not _is_auto(labels):
            self._follow(block, labels)
            items = [replace(i, label=shown(t, self.policy.family)) for i, t in zip(block.items, typed, strict=True)]
            return replace(block, style=style, items=tuple(items))
        return replace(block, style=style, items=self._counted(block, style, labels))

    def _counted(self, block: List, style: str, labels: tuple[Label, ...]) -> tuple[ListItem, ...]:
        if style == "none":
            return block.items
        first = labels[0].number if labels and labels[0].number is not None else block.start
        start = first if self.policy.labels != "renumber" else 1
        manner = self.policy.manner()
        return tuple(replace(item, label=write(start + i, style, manner)) for i, item in enumerate(block.items))

    def _style(self, block: List, labels: tuple[Label, ...], depth: int) -> str:
        wanted = self.policy.settings.lists
        keeps = self.policy.labels == "keep"
        if wanted and not (keeps and any(label.numbers for label in labels)):
            style = wanted[min(depth, len(wanted)) - 1]
            return "decimal" if style == "multilevel" else style
        if keeps and block.style in STYLES:
            return block.style
        read = next((label.style for label in labels if label.style in STYLES), None)
        if keeps and read is not None:
            return read
        return LIST_LEVELS[min(depth, len(LIST_LEVELS)) - 1]

    def _follow(self, block: List, labels: tuple[Label, ...]) -> None:
        if _counts_down(labels):
            return
        sequences = Sequences()
        for item, label in zip(block.items, labels, strict=True):
            number = label.number
            if item is block.items[0] and number is not None and number > 1:
                sequences.follow(0, replace(label, numbers=(number - 1,)), "", None)
                sequences.found.clear()
            sequences.follow(0, label, shown(item.typed or "", self.policy.family), item.span or block.span)
        self.found.extend(sequences.found)


def _counts_down(labels: tuple[Label, ...]) -> bool:
    """Whether a list is typed backwards, from its last number to its first."""
    numbers = [label.number or 0 for label in labels]
    return len(numbers) > 1 and numbers == list(range(numbers[0], numbers[0] - len(numbers), -1))


def _is_auto(labels: tuple[Label, ...]) -> bool:
    """Whether every item carries the same number, as in Markdown's `1.` `1.` `1.`: the count is left to us."""
    return len(labels) > 1 and len({label.numbers for label in labels}) == 1
