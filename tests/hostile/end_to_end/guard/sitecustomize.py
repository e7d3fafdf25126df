"""Stands in the way of a guarded process: no network at all, and a record of every file it opens or changes.

Python imports it at start where its folder is on PYTHONPATH. The record is the file that `PUBLISHER_GUARD` names, one
JSON list a line: what was done, and to what.
"""

import json
import os
import socket
import sys
from pathlib import Path
from typing import Any

_RECORD = os.open(os.environ["PUBLISHER_GUARD"], os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
_CHANGES = ("os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod")
_NETWORK = ("socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "urllib.Request")


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "open":
        path, _, flags = arguments
        if isinstance(path, (str, bytes)):
            _note("write" if isinstance(flags, int) and flags & _WRITING else "read", path)
    elif event in _CHANGES:
        at = arguments[-1] if isinstance(arguments[-1], int) and event != "os.truncate" else -1
        for path in arguments[:2]:
            if isinstance(path, (str, bytes, os.PathLike)):
                _note("write", str(Path(_folder(at)) / os.fsdecode(path)))
    elif event in _NETWORK or (event == "socket.connect" and _is_far(arguments[0])):
        _note("network", repr(arguments[1:]))
        raise PermissionError(f"no network here: {event}")


def _folder(descriptor: int) -> str:
    return str(Path(f"/proc/self/fd/{descriptor}").readlink()) if descriptor >= 0 else ""


def _is_far(connection: socket.socket) -> bool:
    return connection.family in (socket.AF_INET, socket.AF_INET6)


def _note(what: str, path: str | bytes) -> None:
    name = os.fsdecode(path)
    whole = name if what == "network" else os.path.realpath(name)
    os.write(_RECORD, (json.dumps([what, whole]) + "\n").encode())


sys.addaudithook(_watch)
