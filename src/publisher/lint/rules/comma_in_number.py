"""An Arabic comma inside a number: it parts words, not digits (NUM-05)."""

from publisher.arabic.classes import DIGIT, INDIC
from publisher.diagnostic import Said, warning
from publisher.lint.rule import Rule, in_lines

COMMA = warning(
    "NUM-05",
    Said("فاصلة الجمل داخل عدد: {text}", "a sentence's comma inside a number: {text}"),
    Said(
        "الفاصلة العشرية ٫ وفاصلة الآلاف ٬؛ وإن كانا عددين فبينهما فراغ.",
        "the decimal sign is ٫ and that of thousands ٬; two numbers take a space between them.",
    ),
)

RULE = Rule(
    COMMA, in_lines(COMMA, rf"(?<![{DIGIT}،])[{INDIC}]+،(?![{INDIC}]{{3}}(?![{DIGIT}]))[{INDIC}]+(?![{DIGIT}،])")
)
