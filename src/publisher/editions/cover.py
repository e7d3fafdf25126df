"""The typographic cover: title, subtitle, author, press, and the nuqta as its device.

The size of the title is the largest at which its longest line fits the width beside the device. The same drawing
serves the PDF's first page, the print shop's file with bleed, and the e-book's cover picture.
"""

from markupsafe import Markup

from publisher.book import Metadata, direction
from publisher.config import Settings
from publisher.editions.style import style_tokens
from publisher.fonts.choosing import Faces
from publisher.fonts.manifest import Face
from publisher.fonts.measure import width_of
from publisher.fonts.rules import font_face_rules
from publisher.page import TrimSize
from publisher.xhtml import templates
from publisher.xhtml.resources import style_sheet

MM = 72 / 25.4
_FACES = {"kitab": ("amiri", 700), "maqal": ("plex-arabic", 700)}
_KEYS = ("amiri", "plex-arabic")
_LARGEST = {"kitab": 92 / 148, "maqal": 104 / 210}
"""Largest title size in pt, per mm of the sheet's width."""

MARGIN = {"kitab": 32 / 148, "maqal": 20 / 210}
"""Space at the start edge, as a share of the sheet's width."""


def cover_page(metadata: Metadata, settings: Settings, trim: TrimSize, faces: tuple[Face, ...]) -> Markup:
    """Return the markup of a cover of the given trim."""
    key, weight = _FACES[settings.style]
    face = next(f for f in faces if f.key == key and f.weight == weight)
    room = trim.width * (1 - MARGIN[settings.style] - 0.11)
    lines, size = title_lines(metadata.title, face, room * MM, _LARGEST[settings.style] * trim.width)
    count = 18 if trim.height > 150 else 12
    return Markup(
        templates.macros("cover.xhtml.j2")["Cover"](
            metadata,
            settings.style,
            {"lines": lines, "size": round(size, 2), "leading": round(size * 1.25, 2)},
            {"width": trim.width, "height": trim.height, "scale": trim.width / 148, "nuqtas": count},
            style_tokens(settings.style)["cover"],
            direction(metadata.language),
        )
    )


def title_lines(title: str, face: Face, room: float, largest: float) -> tuple[list[str], float]:
    """Return the lines of a cover title and its size in pt, for a width in pt.

    One word a line up to four words; longer titles are broken into phrases of equal length, and may go down to 60 %.
    """
    words = title.split()
    count = len(words) if len(words) <= 3 else 2 if len(words) == 4 else min(5, (len(words) + 2) // 2)
    best: tuple[list[str], float] = ([title], 0.0)
    for number in range(count, min(len(words), count + 2) + 1):
        lines = _balanced(words, number, face)
        widest = max(width_of(line, face) for line in lines)
        size = min(largest, room / widest, largest * 3.2 / max(3, len(lines)))
        if size > best[1] * 1.08:
            best = (lines, size)
    return best


def _balanced(words: list[str], count: int, face: Face) -> list[str]:
    """Break words into `count` lines whose widest is as narrow as can be."""
    if count >= len(words):
        return words
    widths = [width_of(word, face) for word in words]
    space = width_of(" ", face)

    def line(start: int, end: int) -> float:
        return sum(widths[start:end]) + space * (end - start - 1)

    best: dict[tuple[int, int], tuple[float, list[int]]] = {(0, 0): (0.0, [])}
    for used in range(1, count + 1):
        for end in range(used, len(words) + 1):
            choices = [
                (max(best[used - 1, start][0], line(start, end)), [*best[used - 1, start][1], end])
                for start in range(used - 1, end)
                if (used - 1, start) in best
            ]
            if choices:
                best[used, end] = min(choices)
    ends = best[count, len(words)][1]
    return [" ".join(words[start:end]) for start, end in zip([0, *ends], ends, strict=False)]


def cover_sheet(settings: Settings, trim: TrimSize, faces: Faces) -> str:
    """Return the style sheet of a cover on a sheet of its own; faces are named `face:SHA-256`."""
    used = [face for face in faces.all if face.key in _KEYS]
    naskh, qalam = (next(face.family for face in used if face.key == key) for key in _KEYS)
    return "\n".join(
        (
            font_face_rules(used, lambda face: f"face:{face.sha256}"),
            (
                f'html {{ --naskh: "{naskh}"; --qalam: "{qalam}"; --cover: {style_tokens(settings.style)["cover"]}; '
                f"--sheet-width: {trim.width}mm; --sheet-height: {trim.height}mm }} body {{ margin: 0 }}"
            ),
            f"@page {{ size: {trim.width}mm {trim.height}mm }}",
            style_sheet("cover.css"),
        )
    )
