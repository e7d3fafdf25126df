"""What the units of a book have to tell: what the engine logged, and what the composer left to it, as diagnostics."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from publisher.diagnostic import Diagnostic, Said, error, note, warning
from publisher.press.log import diagnostics_of
from publisher.press.pack import Docket

LEFT_BY: Final = "left to WeasyPrint: "
"""What the report of a docket writes before the reason for which lines were left to the engine."""
_SHOWN: Final = 5
"""Loose lines that are quoted."""

NOTE_LOST: Final = error(
    "note-lost",
    Said("حاشية نودي عليها في {unit} ولم تُنضَّد: {text}", "a note called in {unit} was not set: {text}"),
    Said("هذا عيب في الأداة: أبلغ عنه.", "this is a fault of the tool: report it."),
)
UNDESCRIBED: Final = warning(
    "picture-without-description",
    Said("صورة بلا وصف في {unit}: {source}", "a picture without a description in {unit}: {source}"),
    Said("اكتب وصفًا لمن لا يراها.", "describe it for those who do not see it."),
)
UNEVEN_DIGITS: Final = error(
    "digits-not-tabular",
    Said("أرقام الخط {family} ليست متساوية العرض", "the digits of {family} are not equally wide"),
    Said("اختر لأرقام الصفحات خطًّا أرقامه متساوية.", "choose a face with tabular digits for page numbers."),
)
MISMATCH: Final = warning(
    "composer-mismatch",
    Said(
        "الصفحات بلا تنضيد الفقرات، لأن المحرك ليس الذي كُتب له: {difference}",
        "the pages are set without the composer, since the engine is not the one it was written for: {difference}",
    ),
    Said(
        "ثبّت الإصدار المذكور في متطلبات البرنامج.", "install the version that the program asks for in its requirements."
    ),
)
FACE: Final = warning(
    "face-not-composed",
    Said(
        "الخط {family} يُنضَّد بلا كشيدة ولا نص يُبحث فيه كاملًا، لأن ملفه ليس TrueType ثابتًا ({tables})",
        "the face {family} is set without kashida, and its text may not come back whole, since its file is no static "
        "TrueType ({tables})",
    ),
    Said(
        "ضع مكانه نسخة TrueType ثابتة من الخط (‎.ttf).",
        "put a static TrueType file of the face (.ttf) in its place.",
    ),
)
LEFT: Final = note(
    "lines-left",
    Said("أسطر تُركت للمحرك: {count} ({reason})", "lines left to the engine: {count} ({reason})"),
    Said("لا يلزم شيء إن حسن مظهرها.", "nothing is needed where they look well."),
)
LOOSE: Final = note(
    "loose-line",
    Said(
        "سطر واسع الفراغات، {space} من المربع، في {unit}: «{text}»",
        "a loose line in {unit} (word spaces of {space} em): “{text}”",
    ),
    Said("غيّر العبارة، أو وسّع السطر، أو زِد الكشيدة.", "change the wording, widen the measure, or allow more kashida."),
)

_REASONS: Final = {
    "letter-spacing": Said("حروف مفرّقة", "letters spaced apart"),
    "hyphens": Said("كلمات تُقطع بلغتها", "words hyphenated by their language"),
    "word-break": Said("كلمات تُكسر في أي موضع", "words broken anywhere"),
    "a word wider than the line": Said("كلمة أعرض من السطر", "a word wider than the line"),
    "a leader": Said("نقط تملأ السطر", "a leader"),
    "something floated": Said("شيء عائم في السطر", "something floated in the line"),
    "::first-letter": Said("حرف أول كبير أو سطر أول خاص", "a first letter or line of its own style"),
    "the face cannot be composed": Said("خط لا يُنضَّد", "a face that cannot be composed"),
}
"""Reasons in words, by how the composer's begin; another is told as it is."""
_UNTOLD: Final = ("nothing to set", "white-space")
"""Reasons that are counted only: there was nothing to compose, in empty lines or in code kept as it is typed."""


Called = Callable[[str], str]
"""What the author calls a unit, by its id."""


def told(dockets: Iterable[Docket], called: Called = str) -> dict[Diagnostic, None]:
    """Return what the units have to say, each thing once."""
    dockets = tuple(dockets)
    found: dict[Diagnostic, None] = {}
    for docket in dockets:
        found.update(dict.fromkeys(_of_unit(docket, called(docket.unit))))
    found.update(dict.fromkeys(_of_book(dockets, called)))
    return found


def _of_unit(docket: Docket, name: str) -> Iterator[Diagnostic]:
    yield from diagnostics_of(docket.log)
    yield from (NOTE_LOST.at(None, unit=name, text=text) for text in docket.lost)
    yield from (UNDESCRIBED.at(None, unit=name, source=source) for source in docket.undescribed)
    yield from (UNEVEN_DIGITS.at(None, family=family) for family in docket.uneven)
    yield from (MISMATCH.at(None, difference=difference) for difference in docket.mismatch)
    yield from (FACE.at(None, family=family, tables=tables) for family, tables in docket.faces_left)


def _of_book(dockets: Iterable[Docket], called: Called) -> Iterator[Diagnostic]:
    """Yield what is counted over all units: the lines left to the engine, and the loosest lines."""
    left: Counter[str] = Counter()
    loose: list[tuple[int, str, str]] = []
    for docket in dockets:
        left.update({name.removeprefix(LEFT_BY): n for name, n in docket.report if name.startswith(LEFT_BY)})
        loose += [(-space, docket.unit, text) for text, space in docket.loose]
    for reason, count in sorted(left.items()):
        if not reason.startswith(_UNTOLD):
            yield _left(reason, count)
    for space, unit, text in sorted(loose)[:_SHOWN]:
        yield LOOSE.at(None, unit=called(unit), space=f"{-space / 100:.2f}", text=text)


def _left(reason: str, count: int) -> Diagnostic:
    words = next((said for start, said in _REASONS.items() if reason.startswith(start)), Said(reason, reason))
    message = Said(
        LEFT.message.ar.format(count=count, reason=words.ar), LEFT.message.en.format(count=count, reason=words.en)
    )
    return Diagnostic(LEFT.code, LEFT.severity, message, LEFT.hint)
