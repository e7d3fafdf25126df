"""The manuscript as it stands on disk: which files it has, in which order, as text. The only reader of the disk."""

from publisher.manuscript.finding import Manuscript, find

__all__ = ["Manuscript", "find"]
