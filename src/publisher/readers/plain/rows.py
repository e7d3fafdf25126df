"""Rows of signs without a word: what stands for a break in the text."""

import re

ROW = re.compile(r"[^\w«»\"“”'()\[\]{}﴾﴿|؟?!،؛,;:/\\<>@&%$€£]+$")
TATWEELS = re.compile(r"[ـ_\s]+$")
LONGEST = 120


def is_row(text: str) -> bool:
    """Whether a line is a row of three signs or more, without a word."""
    if len(text) > LONGEST and len(set(text)) > 3:
        return False
    signs = "".join(text.split())
    return len(signs) >= 3 and bool(ROW.match(text) or TATWEELS.match(text)) and signs.strip(".…") != ""
