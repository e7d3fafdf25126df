"""The chosen reading made nodes."""

from collections.abc import Iterator, Mapping, Sequence

from publisher.nodes import Block, Heading, Inlines, List, Note, Paragraph, Role, Separator
from publisher.readers.labels import Kind as LabelKind
from publisher.readers.labels import split_label
from publisher.readers.plain.choose import Choice
from publisher.readers.plain.claim import Claim, Kind
from publisher.readers.plain.copytext import Copy
from publisher.readers.plain.credit import KEYWORDS
from publisher.readers.plain.headings import Standing, series_of
from publisher.readers.plain.inline import Calls, inlines
from publisher.readers.plain.labels import Label
from publisher.readers.plain.lists import Entry, made, nested
from publisher.readers.plain.overrule import RULED
from publisher.readers.plain.recognisers.labelled import RunIn
from publisher.readers.plain.recognisers.notes import Listed
from publisher.source import Span

_UNLABELLED = Label("bullet", (), "", 0, "")
"""What stands before an item that only the author knows for one."""


class Maker:
    """Makes the nodes of one copy."""

    def __init__(self, copy: Copy, standings: Mapping[int, Standing], calls: Calls) -> None:
        self.copy = copy
        self.standings = standings
        self.calls = calls

    def blocks(self, choices: Sequence[Choice]) -> Iterator[Block]:
        """Yield the blocks of the chosen claims."""
        at = 0
        while at < len(choices):
            claim = choices[at].claim
            if claim.kind is Kind.ITEM:
                end = list_end(self.copy, choices, at)
                yield from self.lists([c.claim for c in choices[at:end]])
                at = end
                continue
            yield from self.one(claim)
            at += 1

    def one(self, claim: Claim) -> Iterator[Block]:
        """Yield the blocks of a claim that is no item."""
        match claim.kind:
            case Kind.HEADING if isinstance(claim.detail, RunIn):
                yield from self.run_in(claim)
            case Kind.HEADING:
                yield self.heading(claim)
            case Kind.SEPARATOR:
                yield Separator(self.span(claim.first, claim.last))
            case Kind.DIALOGUE:
                yield self.paragraph(claim.first, Role.DIALOGUE)
            case Kind.TITLE | Kind.NOTES:
                return
            case Kind.PARAGRAPH:
                yield self.paragraph(claim.first, self.role(claim))
            case _:
                yield claim.detail(self)

    def span(self, first: int, last: int) -> Span:
        """Return the span of whole lines."""
        return self.copy.source.span(self.copy.lines[first].start, self.copy.lines[last].end)

    def content(self, i: int, start: int = 0, end: int | None = None) -> Inlines:
        """Return the inline content of a line, or of a part of it."""
        line = self.copy.lines[i]
        return inlines(self.copy.source, line, start, len(line.text) if end is None else end, self.calls)

    def title(self, i: int) -> Inlines:
        """Return the title of the text from its line."""
        opening = self.copy.openings[i]
        keep = opening.label is not None and not opening.hashes and opening.form != "picture"
        return self.content(i, 0 if keep else opening.start, opening.end)

    def paragraph(self, i: int, role: Role = Role.BODY) -> Paragraph:
        """Return a line as a paragraph, with the dash or the pictograph that it opens with: nothing is lost."""
        return Paragraph(self.content(i), role, span=self.span(i, i))

    def role(self, claim: Claim) -> Role:
        """Return what a plain paragraph does."""
        if claim.detail == "byline":
            return Role.BYLINE
        return Role.KEYWORDS if KEYWORDS.match(self.copy.lines[claim.first].text) else Role.BODY

    def heading(self, claim: Claim) -> Heading:
        """Return a heading, its title on its own line or the next."""
        standing = self.standings[claim.first]
        opening = self.copy.openings[claim.first]
        label: Label | None = opening.label if series_of(claim) is not None else None
        at = self.copy.openings[claim.last] if claim.last > claim.first else opening
        line = self.copy.lines[claim.last]
        end = at.end
        while end > at.start and line.text[end - 1] in ": \u00a0":
            end -= 1
        typed = label.typed if label is not None else None
        start = at.start
        named = split_label(line.text[start:end]) if typed is None else None
        if named is not None and named.kind is LabelKind.DIVISION and not named.numbers and named.rest:
            typed, start = named.typed, start + named.at
        content = self.content(claim.last, start, end)
        return Heading(standing.level, content, typed, span=self.span(claim.first, claim.last))

    def run_in(self, claim: Claim) -> Iterator[Block]:
        """Yield a heading that is a label alone, and the text that begins beside it."""
        line, opening = self.copy.lines[claim.first], self.copy.openings[claim.first]
        typed = opening.label.typed if opening.label is not None else None
        cut, source = line.place(opening.start), self.copy.source
        yield Heading(self.standings[claim.first].level, (), typed, span=source.span(line.start, cut))
        yield Paragraph(self.content(claim.first, opening.start), span=source.span(cut, line.end))

    def lists(self, claims: Sequence[Claim]) -> Iterator[List]:
        """Yield the lists of a run of items and of what belongs to them."""
        entries: list[Entry] = []
        for claim in claims:
            if claim.kind is Kind.ITEM:
                entries.append(self.entry(claim.first))
            else:
                entries[-1].blocks += list(self.one(claim))
        yield from made(self.copy, nested(entries), self.body)

    def entry(self, i: int) -> Entry:
        """Return an item as an entry of a list."""
        line, label = self.copy.lines[i], self.copy.openings[i].label
        return Entry(i, label or _UNLABELLED, line.indent, line.leads)

    def body(self, entry: Entry) -> tuple[Block, ...]:
        """Return the first paragraph of an item."""
        line = self.copy.lines[entry.line]
        opening = self.copy.openings[entry.line]
        start = opening.start if opening.label is not None else 0
        while opening.is_bold and start > 0 and line.text[start - 1] in "*_":
            start -= 1
        content = self.content(entry.line, start)
        return (Paragraph(content, span=self.span(entry.line, entry.line)),) if content else ()

    def notes(self, lists: Sequence[Listed]) -> Iterator[Note]:
        """Yield the notes of every list of notes."""
        for at, listed in enumerate(lists, 1):
            for i, number in zip(listed.lines, listed.numbers, strict=True):
                label = self.copy.openings[i].label
                paragraph = Paragraph(self.content(i, label.end if label else 0), span=self.span(i, i))
                note = f"n{number}-{at}" if at > 1 else f"n{number}"
                yield Note(note, (paragraph,), typed=label.typed if label else "", span=self.span(i, i))


