"""B8: an identifier that is random, empty or left as a placeholder."""

from tests.verify.planting import Copy, Plant

from publisher.verify.epub.markup import elements

CODE = "EPUB-B8"


def identified(value: str) -> Plant:
    def plant(book: Copy) -> None:
        book.add_metadata(f'<dc:identifier id="fresh">{value}</dc:identifier>')
        with book.opf() as root:
            root.set("unique-identifier", "fresh")
        with book.ncx() as root:
            next(e for e in elements(root, "meta") if "uid" in (e.get("name") or "")).set("content", value)

    return plant


PLANTS = {
    "random": identified("urn:uuid:26f39be0-ea7d-4ebf-b443-a830909dd123"),
    "bare random": identified("26f39be0-ea7d-4ebf-b443-a830909dd123"),
    "malformed": identified("urn:uuid:my-book"),
    "placeholder": identified("{identifier}"),
    "short": identified("id"),
}
