"""A unit's pages drawn into content streams, with blanks where the joiner will put numbers.

The stream marks content by itself: heads and folios as artifacts, everything else with the number by which the
structure tree finds it. A folio is drawn once to learn its face and place, then taken out.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

import pydyf
import uharfbuzz as hb
from weasyprint.formatting_structure import boxes
from weasyprint.pdf.stream import Stream

from publisher.arabic.digits import FAMILIES
from publisher.composer.state import Typesetting
from publisher.composer.styles import facts_of
from publisher.press.job import FOLIO
from publisher.press.pack import Blank, Digits, Stamp

_FONT: Final = re.compile(rb"/(\S+) (\S+) Tf")
_SHOWN: Final = re.compile(rb"<([0-9a-f]*)>|(-?[\d.]+)")
_DIGIT: Final = b"digit"
_STATE: Final = (
    "_current_color",
    "_current_color_stroke",
    "_current_alpha",
    "_current_alpha_stroke",
    "_current_font",
    "_old_font",
)
_ARTIFACT: Final = b"/Artifact<</Type/%s>>BDC"
HEADER: Final = b"Pagination/Subtype/Header"
FOOTER: Final = b"Pagination/Subtype/Footer"
DECORATION: Final = b"Layout"


class Easel:
    """What the streams of one unit share."""

    def __init__(
        self, typesetting: Typesetting, numerals: str, fonts: dict[Any, Any], *, is_for_press: bool = False
    ) -> None:
        self.typesetting = typesetting
        self.is_for_press = is_for_press
        """Whether greys are given as black ink alone."""
        self.numerals = FAMILIES[numerals]
        self.fonts = fonts
        self.page = 0
        self.artifacts: dict[Any, bytes] = {}
        """Boxes of the page that are not part of the text: the kind of artifact they are."""
        self.marks: dict[Any, tuple[int, PackStream]] = {}
        """Where each drawn box of the page is marked."""
        self.blanks: list[Blank] = []
        self.stamps: list[Stamp] = []
        self.uneven: set[str] = set()
        """Families whose digits are not tabular."""
        self._digits: dict[tuple[str, int], Digits] = {}

    def font(self, name: bytes) -> Any:
        """Return the font of a resource name."""
        return next(font for font in self.fonts.values() if font.hash.encode() == name)

    def digits(self, style: Any, name: bytes) -> Digits:
        """Return how the ten digits look in a style, in the font of a resource name."""
        font = self.font(name)
        type_ = facts_of(self.typesetting, style).type
        key = (font.hash, id(type_))
        if key not in self._digits:
            self._digits[key] = self._shaped(font, type_)
        return self._digits[key]

    def _shaped(self, font: Any, type_: Any) -> Digits:
        face = hb.Face(font.file_content, font.index)
        buffer = hb.Buffer()
        buffer.add_str(self.numerals)
        buffer.direction, buffer.language = "ltr", type_.language
        buffer.script = "Latn" if self.numerals.isascii() else "Arab"
        hb.shape(hb.Font(face), buffer, type_.features)
        codes = tuple(info.codepoint for info in buffer.glyph_infos)[: len(self.numerals)]
        for code, character in zip(codes, self.numerals, strict=False):
            font.to_unicode.setdefault(code, character)
        advances = tuple(position.x_advance / face.upem for position in buffer.glyph_positions)
        return Digits(font.hash, codes, advances[: len(codes)])


class PackStream(Stream):
    """A content stream of a pack."""

    def __init__(self, easel: Easel, **named: Any) -> None:
        super().__init__(tags={}, color_profiles=named.pop("color_profiles", {}), output_intent=None, **named)
        self.easel = easel
        self.count = 0
        """Marked pieces in this stream."""
        self.is_group = False

    def clone(self, **named: Any) -> "PackStream":
        """Return a stream of the same pack for a group or a pattern."""
        kept = {
            "fonts": self._fonts,
            "page_rectangle": self.page_rectangle,
            "resources": self._resources,
            "images": self._images,
            "color_profiles": self._color_profiles,
            "compress": False,
        }
        made = PackStream(self.easel, **{**kept, **named})
        made.is_group = True
        return made

    def set_color_rgb(self, r: Any, g: Any, b: Any, stroke: bool = False) -> None:
        """Set a colour; for a press, a grey as black ink alone."""
        if self.easel.is_for_press and r == g == b:
            self.stream.append(pydyf._to_bytes(r) + (b" G" if stroke else b" g"))
        else:
            super().set_color_rgb(r, g, b, stroke)

    @contextmanager
    def marked(self, box: Any, tag: str) -> Iterator[None]:
        """Mark what is drawn meanwhile as the content of a box."""
        easel = self.easel
        kind = easel.artifacts.get(box)
        items = self.stream
        if kind is not None:
            if isinstance(box, boxes.TextBox) and box.text == FOLIO:
                with self._set_aside(box, kind):
                    yield
                return
            items.append(_ARTIFACT % kind)
        else:
            items.append(b"/%s<</MCID %d>>BDC" % (tag.encode(), self.count))
            easel.marks[box] = (self.count, self)
            self.count += 1
        start = len(items)
        yield
        if is_reference(box):
            self._leave_blank(box, start)
        items.append(b"EMC")

    @contextmanager
    def _set_aside(self, box: Any, kind: bytes) -> Iterator[None]:
        """Draw a folio, keep how it was drawn, and take it out again."""
        state = {name: getattr(self, name) for name in _STATE}
        for name in _STATE:
            setattr(self, name, None)
        start = len(self.stream)
        yield
        drawn = [pydyf._to_bytes(item) for item in self.stream[start:]]
        del self.stream[start:]
        for name, value in state.items():
            setattr(self, name, value)
        self._keep_stamp(box, kind, drawn)

    def _keep_stamp(self, box: Any, kind: bytes, drawn: list[bytes]) -> None:
        matrix = next((i for i, item in enumerate(drawn) if item.endswith(b" Tm")), None)
        font = next((match for item in drawn if (match := _FONT.fullmatch(item))), None)
        shown = [i for i, item in enumerate(drawn) if item.endswith(b"TJ")]
        if matrix is None or font is None or not shown:
            return
        *turn, x, y, _ = drawn[matrix].split()
        place = b" ".join(pydyf._to_bytes(value) for value in self.ctm.values)
        self.easel.stamps.append(
            Stamp(
                page=self.easel.page,
                before=b"\n".join([_ARTIFACT % kind, b"q", place + b" cm", *drawn[:matrix], b""]),
                turn=b" ".join(turn),
                x=float(x) if len(shown) == 1 else box.position_x,
                y=y,
                font=font[0],
                size=box.style["font_size"],
                edge=edge_of(box.style),
                width=box.width,
                digits=self.easel.digits(box.style, font[1]),
            )
        )

    def _leave_blank(self, box: Any, start: int) -> None:
        """Turn the digits of a page reference into blanks, in whatever pieces they are drawn."""
        places: list[tuple[float, int, int]] = []
        """Where each digit stands: x, item, place in the item."""
        name, x = b"", 0.0
        pieces: dict[int, list[bytes]] = {}
        for i in range(start, len(self.stream)):
            item = pydyf._to_bytes(self.stream[i])
            if match := _FONT.fullmatch(item):
                name = match[1]
            elif item.endswith(b" Tm"):
                x = float(item.split()[4])
            elif item.endswith(b"TJ"):
                pieces[i] = self._cut(item, name or self._font_before(start))
                places += [(x, i, n) for n, piece in enumerate(pieces[i]) if piece == _DIGIT]
        if not places:
            return
        for order, (_, i, n) in enumerate(sorted(places)):
            pieces[i][n] = b"{%d.%d}" % (len(self.easel.blanks), order)
        for i in {i for _, i, _ in places}:
            self.stream[i] = b"[%s] TJ" % b"".join(pieces[i])
        name = name or self._font_before(start)
        digits = self.easel.digits(box.style, name)
        if not digits.are_tabular:
            self.easel.uneven.add(self.easel.font(name).family)
        self.easel.blanks.append(Blank(box.element.get("href")[1:], len(places), digits))

    def _cut(self, item: bytes, name: bytes) -> list[bytes]:
        """Cut what is shown into pieces, each digit by itself."""
        texts = self.easel.font(name).to_unicode
        eight = self.easel.numerals[8]
        pieces: list[bytes] = []
        for string, number in _SHOWN.findall(item):
            codes = [string[k : k + 4] for k in range(0, len(string), 4)]
            pieces += [_DIGIT if texts.get(int(code, 16)) == eight else b"<%s>" % code for code in codes]
            pieces += [number] if number else []
        return pieces

    def _font_before(self, start: int) -> bytes:
        for item in reversed(self.stream[:start]):
            if isinstance(item, bytes) and (match := _FONT.fullmatch(item)):
                return match[1]
        return b""


def is_reference(box: Any) -> bool:
    """Whether a box shows the digits of a page reference."""
    element = box.element
    return (
        isinstance(box, boxes.TextBox)
        and element is not None
        and element.tag == "a"
        and "pr" in (element.get("class") or "").split()
        and "::" not in box.element_tag
        and bool(box.text.strip())
    )


def edge_of(style: Any) -> str:
    """Return the edge of its room at which a text stays when it gets shorter or longer."""
    align = style["text_align_all"]
    is_rtl = style["direction"] == "rtl"
    if align in ("start", "justify"):
        return "east" if is_rtl else "west"
    if align == "end":
        return "west" if is_rtl else "east"
    return {"left": "west", "right": "east"}.get(align, "middle")
