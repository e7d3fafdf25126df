"""Text drawn so that it can be read back: whole words from a cache, one code for one character.

Inside a stretch of one direction the codes stand in visual order, left to right; the stretches follow each other in the
order of reading. Between them stand marks without ink or width (U+200E, U+200F). Alone, they tell MuPDF that the pen
jumped inside a line; pdfium passes over them. In one string with a sign beside a number or a Latin word, they keep
pdfium and poppler from reading the sign as a part of it. An Arabic number is drawn digit by digit from its right end:
MuPDF turns it round with its neighbours, the other two sort the digits by place.
"""

import unicodedata
from collections.abc import Callable
from itertools import zip_longest
from typing import Any, Final

from weasyprint.formatting_structure import boxes

from publisher.composer.composites import Code, Composite, FaceComposites
from publisher.composer.enlarge import with_composites
from publisher.composer.faces import Face
from publisher.composer.measure import Run
from publisher.composer.pieces import RLM, drawn, space_of, would_swap
from publisher.composer.setting import LEFT, LETTERS, NUMBER, RIGHT, Setting, Stretch, setting_of
from publisher.composer.state import Typesetting, typesetting_of

_LRM: Final = Composite((), "\u200e", 0)
_ASIDE: Final = 5
"""How far (in thousandths of an em) a mark stands off the place of what is drawn beside it, so that it comes first."""
_APART: Final = 0.2
"""How far (in em) characters stand apart that MuPDF does not take to be in one place."""
_SELF_EVIDENT: Final = frozenset(("L", "EN", "ES", "ET"))
"""Bidi classes that MuPDF takes for left to right wherever they stand."""


