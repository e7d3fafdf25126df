"""What a manuscript opens with: its title, who wrote it, when; and the talk around a text pasted from a chat."""

import re
from collections import Counter
from collections.abc import Iterator

from publisher.readers.plain.claim import Claim, Kind, Reason
from publisher.readers.plain.copytext import Copy
from publisher.readers.plain.credit import is_byline
from publisher.readers.plain.letterhead import REACH, TITLE_WORDS, below_letterhead, is_official
from publisher.readers.plain.titles import is_formula, kind_of_title, known_title
from publisher.readers.plain.undertitle import below_title
from publisher.readers.plain.verse import halves


def find(copy: Copy) -> Iterator[Claim]:
    """Yield the claims of the title and of the lines below it that belong to it."""
    at = _first_hash(copy)
    if at is None:
        at = _first_line(copy)
    if at is None:
        yield from _letter_opening(copy)
        return
    for i in range(at):
        yield Claim(Kind.PARAGRAPH, i, i, (Reason("above the title", 5.0),))
    yield Claim(Kind.TITLE, at, at, (Reason("the text opens with it", 12.0),))
    yield from below_title(copy, at)


def _letter_opening(copy: Copy) -> Iterator[Claim]:
    """Yield paragraphs for the house, number and addressee that a letter without a title opens with."""
    end = 0
    while end < min(len(copy), REACH) and is_official(copy, end):
        end += 1
    if end > 1:
        for i in range(end):
            yield Claim(Kind.PARAGRAPH, i, i, (Reason("who writes, to whom and under what number", 6.0),))


def _first_hash(copy: Copy) -> int | None:
    """Return the line of the only heading of the highest typed level, when it opens the text."""
    hashed = [(opening.hashes, i) for i, opening in enumerate(copy.openings) if opening.hashes]
    if len(hashed) < 2:
        return None
    highest = min(hashed)[0]
    tops = [i for hashes, i in hashed if hashes == highest]
    if len(tops) != 1 or tops[0] != hashed[0][1] or tops[0] > REACH or copy.openings[tops[0]].label is not None:
        return None
    return tops[0] if not known_title(copy.words(tops[0])) else None


def _first_line(copy: Copy) -> int | None:
    """Return the line of a title typed without marks, or None."""
    start = 0
    while start < min(len(copy), REACH) and is_formula(copy.words(start)):
        start += 1
    at = below_letterhead(copy, start)
    while at < len(copy) and at < REACH and (is_formula(copy.words(at)) or _talk(copy, at)):
        at += 1
    if at + 1 >= len(copy):
        return None
    line, opening = copy.lines[at], copy.openings[at]
    words = copy.words(at)
    if (
        (opening.label is not None and (opening.form != "picture" or copy.openings[at + 1].form == "picture"))
        or line.words > TITLE_WORDS
        or (known_title(words) and ":" not in words and not _titles_a_whole(copy, at))
        or (is_byline(words) and not _is_signed(copy, at))
        or (halves(line.text) is not None and halves(copy.lines[at + 1].text) is not None)
    ):
        return None
    if (
        (copy.prefixes[copy.prefix(at)] > 1 and copy.prefix(at))
        or copy.division(at)
        or _MAIL.match(line.text)
        or (is_official(copy, at) and is_official(copy, at + 1))
    ):
        return None
    if line.ending in (".", "،", "؛", ",", ";", ":") or line.text[:1] in "﴿>|`![":
        return None
    after = copy.lines[at + 1]
    alone = line.blanks_after > 0 or after.words <= 10 or line.words <= 8
    return at if alone and not (line.ending in ("؟", "!", "?") and line.words > 9 and not line.blanks_after) else None


def _is_signed(copy: Copy, at: int) -> bool:
    """Whether a first line that could itself say who made the text has a line below it that does: then it is the title."""
    is_apart = ":" not in copy.words(at) or copy.lines[at].blanks_after > 0
    return is_apart and is_byline(copy.lines[at + 1].text)


_MAIL = re.compile(r"(?:من|إلى|الموضوع|المرسل|المستلم|نسخة|From|To|Subject|Sent|Cc|Date)\s*:", re.IGNORECASE)


def _titles_a_whole(copy: Copy, at: int) -> bool:
    """Whether a title that commonly closes a text stands over a text of its own, which has headings of its own."""
    if kind_of_title(copy.words(at)) == "opening":
        return False
    forms = Counter(opening.form for opening in copy.openings[at + 1 :] if opening.label is not None)
    return any(n > 1 and form.startswith(("noun", "ordinal", "first")) for form, n in forms.items())


def _talk(copy: Copy, at: int) -> bool:
    """Whether a line is talk before the text (a sentence, or a separator below one)."""
    line = copy.lines[at]
    if at == 0:
        return line.blanks_after > 0 and bool(_TALK.match(line.text))
    return bool(re.fullmatch(r"[-*_=\s]{3,}", line.text))


_TALK = re.compile(
    r"(?:بالتأكيد|بالطبع|طبع[ًا]+|حسن[ًا]+|إليك|تفضل|بكل سرور|أكيد|يسعدني|Sure|Certainly|Of course|Here)\b"
)
