"""Headings without a label: known titles (خاتمة، المراجع), lines with typed marks, and short lines that stand as headings do."""

import re
from collections.abc import Iterator, Sequence

from publisher.readers.plain import wording
from publisher.readers.plain.claim import Claim, Kind, Reason
from publisher.readers.plain.copytext import Copy
from publisher.readers.plain.credit import KEYWORDS, is_byline
from publisher.readers.plain.dates import is_dateline
from publisher.readers.plain.folding import fold
from publisher.readers.plain.labels import Label
from publisher.readers.plain.names import signs
from publisher.readers.plain.rows import is_row
from publisher.readers.plain.signing import is_signed
from publisher.readers.plain.titles import is_formula, kind_of_title, known_title, named_title
from publisher.readers.plain.verse import halves

_LENGTHS = ((1, 0.4), (5, 1.0), (8, 0.4), (11, -0.8), (14, -2.0))

_ADDRESS = re.compile(r"\S@\S+\.\w|https?://|\bwww\.|[0-9٠-٩]{7}")
"""An address of mail or of the web, a number to call: no title has one."""
_SUBJECT = re.compile(r"(?:الموضوع|المرجع|المرسل|المستلم|نسخة)\s*:\s*\S")
"""A field at the head of a letter."""
_GREETING = re.compile(r"(?:(?:يا\s?)?هلا|السلام عليكم|مرحب[ًا]+|أهل[ًا]+|حيّ?اكم|تحية طيبة)\b.{0,60}$")
_PHRASE = 6
_TWO_SENTENCES = re.compile(r"[^\W\d]{3,}[.!؟]\s+\w")
_CRY = 4
_CHOICES = re.compile(r"(?:أ|ا|[aA])\s?[.)\-–]\s?\S.*\s(?:ب|[bB])\s?[.)\-–]\s?\S")
"""Answers to choose from, on one line."""


def find(copy: Copy, free: Sequence[int]) -> Iterator[Claim]:
    """Yield a claim for every unlabelled line that may be a heading."""
    for i in free:
        reasons = tuple(_seen(copy, i))
        if reasons:
            yield Claim(Kind.HEADING, i, i, reasons)


def _seen(copy: Copy, i: int) -> Iterator[Reason]:
    line, opening = copy.lines[i], copy.openings[i]
    if opening.label is not None and not (
        opening.label.is_bullet and (opening.is_marked or i in copy.marked.pictured or _crowns(copy, i, opening.label))
    ):
        return
    if opening.hashes:
        yield Reason("typed with #", 8.0)
        return
    words = copy.words(i).rstrip(": ")
    count = len(words.split())
    weight = next((weight for most, weight in _LENGTHS if count <= most), None)
    if (
        weight is None
        or not any(c.isalnum() for c in words)
        or is_formula(words)
        or (is_dateline(words) and not _is_year(copy, words) and i not in copy.entries)
        or is_byline(words)
        or KEYWORDS.match(words)
        or _GREETING.match(words)
        or _SUBJECT.match(line.text)
        or _ADDRESS.search(words)
        or _CHOICES.match(line.text)
    ):
        return
    known = known_title(words)
    if known:
        yield Reason("a title that every reader knows", 4.5)
    elif named_title(words) and copy.prefixes[copy.prefix(i)] > 1:
        yield Reason("a name that takes a title, as others", 3.0)
    elif line.leads and count <= 6 and (i in copy.marked.crowned or i in copy.captions):
        yield Reason("one of several short titles with a colon", 2.0)
    elif line.leads and count <= 5 and opening.is_bold:
        yield Reason("strong words and a colon", 0.5)
    elif (
        line.leads
        and count <= 5
        and len(copy.occurrences.get(line.text, ())) > 1
        and not wording.goes_on(fold(words.split()[0] if words.split() else ""))
    ):
        yield Reason("the same title over several sections", 3.0)
    elif line.leads or line.ending in ("،", "؛", ",", ";", "."):
        return
    yield Reason(f"{count} words", weight)
    if i in copy.marked.pictured:
        yield Reason("a pictograph of its own over a section, as others have", 3.0)
    if i in copy.asking:
        yield Reason("a question over its answer, as others", 3.0)
    if copy.division(i):
        yield Reason("opens with a noun of division, as others do", 3.0)
    if opening.is_bold:
        yield Reason("all in **", 3.0)
    yield from _stands(copy, i, known=known)


def _is_among_questions(copy: Copy, i: int) -> bool:
    near = [copy.lines[j].ending for j in (i - 1, i + 1) if 0 <= j < len(copy) and copy.openings[j].label is None]
    return any(ending in ("؟", "?") for ending in near if ending)


def _crowns(copy: Copy, i: int, label: Label) -> bool:
    """Whether a bulleted line stands over text of its own, as its like do in the whole file (🔹 over a section)."""
    if i in copy.marked.crowned:
        return True
    return i in copy.marked.bannered and label.form in ("picture", "bullet")


def _is_year(copy: Copy, words: str) -> bool:
    """Whether a line is a year alone, and other years stand so: the sections of a memoir."""
    return len(words) == 4 and words.isdecimal() and copy.years > 1


