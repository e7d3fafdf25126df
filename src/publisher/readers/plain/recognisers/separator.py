"""Separators: `***`, `---`, `* * *`, `____`, `⁂`, and whatever row of signs without a word stands for one."""

import re
from collections.abc import Iterator

from publisher.readers.plain.claim import Claim, Kind, Reason
from publisher.readers.plain.copytext import Copy
from publisher.readers.plain.rows import LONGEST, ROW, TATWEELS, is_row

_SOLE = re.compile(r"[⁂❦❧☙۞۩❖◆◇✦★☆○●■□*\-_–—=~•·#ـ+]$")


def find(copy: Copy) -> Iterator[Claim]:
    """Yield a claim for every line that is a row of signs."""
    for i, line in enumerate(copy.lines):
        signs = "".join(line.text[:LONGEST].split())
        if is_row(line.text):
            yield Claim(Kind.SEPARATOR, i, i, (Reason("a row of signs", 9.0),))
        elif line.blanks_before and signs in ("*", "⁂", "❖", "✦", "※"):
            yield Claim(Kind.SEPARATOR, i, i, (Reason("a sign on a line of its own", 5.0),))
        elif not (line.blanks_before and line.blanks_after):
            continue
        elif len(signs) == 1 and _SOLE.match(signs):
            yield Claim(Kind.SEPARATOR, i, i, (Reason("a sign between blank lines", 9.0),))
        elif len(signs) <= 6 and (ROW.match(signs) or TATWEELS.match(signs)):
            yield Claim(Kind.SEPARATOR, i, i, (Reason("signs between blank lines", 4.0),))
