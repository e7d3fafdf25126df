"""D2: the navigation document without direction, in another language, with an English heading."""

from tests.verify.planting import Copy, Plant, set_attribute, snippet

from publisher.verify.epub.markup import elements

CODE = "EPUB-D2"


def attribute(name: str, value: str | None) -> Plant:
    def plant(book: Copy) -> None:
        with book.nav() as root:
            set_attribute(root, name, value)

    return plant


def heading(book: Copy) -> None:
    with book.nav() as root:
        nav = list(elements(root, "nav"))[-1]
        for old in list(elements(nav, "h1", "h2", "h3")):
            nav.remove(old)
        nav.insert(0, snippet('<h2><bdi lang="en" xml:lang="en" dir="ltr">Guide</bdi></h2>'))


PLANTS = {"none": attribute("dir", None), "wrong": attribute("dir", "ltr"), "heading": heading}
