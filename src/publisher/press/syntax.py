"""The few forms of PDF syntax that packs and the joiner write. Strings are hexadecimal, so that a template is plain."""

from collections.abc import Iterable


def text_string(text: str | bytes) -> bytes:
    """Return a text string: UTF-16 with its mark, or the bytes as they are."""
    if isinstance(text, bytes):
        return b"<%s>" % text.hex().encode()
    return b"<feff%s>" % text.encode("utf-16-be", "replace").hex().encode()


def number(value: float) -> bytes:
    """Return a number without needless digits."""
    return f"{value:.6f}".rstrip("0").rstrip(".").encode() if value % 1 else b"%d" % value


def numbers(values: Iterable[float]) -> bytes:
    """Return an array of numbers."""
    return b"[%s]" % b" ".join(map(number, values))


def reference(value: int) -> bytes:
    """Return a reference to an object."""
    return b"%d 0 R" % value


def references(values: Iterable[int]) -> bytes:
    """Return an array of references."""
    return b"[%s]" % b" ".join(map(reference, values))
