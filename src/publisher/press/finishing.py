"""A pack given the numbers that are its own in the file: ready to be written, a function of the pack and of those numbers."""

import marshal
import re
import zlib
from collections.abc import Mapping
from typing import Final, NamedTuple

from publisher.press.pack import GAP, Blank, Docket, Sheaf
from publisher.press.recoding import Recoded
from publisher.press.syntax import reference, references

LEVEL: Final = 6
SLOT: Final = 128
"""Object numbers are given out in blocks, so that a change in one unit moves few others."""
_FRONT: Final = 2
"""Objects of a unit before those of its pack: its node in the page tree and its leaf of the parent tree."""
_PER_STREAM: Final = 200
"""Objects in one object stream."""
_TOKEN: Final = re.compile(rb"~([PDF]|[SB]?\d+)~|\^(\d+)\^")
_PIECE: Final = re.compile(rb"/(\S+) \S+ Tf|<([0-9a-f]{4,})>|\{(\d+)\.(\d+)\}")


class Numbers(NamedTuple):
    """What a pack is told to be finished."""

    base: int
    pages: int
    document: int
    fonts: int
    blobs: tuple[int, ...]
    blanks: tuple[tuple[bytes, ...], ...]
    """What stands in place of each digit of each page reference."""
    codes: tuple[tuple[str, tuple[int, ...]], ...]
    """Of each font, the codes of the pack's composites in their order."""


class Piece(NamedTuple):
    """A finished unit: bytes, and where in them each object starts."""

    data: bytes
    starts: tuple[tuple[int, int], ...]
    """(number, offset)."""
    members: tuple[tuple[int, tuple[int, ...]], ...]
    """(object stream, the objects in it)."""


def dump_piece(piece: Piece) -> bytes:
    """Return a finished unit as bytes."""
    return marshal.dumps(tuple(piece))


def load_piece(data: bytes) -> Piece:
    """Return what `dump_piece` wrote."""
    return Piece._make(marshal.loads(data))


def local(base: int, number: int) -> int:
    """Return the number in the file of an object of a pack."""
    return base + _FRONT + number


def stamp_number(docket: Docket, base: int, page: int) -> int:
    """Return the number of a page's folio."""
    return local(base, docket.objects + page)


def room_for(docket: Docket) -> int:
    """Return how many object numbers a unit takes."""
    streams = 2 + docket.objects // _PER_STREAM
    needed = _FRONT + docket.objects + len(docket.pages) + streams
    return -(-needed // SLOT) * SLOT


def digits_shown(blank: Blank, text: str) -> tuple[bytes, ...]:
    """Return what stands in each digit's place of a page reference; `text` in European digits."""
    shown = [b"<%04x>" % blank.digits.codes[int(digit)] for digit in text]
    return (*[b"<>"] * (blank.places - len(shown)), *shown)[: blank.places]


def finish(docket: Docket, sheaf: Sheaf, numbers: Numbers) -> Piece:
    """Return a unit as it stands in the file."""
    base = numbers.base
    filled = _Filler(docket, numbers)
    parts: list[bytes] = []
    starts: list[tuple[int, int]] = []
    members: list[tuple[int, tuple[int, ...]]] = []
    at = 0

    def write(number: int, head: bytes, data: bytes) -> None:
        nonlocal at
        starts.append((number, at))
        part = b"%d 0 obj\n<<%s/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream\nendobj\n" % (
            number,
            head,
            len(data),
            data,
        )
        parts.append(part)
        at += len(part)

    for content in sheaf.contents:
        data = filled.content(content.data)
        if content.is_page:
            data = b"q\n%s\nQ" % data
        write(local(base, content.number), filled.template(content.head), zlib.compress(data, LEVEL))
    rows = filled.template(sheaf.dictionaries).split(b"\n") if sheaf.numbers else []
    written = [(local(base, n), row) for n, row in zip(sheaf.numbers, rows, strict=True)]
    written += [(base, _pages_node(docket, numbers)), (base + 1, _tree_leaf(docket, filled.template(sheaf.tree), base))]
    number = local(base, docket.objects + len(docket.pages))
    for i in range(0, len(written), _PER_STREAM):
        part = written[i : i + _PER_STREAM]
        members.append((number, tuple(n for n, _ in part)))
        write(number, *object_stream(part))
        number += 1
    return Piece(b"".join(parts), tuple(starts), tuple(members))


def object_stream(items: list[tuple[int, bytes]]) -> tuple[bytes, bytes]:
    """Return head and data of an object stream."""
    places, at = [], 0
    for number, data in items:
        places.append(b"%d %d" % (number, at))
        at += len(data) + 1
    index = b" ".join(places) + b"\n"
    head = b"/Type/ObjStm/N %d/First %d" % (len(items), len(index))
    return head, zlib.compress(index + b"\n".join(data for _, data in items), LEVEL)


def _pages_node(docket: Docket, numbers: Numbers) -> bytes:
    kids = [local(numbers.base, page) for page in docket.pages]
    return b"<</Type/Pages/Parent %d 0 R/Count %d/Kids%s>>" % (numbers.pages, len(kids), references(kids))


def _tree_leaf(docket: Docket, tree: bytes, base: int) -> bytes:
    if not docket.tree_keys:
        return b"<</Nums[]>>"
    return b"<</Limits[%d %d]/Nums[%s]>>" % (base, base + docket.tree_keys - 1, tree.replace(b"\n", b" "))


class _Filler:
    """Fills templates and content streams."""

    def __init__(self, docket: Docket, numbers: Numbers) -> None:
        self.docket = docket
        self.numbers = numbers
        self.letters = {b"P": numbers.base, b"D": numbers.document, b"F": numbers.fonts}
        uses = {use.name: use for use in docket.fonts}
        self.tables: Mapping[bytes, Recoded] = {
            name.encode(): Recoded(dict(enumerate(codes, uses[name].glyphs + GAP)))
            for name, codes in numbers.codes
            if codes
        }

    def template(self, data: bytes) -> bytes:
        """Return templates with the numbers in place of tokens."""
        return _TOKEN.sub(self._token, data)

    def _token(self, match: re.Match[bytes]) -> bytes:
        token = match[1]
        if token is None:
            return b"%d" % (self.numbers.base + int(match[2]))
        if token in self.letters:
            return reference(self.letters[token])
        if token[:1] == b"B":
            return reference(self.numbers.blobs[int(token[1:])])
        if token[:1] == b"S":
            return reference(stamp_number(self.docket, self.numbers.base, int(token[1:])))
        return reference(local(self.numbers.base, int(token)))

    def content(self, data: bytes) -> bytes:
        """Return a content stream with the book's codes, and digits in place of blanks."""
        table: Recoded | None = None
        tables, blanks = self.tables, self.numbers.blanks

        def new(match: re.Match[bytes]) -> bytes:
            nonlocal table
            name, codes, blank, place = match.groups()
            if codes is not None:
                return match[0] if table is None else table[codes]
            if name is not None:
                table = tables.get(name)
                return match[0]
            return blanks[int(blank)][int(place)]

        return _PIECE.sub(new, data)
