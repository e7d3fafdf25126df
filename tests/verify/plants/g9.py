"""G9: Western digits with nothing that asks for lining ones."""

import re

from tests.verify.planting import Copy

CODE = "EPUB-G9"


def old_style(book: Copy) -> None:
    book.in_css(lambda sheet: re.sub(r"font-(variant|variant-numeric|feature-settings):[^;}]*;?", "", sheet))
    book.add_text('<p>كتب: <bdi lang="en" xml:lang="en" dir="ltr">Sown 1923</bdi> على اللوح.</p>')


PLANTS = {"old style": old_style}
