"""The reader of plain text: recognises the structure of pasted Arabic as a good editor would."""

from publisher.config import Settings
from publisher.readers.plain.reader import Evidence, read_with_evidence
from publisher.readers.reading import Reading
from publisher.source import SourceFile


def read(source: SourceFile, settings: Settings) -> Reading:
    """Return the reading of a plain manuscript file."""
    return read_with_evidence(source, settings)[0]


__all__ = ["Evidence", "read", "read_with_evidence"]
