"""The readers: source text in, nodes with spans out. A reader never meets an edition."""

from publisher.readers.binding import Bound, bind
from publisher.readers.choice import read
from publisher.readers.reading import Reading

__all__ = ["Bound", "Reading", "bind", "read"]
