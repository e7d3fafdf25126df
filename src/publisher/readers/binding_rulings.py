"""Lines that the table `[outline]` of `book.toml` rules, and that stand in no file that it can rule."""

from collections.abc import Iterable, Iterator

from publisher.config import Settings
from publisher.diagnostic import Diagnostic, Said, warning
from publisher.readers.reading import Reading
from publisher.source import SourceFile, Span

RULED_NOWHERE = warning(
    "outline-line-not-found",
    Said("في [outline] سطر ليس في النصوص: «{line}»", "a line in [outline] stands in no text: “{line}”"),
    Said(
        "انقل السطر من ملفه كما هو. وجدول [outline] للنصوص المجردة ‎.txt؛ أما Markdown وWord فعلاماتهما تكفي.",
        "copy the line from its file as it is; [outline] is for plain .txt, marks do it in Markdown and Word.",
    ),
)


def rulings_unmet(settings: Settings, toml: SourceFile | None, readings: Iterable[Reading]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for every ruled line that no reading has met."""
    met = frozenset(line for reading in readings for line in reading.ruled)
    for line in settings.outline:
        if line not in met:
            yield RULED_NOWHERE.at(_place(toml, line), line=line)


def _place(toml: SourceFile | None, line: str) -> Span | None:
    if toml is None:
        return None
    at = toml.text.find(line)
    return toml.span(at, at + len(line)) if at >= 0 else toml.line_span(1)
