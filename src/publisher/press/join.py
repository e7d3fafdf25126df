"""The joiner: packs become one file. Every number of the book is given here, from the order of the units alone."""

from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256
from typing import BinaryIO, Final, NamedTuple

from publisher.arabic.digits import to_family
from publisher.press.codes import FaceCodes, codes_of
from publisher.press.finishing import SLOT, Numbers, Piece, digits_shown, local, room_for, stamp_number
from publisher.press.fonts import write_fonts
from publisher.press.job import Job
from publisher.press.metadata import information, output_intent, screen_profile, xmp
from publisher.press.names import key_of, name_tree
from publisher.press.outline import outline_objects, tree_of
from publisher.press.pack import Docket
from publisher.press.plan import Place, Sheets, page_labels
from publisher.press.stamps import stamp_stream
from publisher.press.syntax import number as written
from publisher.press.syntax import references, text_string
from publisher.press.variants import channels_of, variant_of
from publisher.press.writer import Writer

CATALOG: Final = 1
PAGES: Final = 2
INFO: Final = 3
TREE_ROOT: Final = 4
DOCUMENT: Final = 5
PARENTS: Final = 6
FONTS: Final = 7
OUTLINE: Final = 8
XMP: Final = 9
INTENT: Final = 10
FIRST_BLOB: Final = 16


class Ordered(NamedTuple):
    """The numbers of a book."""

    bases: tuple[int, ...]
    """First object number of each unit."""
    blobs: dict[str, tuple[int, bytes]]
    """Number of each blob, and its head with tokens of numbers."""
    end: int
    """The first number that is free for the rest."""
    faces: dict[str, FaceCodes]
    numbers: tuple[Numbers, ...]
    """What each unit is told to be finished."""


