"""Tanween of fath with its alef: before it (كتابًا) or on it (كتاباً), one way in a book (DIA-05)."""

from publisher.diagnostic import Said
from publisher.typography.rule import Rule, fixes, pattern

FATHATAN = "\u064b"

RULES = (
    Rule(
        "DIA-05",
        Said("التنوين على الحرف قبل الألف", "tanween on the letter before the alef"),
        fixes("tanween", "before-alef"),
        pattern(f"ا{FATHATAN}", f"{FATHATAN}ا"),
    ),
    Rule(
        "DIA-05",
        Said("التنوين على الألف", "tanween on the alef"),
        fixes("tanween", "on-alef"),
        pattern(f"{FATHATAN}ا", f"ا{FATHATAN}"),
    ),
)
