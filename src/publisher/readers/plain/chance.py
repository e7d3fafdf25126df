"""Labels that only chance made: alone of their form, where one alone means nothing."""

from collections import Counter
from collections.abc import Iterator, Sequence

from publisher.readers.plain.labels import Label
from publisher.readers.plain.labels.division import UNRANKED
from publisher.readers.plain.lines import Line
from publisher.readers.plain.opening import Opening, open_line


def without_chance_labels(lines: Sequence[Line], openings: Sequence[Opening]) -> Iterator[Opening]:
    """Yield the openings without labels that only chance made: alone of their form, where one alone means nothing."""
    values = {(opening.form, opening.label.values) for opening in openings if opening.label is not None}
    counts = Counter(form for form, _ in values)
    for line, opening in zip(lines, openings, strict=True):
        label = opening.label
        lone = label is not None and counts[label.form] == 1 and (label.is_bare or _needs_fellows(line, label))
        yield open_line(line, labelled=False) if lone else opening


_SURE_NOUNS = (
    "noun باب",
    "noun فصل",
    "noun مبحث",
    "noun مطلب",
    "noun وحده",
    "noun درس",
    "noun محاضره",
    "noun ماده",
    "noun ملحق",
    "noun chapter",
    "noun appendix",
)


def _needs_fellows(line: Line, label: Label) -> bool:
    if not label.form.startswith("noun"):
        return label.form in ("letter", "latin", "LATIN")
    return label.rank == UNRANKED or (label.end >= len(line.text) and label.form not in _SURE_NOUNS)
