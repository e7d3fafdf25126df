"""A Book's fingerprint: by it an edition knows whether facts that an earlier one left are of the same book."""

from hashlib import sha256

from publisher.book import Book


def fingerprint(book: Book) -> str:
    """Return the SHA-256 of everything that a Book says; places in the manuscript do not count."""
    return sha256(repr(book).encode()).hexdigest()
