"""The settings of a book, typed: what `book.toml`, front matter and the command line may say.

`schema` declares every key once; `load` reads them and points into the file where one is wrong.
"""

from publisher.config.load import from_options, load
from publisher.config.schema import (
    EpubSettings,
    FontSettings,
    NoteSettings,
    NumberingSettings,
    PageSettings,
    PdfSettings,
    Settings,
    TypographySettings,
)

__all__ = [
    "EpubSettings",
    "FontSettings",
    "NoteSettings",
    "NumberingSettings",
    "PageSettings",
    "PdfSettings",
    "Settings",
    "TypographySettings",
    "from_options",
    "load",
]
