"""Typed labels followed in order: what skips, repeats or starts again without a reason is a warning."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from publisher.diagnostic import Diagnostic, Said, warning
from publisher.numbering.labels import Label
from publisher.source import Span

SKIPS = warning(
    "label-skips",
    Said("الترقيم يقفز من «{before}» إلى «{label}»", "numbering jumps from “{before}” to “{label}”"),
    Said(
        'أسقط شيء بينهما أم أخطأ الرقم؟ ويعيد labels = "renumber" الترقيم من أوله.',
        'check whether a section is missing or the number is wrong; labels = "renumber" numbers anew.',
    ),
)
REPEATS = warning(
    "label-repeats",
    Said("الرقم «{label}» مكرر", "the number “{label}” is repeated"),
    Said(
        "غيّر الرقم، أو أضف إليه «مكررًا» إن كان التكرار مقصودًا.",
        "change the number, or add مكررًا to it if the repetition is meant.",
    ),
)
RESTARTS = warning(
    "label-restarts",
    Said("الترقيم يعود من «{before}» إلى «{label}»", "numbering goes back from “{before}” to “{label}”"),
    Said(
        "راجع مستوى هذا العنوان: لعله تابع لعنوان أعلى لم يُكتب رقمه.",
        "check the level of this label: it may belong under a heading that carries no number.",
    ),
)
STARTS_LATE = warning(
    "label-starts-late",
    Said("الترقيم يبدأ من «{label}»", "numbering starts at “{label}”"),
    Said("لعل ما قبله سقط.", "check whether what comes before it is missing."),
)

Key = tuple[int, str, str]


@dataclass
class Sequences:
    """Follows the labels of a book: one sequence for each depth, noun and style."""

    found: list[Diagnostic] = field(default_factory=list)
    _last: dict[Key, tuple[int, str]] = field(default_factory=dict)
    _fresh: set[Key] = field(default_factory=set)

    def enter(self, depth: int) -> None:
        """A heading of this depth was met: sequences below it may start again."""
        self._fresh.update(key for key in self._last if key[0] > depth)

    def follow(self, depth: int, label: Label, printed: str, span: Span | None) -> None:
        """Compare a label with the one before it in its sequence."""
        number = label.number
        if number is None:
            return
        key = (depth, label.noun, label.style)
        before = self._last.get(key)
        self.found.extend(self._compare(key, before, number, label, printed, span))
        self._last[key] = (number, printed)
        self._fresh.discard(key)

    def _compare(
        self, key: Key, before: tuple[int, str] | None, number: int, label: Label, printed: str, span: Span | None
    ) -> Iterator[Diagnostic]:
        restarts_here = before is None or key in self._fresh
        if (restarts_here and number <= 1) or (before is not None and number == before[0] + 1):
            return
        if restarts_here and self._goes_on(key, number):
            return
        if restarts_here:
            yield STARTS_LATE.at(span, label=printed)
        elif before is not None and number == before[0]:
            if not label.suffix:
                yield REPEATS.at(span, label=printed)
        elif before is not None:
            finding = SKIPS if number > before[0] else RESTARTS
            yield finding.at(span, before=before[1], label=printed)

    def _goes_on(self, key: Key, number: int) -> bool:
        """Whether a label with a noun goes on at another depth: articles count through chapters and parts alike."""
        _, noun, style = key
        return bool(noun) and any(
            last[0] + 1 == number for other, last in self._last.items() if other[1:] == (noun, style)
        )
