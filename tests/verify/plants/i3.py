"""I3: a claim that is not spelled as defined."""

from tests.verify.planting import Copy, Plant

CODE = "EPUB-I3"


def claim(value: str) -> Plant:
    def plant(book: Copy) -> None:
        book.add_metadata(f'<meta property="dcterms:conformsTo" id="new-claim">{value}</meta>')
        book.add_metadata('<meta property="a11y:certifiedBy" refines="#new-claim">جمعية إتاحة الكتاب</meta>')

    return plant


PLANTS = {
    "dash": claim("EPUB Accessibility 1.1 – WCAG 2.2 Level AA"),
    "case": claim("EPUB Accessibility 1.1 - WCAG 2.2 level AA"),
    "short": claim("WCAG 2.2 AA"),
}
