"""What the house style changed, as data: for the proof each in its place, for the terminal one line a rule."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from publisher.diagnostic import Diagnostic, Fix, Said, Severity
from publisher.source import SourceFile, Span
from publisher.typography.rule import Rule
from publisher.walk.line import PLACEHOLDERS, Edit, Flat

_HINT = Said(
    "سُوّي في الكتاب على أسلوب الدار، وملفك كما كتبته؛ ويضبط ذلك المفتاح typography.{key}.",
    "set so in the book by house style, your file is as it was; the key typography.{key} rules it.",
)


@dataclass(frozen=True, slots=True)
class Change:
    """One change to the running text."""

    by: Rule
    before: str
    after: str
    around: tuple[str, str]
    """What of the words on both sides is shown with it."""
    span: Span | None
    is_exact: bool
    """Whether the span is the very stretch that was changed, and not the text around it."""

    @property
    def rule(self) -> str:
        """The id of the requirement behind it."""
        return self.by.code

    @property
    def hint(self) -> Said:
        """What sets it."""
        return _HINT.fill(key=self.by.switch.setting)

    def shown(self, text: str) -> str:
        """Return a text of the change between its neighbours, no-break spaces made visible."""
        return f"{self.around[0]}{text}{self.around[1]}".replace("\u00a0", "⍽").replace("\u00ad", "-")

    @property
    def diagnostic(self) -> Diagnostic:
        """The change as a note in its place, with the edit that makes it in the manuscript."""
        before, after = self.shown(self.before), self.shown(self.after)
        message = Said(f"{self.by.said.ar}: «{before}» ← «{after}»", f"{self.by.said.en}: “{before}” → “{after}”")
        fix = Fix(self.span, self.after) if self.is_exact and self.span is not None else None
        return Diagnostic(self.rule, Severity.NOTE, message, self.hint, self.span, fix)


def recorded(rule: Rule, flat: Flat, edits: Iterable[Edit], sources: Mapping[str, SourceFile]) -> Iterator[Change]:
    """Yield the changes that edits made to a line, each with its place in the manuscript."""
    for edit in edits:
        span, is_exact = flat.place(edit, sources)
        before = flat.text[edit.start : edit.end]
        yield Change(rule, before, edit.after, _around(flat.text, edit), span, is_exact)


_WORD_BEFORE = re.compile(rf"[^\s{''.join(PLACEHOLDERS)}]{{0,16}}\s?$")
_WORD_AFTER = re.compile(rf"\s?[^\s{''.join(PLACEHOLDERS)}]{{0,16}}")


def _around(text: str, edit: Edit) -> tuple[str, str]:
    before = _WORD_BEFORE.search(text, max(0, edit.start - 17), edit.start)
    after = _WORD_AFTER.match(text, edit.end)
    return (before.group().lstrip() if before else ""), (after.group().rstrip() if after else "")


def summary(changes: Iterable[Change]) -> tuple[Diagnostic, ...]:
    """Return one note a rule: what it does, how often it did, the first place."""
    by_rule: dict[tuple[str, Said], list[Change]] = {}
    for change in changes:
        by_rule.setdefault((change.rule, change.by.said), []).append(change)
    return tuple(_summed(found) for _, found in sorted(by_rule.items(), key=lambda item: item[0][0]))


def _summed(changes: list[Change]) -> Diagnostic:
    first, count, said = changes[0], len(changes), changes[0].by.said
    before, after = first.shown(first.before), first.shown(first.after)
    message = Said(
        f"{said.ar} (عدد المواضع: {count}، أولها: «{before}» ← «{after}»)",
        f"{said.en} (places: {count}, first: “{before}” → “{after}”)",
    )
    return Diagnostic(first.rule, Severity.NOTE, message, first.hint, first.span)
