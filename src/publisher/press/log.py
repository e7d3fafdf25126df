"""What WeasyPrint logs, caught as data: it travels inside the pack, so that a chapter from the cache repeats it."""

import logging
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Final

from publisher.diagnostic import Diagnostic, Finding, Said, error, warning

MISSING_GLYPH = error(
    "missing-glyph",
    Said("ليس في خطوط الكتاب صورة للحرف {detail}", "no face of the book has the character {detail}"),
    Said("اختر خطًّا فيه هذا الحرف أو غيّره.", "choose a face that has it, or change the character."),
)
MISSING_PICTURE = error(
    "unreadable-picture",
    Said("صورة لا تُقرأ: {detail}", "a picture cannot be read: {detail}"),
    Said("تحقّق من ملف الصورة ومن صيغته.", "check the picture's file and its format."),
)
STYLE = warning(
    "style-not-understood",
    Said("في ورقة الأنماط ما لم يُفهم: {detail}", "the style sheet says something that was not understood: {detail}"),
    Said("صحّح القاعدة أو احذفها.", "correct the rule or take it out."),
)
ENGINE = warning(
    "engine-says",
    Said("يقول محرّك التنضيد: {detail}", "the typesetting engine says: {detail}"),
    Said("راجع الموضع المذكور في الملف المصنوع.", "look at that place in the made file."),
)

_KINDS: Final[tuple[tuple[re.Pattern[str], Finding], ...]] = (
    (re.compile(r'\.notdef glyph rendered .*: "(?P<detail>.*)'), MISSING_GLYPH),
    (re.compile(r"Failed to load (?:inline SVG|image) (?:at )?(?P<detail>.*)"), MISSING_PICTURE),
    (re.compile(r"(?P<detail>(?:Ignored|Invalid|Unknown|Unsupported|Parse error|Expected|Relative URI).*)"), STYLE),
)


class _Catcher(logging.Handler):
    def __init__(self, into: list[tuple[int, str]]) -> None:
        super().__init__(logging.WARNING)
        self.into = into

    def emit(self, record: logging.LogRecord) -> None:
        self.into.append((record.levelno, record.getMessage()))


@contextmanager
def caught() -> Iterator[list[tuple[int, str]]]:
    """Catch what WeasyPrint logs, warnings and worse; nothing of it reaches the terminal."""
    logger = logging.getLogger("weasyprint")
    records: list[tuple[int, str]] = []
    handler = _Catcher(records)
    before = logger.handlers[:], logger.propagate, logger.level
    logger.handlers, logger.propagate = [handler], False
    logger.setLevel(logging.WARNING)
    try:
        yield records
    finally:
        logger.handlers, logger.propagate = before[0], before[1]
        logger.setLevel(before[2])


def diagnostics_of(records: Iterable[tuple[int, str]]) -> tuple[Diagnostic, ...]:
    """Return log records as findings, each said once."""
    return tuple(_diagnostic(message) for message in dict.fromkeys(message for _, message in records))


def _diagnostic(message: str) -> Diagnostic:
    for pattern, finding in _KINDS:
        if match := pattern.match(message):
            return finding.at(None, detail=match["detail"])
    return ENGINE.at(None, detail=message)
