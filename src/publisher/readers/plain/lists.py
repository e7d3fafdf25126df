"""Chosen items made lists: nested by indentation, by change of marker and by sense."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from publisher.arabic.digits import ARABIC_INDIC, PERSIAN
from publisher.nodes import Block, List, ListItem
from publisher.readers.plain.copytext import Copy
from publisher.readers.plain.labels import Label

_DEEPEST = 6
STYLES = {
    "ordinal": "ordinal",
    "first": "ordinal",
    "ordinal-comma": "ordinal",
    "letter": "abjad",
    "latin": "latin",
    "LATIN": "latin",
}


@dataclass
class Entry:
    """An item while its list is made: its line, what belongs to it, the items under it."""

    line: int
    label: Label
    indent: int
    leads: bool
    blocks: list[Block] = field(default_factory=list)
    """Paragraphs after its first, and other blocks in it."""
    under: "list[Entry]" = field(default_factory=list)

    @property
    def key(self) -> str:
        """What items of one list have in common."""
        if self.label.form == "picture":
            return "picture"
        return f"{self.label.form} {self.label.mark}"


def nested(entries: Sequence[Entry]) -> list[Entry]:
    """Return the outermost entries, each with those that belong under it."""
    root: list[Entry] = []
    stack: list[Entry] = []
    last = {_mark(entry): at for at, entry in enumerate(entries)}
    pairs: set[tuple[str, str]] = set()
    for at, entry in enumerate(entries):
        while stack and (len(stack) >= _DEEPEST or not _is_under(entry, stack, at, last, pairs)):
            stack.pop()
        if stack:
            pairs.add((_mark(stack[-1]), _mark(entry)))
        (stack[-1].under if stack else root).append(entry)
        stack.append(entry)
    return _by_sense(root)


def _mark(entry: Entry) -> str:
    return entry.label.mark if entry.label.is_bullet else entry.key


def _is_under(
    entry: Entry, stack: Sequence[Entry], at: int, last: Mapping[str, int], pairs: set[tuple[str, str]]
) -> bool:
    """Whether an entry belongs under the innermost open one."""
    above = stack[-1]
    if any(_mark(entry) == _mark(open_) and abs(entry.indent - open_.indent) <= 1 for open_ in stack):
        return False
    if entry.indent > above.indent + 1:
        return True
    if entry.indent < above.indent - 1 or _mark(entry) == _mark(above):
        return False
    returns = last[_mark(above)] > at or (_mark(above), _mark(entry)) in pairs
    if entry.label.form == above.label.form == "picture":
        return above.leads or (returns and last[_mark(entry)] == at)
    return above.leads or returns or (not above.label.is_bullet and entry.label.is_bullet)


def _by_sense(root: list[Entry]) -> list[Entry]:
    """Nest a flat list whose items end in a colon, the first among them: each such item leads the ones below it."""
    leading = [entry for entry in root if entry.leads and not entry.under]
    flat = all(not entry.under for entry in root) and len({_mark(entry) for entry in root}) == 1
    if not flat or len(leading) < 2 or not root[0].leads or root[-1].leads or not root[0].label.is_bullet:
        return root
    out: list[Entry] = []
    for entry in root:
        if entry.leads:
            out.append(entry)
        else:
            out[-1].under.append(entry)
    return out


def made(copy: Copy, entries: Sequence[Entry], body: Callable[[Entry], tuple[Block, ...]]) -> list[List]:
    """Return the lists of nested entries; a change of kind at one depth begins another list."""
    lists: list[List] = []
    group: list[Entry] = []
    for entry in entries:
        if group and not _same_list(group[-1], entry):
            lists.append(_list(copy, group, body))
            group = []
        group.append(entry)
    if group:
        lists.append(_list(copy, group, body))
    return lists


def _same_list(before: Entry, after: Entry) -> bool:
    if before.label.is_bullet or after.label.is_bullet:
        return before.label.is_bullet and after.label.is_bullet
    return (
        before.label.form == after.label.form and after.label.values[0] > (0,) and _goes_on(before.label, after.label)
    )


def _goes_on(before: Label, after: Label) -> bool:
    return any(a > b for a in after.values for b in before.values)


def _list(copy: Copy, entries: Sequence[Entry], body: Callable[[Entry], tuple[Block, ...]]) -> List:
    first = entries[0].label
    items = tuple(_item(copy, entry, body) for entry in entries)
    tight = all(copy.lines[e.line].blanks_before == 0 for e in entries[1:])
    start = first.values[0][-1] if first.values else 1
    last = items[-1].span
    begin = items[0].span
    span = copy.source.span(begin.start, last.end) if begin and last else None
    return List(items, not first.is_bullet, start, _style(first), tight, span)


def _style(label: Label) -> str | None:
    if label.is_bullet:
        return None
    if label.form in STYLES:
        return STYLES[label.form]
    digit = next((c for c in label.typed if c.isdigit()), "0")
    return "arabic-indic" if digit in ARABIC_INDIC else "persian" if digit in PERSIAN else "european"


def _item(copy: Copy, entry: Entry, body: Callable[[Entry], tuple[Block, ...]]) -> ListItem:
    line = copy.lines[entry.line]
    children = made(copy, entry.under, body)
    blocks = (*body(entry), *entry.blocks, *children)
    ends = [b.span.end for b in blocks if b.span is not None]
    checked = None
    if "[" in entry.label.typed and entry.label.is_bullet:
        checked = not entry.label.typed.rstrip("]").endswith((" ", "["))
    return ListItem(
        blocks, entry.label.typed or None, is_checked=checked, span=copy.source.span(line.start, max([line.end, *ends]))
    )
