"""What the house style changed, as data: for the proof each in its place, for the terminal one line a rule."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from publisher.diagnostic import Diagnostic, Fix, Said, Severity
from publisher.source import SourceFile, Span
from publisher.typography.rule import Rule
from publisher.walk.line import Edit, Flat

_HINT = Said(
    "هذا من أسلوب الدار؛ ويُوقَف بمفتاحه في ‎[typography]‎.",
    "this is house style; a key of [typography] switches it off.",
)


@dataclass(frozen=True, slots=True)
class Change:
    """One change to the running text."""

    rule: str
    """Requirement id."""
    said: Said
    before: str
    after: str
    span: Span | None
    is_exact: bool
    """Whether the span is the very stretch that was changed, and not the text around it."""

    @property
    def diagnostic(self) -> Diagnostic:
        """The change as a note in its place, with the edit that makes it in the manuscript."""
        message = Said(
            f"{self.said.ar}: «{self.before}» ← «{self.after}»", f"{self.said.en}: “{self.before}” → “{self.after}”"
        )
        fix = Fix(self.span, self.after) if self.is_exact and self.span is not None else None
        return Diagnostic(self.rule, Severity.NOTE, message, _HINT, self.span, fix)


def recorded(rule: Rule, flat: Flat, edits: Iterable[Edit], sources: Mapping[str, SourceFile]) -> Iterator[Change]:
    """Yield the changes that edits made to a line, each with its place in the manuscript."""
    for edit in edits:
        span, is_exact = flat.place(edit, sources)
        yield Change(rule.code, rule.said, flat.text[edit.start : edit.end], edit.after, span, is_exact)


def summary(changes: Iterable[Change]) -> tuple[Diagnostic, ...]:
    """Return one note a rule: what it does, how often it did, the first place."""
    by_rule: dict[tuple[str, Said], list[Change]] = {}
    for change in changes:
        by_rule.setdefault((change.rule, change.said), []).append(change)
    return tuple(_summed(code, said, found) for (code, said), found in sorted(by_rule.items(), key=lambda i: i[0][0]))


def _summed(code: str, said: Said, changes: list[Change]) -> Diagnostic:
    first, count = changes[0], len(changes)
    message = Said(
        f"{said.ar} (عدد المواضع: {count}، أولها: «{first.before}» ← «{first.after}»)",
        f"{said.en} (places: {count}, first: “{first.before}” → “{first.after}”)",
    )
    return Diagnostic(code, Severity.NOTE, message, _HINT, first.span)
