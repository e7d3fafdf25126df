"""How much of the disk a book may ask for: bounds on its files, in one table."""

from typing import Final

MEGABYTE: Final = 1024 * 1024

TEXT_MEGABYTES: Final = 20
"""Size of one manuscript file; a novel is under 2."""

FILES: Final = 2000
"""Manuscript files of one book."""

IMAGE_MEGABYTES: Final = 50
"""Size of one image file."""

IMAGES_MEGABYTES: Final = 1000
"""Size of all images of a book together."""

IMAGE_PIXELS: Final = 150_000_000
"""Pixels of one image: A3 at 900 dpi."""

SVG_MEGABYTES: Final = 10
"""Size of one SVG drawing, which is parsed whole."""

WORD_MEGABYTES: Final = 100
"""Size of one Word file, its images inside."""

WORD_ENTRIES: Final = 5000
"""Parts in the archive of a Word file."""

WORD_UNPACKED_MEGABYTES: Final = 500
"""What a Word file's archive may unpack to."""

WORD_XML_MEGABYTES: Final = 60
"""What the text of a Word file may unpack to; a novel is about 5."""

WORD_DEPTH: Final = 120
"""Elements in elements in a Word file; a table in a table is about 25."""
