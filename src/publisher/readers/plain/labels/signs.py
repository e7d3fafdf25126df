"""Pieces of patterns that the readers of labels share."""

from typing import Final

from publisher.readers.plain.lines import EDGE

GAP: Final = f"[{EDGE}]"
"""A blank, or a control that weighs nothing."""

DIGIT: Final = "[0-9٠-٩۰-۹]"

DASHES: Final = "–—−‐‑―ـ\\-"
"""Dashes, and the tatweel that is typed for one; to stand in a class of a pattern."""

SET_OFF: Final = f"(?:{GAP}*[:：]{GAP}*[{DASHES}]?|{GAP}*[{DASHES}]+(?!{DIGIT})|{GAP}*[.](?!{DIGIT})|{GAP}*[)/](?!{DIGIT})|{GAP}*\\|)"
"""What sets a label off from its title."""
