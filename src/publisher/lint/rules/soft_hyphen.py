"""A soft hyphen: Arabic is never divided (LBK-01)."""

from publisher.arabic.classes import LETTER, MARK
from publisher.diagnostic import Said, warning
from publisher.lint.rule import Rule, in_sources

HYPHEN = warning(
    "LBK-01",
    Said("واصلة خفية داخل كلمة عربية", "a soft hyphen inside an Arabic word"),
    Said("احذفها، فالكلمة العربية لا تُقسم.", "remove it: Arabic words are not divided."),
)

RULE = Rule(HYPHEN, in_sources(HYPHEN, rf"(?<=[{LETTER}{MARK}])\u00ad+", ""), languages=())
