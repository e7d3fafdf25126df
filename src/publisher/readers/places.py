"""Finds where inline content stands: the parser forgets offsets, so each token is looked up after the one before."""

from publisher.source import SourceFile, Span


class Places:
    """A cursor through the source text of one block."""

    def __init__(self, source: SourceFile, start: int, end: int) -> None:
        self.source = source
        self.at = start
        self.end = end

    def take(self, text: str) -> Span:
        """Return the span of the next occurrence of `text`; where it is typed otherwise, of the line reached."""
        found = self.source.text.find(text, self.at, self.end) if text else -1
        if found < 0:
            return self.here()
        self.at = found + len(text)
        return self.source.span(found, self.at)

    def here(self) -> Span:
        """Return the empty span at the place reached."""
        return self.source.span(self.at, self.at)

    def skip(self, text: str) -> None:
        """Pass over something that leaves no node of its own (the address of a link)."""
        if text:
            self.take(text)
