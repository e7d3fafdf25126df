"""A laid-out unit drawn and gathered into its pack."""

import time
from typing import Any, Final, NamedTuple

import pydyf
from weasyprint.draw import draw_background_image
from weasyprint.matrix import Matrix
from weasyprint.pdf import _use_references

from publisher.composer import Report, mismatch
from publisher.composer.notes import count_notes
from publisher.press.drawing import Easel, PackStream
from publisher.press.facts import Facts, document_of
from publisher.press.fontuse import fonts_of
from publisher.press.job import Unit
from publisher.press.links import Links
from publisher.press.log import caught
from publisher.press.objects import Objects
from publisher.press.pack import Anchor, Content, Docket, Sheaf
from publisher.press.page_parts import SCALE, artifacts_of, page_boxes, rectangle_of
from publisher.press.reading import Reading
from publisher.press.recoding import recoded, recodings
from publisher.press.resources import add_resources
from publisher.press.shop import Shop
from publisher.press.structure import Structure
from publisher.press.telling import LEFT_BY
from publisher.press.treeing import tree_templates

_TAB_ORDER: Final = b"/Tabs/S"


class Packed(NamedTuple):
    """A pack in its three parts."""

    docket: Docket
    sheaf: Sheaf
    blobs: dict[str, bytes]
    fonts: dict[str, bytes]
    """Files of the fonts in use, by SHA-256."""


def pack_unit(shop: Shop, unit: Unit, facts: Facts, key: str) -> Packed:
    """Lay a unit out, draw it, and return its pack."""
    with caught() as log:
        start = time.process_time()
        document = shop.lay_out(document_of(shop.job, unit, facts))
        laid_out = time.process_time()
        made = _Packing(shop, unit, document)
        made.draw()
        drawn = time.process_time()
        made.gather()
    seconds = (
        ("layout", laid_out - start),
        ("drawing", drawn - laid_out),
        ("gathering", time.process_time() - drawn),
    )
    return made.packed(key, (*shop.log, *log), seconds)


