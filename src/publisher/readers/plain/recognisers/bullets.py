"""Bulleted lines: items of a list, or the dashes that open the lines of a dialogue."""

import re
from collections.abc import Iterator, Sequence

from publisher.readers.plain.claim import Claim, Kind, Reason
from publisher.readers.plain.copytext import Copy
from publisher.readers.plain.folding import fold
from publisher.readers.plain.titles import known_title

_SPEECH = frozenset(
    [
        "قال",
        "قالت",
        "قلت",
        "قالوا",
        "سال",
        "سالت",
        "سالته",
        "سالني",
        "اجاب",
        "اجابت",
        "اجابني",
        "رد",
        "ردت",
        "صاح",
        "صاحت",
        "هتف",
        "همس",
        "همست",
        "صرخ",
        "صرخت",
        "تمتم",
        "ضحك",
        "تنهد",
        "اضاف",
        "سالها",
        "قاطعه",
        "يقول",
        "اقول",
        "تقول",
    ]
)
_SPEECH_TAIL = re.compile(
    r"(?:^|\s)[وف]?(?:قال|قالت|سأل|سألت|سألته|أجاب|رد|ردّ|صاح|همس|همست|قلت|قلتُ|صرخ|هتف|[يتأن]قول|[يتأن]سأل|[يتأن]همس|[يتأن]صيح)(?:ه|ها|هم|ني|نا)?[\u064b-\u0652]?(?:\s\S+){0,8}\s*:$"
)
_ADDRESS = frozenset(
    [
        "يا",
        "انا",
        "انت",
        "نعم",
        "لا",
        "ماذا",
        "لماذا",
        "من",
        "اين",
        "متي",
        "كيف",
        "هل",
        "طيب",
        "حسنا",
        "بلي",
        "كلا",
        "اسمع",
        "انظر",
        "ارجوك",
        "شكرا",
        "اهلا",
        "مرحبا",
        "سيدي",
        "عفوا",
        "ابدا",
    ]
)


def find(copy: Copy, free: Sequence[int]) -> Iterator[Claim]:
    """Yield a claim for every line that opens with a bullet or dash."""
    asked = frozenset(_interview(copy))
    for i in asked:
        yield Claim(Kind.DIALOGUE, i, i, (Reason("questions and their answers", 6.0),))
    runs = list(_runs(copy, [i for i in free if i not in asked]))
    scores = [sum(r.weight for r in _spoken(copy, run)) if _is_dash(copy, run[0]) else -9.0 for run in runs]
    dashed = [(score, len(run)) for run, score in zip(runs, scores, strict=True) if score > -9]
    habit = sum(score * size for score, size in dashed) / sum(size for _, size in dashed) if dashed else 0.0
    for run, score in zip(runs, scores, strict=True):
        for i in run:
            yield from _claims(copy, i, run, score, habit)


def _interview(copy: Copy) -> Iterator[int]:
    """Yield the bulleted lines of an interview: questions behind one sign, each answered by a line without it."""
    for places in copy.marked.bulleted.values():
        asking = [i for i in places if copy.lines[i].ending in ("؟", "?")]
        all_ask = len(asking) == len(places) > 1
        if not all_ask and (len(asking) < 3 or len(asking) < 0.7 * len(places)):
            continue
        marks = {copy.openings[i].label.mark for i in places if copy.openings[i].label is not None}  # type: ignore[union-attr]
        answers = [i + 1 for i in places if i + 1 < len(copy) and not _carries(copy, i + 1, marks)]
        if len(answers) < 0.7 * len(places):
            continue
        yield from places
        replies = {label.mark for i in answers if (label := copy.openings[i].label) is not None and label.is_bullet}
        for mark in replies:
            own = [i for i in copy.marked.bulleted.get(mark, ()) if i - 1 in places]
            yield from own if len(own) > 2 else ()


def _carries(copy: Copy, i: int, marks: set[str]) -> bool:
    label = copy.openings[i].label
    return label is not None and label.is_bullet and label.mark in marks


def _is_dash(copy: Copy, i: int) -> bool:
    return copy.openings[i].form == "dash"


def _runs(copy: Copy, free: Sequence[int]) -> Iterator[list[int]]:
    """Yield runs of neighbours that are bulleted."""
    run: list[int] = []
    for i in free:
        label = copy.openings[i].label
        if label is None or not label.is_bullet:
            continue
        if run and (i != run[-1] + 1 or _is_dash(copy, run[-1]) != _is_dash(copy, i)):
            yield run
            run = []
        run.append(i)
    if run:
        yield run


