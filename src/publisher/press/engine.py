"""What every key in the cache starts with: the tool's own code and the versions of what sets the type."""

import ctypes
import sys
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final

_PACKAGES: Final = ("weasyprint", "pydyf", "uharfbuzz", "tinycss2", "cssselect2", "pillow")
_LIBRARIES: Final = (("libpango-1.0.so.0", "pango_version_string"), ("libharfbuzz.so.0", "hb_version_string"))
_OWN: Final = ("press", "composer", "arabic", "bidi.py", "words")
_SUFFIXES: Final = (".py", ".toml")


@cache
def fingerprint() -> bytes:
    """Return a digest of all that lays out and writes a book, besides the book."""
    from importlib import metadata

    digest = sha256(sys.version.encode())
    for package in _PACKAGES:
        with suppress(metadata.PackageNotFoundError):
            digest.update(f"{package} {metadata.version(package)}\n".encode())
    for library, version in libraries():
        digest.update(f"{library} {version}\n".encode())
    for path in _sources(Path(__file__).parents[1]):
        digest.update(path.read_bytes())
    return digest.digest()


def libraries() -> tuple[tuple[str, str], ...]:
    """Return the libraries of the system that shape text, each with its version."""
    return tuple((library, _version(library, function)) for library, function in _LIBRARIES)


def _version(library: str, function: str) -> str:
    """Return what a library says of its version; empty where it is not on the usual path."""
    try:
        said = getattr(ctypes.CDLL(library), function)
    except (OSError, AttributeError):
        return ""
    said.restype = ctypes.c_char_p
    return bytes(said()).decode()


def _sources(folder: Path) -> list[Path]:
    found: list[Path] = []
    for name in _OWN:
        path = folder / name
        found += sorted(p for p in path.rglob("*") if p.suffix in _SUFFIXES) if path.is_dir() else [path]
    return found