class _Packing:
    """One unit on its way."""

    def __init__(self, shop: Shop, unit: Unit, document: Any) -> None:
        self.shop = shop
        self.unit = unit
        self.document = document
        self.objects = Objects()
        for_press = shop.job.is_for_press
        self.easel = Easel(shop.typesetting, shop.job.numerals, document.fonts, is_for_press=for_press)
        self.structure = Structure(unit.id, shop.job.language)
        self.reading = Reading()
        self.links = Links(self.objects, shop.job.language, can_click=not for_press)
        self.images: dict[str, Any] = {}
        self.resources = add_resources(self.objects, document.color_profiles, is_for_press=for_press)
        self.streams: list[PackStream] = []
        self.pages: list[int] = []
        self.boxes: list[bytes] = []
        self.bare = -1
        self.anchors: dict[str, Anchor] = {}
        self.tree: list[bytes] = []

    # -- pages -----------------------------------------------------------------------

    def draw(self) -> None:
        """Draw every page."""
        for index, page in enumerate(self.document.pages):
            self._draw_page(index, page)
        self._draw_bare_page(self.document.pages[-1])
        _use_references(self.objects, self.resources, self.images, self.document.color_profiles)

    def _draw_page(self, index: int, page: Any) -> None:
        easel = self.easel
        easel.page, easel.marks = index, {}
        echoes = self.reading.add_page(page._page_box, index)
        easel.artifacts = artifacts_of(page._page_box, echoes)
        stream = self._stream(page)
        stream.transform(d=-1, f=page.height * SCALE)
        self.objects.add_object(stream)
        self.streams.append(stream)
        number = self.objects.add()
        matrix = Matrix(SCALE, 0, 0, -SCALE, 0, page.height * SCALE)
        annotations = self.links.of_page(page, matrix, number)
        page.paint(stream, SCALE)
        for name, (x, y, _, _) in page.anchors.items():
            self.anchors.setdefault(name, Anchor(name, index, *matrix.transform_point(x, y)))
        self.structure.add_page(page._page_box, index, easel.marks, annotations)
        self.pages.append(number)
        self.boxes.append(page_boxes(page))

    def _draw_bare_page(self, page: Any) -> None:
        """Draw what a blank page after the unit bears: crop marks, where there are any."""
        box = page._page_box
        if not box.style["marks"]:
            return
        stream = self._stream(page)
        stream.transform(d=-1, f=page.height * SCALE)
        stream.transform(a=SCALE, d=SCALE)
        marks, *_ = box.background.layers  # put there when the page was painted
        draw_background_image(stream, marks, box.background.style)
        self.bare = self.objects.add_object(stream)

    def _stream(self, page: Any) -> PackStream:
        return PackStream(
            self.easel,
            fonts=self.document.fonts,
            page_rectangle=rectangle_of(page),
            resources=self.resources,
            images=self.images,
            color_profiles=self.document.color_profiles,
            compress=False,
        )

    # -- what the unit is made of --------------------------------------------------------

    def gather(self) -> None:
        """Write the structure tree, the pages and the streams as templates."""
        objects = self.objects
        self.tree_keys, self.tree, self.roots, keys = tree_templates(self.structure, objects, self.pages)
        stamped = {stamp.page for stamp in self.easel.stamps}
        for index, number in enumerate(self.pages):
            stamp = b" ~S%d~" % index if index in stamped else b""
            head = b"<</Type/Page/Parent ~P~%s/Contents[~%d~%s]/Resources ~%d~%s" % (
                self.boxes[index],
                self.streams[index].number,
                stamp,
                self.resources.number,
                _TAB_ORDER,
            )
            key = keys.get(self.streams[index])
            parents = b"" if key is None else b"/StructParents ^%d^" % key
            annotations = self.links.on_page(number)
            shown = b"/Annots[%s]" % b" ".join(b"~%d~" % n for n in annotations) if annotations else b""
            objects.items[number] = head + parents + shown + b">>"
        for stream, key in keys.items():
            if stream not in self.streams:
                stream.extra["StructParents"] = key
        # Blobs first: what refers to them is written with their tokens.
        for item in objects.items:
            if type(item) is pydyf.Stream and item.number not in objects.blobs:
                self._add_blob(item)

    def _add_blob(self, stream: Any) -> None:
        mask = stream.extra.get("SMask")
        if mask is not None:
            inner = self.objects.items[int(mask.split()[0])]
            if inner.number not in self.objects.blobs:
                self._add_blob(inner)
        self.objects.add_blob(stream)

    def packed(self, key: str, log: tuple[tuple[int, str], ...], seconds: tuple[tuple[str, float], ...]) -> Packed:
        """Return the pack."""
        fonts = fonts_of(self.document.fonts)
        tables = recodings({name: table for name, (_, table) in fonts.items()})
        contents, places, dictionaries = [], [], []
        for number, item in enumerate(self.objects.items):
            if isinstance(item, PackStream):
                raw = b"\n".join(map(pydyf._to_bytes, item.stream))
                head = self.objects.template(pydyf.Dictionary(item.extra))[2:-2]
                contents.append(Content(number, head, recoded(raw, tables), item in self.streams))
            elif number not in self.objects.blobs and item is not None:
                places.append(number)
                dictionaries.append(item if isinstance(item, bytes) else self.objects.template(item))
        notes = count_notes(self.document)
        structure = self.structure
        report = self.shop.typesetting.report
        docket = Docket(
            unit=self.unit.id,
            key=key,
            objects=len(self.objects.items),
            pages=tuple(self.pages),
            boxes=tuple(self.boxes),
            resources=self.resources.number,
            bare=self.bare,
            roots=tuple(self.roots),
            notes=tuple((note.ident, note.number) for note in structure.notes if note.kids),
            tree_keys=self.tree_keys,
            anchors=tuple(sorted(self.anchors.values())),
            runs=tuple(self.reading.runs),
            wanted=tuple(sorted(self.links.targets | {blank.target for blank in self.easel.blanks})),
            blanks=tuple(self.easel.blanks),
            stamps=tuple(self.easel.stamps),
            fonts=tuple(use for _, (use, _) in sorted(fonts.items())),
            blobs=tuple(self.objects.blob_names),
            log=log,
            undescribed=tuple(structure.undescribed),
            uneven=tuple(sorted(self.easel.uneven)),
            lost=tuple("".join(element.itertext()).strip()[:60] for element in notes.lost),
            mismatch=tuple(filter(None, (mismatch(),))),
            faces_left=tuple(sorted(report.faces_left.items())),
            loose=tuple((text, round(100 * space)) for text, space in report.loose.items()),
            notes_called=notes.called,
            notes_set=notes.set,
            text="".join(self.reading.text),
            generated="\n".join(self.reading.generated),
            report=_counted(report),
            seconds=seconds,
        )
        sheaf = Sheaf(tuple(places), b"\n".join(dictionaries), tuple(contents), b"\n".join(self.tree))
        files = {fonts[font.hash][0].sha: font.file_content for font in self.document.fonts.values()}
        return Packed(docket, sheaf, self.objects.blob_data, files)


def _counted(report: Report) -> tuple[tuple[str, int], ...]:
    counted = {
        "lines planned": report.lines_planned,
        "kashidas": report.kashidas,
        "drawn by WeasyPrint": report.drawn_by_weasyprint,
        **{LEFT_BY + reason: n for reason, n in report.lines_fallen_back.items()},
    }
    return tuple(sorted(counted.items()))
