"""B8: the unique identifier is empty, no identifier at all, or random."""

import uuid
from collections.abc import Iterator

from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive
from publisher.verify.epub.rule import Rule
from publisher.verify.finding import must, should

NONE = must(
    "EPUB-B8",
    ("المعرّف الفريد «{value}» لا يصلح معرّفًا.", "the unique identifier “{value}” identifies nothing"),
    (
        "استعمل رقم ISBN (‎urn:isbn:…‎) أو UUID ثابتًا (‎urn:uuid:…‎).",
        "use the ISBN (urn:isbn:…) or a fixed UUID (urn:uuid:…)",
    ),
)
RANDOM = should(
    "EPUB-B8",
    (
        "المعرّف الفريد UUID عشوائي أو من وقت الصنع، فإن تغيّر في كل تصدير ضاعت علامات القرّاء وحواشيهم.",
        "the unique identifier is a random or time-based UUID: if each export makes a new one, readers lose their marks and notes",
    ),
    (
        "اجعله ثابتًا: ISBN، أو UUIDv5 محسوبًا من اسم الكتاب.",
        "keep it for ever: an ISBN, or a UUIDv5 made from the book's name",
    ),
)
_UUID = "urn:uuid:"
_SHORTEST = 5


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield a finding when the identifier cannot be trusted to last."""
    stated = archive.opf.identifier
    if stated is None:
        return
    here = archive.opf.tree.span(stated.element)
    value = stated.value
    if len(value) < _SHORTEST or "{" in value:
        yield NONE.at(here, value=value)
        return
    bare = value[len(_UUID) :] if value.lower().startswith(_UUID) else value
    try:
        made = uuid.UUID(bare)
    except ValueError:
        if bare != value:
            yield NONE.at(here, value=value)
        return
    if made.version in (1, 4, 6, 7):
        yield RANDOM.at(here)


RULE = Rule("B8", check)
