"""D3: a landmark missing, doubled, in English, or leading nowhere."""

from tests.verify.planting import Copy, Plant, remove, set_attribute

from publisher.verify.epub.markup import Element, elements, is_a, types_of

CODE = "EPUB-D3"


def _landmark(root: Element, kind: str) -> Element:
    nav = next(e for e in elements(root, "nav") if is_a(e, "landmarks"))
    return next(e for e in elements(nav, "a") if kind in types_of(e))


def missing(kind: str) -> Plant:
    def plant(book: Copy) -> None:
        with book.nav() as root:
            item = _landmark(root, kind).getparent()
            assert item is not None
            remove(item)

    return plant


def doubled(book: Copy) -> None:
    with book.nav() as root:
        set_attribute(_landmark(root, "bodymatter"), "epub:type", "bodymatter chapter")


def english(book: Copy) -> None:
    with book.nav() as root:
        _landmark(root, "bodymatter").text = "1"


def nowhere(book: Copy) -> None:
    with book.nav() as root:
        link = _landmark(root, "bodymatter")
        link.set("href", (link.get("href") or "").partition("#")[0] + "#nowhere")


PLANTS = {
    "no cover": missing("cover"),
    "no toc": missing("toc"),
    "no text": missing("bodymatter"),
    "doubled": doubled,
    "label": english,
    "nowhere": nowhere,
}
