"""The Urdu full stop in an Arabic book (PUN-11)."""

from publisher.diagnostic import Said, warning
from publisher.lint.rule import Rule, in_lines

STOP = warning(
    "PUN-11",
    Said("نقطة أردية «۔» في نص عربي", "an Urdu full stop “۔” in Arabic text"),
    Said("اكتب النقطة «.».", "write the full stop “.”."),
)

RULE = Rule(STOP, in_lines(STOP, "۔", "."))
