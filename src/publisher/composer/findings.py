"""What the composer has to tell of a document, as diagnostics."""

from collections.abc import Iterator
from typing import Any, Final

from publisher.composer.notes import count_notes
from publisher.composer.state import Typesetting
from publisher.diagnostic import Diagnostic, Said, error, note, warning

_SHOWN: Final = 5

MISMATCH: Final = warning(
    "composer-mismatch",
    Said(
        "الصفحات بلا تنضيد الفقرات، لأن المحرك ليس الذي كُتبت له: {difference}",
        "the pages are set without the composer, since the engine is not the one it was written for: {difference}",
    ),
    Said(
        "ثبّت الإصدار المذكور في متطلبات البرنامج.", "install the version that the program asks for in its requirements."
    ),
)
FACE: Final = warning(
    "face-not-composed",
    Said(
        "الخط {family} لا يقبل الكشيدة ولا طبقة النص: {reason}",
        "the face {family} takes no kashida and no text layer: {reason}",
    ),
    Said("استعمل نسخة TrueType ثابتة من الخط (ttf).", "use a static TrueType file of the face (.ttf)."),
)
LEFT: Final = note(
    "lines-left",
    Said("أسطر تُركت للمحرك ({count}): {reason}", "lines left to the engine ({count}): {reason}"),
    Said("لا يلزم شيء إن حسن مظهرها.", "nothing is needed where they look well."),
)
LOOSE: Final = note(
    "loose-line",
    Said("سطر واسع الفراغات ({space} من المربع): «{text}»", "a loose line (word spaces of {space} em): “{text}”"),
    Said("غيّر في العبارة أو وسّع السطر.", "change the wording or widen the measure."),
)
LOST: Final = error(
    "note-lost",
    Said("حاشية نودي عليها ولم تُطبع: «{text}»", "a footnote was called and not set: “{text}”"),
    Said("هذا خلل في الأداة: أبلغ عنه ومعه المخطوطة.", "this is a fault of the tool: report it with the manuscript."),
)


def findings(typesetting: Typesetting, document: Any) -> Iterator[Diagnostic]:
    """Yield what there is to tell of a laid-out document."""
    from publisher.composer.hooks import mismatch

    difference = mismatch()
    if difference is not None:
        yield MISMATCH.at(None, difference=difference)
    report = typesetting.report
    for family, reason in sorted(report.faces_left.items()):
        yield FACE.at(None, family=family, reason=reason)
    for reason, count in sorted(report.lines_fallen_back.items()):
        yield LEFT.at(None, count=count, reason=reason)
    for text, space in list(report.loose.items())[:_SHOWN]:
        yield LOOSE.at(None, text=text, space=f"{space:.2f}")
    for element in count_notes(document).lost:
        yield LOST.at(None, text=" ".join("".join(element.itertext()).split())[:60])