def _spoken(copy: Copy, run: Sequence[int]) -> Iterator[Reason]:
    """Yield what is seen of a run of dashes for its being speech (positive) or a list (negative)."""
    yield Reason("dashes are lists more often", -1.8)
    if run[0] and known_title(copy.words(run[0] - 1)):
        yield Reason("a known title above", -3.0)
    before = copy.lines[run[0] - 1].text[-160:] if run[0] else ""
    if _SPEECH_TAIL.search(before):
        yield Reason("someone speaks above", 2.5)
    elif run[0] - 1 in copy.asking:
        yield Reason("a question that heads its answer above", -2.0)
    elif before.endswith(("؟", "?")):
        yield Reason("a question above", 2.2)
    elif before.endswith(":"):
        yield Reason("a leading line above", -2.0)
    lines = [copy.lines[i] for i in run]
    asked = sum(line.ending in ("؟", "?", "!") and line.ending != "" for line in lines) / len(lines)
    if before.endswith(":") and not _SPEECH_TAIL.search(before) and all(line.ending in ("؟", "?") for line in lines):
        yield Reason("nothing but questions that a line announces", -6.0)
    yield Reason("questions and cries", 3.0 * asked)
    ended = sum(line.is_sentence for line in lines) / len(lines)
    yield Reason("ends as sentences do", 2.0 * ended - 1.2)
    suspended = sum(line.ending in ("،", "؛") and line.ending != "" for line in lines) / len(lines)
    yield Reason("ends in commas", -3.0 * suspended)
    firsts = [fold(copy.words(i).split(None, 1)[0].strip("،.؟!:«»…")) for i in run if copy.words(i)]
    spoken = sum(word in _ADDRESS for word in firsts) / len(lines)
    yield Reason("words of address", 3.0 * spoken)
    told = sum(any(fold(w.strip("،.:")) in _SPEECH for w in copy.words(i).split()) for i in run) / len(lines)
    yield Reason("verbs of saying inside", 1.5 * told)
    if any(line.indent > 1 for line in lines):
        yield Reason("set in", -1.0)
    if not told and any(":" in copy.words(i)[:40] for i in run):
        yield Reason("terms and their explanations", -1.5)
    if copy.lines[run[0]].text[0] in "–—―":
        yield Reason("long dashes", 0.7)


def _claims(copy: Copy, i: int, run: Sequence[int], score: float, habit: float) -> Iterator[Claim]:
    opening = copy.openings[i]
    if opening.hashes:
        return
    spoken = score + 1.2 * habit if score > -9 else -9.0
    if spoken > -9:
        yield Claim(Kind.DIALOGUE, i, i, (Reason("dash of speech", 1.5 + 0.5 * max(min(spoken, 6.0), -6.0)),))
    alone = (
        not _has_fellow(copy, i)
        and not _is_led(copy, i)
        and (len(run) == 1 or (opening.form == "picture" and _is_odd(copy, i, run)))
    )
    base = 2.0 if not alone else (0.8 if copy.lines[i].indent > 1 else -1.5)
    yield Claim(
        Kind.ITEM,
        i,
        i,
        (
            Reason("bullet", base),
            Reason("against its being speech", -0.4 * max(min(spoken, 6.0), -6.0) if spoken > -9 else 0.5),
        ),
    )


def _has_fellow(copy: Copy, i: int) -> bool:
    """Whether a line near by carries the same bullet, or the line belongs to a labelled one above."""
    mark = copy.openings[i].label
    near = [copy.openings[j].label for j in range(max(0, i - 4), min(len(copy), i + 5)) if j != i]
    return any(mark is not None and other is not None and other.mark == mark.mark for other in near)


def _is_led(copy: Copy, i: int) -> bool:
    """Whether the line above announces a list."""
    return i > 0 and (copy.lines[i - 1].leads or known_title(copy.words(i - 1)))


def _is_odd(copy: Copy, i: int, run: Sequence[int]) -> bool:
    """Whether a pictograph is the only one of its kind beside others that recur (💡 after a list of ✅)."""
    marks = [label.mark for j in run if j != i and (label := copy.openings[j].label) is not None]
    return any(marks.count(mark) > 1 for mark in marks)
