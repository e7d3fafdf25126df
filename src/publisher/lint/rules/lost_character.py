"""A replacement character: something was lost before the file came here."""

from publisher.diagnostic import Said, warning
from publisher.lint.rule import Rule, in_sources

LOST = warning(
    "lost-character",
    Said("محرف ضاع عند حفظ الملف (U+FFFD)", "a character was lost when the file was saved (U+FFFD)"),
    Said("استرجعه من أصل الملف.", "restore it from the original."),
)

RULE = Rule(LOST, in_sources(LOST, "\ufffd+"), languages=())
