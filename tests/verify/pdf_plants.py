"""Defects to plant in a good PDF, by the code that must find them."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from pikepdf import Array, Dictionary, Name, Pdf, String

from publisher.verify.pdf.file import role_of, structure_elements

Plant = Callable[[Pdf], None]


def _fonts(pdf: Pdf) -> Iterator[Any]:
    for page in pdf.pages:
        resources: Any = page.obj.get("/Resources", Dictionary())
        fonts: Any = resources.get("/Font", Dictionary())
        yield from (fonts[key] for key in fonts.keys())  # noqa: SIM118 - no mapping


def _links(pdf: Pdf) -> Iterator[Any]:
    for page in pdf.pages:
        yield from (a for a in page.obj.get("/Annots", []) if a.get("/Subtype") == "/Link")


def _inner_link(pdf: Pdf) -> Any:
    return next(link for link in _links(pdf) if "/Dest" in link or link.get("/A", {}).get("/S") == "/GoTo")


def without_direction(pdf: Pdf) -> None:
    del pdf.Root.ViewerPreferences.Direction


def turned(pdf: Pdf) -> None:
    pdf.Root.ViewerPreferences.Direction = Name("/L2R")


def without_language(pdf: Pdf) -> None:
    del pdf.Root.Lang


def english(pdf: Pdf) -> None:
    pdf.Root.Lang = String("en")


def untitled(pdf: Pdf) -> None:
    if "/Title" in pdf.docinfo:
        del pdf.docinfo["/Title"]
    if "/Metadata" in pdf.Root:
        del pdf.Root.Metadata


def title_not_shown(pdf: Pdf) -> None:
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


def bookmark_nowhere(pdf: Pdf) -> None:
    first: Any = pdf.Root.Outlines.First
    for key in ("/A", "/Dest"):
        if key in first:
            del first[key]
    first.Dest = String("nowhere")


def bookmark_unnamed(pdf: Pdf) -> None:
    pdf.Root.Outlines.First.Title = String("")


def without_bookmarks(pdf: Pdf) -> None:
    del pdf.Root.Outlines
    _lengthen(pdf)


def _lengthen(pdf: Pdf) -> None:
    """Repeat an empty page until the file is no leaflet."""
    width, height = (pdf.pages[0].obj["/MediaBox"][at] for at in (2, 3))
    while len(pdf.pages) < 12:
        box = pdf.pages[0].obj.get("/TrimBox", Array([0, 0, width, height]))
        pdf.add_blank_page(page_size=(float(box[2]) - float(box[0]), float(box[3]) - float(box[1])))


def labels_malformed(pdf: Pdf) -> None:
    pdf.Root.PageLabels = Dictionary({"/Nums": [1, Dictionary({"/S": Name("/D")})]})


def labels_missing(pdf: Pdf) -> None:
    del pdf.Root.PageLabels
    _lengthen(pdf)


def font_outside(pdf: Pdf) -> None:
    font = next(_fonts(pdf))
    holder = font["/DescendantFonts"][0] if "/DescendantFonts" in font else font
    for key in ("/FontFile", "/FontFile2", "/FontFile3"):
        if key in holder["/FontDescriptor"]:
            del holder["/FontDescriptor"][key]


def font_mute(pdf: Pdf) -> None:
    font = next(f for f in _fonts(pdf) if "/ToUnicode" in f)
    del font["/ToUnicode"]


def remapped(letter: str, other: str) -> Plant:
    """Return a plant that lets the codes of a letter mean another character."""

    def plant(pdf: Pdf) -> None:
        old, new = (f"<{ord(sign):04x}>".encode() for sign in (letter, other))
        for font in _fonts(pdf):
            if "/ToUnicode" in font:
                table = font["/ToUnicode"].read_bytes()
                font["/ToUnicode"].write(re.sub(rb"(?i)" + re.escape(old), new, table))

    return plant


def trim_outside(pdf: Pdf) -> None:
    pdf.pages[-1].obj["/TrimBox"] = Array([-50, -50, 5000, 5000])


def bleed_outside(pdf: Pdf) -> None:
    x1, y1, x2, y2 = (float(number) for number in pdf.pages[0].obj["/MediaBox"])
    pdf.pages[0].obj["/BleedBox"] = Array([x1, y1, x2 + 30, y2])


def another_size(pdf: Pdf) -> None:
    last = pdf.pages[-1].obj
    for name in ("/TrimBox", "/BleedBox", "/CropBox"):
        if name in last:
            del last[name]
    last["/MediaBox"] = Array([0, 0, 842, 1191])


def link_nowhere(pdf: Pdf) -> None:
    link = _inner_link(pdf)
    for key in ("/A", "/Dest"):
        if key in link:
            del link[key]
    link["/Dest"] = String("nowhere")


def link_to_lost_page(pdf: Pdf) -> None:
    link = _inner_link(pdf)
    for key in ("/A", "/Dest"):
        if key in link:
            del link[key]
    link["/A"] = Dictionary({"/S": Name("/GoTo"), "/D": [pdf.make_indirect(Dictionary()), Name("/Fit")]})


def link_off_page(pdf: Pdf) -> None:
    next(_links(pdf))["/Rect"] = Array([9000, 9000, 9100, 9020])


def untagged(pdf: Pdf) -> None:
    del pdf.Root.MarkInfo


def loose_content(pdf: Pdf) -> None:
    pdf.pages[0].contents_add(b"0 0 10 10 re f", prepend=False)


def figure_without_words(pdf: Pdf) -> None:
    figure = next(e for e in structure_elements(pdf.Root) if e["/S"] == "/Figure" and "/Alt" in e)
    del figure["/Alt"]


def _headings(pdf: Pdf) -> Iterator[Any]:
    yield from (e for e in structure_elements(pdf.Root) if re.fullmatch(r"/H[1-6]?", role_of(e, pdf.Root)))


def headings_as_paragraphs(pdf: Pdf) -> None:
    for heading in list(_headings(pdf)):
        heading.S = Name("/P")


def level_skipped(pdf: Pdf) -> None:
    *_, last = _headings(pdf)
    last.S = Name("/H5")


def tables_unreadable(pdf: Pdf) -> None:
    """Leave the language out besides, which no damage hides."""
    without_language(pdf)
    for font in _fonts(pdf):
        font.ToUnicode.write(b"no stream", filter=Name("/FlateDecode"))


def script_at_opening(pdf: Pdf) -> None:
    pdf.Root.OpenAction = Dictionary({"/S": Name("/JavaScript"), "/JS": String("app.alert(1)")})


def launching_link(pdf: Pdf) -> None:
    next(a for a in _links(pdf))["/AA"] = Dictionary({"/E": Dictionary({"/S": Name("/Launch"), "/F": String("x")})})


def enclosed_file(pdf: Pdf) -> None:
    pdf.attachments["notes.txt"] = b"notes"


PLANTS: dict[str, tuple[Plant, ...]] = {
    "PDF-DIRECTION": (without_direction, turned),
    "PDF-LANG": (without_language, english),
    "PDF-TITLE": (untitled, title_not_shown),
    "PDF-OUTLINE": (bookmark_nowhere, bookmark_unnamed, without_bookmarks),
    "PDF-LABELS": (labels_malformed, labels_missing),
    "PDF-FONTS": (font_outside, font_mute),
    "PDF-UNMAPPED": (remapped("ل", "\ufffd"), remapped("ه", "\ue123")),
    "PDF-TEXT": (remapped("ل", "\ufede"),),
    "PDF-BOXES": (trim_outside, bleed_outside),
    "PDF-SIZES": (another_size,),
    "PDF-LINKS": (link_nowhere, link_to_lost_page, link_off_page),
    "PDF-TAGS": (untagged, loose_content),
    "PDF-FIGURES": (figure_without_words,),
    "PDF-HEADINGS": (headings_as_paragraphs, level_skipped),
    "PDF-ACTIVE": (script_at_opening, launching_link, enclosed_file),
}
SIDE_EFFECTS = {
    ("PDF-FONTS", "font_mute"): {"PDF-UNMAPPED", "PDF-TEXT"},
    ("PDF-UNMAPPED", "plant"): {"PDF-TEXT"},
    ("PDF-BOXES", "trim_outside"): {"PDF-SIZES"},
}
"""What a defect cannot help showing besides: letters that mean nothing part words, a wrong trim is another size."""