def list_end(copy: Copy, choices: Sequence[Choice], at: int) -> int:
    """Return the place after the last claim of the list that begins at a place."""
    end = at + 1
    indent = copy.lines[choices[at].claim.first].indent
    while end < len(choices):
        claim = choices[end].claim
        if claim.kind is not Kind.ITEM and not belongs(copy, claim, indent) and not _is_held(copy, choices, end):
            break
        end += 1
    return end


def _is_held(copy: Copy, choices: Sequence[Choice], at: int) -> bool:
    """Whether a paragraph that stands right below an item, with the next item after it, belongs to the first."""
    line, after = copy.lines[choices[at].claim.first], choices[at + 1 : at + 2]
    if (
        choices[at].claim.kind is not Kind.PARAGRAPH
        or choices[at].claim.weight >= RULED
        or line.blanks_before
        or line.leads
        or not after
        or after[0].claim.kind is not Kind.ITEM
    ):
        return False
    if line.text[0] + line.text.rstrip(".")[-1:] == "()" and not line.blanks_after:
        return True
    item, following = choices[at - 1].claim, after[0].claim
    if item.kind is not Kind.ITEM or not _is_next(copy, item.first, following.first):
        return False
    above = copy.lines[item.first]
    return bool(line.blanks_after and above.blanks_before) or (not line.blanks_after and above.ending in ("", "،"))


def _is_next(copy: Copy, item: int, after: int) -> bool:
    """Whether two items follow one another in one list: one bullet, or the next number."""
    a, b = copy.openings[item].label, copy.openings[after].label
    if a is None or b is None or (a.form, a.mark) != (b.form, b.mark):
        return False
    return a.is_bullet or any(y == (*x[:-1], x[-1] + 1) for x in a.values for y in b.values)


def belongs(copy: Copy, claim: Claim, indent: int) -> bool:
    """Whether what follows an item is set in under it."""
    inside = (Kind.PARAGRAPH, Kind.CODE, Kind.QUOTE, Kind.TABLE)
    return claim.kind in inside and copy.lines[claim.first].indent > indent + 1
