"""Bullets of every kind: drawn, typed, pictographs, the ones that a word processor leaves; and dashes."""

import re

from publisher.readers.plain.labels.label import Label
from publisher.readers.plain.labels.signs import DASHES, DIGIT, GAP

_DRAWN = "•◦▪▫●○■□◆◇◾◽◼◻►▶▸▹◄◀◂❖❑❒❏·∙‣⁃※→⇐←⇦✦✧✓✔✗✘✖★☆➤➢➔➜➥✅❌❎❇✴➡⬅\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf0a8"
_PICTURE = "[\U0001f1e6-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u203c-\u2049\u2122-\u21aa\u231a-\u23ff\u25a0-\u25ff][\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]*"

_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("bullet", re.compile(f"([{_DRAWN}])\ufe0f?{GAP}*(?=[^{_DRAWN}]|$)")),
    ("picture", re.compile(f"((?:{_PICTURE}\u200d?)+){GAP}*")),
    ("bullet", re.compile(f"([*+])(?![*+]){GAP}*(?!{DIGIT})")),
    ("bullet", re.compile("([oØü§])(?:[\t\u00a0]+|[ ]+(?=[\u0621-\u064a]))")),
    ("bullet", re.compile(f"([~»›°¤×٭⁕∗▸❯➔✱✲✳❋❊✿❀⦁⦿⚫⚪⬧⬥‑])[{GAP[1:-1]}]+")),
    ("bullet", re.compile(f"(->|=>|–>|\\*\\*){GAP}+(?=[^{DASHES}*\\s])")),
    ("dash", re.compile(f"(ــ|--|––)(?![{DASHES}]){GAP}+")),
    ("dash", re.compile(f"([{DASHES}])(?![{DASHES}]){GAP}*(?!{DIGIT}+(?:[{DASHES}*~]|$))")),
)
_TASK = re.compile(f"\\[[ xX✓]?\\]{GAP}+")


def read(text: str) -> Label | None:
    """Return the label of a line that opens with a bullet or a dash."""
    for form, pattern in _FORMS:
        found = pattern.match(text)
        if found is not None and found.end() < len(text):
            task = _TASK.match(text, found.end())
            mark = found[1] if form != "picture" else found[1].replace("\ufe0f", "")
            end = task.end() if task else found.end()
            return Label(form, (), text[:end].strip(), end, mark, 40)
    return None
