"""Folios, stamped: the digits of a page's number in the face, size and place that the sheet gave its own."""

from publisher.press.pack import Stamp
from publisher.press.syntax import number


def stamp_stream(stamp: Stamp, folio: str) -> bytes:
    """Return the content stream of one folio; `folio` in European digits."""
    width = len(folio) * stamp.digits.advance * stamp.size
    spare = stamp.width - width
    x = stamp.x + {"west": 0.0, "middle": spare / 2, "east": spare}[stamp.edge]
    shown = b"".join(b"%04x" % stamp.digits.codes[int(digit)] for digit in folio)
    return b"%s%s%s<%s> Tj\nET\nQ\nEMC" % (stamp.before, number(x), stamp.after, shown)
