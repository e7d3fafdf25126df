"""The objects of a pack in the making: numbered locally, written as templates that hold no number of the book.

It takes the place of pydyf's `PDF` where WeasyPrint wants one to add objects to.
"""

import re
from hashlib import sha256
from typing import Any, Final

import pydyf

from publisher.press.syntax import text_string

_REFERENCE: Final = re.compile(rb"(\d+) 0 R")
_TREE_KEYS: Final = ("StructParents", "StructParent")


class Objects:
    """Local objects, by number from 0, and blobs."""

    def __init__(self) -> None:
        self.items: list[Any] = []
        self.blobs: dict[int, int] = {}
        """Place among the blobs of an object that is one."""
        self.blob_names: list[tuple[str, bytes]] = []
        self.blob_data: dict[str, bytes] = {}

    def add_object(self, item: Any) -> int:
        """Give an object a number (WeasyPrint calls this)."""
        item.number = len(self.items)
        self.items.append(item)
        return item.number

    def add(self, template: bytes | None = None) -> int:
        """Add a template, or a place for one, and return its number."""
        self.items.append(template)
        return len(self.items) - 1

    def add_blob(self, stream: Any) -> None:
        """Keep a picture or a profile by its content: the same in two units is one in the file."""
        data = b"\n".join(pydyf._to_bytes(item) for item in stream.stream)
        head = self.template(pydyf.Dictionary(stream.extra))[2:-2]
        identity = re.sub(rb"~B(\d+)~", lambda m: self.blob_names[int(m[1])][0].encode(), head)
        name = sha256(identity + b"\0" + data).hexdigest()
        self.blobs[stream.number] = len(self.blob_names)
        self.blob_names.append((name, head))
        self.blob_data[name] = data

    def template(self, value: Any) -> bytes:
        """Return a pydyf value with tokens for its references."""
        if isinstance(value, dict):
            return b"<<%s>>" % b"".join(self._entry(key, item) for key, item in value.items())
        if isinstance(value, (list, tuple)):
            return b"[%s]" % b" ".join(self.template(item) for item in value)
        if isinstance(value, pydyf.String):
            return text_string(value.string)
        if isinstance(value, pydyf.Stream):
            return self._token(value.number)
        data = pydyf._to_bytes(value)
        match = _REFERENCE.fullmatch(data)
        return self._token(int(match[1])) if match else data

    def _token(self, number: int) -> bytes:
        return b"~B%d~" % self.blobs[number] if number in self.blobs else b"~%d~" % number

    def _entry(self, key: str, value: Any) -> bytes:
        shown = b"^%d^" % value if key in _TREE_KEYS else self.template(value)
        return b"/%s %s" % (key.encode(), shown)
