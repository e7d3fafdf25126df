"""J1: the bold face left out."""

import re

from tests.verify.planting import Copy

CODE = "EPUB-J1"


def no_bold(book: Copy) -> None:
    bold = re.compile(r"@font-face\s*{[^}]*font-weight:\s*(700|bold)[^}]*}")
    book.in_css(lambda sheet: bold.sub("", sheet))


PLANTS = {"no bold": no_bold}
