"""The outline (bookmarks): the job's marks as a tree of outline items."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from publisher.press.job import Mark
from publisher.press.syntax import text_string


@dataclass
class Item:
    """An outline item in the making."""

    mark: Mark | None
    number: int
    kids: list["Item"] = field(default_factory=list)


def tree_of(marks: Iterable[Mark], root: int, number: Callable[[], int]) -> Item:
    """Return the marks as a tree; a level that is skipped is closed up."""
    top = Item(None, root)
    open_items: list[tuple[int, Item]] = [(0, top)]
    for mark in marks:
        while len(open_items) > 1 and open_items[-1][0] >= mark.level:
            open_items.pop()
        item = Item(mark, number())
        open_items[-1][1].kids.append(item)
        open_items.append((mark.level, item))
    return top


def outline_objects(top: Item, place: Callable[[str], bytes]) -> list[tuple[int, bytes]]:
    """Return the objects of an outline; items below the first level are folded."""
    kids = top.kids
    head = b"<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>" % (kids[0].number, kids[-1].number, len(kids))
    objects = [(top.number, head)]
    _add(top, place, objects)
    return objects


def _add(parent: Item, place: Callable[[str], bytes], objects: list[tuple[int, bytes]]) -> None:
    for i, item in enumerate(parent.kids):
        mark = item.mark
        if mark is None:
            continue
        data = b"<</Title %s/Parent %d 0 R/Dest%s" % (text_string(mark.label), parent.number, place(mark.target))
        if i:
            data += b"/Prev %d 0 R" % parent.kids[i - 1].number
        if i + 1 < len(parent.kids):
            data += b"/Next %d 0 R" % parent.kids[i + 1].number
        if item.kids:
            first, last = item.kids[0].number, item.kids[-1].number
            data += b"/First %d 0 R/Last %d 0 R/Count %d" % (first, last, -len(item.kids))
        objects.append((item.number, data + b">>"))
        _add(item, place, objects)
