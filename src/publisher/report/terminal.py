"""Lines for a terminal: as they are where it shapes and reorders Arabic itself, shaped and reordered here where not.

`PUBLISHER_TERMINAL=plain` asks for the second, `PUBLISHER_TERMINAL=bidi` for the first.
"""

import os
import sys
import textwrap
from collections.abc import Iterable, Mapping
from typing import TextIO

from rich.console import Console
from rich.text import Text

from publisher.arabic.letters import BIDI_CONTROLS

_UNSHAPING = frozenset({"dumb", "linux", "vt100", "vt220", "cons25"})
_WITHOUT_CONTROLS = {ord(control): None for control in BIDI_CONTROLS}


def is_plain(stream: TextIO, environ: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Whether the terminal behind a stream neither shapes nor reorders Arabic."""
    asked = environ.get("PUBLISHER_TERMINAL", "")
    if asked:
        return asked == "plain"
    if not stream.isatty():
        return False
    if platform == "win32":
        return "WT_SESSION" not in environ
    return environ.get("TERM", "") in _UNSHAPING


def print_lines(lines: Iterable[Text], stream: TextIO, language: str, environ: Mapping[str, str] | None = None) -> None:
    """Print lines, each a paragraph of its own direction."""
    environ = os.environ if environ is None else environ
    console = Console(file=stream, highlight=False, markup=False, emoji=False, soft_wrap=True)
    if not is_plain(stream, environ):
        for line in lines:
            console.print(line)
        return
    for line in lines:
        for row in textwrap.wrap(line.plain, max(20, console.width - 1)) or [""]:
            console.print(in_visual_order(row, language), no_wrap=True, crop=False)


def in_visual_order(line: str, language: str) -> str:
    """Return a line shaped, and reordered from left to right, for a terminal that does neither."""
    base = "R" if language == "ar" else "L"
    import arabic_reshaper
    from bidi import get_display

    shown = get_display(arabic_reshaper.reshape(line), base_dir=base)
    return str(shown).translate(_WITHOUT_CONTROLS)
