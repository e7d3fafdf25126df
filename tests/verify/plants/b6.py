"""B6: a picture called by another type."""

from tests.verify.planting import Copy, Plant

from publisher.verify.epub.markup import elements

CODE = "EPUB-B6"


def called(end: str, media_type: str) -> Plant:
    def plant(book: Copy) -> None:
        with book.opf() as root:
            item = next(e for e in elements(root, "item") if (e.get("href") or "").endswith(end))
            item.set("media-type", media_type)

    return plant


PLANTS = {"picture": called(".png", "image/jpeg"), "font": called(".ttf", "application/octet-stream")}
