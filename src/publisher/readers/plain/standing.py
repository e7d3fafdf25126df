"""How a labelled line stands among its neighbours: as headings do, or as items do."""

from collections.abc import Iterator

from publisher.readers.plain.claim import Reason
from publisher.readers.plain.copytext import Copy
from publisher.readers.plain.labels import Label

_LENGTHS = ((3, 1.0), (6, 0.8), (9, 0.3), (12, -0.4), (16, -1.2), (24, -2.2), (1 << 30, -3.2))
"""Most words, and what that weighs for a heading."""

_ENDINGS = {
    ".": -2.2,
    "،": -2.2,
    "؛": -2.2,
    ",": -2.2,
    ";": -2.2,
    "…": -0.6,
    "؟": -0.1,
    "?": -0.1,
    "!": -0.3,
    ":": -0.3,
    "": 0.5,
}

_FORMS = {
    "ordinal": 1.0,
    "ordinal-noun": 0.6,
    "first": 0.8,
    "number": -0.4,
    "numeral": 1.6,
    "letter": -0.9,
    "latin": -0.9,
    "LATIN": -0.4,
    "ordinal-comma": -9.0,
}
_MARKS = {"()": -0.3, ")": -0.3, "keycap": -0.6, "[]": -1.5, ".": 0.1}


def seen(copy: Copy, i: int) -> tuple[Reason, ...]:
    """Return what is seen of a labelled line for its being a heading (positive) or an item (negative)."""
    label = copy.openings[i].label
    assert label is not None  # noqa: S101 - callers pass labelled lines
    return (*_form(label), *_typed(copy, i), *_follower(copy, i))


def _form(label: Label) -> Iterator[Reason]:
    if label.form.startswith("noun"):
        yield Reason("noun of division" if label.rank < 16 else "noun with its place", 2.2 if label.rank < 16 else 1.2)
    elif label.form.startswith("decimal"):
        yield Reason("number of several levels", 0.3 if label.is_bare else 0.9)
    else:
        yield Reason(f"form {label.form}", _FORMS.get(label.form, 0.0))
        if label.form == "number":
            yield Reason(f"mark {label.mark}", _MARKS.get(label.mark, 0.0))


def _typed(copy: Copy, i: int) -> Iterator[Reason]:
    line, opening = copy.lines[i], copy.openings[i]
    words = copy.words(i)
    count = len(words.split())
    yield Reason(f"{count} words", next(weight for most, weight in _LENGTHS if count <= most))
    ending = line.ending
    if count:
        weight = _ENDINGS.get(ending, 0.0)
        yield Reason(f"ends in {ending}" if ending else "ends without a sign", weight)
    if opening.hashes:
        yield Reason("typed with #", 6.0)
    elif opening.is_bold:
        yield Reason("all in **", 1.8)
    if line.indent > 1:
        yield Reason("set in", -1.0)
    if line.blanks_before:
        yield Reason("blank line above", 0.4)
    explained = words.rstrip(":").partition(":")[2]
    if len(explained.split()) >= 4 and count > 6:
        yield Reason("a colon and its explanation", -0.8)


def _follower(copy: Copy, i: int) -> Iterator[Reason]:
    if i + 1 == len(copy):
        yield Reason("nothing follows", -1.0)
        return
    line, after = copy.lines[i], copy.lines[i + 1]
    label, next_label = copy.openings[i].label, copy.openings[i + 1].label
    if copy.openings[i + 1].hashes:
        yield Reason("a typed heading follows", 0.3)
    elif next_label is None or (next_label.is_bare and next_label.form != (label.form if label else "")):
        yield from _body(copy, i)
    elif label is not None and next_label.form == label.form:
        yield Reason("its like follows at once", -1.6 if not line.blanks_after else -0.8)
    elif after.indent > line.indent + 1:
        short = len(copy.words(i + 1).split()) < 5
        yield Reason("short items set deeper follow" if short else "items set deeper follow", -4.5 if short else -4.0)
    elif next_label.is_bullet:
        long = len(copy.words(i + 1).split()) >= 5
        yield Reason("sentences in a list follow" if long else "short items follow", 0.8 if long else -0.3)
    else:
        yield Reason("another series follows", 0.4)


def _body(copy: Copy, i: int) -> Iterator[Reason]:
    line, after = copy.lines[i], copy.lines[i + 1]
    if after.indent > line.indent + 1:
        yield Reason("text set deeper follows", -2.5)
    elif after.leads and after.words < 10:
        yield Reason("a leading line follows", 0.8)
    else:
        yield Reason("text follows", 1.5)
