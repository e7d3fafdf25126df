"""Paragraphs set by the product's own direction pass and composer, at many measures, one a page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml import etree
from tests.pdf.reading import MM, Line, read_pages
from weasyprint import HTML

from publisher.composer import Typesetting, install
from publisher.config import Settings
from publisher.direction import resolve
from publisher.fonts.manifest import shipped
from publisher.typography import apply_to_text

WIDTHS = tuple(range(52, 128, 4))
"""Measures in mm: every word comes to stand at an end of a line in some of them."""
MARGIN = 10


@dataclass(frozen=True)
class Setting:
    """A paragraph at a measure."""

    name: str
    width: float
    """In pt."""
    lines: tuple[Line, ...]

    @property
    def text_lines(self) -> Iterator[str]:
        """Its lines as they are read."""
        return (line.words for line in self.lines)


def prepared(markup: str) -> str:
    """Return a paragraph's content as print has it: house style in its text, every direction resolved."""
    tree = etree.fromstring(f'<p dir="rtl">{markup}</p>')
    for node in tree.iter():
        if node.text and node.tag != "code":
            node.text = apply_to_text(node.text, Settings())
        if node.tail:
            node.tail = apply_to_text(node.tail, Settings())
    resolve(tree, for_print=True)
    return etree.tostring(tree, encoding="unicode", method="html")


def set_at(
    paragraphs: dict[str, str], folder: Path, css: str = "", widths: Sequence[float] = WIDTHS, kashida: str = "light"
) -> list[Setting]:
    """Return every paragraph as it is set at every measure."""
    install()
    faces = [face for face in shipped() if face.key in ("amiri", "plex-mono")]
    rules = "".join(
        f'@font-face {{ font-family: "{f.family}"; font-weight: {f.weight}; src: url("{f.path.as_uri()}") }}'
        for f in faces
    )
    style = f"""{rules} @page {{ size: 170mm 297mm; margin: {MARGIN}mm }} body {{ margin: 0; font: 12pt/21pt "Amiri 1" }}
        p {{ margin: 0; text-align: justify; word-spacing: .01pt }} div {{ break-before: page }} code {{ font: 10pt "IBM Plex Mono 1" }}
        i, em {{ font-style: normal; font-weight: 700 }} sup {{ font-size: .7em; line-height: 0 }} {css}"""
    places = [(name, width) for name in paragraphs for width in widths]
    ready = {name: prepared(markup) for name, markup in paragraphs.items()}
    body = "".join(f'<div style="width: {width}mm">{ready[name]}</div>' for name, width in places)
    html = f'<!DOCTYPE html><html lang="ar" dir="rtl"><head><style>{style}</style></head><body>{body}</body></html>'
    path = folder / "set.pdf"
    HTML(string=html).write_pdf(path, font_config=Typesetting(kashida=kashida).font_config)
    pages = read_pages(path)
    assert len(pages) == len(places)
    return [Setting(n, w * MM, page.lines) for (n, w), page in zip(places, pages, strict=True)]
