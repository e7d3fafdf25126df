"""The rules of the house style, a family a file, in the order in which they run.

Later rules stand on earlier ones: spaces are mended when quotes are known, and held when spaces are mended.
"""

from publisher.typography.rule import Rule
from publisher.typography.rules import (
    calls,
    dashes,
    digits,
    ellipsis,
    honorifics,
    no_break,
    punctuation,
    quotes,
    spaces,
    tanween,
)

RULES: tuple[Rule, ...] = (
    *honorifics.RULES,
    *tanween.RULES,
    *ellipsis.RULES,
    *digits.RULES,
    *punctuation.RULES,
    *quotes.RULES,
    *dashes.RULES,
    *spaces.RULES,
    *calls.RULES,
    *no_break.RULES,
)
