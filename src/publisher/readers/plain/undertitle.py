"""The short lines just below a title: subtitle, kind of work, author, date."""

from collections.abc import Iterator

from publisher.arabic.letters import has_arabic
from publisher.readers.plain import wording
from publisher.readers.plain.claim import Claim, Kind, Reason
from publisher.readers.plain.copytext import Copy
from publisher.readers.plain.credit import is_credit
from publisher.readers.plain.folding import fold
from publisher.readers.plain.letterhead import TITLE_WORDS
from publisher.readers.plain.names import is_kind_of_work, is_like_name, is_name
from publisher.readers.plain.titles import known_title
from publisher.readers.plain.verse import halves, is_weak

_FRONT = 14
_LONGEST_NAME = 6
_SHORT = 8
_END = 3
"""Lines at the end of a text where its author may sign it."""


def below_title(copy: Copy, at: int) -> Iterator[Claim]:
    """Yield paragraphs for the short lines just below a title: subtitle, author, date."""
    zone = []
    for i in range(at + 1, min(len(copy) - 1, at + 1 + _FRONT)):
        if (
            copy.openings[i].label is not None
            or copy.openings[i].is_marked
            or known_title(copy.words(i))
            or copy.lines[i].words > TITLE_WORDS
        ):
            break
        if _is_bayt(copy, i) or (copy.prefix(i) and not is_credit(copy.words(i)) and not _is_field(copy, i)):
            break
        if copy.lines[i].ending == "." and not is_credit(copy.words(i)) and not _is_field(copy, i):
            break
        zone.append(i)
    below = zone[-1] + 1 if zone else at + 1
    if below < len(copy) and _is_bayt(copy, below):
        zone, below = zone[:-1], below - 1
    named = [
        i
        for i in zone
        if (is_credit(copy.words(i)) and not _is_section(copy, i)) or _is_field(copy, i) or _signs(copy, i)
    ]
    for i in zone:
        line = copy.lines[i]
        if i in named:
            yield Claim(Kind.PARAGRAPH, i, i, (Reason("says who or when", 6.0),), "byline")
        elif named and i < named[-1] and not line.is_sentence:
            yield Claim(Kind.PARAGRAPH, i, i, (Reason("among those who made it", 5.0),), "subtitle")
        elif (i + 1 < below and _crowns_text(copy, i + 1)) or (
            i + 1 == below and (_opens_text(copy, below) or _titles_verse(copy, below))
        ):
            yield Claim(Kind.PARAGRAPH, i, i, (Reason("between the title and the first heading", 5.0),), "subtitle")
        elif line.blanks_after and (
            _hangs(copy, at, i) or (i == at + 1 and has_arabic(line.text) != has_arabic(copy.words(at)))
        ):
            yield Claim(Kind.PARAGRAPH, i, i, (Reason("just below the title", 3.0),), "subtitle")
        elif i == at + 1 and not _has_short_headings(copy, below):
            yield Claim(
                Kind.PARAGRAPH,
                i,
                i,
                (Reason("a name under the title, in a text without such headings", 3.0),),
                "byline",
            )


def _signs(copy: Copy, i: int) -> bool:
    """Whether a line is the name of the author: the kind of work stands above it, or no other line is such a name."""
    line = copy.lines[i]
    if line.words > _LONGEST_NAME or line.ending:
        return False
    if i > 1 and is_like_name(line.text) and line.blanks_after and _is_subtitle(copy, i - 1):
        return True
    if is_kind_of_work(copy.words(i - 1)) and not is_kind_of_work(copy.words(i)):
        return is_name(line.text) or (line.words > 1 and not line.blanks_before and copy.lines[i + 1].words <= _SHORT)
    return is_name(line.text) and not any(is_name(other.text) for other in copy.lines[i + 1 : -_END])


def _is_subtitle(copy: Copy, i: int) -> bool:
    """Whether a line right below the title, of several words, is no sentence and no label."""
    line = copy.lines[i]
    return 2 < line.words <= TITLE_WORDS and not line.ending and copy.openings[i].label is None


def _is_section(copy: Copy, i: int) -> bool:
    """Whether a year is one of several that stand alone as headings."""
    return copy.years > 1 and len(copy.lines[i].text) == 4 and copy.lines[i].blanks_before > 0


def _hangs(copy: Copy, at: int, i: int) -> bool:
    """Whether no blank line stands between the title and a line."""
    return all(copy.lines[j].blanks_before == 0 for j in range(at + 1, i + 1))


def _is_field(copy: Copy, i: int) -> bool:
    """Whether a line close below the title says one thing of the text: الصف: الثامن."""
    line = copy.lines[i]
    said = line.ending in ("؟", "!") or wording.goes_on(fold(copy.prefix(i)))
    return line.blanks_before == 0 and bool(copy.prefix(i)) and line.words <= 8 and not said


def _opens_text(copy: Copy, i: int) -> bool:
    """Whether a line is surely a heading: known, or the first of a series."""
    if i < len(copy) and (known_title(copy.words(i)) or copy.openings[i].hashes):
        return True
    label = copy.openings[i].label if i < len(copy) else None
    if label is None or label.is_bullet or not label.form.startswith(("noun", "ordinal", "number", "numeral", "first")):
        return False
    return any(value[-1] == 1 for value in label.values)


def _titles_verse(copy: Copy, i: int) -> bool:
    """Whether a line is the title of the poem below it."""
    return i + 1 < len(copy) and copy.lines[i].blanks_before > 0 and _is_bayt(copy, i + 1)


def _is_bayt(copy: Copy, i: int) -> bool:
    """Whether a line is a bayt; a dash within a lone line parts no halves."""
    text = copy.lines[i].text
    cut = halves(text)
    if cut is None:
        return False
    return not is_weak(text[cut[0] : cut[1]]) or (i + 1 < len(copy) and halves(copy.lines[i + 1].text) is not None)


def _crowns_text(copy: Copy, i: int) -> bool:
    """Whether a short line stands between blank lines over text."""
    line = copy.lines[i]
    alone = line.blanks_before > 0 and line.blanks_after > 0 and line.ending in ("", "؟", "!") and not copy.prefix(i)
    return alone and i + 1 < len(copy) and copy.lines[i + 1].words > line.words


def _has_short_headings(copy: Copy, first: int) -> bool:
    """Whether short lines stand over text elsewhere, as headings do."""
    for i in range(first, len(copy) - 1):
        line, after = copy.lines[i], copy.lines[i + 1]
        spaced = line.blanks_before > 0 or copy.habits.spaced < 0.1
        if spaced and line.words <= 8 and line.ending == "" and copy.openings[i].label is None and after.words > 8:
            return True
    return False
