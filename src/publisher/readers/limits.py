"""How much a manuscript may ask for: the bounds that keep time and memory bounded, in one table.

Each is far beyond what a book needs; a manuscript that passes one is told its name and its value.
"""

from typing import Final

NESTING: Final = 60
"""Levels of blocks in blocks (a quotation is one, an item of a list is two), and of inline in inline."""

FILE: Final = 3_000_000
"""Characters of one file: about 500 000 words, 1500 printed pages."""

LINES: Final = 150_000
"""Lines of one file."""

BRACKETS: Final = 30_000
"""Square brackets that open in one file: each may begin a link, a note or an image."""

PARAGRAPH: Final = 100_000
"""Characters of one paragraph: about 16 000 words, 50 printed pages without a break."""

WORD: Final = 5000
"""Characters without a space: the longest word and the longest address are far shorter."""

TABLE_CELLS: Final = 100_000
"""Cells of one table, empty ones counted."""

FRONT_MATTER: Final = 64_000
"""Characters of the front matter of a file."""
