"""Labels that stand alone on their lines and go on with a series in another dress (١، ٢، الثالث، الرابع، ٥)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from publisher.readers.plain.lines import Line
from publisher.readers.plain.opening import Opening

_FORMS = ("numeral", "ordinal-noun", "ordinal")


def in_one_dress(lines: Sequence[Line], openings: Sequence[Opening]) -> tuple[Opening, ...]:
    """Return the openings with labels alone on their lines made one form, when only together they are a sequence."""
    alone = [at for at, opening in enumerate(openings) if _is_alone(lines[at], opening)]
    labels = [label for at in alone if (label := openings[at].label) is not None]
    forms = Counter(label.form for label in labels)
    if len(forms) < 2 or not _is_sequence([label.values[0][0] for label in labels]):
        return tuple(openings)
    commonest = forms.most_common(1)[0][0]
    dressed = dict(zip(alone, labels, strict=True))
    return tuple(
        replace(opening, label=replace(dressed[at], form=commonest, is_bare=False)) if at in dressed else opening
        for at, opening in enumerate(openings)
    )


def _is_alone(line: Line, opening: Opening) -> bool:
    label = opening.label
    return label is not None and label.form in _FORMS and opening.start >= opening.end and len(line.text) < _LONGEST


_LONGEST = 24


def _is_sequence(values: Sequence[int]) -> bool:
    """Whether each number is the one after the one before, or begins again with one."""
    return values[0] == 1 and all(b in (a + 1, 1) for a, b in pairwise(values)) and max(values) > 2
