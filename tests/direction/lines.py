"""Lines of made pages as they are seen: signs from left to right, from the PDF's glyphs and from Chromium's boxes."""

import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

import pymupdf

INVISIBLE = re.compile("[\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
ARABIC_WORD = re.compile("[\u0621-\u063a\u0641-\u065f\u0670-\u06d3]+")
MIRRORED = str.maketrans("()[]«»", ")(][»«")

Sign = tuple[float, float, str]
"""Baseline, left edge, character."""


def pdf_pages(path: Path) -> list[list[str]]:
    """Return the lines of each page, top to bottom."""
    pages = []
    with pymupdf.open(path) as pdf:
        for page in pdf:
            raw = page.get_text("rawdict", flags=pymupdf.TEXT_PRESERVE_WHITESPACE | pymupdf.TEXT_PRESERVE_LIGATURES)
            signs = [
                (sign["origin"][1], sign["bbox"][0], sign["c"])
                for block in raw["blocks"]
                for line in block.get("lines", ())
                for span in line["spans"]
                for sign in span["chars"]
            ]
            pages.append(seen_lines(signs, 3))
    return pages


def seen_lines(signs: Iterable[Sign], tolerance: float) -> list[str]:
    """Group signs by baseline and order each line by its left edges."""
    rows: list[tuple[float, list[tuple[float, str]]]] = []
    for baseline, left, sign in sorted(signs):
        if rows and abs(rows[-1][0] - baseline) < tolerance:
            rows[-1][1].append((left, sign))
        else:
            rows.append((baseline, [(left, sign)]))
    return [seen("".join(sign for _, sign in sorted(row, key=lambda s: s[0]))) for _, row in rows]


def seen(line: str) -> str:
    """Return a line of signs comparably: no invisibles or marks, Arabic words as they are read, one kind of space."""
    bare = INVISIBLE.sub("", unicodedata.normalize("NFKC", line)).replace("\u00a0", " ").replace("ـ", "")
    bare = "".join(c for c in bare if not unicodedata.combining(c))
    return ARABIC_WORD.sub(lambda word: word[0][::-1], bare)


def wanted(text: str) -> str:
    """Return an expectation comparably."""
    return "".join(c for c in text.replace("\u00a0", " ").replace("ـ", "") if not unicodedata.combining(c))
