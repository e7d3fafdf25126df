"""A3: an Arabic file name, a space, a capital."""

from tests.verify.planting import Copy, Plant

CODE = "EPUB-A3"


def named(name: str) -> Plant:
    return lambda book: add(book, name)


def add(book: Copy, name: str) -> None:
    book.add_file(name, b"a", "text/plain")


PLANTS = {"Arabic": named("ملحق.txt"), "space": named("two words.txt"), "capital": named("Notes.txt")}
