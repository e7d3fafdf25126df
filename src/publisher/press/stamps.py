"""Folios, stamped: the digits of a page's number in the face, size and place that the sheet gave its own."""

from publisher.press.pack import Stamp
from publisher.press.syntax import number


def stamp_stream(stamp: Stamp, folio: str, numerals: str) -> bytes:
    """Return the content stream of one folio; `folio` in European digits.

    Arabic-Indic digits are drawn one by one from the right, as the composer draws numbers, for those who read them back.
    """
    widths = [stamp.digits.advances[int(digit)] * stamp.size for digit in folio]
    spare = stamp.width - sum(widths)
    x = stamp.x + {"west": 0.0, "middle": spare / 2, "east": spare}[stamp.edge]
    codes = [b"%04x" % stamp.digits.codes[int(digit)] for digit in folio]
    if numerals == "arab":
        pieces = [(x + sum(widths[:i]), code) for i, code in enumerate(codes)][::-1]
    else:
        pieces = [(x, b"".join(codes))]
    shown = [b"%s %s %s Tm\n<%s> Tj\n" % (stamp.turn, number(at), stamp.y, code) for at, code in pieces]
    return b"%s%s\n%sET\nQ\nEMC" % (stamp.before, stamp.font, b"".join(shown))