def _stands(copy: Copy, i: int, *, known: bool) -> Iterator[Reason]:
    line, habits, words = copy.lines[i], copy.habits, copy.words(i)
    if line.ending == "":
        yield Reason("ends without a sign where sentences have one", 2.2 * habits.punctuated - 0.9)
    else:
        yield Reason(f"ends in {line.ending}", -1.2 if line.ending == "!" and line.words > _CRY else -0.6)
    if line.ending in ("؟", "?") and i not in copy.asking and _is_among_questions(copy, i):
        yield Reason("one of several questions in a row", -3.0)
    if wording.dangles(fold(words.rsplit(None, 1)[-1])):
        yield Reason("ends in a word that wants another", -3.0)
    if _TWO_SENTENCES.search(words):
        yield Reason("two sentences", -3.0)
    commas = line.text.count("،")
    if commas > 1 or (commas and line.words >= _PHRASE):
        yield Reason("commas within", -1.0 * commas)
    if i in copy.entries:
        yield Reason("the day of a diary", 3.0)
    if is_signed(copy, i):
        yield Reason("a farewell, or a name under one", -5.0)
    if line.blanks_before or copy.is_ruled(i):
        yield Reason("blank line above", 1.0)
    elif not known:
        spaced = habits.spaced
        if wording.opens_midway(fold(words.split()[0])):
            yield Reason("a word that goes on with a sentence", -2.0)
        yield Reason("no blank line above", -2.2 if spaced > 0.4 else -1.2 if spaced > 0.1 else -0.4)
    if line.indent > 1:
        yield Reason("set in", -0.5)
    if i and line.words < 9 and kind_of_title(copy.words(i - 1)) in ("opening", "closing") and not known:
        yield Reason("right below a title that needs its text", -2.5)
    if line.text[:1] in '«"“(﴿[':
        whole = line.text.rstrip(".،؟!")[-1:] in '»"”)﴾]'
        yield Reason("between quotation marks or brackets", -4.0 if whole else -1.5)
    if "\t" in line.text or "    " in line.text:
        yield Reason("a wide gap inside", -3.0)
    if i and is_dateline(copy.lines[i - 1].text) and i - 1 not in copy.entries and not _over_verse(copy, i):
        yield Reason("right below a dateline, as one who is greeted", -3.0)
    if copy.prefixes[line.text]:
        yield Reason("one who speaks elsewhere", -3.0)
    if i in copy.block_heads:
        yield Reason("first of the lines between two blanks, as others", 1.5)
    prefix = copy.prefix(i)
    if prefix and not known_title(prefix) and not named_title(words):
        yield Reason(
            "a speaker or a field, and what follows its colon",
            -3.5 if copy.prefixes[prefix] > 1 else -3.0 if line.ending else -1.2,
        )
    if line.text in copy.signatures:
        yield Reason("recurs like a signature", -4.0)
    yield from _follower(copy, i)


def _follower(copy: Copy, i: int) -> Iterator[Reason]:
    line = copy.lines[i]
    if line.blanks_after == 0 and i + 2 < len(copy) and is_row(copy.lines[i + 1].text):
        yield Reason("underlined", 2.5)
        return
    if i in copy.block_heads:
        yield Reason("lines of another kind follow", 0.3)
        return
    if _is_tail(copy, i):
        yield Reason("nothing but short lines follow", -4.0)
        return
    if copy.lines[i + 1].text.startswith("|"):
        yield Reason("a table follows", 0.8)
        return
    below = i + 2 if i + 2 < len(copy) and is_dateline(copy.lines[i + 1].text) else i + 1
    after, label = copy.lines[below], copy.openings[below].label
    if label is not None:
        yield from _before_label(label, asks=line.ending in ("؟", "?") and i not in copy.asking)
    elif after.words >= 9 or (after.words >= 5 and (after.is_sentence or after.leads)):
        yield Reason("text follows", 1.2)
    elif after.ending == "،" and signs(line.text):
        yield Reason("an office, and what it says", -3.5)
    elif after.is_sentence or after.leads:
        yield Reason("a short sentence follows", 0.4)
    else:
        if (
            _is_titled(copy, below)
            and (line.blanks_before or named_title(line.text))
            and not (i and _is_titled(copy, i - 1))
        ):
            yield Reason("another title follows", -0.3)
            return
        yield Reason("a short line follows", -3.0 if line.blanks_after == 0 else -0.8)


def _is_titled(copy: Copy, i: int) -> bool:
    """Whether a line is a title that every reader knows, or one that recurs in the file."""
    line = copy.lines[i]
    return not line.is_sentence and (
        known_title(copy.words(i).rstrip(": ")) or len(copy.occurrences.get(line.text, ())) > 1
    )


def _over_verse(copy: Copy, i: int) -> bool:
    return i + 1 < len(copy) and halves(copy.lines[i + 1].text) is not None


def _is_tail(copy: Copy, i: int) -> bool:
    """Whether only short lines follow to the end of the file or to the next member of a series: names under a text."""
    for j in range(i + 1, i + 5):
        if j >= len(copy) or _goes_on(copy.openings[j].label):
            return True
        if is_row(copy.lines[j].text):
            return j > i + 1 or not copy.is_ruled(i)
        if (
            copy.openings[j].label is not None
            or copy.openings[j].is_marked
            or copy.lines[j].words > 6
            or copy.lines[j].is_sentence
        ):
            return False
    return False


def _before_label(label: Label, *, asks: bool) -> Iterator[Reason]:
    if label.is_bullet:
        yield Reason("a bulleted line follows", -3.0 if asks and label.form == "dash" else 0.4)
    elif _goes_on(label):
        yield Reason("a series goes on right below it", -4.0)
    else:
        yield Reason("a series begins below it", 1.6 if label.form == "numeral" else 0.6)


def _goes_on(label: Label | None) -> bool:
    return label is not None and label.goes_on
