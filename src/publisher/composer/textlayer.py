"""Text drawn so that it can be read back: whole words from a cache, one code for one character, in visual order."""

from collections.abc import Callable
from typing import Any

from weasyprint.formatting_structure import boxes

from publisher.composer.composites import Code, FaceComposites
from publisher.composer.enlarge import with_composites
from publisher.composer.faces import Face
from publisher.composer.measure import Run
from publisher.composer.pieces import drawn, space_of
from publisher.composer.setting import Setting, setting_of
from publisher.composer.state import Typesetting, typesetting_of


def around_first_line(original: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap `draw.text.draw_first_line`."""

    def draw_first_line(stream: Any, textbox: Any, text_overflow: Any, block_ellipsis: Any, matrix: Any) -> Any:
        typesetting = typesetting_of(textbox.style) if isinstance(textbox, boxes.TextBox) else None
        if (
            typesetting is not None
            and typesetting.text_layer
            and text_overflow != "ellipsis"
            and block_ellipsis == "none"
        ):
            setting = setting_of(typesetting, textbox)
            if setting is not None:
                _draw(typesetting, stream, setting, matrix)
                return []
        if typesetting is not None and textbox.text.strip():
            typesetting.report.drawn_by_weasyprint += 1
        return original(stream, textbox, text_overflow, block_ellipsis, matrix)

    return draw_first_line


def _draw(typesetting: Typesetting, stream: Any, setting: Setting, matrix: Any) -> None:
    """Show the runs and spaces of a text box from its left edge."""
    if not setting.items:
        return
    stream.set_text_matrix(*matrix.values)
    stretches: list[tuple[Face, list[Run | None]]] = []
    for item in setting.items:
        face = item.face if item is not None else stretches[-1][0] if stretches else setting.face
        if not stretches or stretches[-1][0] is not face:
            stretches.append((face, []))
        stretches[-1][1].append(item)
    for face, items in stretches:
        _show(typesetting, stream, setting, face, items)


def _show(typesetting: Typesetting, stream: Any, setting: Setting, face: Face, items: list[Run | None]) -> None:
    """Show a stretch of one face."""
    composites = typesetting.composites.of(face)
    font = _font(stream, face, composites)
    known: set[Any] = font._composer_known
    space = space_of(face, composites)
    wanted = setting.space * 1000 / setting.size
    gap = f">{_number(-wanted)}<" if space is None else f"{space.number:04x}>{_number(space.width - wanted)}<"
    shown = []
    for item in items:
        if item is None:
            shown.append(gap)
            if space is not None and None not in known:
                known.add(None)
                _register(font, (space,))
        else:
            run = drawn(item, composites)
            if item not in known:
                known.add(item)
                _register(font, run.codes)
            shown.append(run.shown)
    stream.set_font_size(font.hash, setting.size)
    stream.show_text(f"<{''.join(shown)}>".replace("<>", ""))


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _font(stream: Any, face: Face, composites: FaceComposites) -> Any:
    """Return the PDF font of a face, asked for once a stream."""
    fonts = stream.__dict__.setdefault("_composer_fonts", {})
    font = fonts.get(face)
    if font is None:
        font, _ = stream.add_font(face.pango_font)
        fonts[face] = font
        font.__dict__.setdefault("_composer_known", set())
        font._composer_face = face
        font._composer_composites = composites
    return font


def _register(font: Any, codes: tuple[Code, ...]) -> None:
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
