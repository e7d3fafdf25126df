"""A PDF file written from its start to its end; nothing is kept but where each object stands."""

import hashlib
import zlib
from collections.abc import Sequence
from typing import BinaryIO, Final

from publisher.press.finishing import LEVEL, Piece, object_stream

_HEAD: Final = b"%%PDF-%s\n%%\xd9\x83\xd8\xaa\xd8\xa7\xd8\xa8\n"
_PER_STREAM: Final = 200
_FREE: Final = (0, 0, 0xFFFF)


class Writer:
    """Writes objects to a file; numbers are given by others."""

    def __init__(self, out: BinaryIO, version: bytes) -> None:
        self.out = out
        self.at = 0
        self.last = 0
        """The highest number that was written."""
        self._digest = hashlib.sha256()
        self._rows: dict[int, tuple[int, int, int]] = {0: _FREE}
        self._dictionaries: list[tuple[int, bytes]] = []
        self._put(_HEAD % version)

    def _put(self, data: bytes) -> None:
        self.out.write(data)
        self._digest.update(data)
        self.at += len(data)

    def _note(self, number: int, row: tuple[int, int, int]) -> None:
        if number in self._rows:
            raise ValueError(f"object {number} written twice")
        self._rows[number] = row
        self.last = max(self.last, number)

    def stream(self, number: int, head: bytes, data: bytes) -> None:
        """Write a stream as it is."""
        self._note(number, (1, self.at, 0))
        self._put(b"%d 0 obj\n<<%s/Length %d>>\nstream\n%s\nendstream\nendobj\n" % (number, head, len(data), data))

    def compressed(self, number: int, head: bytes, data: bytes) -> None:
        """Write a stream, compressed."""
        self.stream(number, head + b"/Filter/FlateDecode", zlib.compress(data, LEVEL))

    def dictionary(self, number: int, data: bytes) -> None:
        """Keep an object for an object stream at the end."""
        self._dictionaries.append((number, data))
        self.last = max(self.last, number)

    def piece(self, piece: Piece) -> None:
        """Write a finished unit."""
        for number, start in piece.starts:
            self._note(number, (1, self.at + start, 0))
        for stream, members in piece.members:
            for i, number in enumerate(members):
                self._note(number, (2, stream, i))
        self._put(piece.data)

    def end(self, catalog: int, info: int | None) -> None:
        """Write what was kept, the table of objects and the trailer."""
        kept = sorted(self._dictionaries)
        number = self.last + 1
        for i in range(0, len(kept), _PER_STREAM):
            part = kept[i : i + _PER_STREAM]
            head, data = object_stream(part)
            for j, (member, _) in enumerate(part):
                self._note(member, (2, number, j))
            self.stream(number, head + b"/Filter/FlateDecode", data)
            number += 1
        identity = self._digest.hexdigest()[:32].encode()
        start = self.at
        self._rows[number] = (1, start, 0)
        rows = b"".join(
            kind.to_bytes(1, "big") + a.to_bytes(4, "big") + b.to_bytes(2, "big")
            for kind, a, b in (self._rows[n] for n in sorted(self._rows))
        )
        data = zlib.compress(rows, LEVEL)
        self._put(
            b"%d 0 obj\n<</Type/XRef/Index[%s]/W[1 4 2]/Size %d/Root %d 0 R%s/ID[<%s><%s>]"
            b"/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n"
            % (
                number,
                _index(sorted(self._rows)),
                number + 1,
                catalog,
                b"" if info is None else b"/Info %d 0 R" % info,
                identity,
                identity,
                len(data),
                data,
                start,
            )
        )


def _index(numbers: Sequence[int]) -> bytes:
    """Return the stretches of numbers that are in use."""
    stretches: list[list[int]] = []
    for number in numbers:
        if stretches and sum(stretches[-1]) == number:
            stretches[-1][1] += 1
        else:
            stretches.append([number, 1])
    return b" ".join(b"%d %d" % (start, count) for start, count in stretches)
