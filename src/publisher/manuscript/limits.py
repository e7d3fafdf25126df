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