def around_first_line(original: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap `draw.text.draw_first_line`."""

    def draw_first_line(stream: Any, textbox: Any, text_overflow: Any, block_ellipsis: Any, matrix: Any) -> Any:
        typesetting = typesetting_of(textbox.style) if isinstance(textbox, boxes.TextBox) else None
        if typesetting is None:
            return original(stream, textbox, text_overflow, block_ellipsis, matrix)
        if typesetting.text_layer and text_overflow != "ellipsis" and block_ellipsis == "none":
            setting = setting_of(typesetting, textbox)
            if setting is not None:
                _Pen(typesetting, stream, setting, matrix).draw()
                return []
        stream.__dict__.pop("_composer_last", None)
        if textbox.text.strip():
            typesetting.report.drawn_by_weasyprint += 1
        return original(stream, textbox, text_overflow, block_ellipsis, matrix)

    return draw_first_line


class _Pen:
    """Draws one text box."""

    def __init__(self, typesetting: Typesetting, stream: Any, setting: Setting, matrix: Any) -> None:
        self.typesetting = typesetting
        self.stream = stream
        self.setting = setting
        a, b, c, d, self.x, self.y = matrix.values
        self.turn = f"{_number(a)} {_number(b)} {_number(c)} {_number(d)}"

    def draw(self) -> None:
        """Draw the stretches in the order of reading."""
        before, last_x = self.setting.before, 0.0
        if not before:
            self._part_from_the_last_box()
        kinds = {stretch.kind for stretch in self.setting.stretches}
        if NUMBER in kinds and RIGHT not in kinds:
            self._tell_the_order()
        for stretch, after in zip_longest(self.setting.stretches, self.setting.stretches[1:]):
            self._draw(stretch, "" if after is None else after.kind, before, _runs_on(stretch, before, last_x))
            before, last_x = stretch.kind, stretch.x
        self.stream._composer_last = (self.y, before)

    def _tell_the_order(self) -> None:
        """Draw two marks, one after the other, by which MuPDF sees that what runs right to left stands in visual order.

        A number alone in its line has no letters to tell it, and would stay turned round.
        """
        stretch = next(stretch for stretch in self.setting.stretches if stretch.kind == NUMBER)
        face = self._by_face(stretch)[0][0]
        wide = Composite((), RLM.text, round(_APART * face.upem))
        x = stretch.x + self._width(stretch)
        self._show(face, x, self._mark(face, wide) + self._mark(face, RLM))
        self._show(face, x, self._mark(face, _LRM))

    def _part_from_the_last_box(self) -> None:
        """Draw a mark where a line starts on the baseline of the text drawn last (a label and its title, two cells).

        MuPDF passes over a jump where the direction changes, and would read the two as one word.
        """
        y, kind = self.stream.__dict__.get("_composer_last", (None, ""))
        if y is None or abs(y - self.y) >= self.setting.size or not self.setting.stretches:
            return
        first = self.setting.stretches[0]
        if (kind == LEFT) != (first.kind == LEFT):
            x = first.x + (self._width(first) if first.kind != LEFT else 0)
            face = self._by_face(first)[0][0]
            self._show(face, x, self._mark(face, _LRM if kind == LEFT else RLM))

    def _draw(self, stretch: Stretch, after: str, before: str, runs_on: bool) -> None:
        parts = self._by_face(stretch)
        self._lead(stretch, parts[0][0], before, runs_on)
        opened = runs_on and stretch.kind == LEFT and after == NUMBER
        x = stretch.x
        for n, (face, items) in enumerate(parts):
            if stretch.kind == NUMBER:
                self._number_from_the_right(face, items, x)
            else:
                follower = parts[n - 1][1][-1] if n and stretch.kind == RIGHT else None
                shown = self._between(face, follower, items[0]) + self._shown(face, items)
                if opened and n == 0:
                    shown = self._mark(face, RLM, _ASIDE) + shown
                if runs_on and n == len(parts) - 1:
                    shown += self._mark(face, RLM, _ASIDE)
                self._show(face, x, shown)
            x += sum(self.setting.space if i is None else i.width * self.setting.size for i in items)
        if runs_on and stretch.kind == LEFT:
            self._show(face, x - _ASIDE * self.setting.size / 500, self._mark(face, _LRM))

    def _between(self, face: Face, follower: Run | None, run: Run | None) -> str:
        """Return the mark that keeps pdfium from swapping the end of a word and a sign of another face."""
        if follower is None or run is None or not would_swap(run.text, follower.text):
            return ""
        return self._mark(face, RLM)

    def _by_face(self, stretch: Stretch) -> list[tuple[Face, list[Run | None]]]:
        parts: list[tuple[Face, list[Run | None]]] = []
        for item in stretch.items:
            face = item.face if item is not None else parts[-1][0] if parts else self.setting.face
            if not parts or parts[-1][0] is not face:
                parts.append((face, []))
            parts[-1][1].append(item)
        return parts

    def _lead(self, stretch: Stretch, face: Face, before: str, runs_on: bool) -> None:
        """Draw the marks that join a stretch to the one before it."""
        x = stretch.x
        if before in (RIGHT, NUMBER) and stretch.kind != LEFT:
            self._show(face, x + (self._width(stretch) if stretch.kind == NUMBER else 0), self._mark(face, _LRM))
        first = stretch.items[0]
        if stretch.kind == RIGHT:
            drawn_first = first.text[-1] if first is not None else " "
            if before in (RIGHT, NUMBER) or unicodedata.bidirectional(drawn_first) not in LETTERS:
                self._show(face, x, self._mark(face, RLM))
        elif runs_on:
            self._show(face, x, self._mark(face, _LRM if before == NUMBER else RLM))
        elif stretch.kind == LEFT and before != LEFT:
            drawn_first = first.text[0] if first is not None else " "
            if unicodedata.bidirectional(drawn_first) not in _SELF_EVIDENT:
                self._show(face, x, self._mark(face, _LRM))

    def _width(self, stretch: Stretch) -> float:
        return sum(self.setting.space if i is None else i.width * self.setting.size for i in stretch.items)

    def _mark(self, face: Face, mark: Composite, aside: int = 0) -> str:
        composites = self.typesetting.composites.of(face)
        code = composites.code(mark)
        _register(self._font(face, composites), mark, (code,))
        return f">{aside}<{code.number:04x}>{-aside}<" if aside else f"{code.number:04x}"

    def _number_from_the_right(self, face: Face, items: list[Run | None], x: float) -> None:
        composites = self.typesetting.composites.of(face)
        font = self._font(face, composites)
        placed = []
        for run in items:
            if run is not None:
                digits = drawn(run, composites)
                _register(font, run, digits.codes)
                for code in digits.codes:
                    placed.append((x, code))
                    x += code.width * self.setting.size / 1000
        for place, code in reversed(placed):
            self._show(face, place, f"{code.number:04x}")

    def _shown(self, face: Face, items: list[Run | None]) -> str:
        """Return the PDF string of runs and spaces of one face."""
        composites = self.typesetting.composites.of(face)
        font = self._font(face, composites)
        wanted = self.setting.space * 1000 / self.setting.size
        space = space_of(composites, wanted)
        gap = f"{space.number:04x}>{_number(space.width - wanted)}<"
        _register(font, space, (space,))
        shown = []
        for item in items:
            if item is None:
                shown.append(gap)
                continue
            run = drawn(item, composites)
            _register(font, item, run.codes)
            shown.append(run.shown)
        return "".join(shown)

    def _show(self, face: Face, x: float, shown: str) -> None:
        font = self._font(face, self.typesetting.composites.of(face))
        self.stream.stream.append(f"{self.turn} {_number(self.x + x)} {_number(self.y)} Tm".encode())
        self.stream.set_font_size(font.hash, self.setting.size)
        self.stream.show_text(f"<{shown}>".replace("<>", ""))

    def _font(self, face: Face, composites: FaceComposites) -> Any:
        """Return the PDF font of a face, asked for once a stream."""
        fonts = self.stream.__dict__.setdefault("_composer_fonts", {})
        font = fonts.get(face)
        if font is None:
            font, _ = self.stream.add_font(face.pango_font)
            fonts[face] = font
            font.__dict__.setdefault("_composer_known", set())
            font._composer_face = face
            font._composer_composites = composites
        return font


def _runs_on(stretch: Stretch, before: str, last_x: float) -> bool:
    """Whether the signs that open a stretch would be taken into the number or the Latin word before it (on its right).

    poppler and pdfium read what is neither a letter nor apart from a left-to-right word as part of it: "،1987".
    """
    if before not in (LEFT, NUMBER) or stretch.kind == NUMBER:
        return False
    if stretch.kind == LEFT:
        return stretch.x < last_x
    first = stretch.items[-1]
    return first is not None and unicodedata.bidirectional(first.text[0]) not in LETTERS


def _number(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".")


def _register(font: Any, item: Any, codes: tuple[Code, ...]) -> None:
    """Tell a PDF font of the codes in use, once for each run."""
    if item in font._composer_known:
        return
    font._composer_known.add(item)
    for code in codes:
        font.to_unicode[code.number] = code.text
        font.widths[code.number] = code.width


def around_clean(original: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap `pdf.fonts.Font.clean`: the subset keeps the components, and the composites are added to it."""

    def clean(self: Any, to_unicode: dict[int, str], hinting: bool) -> Any:
        face: Face | None = getattr(self, "_composer_face", None)
        if face is None:
            return original(self, to_unicode, hinting)
        used = self._composer_composites.used(to_unicode)
        if not used:
            return original(self, to_unicode, hinting)
        own = {glyph: text for glyph, text in to_unicode.items() if glyph < face.glyph_count + len(self.missing)}
        for _, composite in used:
            for glyph, _, _ in composite.components:
                own.setdefault(glyph, "")
        result = original(self, own, hinting)
        self.file_content = with_composites(self.file_content, used)
        return result

    return clean
