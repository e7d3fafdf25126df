"""Runs the path for the editions asked for. The only writer of files, each whole or not at all.

The rooms are imported when a name of theirs is asked for: a build with nothing to do needs hardly any of them.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from publisher.build.making import check
    from publisher.build.outlining import outline, write_marked
    from publisher.build.path import Prepared, prepare
    from publisher.build.run import Built, build
    from publisher.build.shelf import Shelved, build_shelf

__all__ = ["Built", "Prepared", "Shelved", "build", "build_shelf", "check", "outline", "prepare", "write_marked"]

_ROOM_OF = {
    "Built": "run",
    "Prepared": "path",
    "Shelved": "shelf",
    "build": "run",
    "build_shelf": "shelf",
    "check": "making",
    "outline": "outlining",
    "prepare": "path",
    "write_marked": "outlining",
}


def __getattr__(name: str) -> Any:
    if name not in _ROOM_OF:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_ROOM_OF[name]}"), name)
