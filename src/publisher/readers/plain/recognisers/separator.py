"""Separators: `***`, `---`, `* * *`, `____`, `⁂`, and whatever row of signs without a word stands for one."""

import re
from collections.abc import Iterator

from publisher.readers.plain.claim import Claim, Kind, Reason
from publisher.readers.plain.copytext import Copy

_ROW = re.compile(r"[*\-_–—=~•·.…#◆◇❖✦★☆○●■□▪■ـ+<>^\s\u200c-\u200f\ufe0f⁂❦❧☙۞۩🔸🔹]+$")
_SOLE = re.compile(r"[⁂❦❧☙۞۩❖◆◇✦★☆○●■□]$|[*\-_–—=~•·.…#ـ+]$")


def find(copy: Copy) -> Iterator[Claim]:
    """Yield a claim for every line that is a row of signs."""
    for i, line in enumerate(copy.lines):
        text = line.text
        if len(text) <= 80 or len(set(text)) <= 3:
            if not _ROW.match(text):
                continue
            signs = text.replace(" ", "")
            if len(signs) >= 3 or (len(signs) == 1 and _SOLE.match(signs) and line.blanks_before and line.blanks_after):
                yield Claim(Kind.SEPARATOR, i, i, (Reason("a row of signs", 9.0),))
            elif len(signs) == 2 and line.blanks_before and line.blanks_after:
                yield Claim(Kind.SEPARATOR, i, i, (Reason("two signs between blank lines", 4.0),))
