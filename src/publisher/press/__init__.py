"""The press: units of a book laid out one by one, kept between builds, joined into one PDF by a writer of ours.

    pressed = print_job(job, cache=folder, jobs=2, progress=print)
    pressed.pdf, pressed.page_map, pressed.diagnostics

A unit becomes a *pack*: plain data without any number of the book (`pack.py`). Workers make packs (`packing.py`, with
WeasyPrint and the composer); the joiner gives every number and writes the file (`join.py`, with neither). Running heads
(`Unit.heads`) reach the margin boxes as custom properties of the root, `--head-NAME`; `content: var(--head-NAME)` works.

The printing is imported when it is asked for: the cache and the fingerprint of the engine serve without it.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from publisher.press.printing import Pressed, print_job

__all__ = ["Pressed", "print_job"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.printing"), name)
