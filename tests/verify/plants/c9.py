"""C9: a trade record with another language or another ISBN."""

import re

from tests.verify.planting import Copy, Plant

CODE = "EPUB-C9"


def record(pattern: bytes, replacement: bytes) -> Plant:
    def plant(book: Copy) -> None:
        path = next(name for name in book.files if name.endswith("onix.xml"))
        changed = re.sub(pattern, replacement, book.files[path])
        assert changed != book.files[path]
        book.files[path] = changed

    return plant


PLANTS = {"language": record(rb">ara<", b">eng<"), "number": record(rb">978[\d-]+<", b">9789999999991<")}