def order(dockets: Sequence[Docket], found: Mapping[str, Place]) -> Ordered:
    """Give every number."""
    blobs: dict[str, tuple[int, bytes]] = {}
    for docket in dockets:
        own = [blobs.setdefault(name, (FIRST_BLOB + len(blobs), head))[0] for name, head in docket.blobs]
        for name, head in docket.blobs:
            filled = head
            for i, blob in enumerate(own):
                filled = filled.replace(b"~B%d~" % i, b"%d 0 R" % blob)
            blobs[name] = (blobs[name][0], filled)
    faces = codes_of(dockets)
    at = -(-(FIRST_BLOB + len(blobs)) // SLOT) * SLOT
    bases, numbers = [], []
    for docket in dockets:
        bases.append(at)
        numbers.append(
            Numbers(
                base=at,
                pages=PAGES,
                document=DOCUMENT,
                fonts=FONTS,
                blobs=tuple(blobs[name][0] for name, _ in docket.blobs),
                blanks=tuple(digits_shown(blank, _european(found[blank.target].folio)) for blank in docket.blanks),
                codes=tuple(
                    (use.name, tuple(faces[use.name].codes[composite] for composite in use.composites))
                    for use in docket.fonts
                ),
            )
        )
        at += room_for(docket)
    return Ordered(tuple(bases), blobs, at, faces, tuple(numbers))


def _european(folio: str) -> str:
    return to_family(folio, "latn")


class Sources(NamedTuple):
    """Where the joiner gets what is too large to keep."""

    piece: Callable[[int], Piece]
    """Finished unit, by its place."""
    blob: Callable[[str], bytes]
    font: Callable[[str], bytes]
    """Font file by its SHA-256."""


def join(
    job: Job,
    dockets: Sequence[Docket],
    pages: Sheets,
    found: Mapping[str, Place],
    ordered: Ordered,
    sources: Sources,
    out: BinaryIO,
) -> None:
    """Write the file."""
    _Joiner(job, dockets, pages, found, ordered, sources, out).write()


class _Joiner:
    def __init__(
        self,
        job: Job,
        dockets: Sequence[Docket],
        pages: Sheets,
        found: Mapping[str, Place],
        ordered: Ordered,
        sources: Sources,
        out: BinaryIO,
    ) -> None:
        self.job = job
        self.dockets = dockets
        self.pages = pages
        self.found = found
        self.ordered = ordered
        self.sources = sources
        self.variant = variant_of(job)
        self.writer = Writer(out, self.variant.version)
        self._next = ordered.end

    def number(self) -> int:
        """Return a free object number."""
        self._next += 1
        return self._next - 1

    def write(self) -> None:
        """Write everything in its order."""
        kids = self._units()
        writer = self.writer
        for name, (number, head) in self.ordered.blobs.items():
            self._blob(number, head, self.sources.blob(name))
        writer.dictionary(FONTS, write_fonts(writer, self.ordered.faces, self.sources.font, self.number))
        writer.dictionary(PAGES, b"<</Type/Pages/Count %d/Kids%s>>" % (self.pages.total, references(kids)))
        if self.variant.has_information:
            writer.dictionary(INFO, information(self.job))
        identity = sha256(b"".join(docket.key.encode() for docket in self.dockets)).digest()
        writer.stream(XMP, b"/Type/Metadata/Subtype/XML", xmp(self.job, identity))
        self._structure()
        intent = self._intent()
        writer.dictionary(CATALOG, self._catalog(intent))
        writer.end(CATALOG, INFO if self.variant.has_information else None)

    def _intent(self) -> bytes:
        """Write the profile of the colours, where the variant has one; return the entry of the catalogue."""
        if self.variant.is_archive:
            self.writer.compressed(INTENT, b"/N 3", screen_profile())
        elif self.variant.is_print:
            self.writer.compressed(INTENT, b"/N %d" % channels_of(self.job.profile), self.job.profile)
        else:
            return b""
        return output_intent(self.job, INTENT)

    def _units(self) -> list[int]:
        """Write the units; return the page tree's kids: their nodes, and blank pages between them."""
        kids = []
        for i, docket in enumerate(self.dockets):
            if self.pages.blanks[i]:
                kids.append(self._blank_page(i - 1))
            base = self.ordered.bases[i]
            kids.append(base)
            self.writer.piece(self.sources.piece(i))
            for stamp in docket.stamps:
                folio = _european(self.pages.folios[self.pages.firsts[i] + stamp.page])
                self.writer.compressed(
                    stamp_number(docket, base, stamp.page), b"", stamp_stream(stamp, folio, self.job.numerals)
                )
        return kids

    def _blank_page(self, unit: int) -> int:
        """Write a blank page after a unit."""
        docket, base = self.dockets[unit], self.ordered.bases[unit]
        number = self.number()
        shown = b"/Resources<<>>"
        if docket.bare >= 0:
            shown = b"/Resources %d 0 R/Contents %d 0 R" % (local(base, docket.resources), local(base, docket.bare))
        page = b"<</Type/Page/Parent %d 0 R%s%s/Tabs/S>>" % (PAGES, docket.boxes[-1], shown)
        self.writer.dictionary(number, page)
        return number

    def _blob(self, number: int, head: bytes, data: bytes) -> None:
        if self.variant.is_archive:
            head = head.replace(b"/Interpolate true", b"/Interpolate false")
        if b"/Filter" in head:
            self.writer.stream(number, head, data)
        else:
            self.writer.compressed(number, head, data)

    def _structure(self) -> None:
        """Write the roots of the structure tree."""
        bases = self.ordered.bases
        roots = [local(base, root) for base, docket in zip(bases, self.dockets, strict=True) for root in docket.roots]
        leaves = [base + 1 for base in bases]
        notes = {
            ident.encode(): b"%d 0 R" % local(base, number)
            for base, docket in zip(bases, self.dockets, strict=True)
            for ident, number in docket.notes
        }
        writer = self.writer
        document = b"<</Type/StructElem/S/Document/P %d 0 R/K%s>>" % (TREE_ROOT, references(roots))
        writer.dictionary(DOCUMENT, document)
        writer.dictionary(PARENTS, b"<</Kids%s>>" % references(leaves))
        ids = b""
        if notes:
            objects = name_tree(notes, self.number)
            ids = b"/IDTree %d 0 R" % objects[0][0]
            for entry in objects:
                writer.dictionary(*entry)
        root = b"<</Type/StructTreeRoot/K[%d 0 R]/ParentTree %d 0 R/ParentTreeNextKey %d%s>>"
        writer.dictionary(TREE_ROOT, root % (DOCUMENT, PARENTS, self.ordered.end, ids))

    def _place(self, target: str) -> bytes:
        place = self.found[target]
        docket, base = self.dockets[place.unit], self.ordered.bases[place.unit]
        page = local(base, docket.pages[place.page - self.pages.firsts[place.unit]])
        return b"[%d 0 R/XYZ %s %s 0]" % (page, written(place.x), written(place.y))

    def _catalog(self, intent: bytes) -> bytes:
        job = self.job
        parts = [
            b"/Type/Catalog/Pages %d 0 R/Metadata %d 0 R" % (PAGES, XMP),
            b"/Lang %s" % text_string(job.language.encode()),
            b"/StructTreeRoot %d 0 R/MarkInfo<</Marked true>>" % TREE_ROOT,
            b"/PageLabels %s" % page_labels(self.pages, job.numerals),
            b"/PageLayout/TwoPageRight",
            b"/ViewerPreferences<</DisplayDocTitle true/Direction/%s>>"
            % (b"R2L" if job.direction == "rtl" else b"L2R"),
            intent,
        ]
        if self.found:
            names = {key_of(name): self._place(name) for name in self.found}
            objects = name_tree(names, self.number)
            parts.append(b"/Names<</Dests %d 0 R>>" % objects[0][0])
            for entry in objects:
                self.writer.dictionary(*entry)
        if job.outline:
            top = tree_of(job.outline, OUTLINE, self.number)
            for entry in outline_objects(top, self._place):
                self.writer.dictionary(*entry)
            parts.append(b"/Outlines %d 0 R/PageMode/UseOutlines" % OUTLINE)
        return b"<<%s>>" % b"".join(parts)
