"""Makes the pictures of the guide's chapter on composition, by the tool itself: docs/guide/images/*.png.

python scripts/guide_pictures.py

One paragraph in each setting of kashida, and verse, each from a book that is built, read back and cut out of its page.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from publisher.build import build  # noqa: E402
from publisher.composer.state import KASHIDA  # noqa: E402

IMAGES = ROOT / "docs/guide/images"
DPI = 200
GREYS = 16
AIR = 6
"""Points of white kept round what is cut out."""
FIRST, LAST = "سنن", "وصبره"
PARAGRAPH = (
    "من سنن الخطاطين القدماء أن لا يوسّعوا المسافات بين الكلمات، بل يمدّوا من الحروف ما يحتمل المدّ في موضعه. فإذا امتلأ "
    "السطر استراحت العين، ولم تنشقّ الصفحة بمجاري البياض. وكانوا يعدّون المدّ المستحسن دليلًا على ذوق الكاتب وصبره."
)
VERSE_FIRST, VERSE_LAST = "على", "العظائم"
VERSE = """::: verse
على قدر أهل العزم تأتي العزائم … وتأتي على قدر الكرام المكارم
وتعظم في عين الصغير صغارها … وتصغر في عين العظيم العظائم
:::"""


def main() -> None:
    """Make every picture."""
    IMAGES.mkdir(exist_ok=True)
    for kashida in KASHIDA:
        _picture(PARAGRAPH, kashida, (FIRST, LAST)).save(IMAGES / f"kashida-{kashida}.png", optimize=True)
    _picture(VERSE, "light", (VERSE_FIRST, VERSE_LAST)).save(IMAGES / "verse.png", optimize=True)


def _picture(text: str, kashida: str, ends: tuple[str, str]) -> Image.Image:
    """Return what a text looks like in the book, as wide as its measure."""
    with TemporaryDirectory() as folder:
        source = Path(folder, "nass.md")
        source.write_text(f"# مثال\n\n{text}\n", encoding="utf-8")
        options = {"title": "مثال", "kind": "book", "style": "kitab", "slug": "mithal", "typography.kashida": kashida}
        made = build(source, ("pdf",), Path(folder, "out"), options)
        document = pypdfium2.PdfDocument(next(file for file in made.paths if file.suffix == ".pdf"))
        try:
            return _cut_out(document, ends)
        finally:
            document.close()


def _cut_out(document: pypdfium2.PdfDocument, ends: tuple[str, str]) -> Image.Image:
    """Return the part of the page between the lines of two words."""
    page, top, bottom = _place(document, ends)
    scale = DPI / 72
    image = page.render(scale=scale, grayscale=True).to_pil()
    height = page.get_height()
    band = image.crop((0, int((height - top - AIR) * scale), image.width, int((height - bottom + AIR) * scale)))
    left, _, right, _ = band.point(lambda grey: 255 - grey).getbbox() or (0, 0, band.width, 0)
    return band.crop((left, 0, right, band.height)).quantize(GREYS)


def _place(document: pypdfium2.PdfDocument, ends: tuple[str, str]) -> tuple[pypdfium2.PdfPage, float, float]:
    """Return the page on which two words stand, the top of the first and the bottom of the last."""
    for page in document:
        text = page.get_textpage()
        found = [text.search(word).get_next() for word in ends]
        if all(found):
            boxes = [text.get_charbox(at, loose=True) for at, _ in found]
            return page, boxes[0][3], boxes[1][1]
    raise LookupError(f"no page has {ends}")


if __name__ == "__main__":
    main()
