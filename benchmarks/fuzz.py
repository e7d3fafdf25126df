"""Reads manuscripts that nobody would write, for as long as it is told to: no traceback, no letter lost, no reading without end.

    python benchmarks/fuzz.py [--minutes 60] [--seed N] [--out FOLDER]

Texts of the tests are cut, mixed and strewn with signs, then read as plain text, as Markdown, as a Word file and as raw
bytes, and prepared as a build prepares them. What fails is written to the folder with the fault; exits with 1 then.
"""

import argparse
import io
import random
import re
import sys
import tempfile
import time
import traceback
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from itertools import count
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from tests.docx import words  # noqa: E402 - found through the path above

from publisher import typography  # noqa: E402
from publisher.arabic.letters import INVISIBLE, TATWEEL  # noqa: E402
from publisher.build import prepare  # noqa: E402
from publisher.config import Settings  # noqa: E402
from publisher.diagnostic import Stop  # noqa: E402
from publisher.nodes import LineBreak, List, Note, NoteRef  # noqa: E402
from publisher.readers import markdown, plain  # noqa: E402
from publisher.readers.marking import as_markdown  # noqa: E402
from publisher.readers.reading import Reading  # noqa: E402
from publisher.source import SourceFile, Span  # noqa: E402

PATIENCE = 20.0
"""Seconds of the processor that a small text may take."""
LARGEST = 6000
"""Code points of a text; longer ones are cut."""
STREWN = (
    *"*_`~^$|#>[](){}<>«»﴿﴾\"'“”؛،؟!.:…-–—•▪◦🔹✅ـ\u00a0\u200f\u200e\u202b\u202c\u200d\u200c\ufeff\u0640\u064b\u0651٠١٢٣09aZ\t\n",
    "\n\n", "- ", "1. ", "(1) ", "١- ", "أ) ", "أولًا: ", "الفصل ", "# ", "## ", "| ", " … ", " * ", "[^1]", "[^1]: ", ":::", "```",
    "---", "1️⃣", "    ", "\u2028", "ﷺ", "ﺍﻟﻜ", "المادة (3) مكررًا", "س: ", "﴿قل هو﴾ [الإخلاص: 1]",
)  # fmt: skip
NO_TEXT = re.compile(r"\][(:{\[]|\[\^|\{[^}]*\}|```|~~~|&#?\w+;|<[^>]*>|:::|^---|\$|\[[xX]\]", re.MULTILINE)
"""Marks that name or hide things: what stands in them need not be printed."""

TICK = re.compile(r"\[[xX]\]")
"""The mark of a task that is done."""

Mutation = Callable[[random.Random, str, list[str]], str]


def _cut(dice: random.Random, text: str, _: list[str]) -> str:
    start, end = sorted(dice.randrange(len(text) + 1) for _ in range(2))
    return text[:start] + text[end:]


def _copied(dice: random.Random, text: str, _: list[str]) -> str:
    start, end = sorted(dice.randrange(len(text) + 1) for _ in range(2))
    return text[:end] + text[start:end] + text[end:]


def _spliced(dice: random.Random, text: str, others: list[str]) -> str:
    other = dice.choice(others)
    at, start = dice.randrange(len(text) + 1), dice.randrange(len(other) + 1)
    return text[:at] + other[start : start + dice.randrange(400)] + text[at:]


def _strewn(dice: random.Random, text: str, _: list[str]) -> str:
    for _ in range(dice.randrange(1, 12)):
        at = dice.randrange(len(text) + 1)
        text = text[:at] + dice.choice(STREWN) * dice.choice((1, 1, 1, 2, 9)) + text[at:]
    return text


def _shuffled(dice: random.Random, text: str, _: list[str]) -> str:
    lines = text.split("\n")
    start = dice.randrange(len(lines))
    part = lines[start : start + dice.randrange(2, 9)]
    dice.shuffle(part)
    lines[start : start + len(part)] = part
    return "\n".join(lines)


def _joined(dice: random.Random, text: str, _: list[str]) -> str:
    return text.replace("\n", dice.choice((" ", "\n\n", "\n ", "\n\t", "\r\n")), dice.randrange(1, 20))


def _renumbered(dice: random.Random, text: str, _: list[str]) -> str:
    return re.sub(r"[0-9٠-٩]", lambda digit: dice.choice(("0", "٩", "7", digit[0], digit[0])), text)


MUTATIONS: tuple[Mutation, ...] = (_cut, _copied, _spliced, _strewn, _shuffled, _joined, _renumbered)


def corpus() -> list[str]:
    """Return the texts to begin with."""
    files = [*(ROOT / "tests").rglob("*.txt"), *(ROOT / "tests").rglob("*.md"), *(ROOT / "docs").rglob("*.md")]
    return [text for file in sorted(files) if (text := file.read_text(encoding="utf-8", errors="replace")).strip()]


def mutated(dice: random.Random, texts: list[str]) -> str:
    """Return a text that nobody wrote."""
    text = dice.choice(texts)
    start = dice.randrange(max(1, len(text) - LARGEST))
    text = text[start : start + LARGEST]
    for _ in range(dice.randrange(1, 7)):
        text = dice.choice(MUTATIONS)(dice, text or " ", texts)
    text = unicodedata.normalize("NFC", text[: 2 * LARGEST].replace("\r\n", "\n"))
    return "".join(c for c in text if c in "\t\n" or unicodedata.category(c) not in ("Cc", "Cs"))


# ------------------------------------------------------------------ what must hold

_UNTOLD = frozenset({"id", "style", "role", "kind", "note", "span", "start", "level"})


