"""The first guess of how many digits each page reference has, before anything is laid out; the same in every build."""

import html
import re
from typing import Final

from publisher.press.job import Job

_TAG: Final = re.compile(r"<[^>]*>")
_IDENT: Final = re.compile(r'\sid="([^"]*)"')
_SIZE: Final = re.compile(r"size:\s*([\d.]+)mm\s+([\d.]+)mm")
_A5: Final = 148.0 * 210.0
_LETTERS: Final = 1620
"""Letters on an A5 page of a book."""
_BLOCK: Final = 40
"""Letters' worth of room that an opening tag of a block takes."""


def first_guess(job: Job) -> dict[str, int]:
    """Return the digits of the page on which each id of the book is thought to stand."""
    match = _SIZE.search(job.sheet)
    area = float(match[1]) * float(match[2]) if match else _A5
    letters = _LETTERS * area / _A5
    page = 0.0
    found: dict[str, int] = {}
    for unit in job.units:
        start = page
        at = length = 0
        for ident in _IDENT.finditer(unit.body):
            length += len(_TAG.sub("", unit.body[at : ident.start()])) + _BLOCK
            at = ident.start()
            found.setdefault(html.unescape(ident[1]), len(str(int(start + length / letters) + 1)))
        length += len(_TAG.sub("", unit.body[at:]))
        page = float(int(start + length / letters) + 1)
        page += page % 2 if unit.opens == "recto" else 0
    return found