def told(node: Any, *, with_marks: bool = True) -> Iterator[str]:
    """Yield every text in a tree, as typed; bullets, calls and the numbers of notes too, with their marks."""
    if isinstance(node, str):
        yield node
        return
    inner: tuple[Any, ...] = ()
    if isinstance(node, tuple | list):
        inner = tuple(node)
    elif not with_marks and isinstance(node, Note | NoteRef):
        inner = node.blocks if isinstance(node, Note) else ()
    elif not with_marks and isinstance(node, List) and not node.is_ordered:
        inner = tuple(item.blocks for item in node.items)
    elif is_dataclass(node) and not isinstance(node, Span | LineBreak):
        inner = tuple(getattr(node, field.name) for field in fields(node) if field.name not in _UNTOLD)
    for part in inner:
        yield from told(part, with_marks=with_marks)


def letters(*texts: str) -> Counter[str]:
    """Count the letters and digits of texts."""
    return Counter(
        c for text in texts for c in text if unicodedata.category(c)[0] in "LN" and c not in INVISIBLE and c != TATWEEL
    )


def lost(text: str, *nodes: Any) -> str:
    """Return the letters of a text that a tree does not hold."""
    return "".join(sorted((letters(text) - letters(*told(nodes))).elements()))


def _front(reading: Reading) -> tuple[str, ...]:
    """Return what the front matter says."""
    return tuple(map(str, reading.metadata.values()))


def plainly(text: str, _: random.Random) -> None:
    """Read as plain text; what is written as Markdown and read again says the same."""
    reading = plain.read(SourceFile("a.txt", text), Settings())
    gone = lost(TICK.sub("", text), reading.title, reading.blocks, reading.notes)
    assert not gone, f"plain text lost {gone!r}"
    again = markdown.read(SourceFile("a.md", as_markdown(reading)), Settings())
    first, second = (
        letters(*told((r.title, r.blocks, r.notes), with_marks=False), *_front(r)) for r in (reading, again)
    )
    assert not first - second or again.diagnostics, f"the marked text lost {first - second}"


def marked(text: str, _: random.Random) -> None:
    """Read as Markdown."""
    reading = markdown.read(SourceFile("a.md", text), Settings())
    if not reading.diagnostics and not NO_TEXT.search(text):
        gone = lost(text, reading.title, reading.blocks, reading.notes, _front(reading))
        assert not gone, f"Markdown lost {gone!r}"


def prepared(text: str, dice: random.Random) -> None:
    """Prepare as a build does; house style once more changes nothing."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / dice.choice(("a.txt", "a.md"))
        file.write_text(text, encoding="utf-8")
        ready = prepare(file, {})
        styled = typography.prepare(ready.book, ready.settings, ready.sources)
        assert styled.book == ready.book, (
            f"house style changes twice: {[c.diagnostic.message.en for c in styled.changes]}"
        )


def decoded(text: str, dice: random.Random) -> None:
    """Read as the bytes of some encoding with a few of them changed."""
    data = bytearray(text.encode(dice.choice(("utf-8", "utf-16", "cp1256", "utf-8-sig")), errors="replace"))
    for _ in range(dice.randrange(4)):
        data[dice.randrange(len(data))] = dice.randrange(256)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "a.txt"
        file.write_bytes(bytes(data))
        prepare(file, {})


def worded(text: str, dice: random.Random) -> None:
    """Read as a Word file whose XML has been cut and copied between its tags."""
    escaped = [words.paragraph(words.run(line)) for line in re.sub(r"[<>&]", " ", text).split("\n")[:60]]
    data = words.word_file("".join(escaped))
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name).decode()
            if name.endswith("document.xml") and dice.random() < 0.7:
                tags = re.findall(r"<[^>]+>|[^<]+", part)
                at = dice.randrange(len(tags))
                change = dice.choice(("", tags[at] * 2, dice.choice(tags)))
                part = "".join((*tags[:at], change, *tags[at + 1 :]))
            new.writestr(name, part)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "a.docx"
        file.write_bytes(out.getvalue())
        prepare(file, {})


CHECKS: tuple[Callable[[str, random.Random], None], ...] = (plainly, marked, prepared, decoded, worded)


def fault_of(check: Callable[[str, random.Random], None], text: str, dice: random.Random) -> str:
    """Return what a check found wrong; nothing where it found nothing. Bad input may be refused, with a finding."""
    start = time.process_time()
    try:
        check(text, dice)
    except Stop:
        pass
    except Exception:  # noqa: BLE001 - whatever it is, it is what we look for
        return traceback.format_exc()
    seconds = time.process_time() - start
    return f"took {seconds:.0f} s" if seconds > PATIENCE else ""


def main() -> int:
    """Read until the time is over; return how the process ends."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=60.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "fuzz")
    options = parser.parse_args()
    texts, until, faults = corpus(), time.monotonic() + options.minutes * 60, 0
    for turn in count(options.seed):
        if time.monotonic() > until:
            print(f"{turn - options.seed} texts, each read in {len(CHECKS)} ways: {faults} faults")
            return 1 if faults else 0
        text = mutated(random.Random(turn), texts)
        for check in CHECKS:
            fault = fault_of(check, text, random.Random(turn))
            if fault:
                faults += 1
                options.out.mkdir(parents=True, exist_ok=True)
                (options.out / f"{turn}-{check.__name__}.txt").write_text(
                    f"{fault}\n{'=' * 40}\n{text}", encoding="utf-8"
                )
                print(f"{turn} {check.__name__}: {fault.strip().splitlines()[-1][:200]}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
