"""How well the structure of manuscripts is recognised: precision, recall and F1 by kind and by convention.

Each manuscript stands beside its gold outline (`tests/recogniser/*/NAME.txt`, `NAME.json`). Blocks are aligned as in
difflib; a block counts when all that the gold says of it was said. Nothing of a text is printed, only counts and,
at the end, the confusions that cost most.

    python benchmarks/recogniser.py [--folder FOLDER ...] [--show]
"""

import argparse
import json
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from publisher.config import Settings
from publisher.readers.outline import outline
from publisher.readers.plain import read
from publisher.source import SourceFile

ROOT = Path(__file__).resolve().parents[1] / "tests" / "recogniser"
FOLDERS = ("open", "blind", "afar", "gharib", "qarib")

Key = tuple[Any, ...]


@dataclass
class Tally:
    """Blocks found, wanted and right."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    def __str__(self) -> str:
        precision = self.right / self.found if self.found else 1.0
        recall = self.right / self.wanted if self.wanted else 1.0
        return f"{precision:7.3f} {recall:7.3f} {self.f1:7.3f}   {self.right}/{self.wanted}"

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.found + self.wanted
        return 2 * self.right / total if total else 1.0


@dataclass
class Board:
    """All tallies of a run."""

    whole: Tally = field(default_factory=Tally)
    by_kind: dict[str, Tally] = field(default_factory=dict)
    by_convention: dict[str, Tally] = field(default_factory=dict)
    confusions: dict[str, Counter[tuple[str, str]]] = field(default_factory=dict)

    def add(self, kind: str, convention: str, what: str) -> None:
        """Count one block as `right`, `found` or `wanted`."""
        for tally in (
            self.whole,
            self.by_kind.setdefault(kind, Tally()),
            self.by_convention.setdefault(convention, Tally()),
        ):
            setattr(tally, what, getattr(tally, what) + 1)


def key(block: dict[str, Any]) -> Key:
    """Return what a block must agree in."""
    match block["type"]:
        case "heading":
            label = (block.get("label") or "").rstrip(".:-–) ").lstrip("(") or None
            return ("heading", block["level"], label, _plain(block["title"]).rstrip(":. "))
        case "paragraph":
            return ("paragraph", _plain(block["starts"]))
        case kind:
            return (kind, *(block[name] for name in sorted(block) if name not in ("type", "line", "start")))


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def convention(block: Key) -> str:
    """Return the convention a block is an instance of."""
    match block[0]:
        case "heading":
            return f"heading, {'labelled' if block[2] else 'unlabelled'}"
        case "list":
            return f"list, {'ordered' if block[3] else 'bulleted'}"
        case kind:
            return str(kind)


def score(board: Board, kind: str, gold: Sequence[Key], made: Sequence[Key]) -> list[str]:
    """Add a manuscript to the board; return its differences, each as a line."""
    for block in gold:
        board.add(kind, convention(block), "wanted")
    for block in made:
        board.add(kind, convention(block), "found")
    shown = []
    for step, g1, g2, m1, m2 in SequenceMatcher(None, gold, made, autojunk=False).get_opcodes():
        if step == "equal":
            for block in gold[g1:g2]:
                board.add(kind, convention(block), "right")
            continue
        for pair in confusions(gold[g1:g2], made[m1:m2]):
            board.confusions.setdefault(kind, Counter())[pair] += 1
        shown += [f"  - {block}" for block in gold[g1:g2]] + [f"  + {block}" for block in made[m1:m2]]
    return shown


def confusions(gold: Sequence[Key], made: Sequence[Key]) -> Iterator[tuple[str, str]]:
    """Yield what each block of an unequal stretch was taken for; of blocks of one type, what differs in them."""
    if len(gold) != len(made):
        yield _names(gold), _names(made)
        return
    for wanted, found in zip(gold, made, strict=True):
        if wanted[0] == found[0]:
            fields = FIELDS.get(wanted[0], ("words",))
            differs = [name for name, a, b in zip(fields, wanted[1:], found[1:], strict=False) if a != b]
            yield f"{wanted[0]} with its", " and ".join(differs) + " wrong"
        elif wanted != found:
            yield convention(wanted), convention(found)


FIELDS = {
    "heading": ("level", "label", "title"),
    "list": ("depth", "items", "kind"),
    "table": ("columns", "rows"),
    "verse": ("lines",),
}


def _names(blocks: Sequence[Key]) -> str:
    return " ".join(f"{n}×{name}" for name, n in Counter(convention(b) for b in blocks).items()) or "nothing"


def manuscripts(folders: Sequence[Path]) -> Iterator[tuple[str, Path, Path]]:
    """Yield kind, text and gold of every manuscript."""
    for folder in folders:
        for gold in sorted(folder.glob("*.json")):
            text = gold.with_suffix(".txt")
            if text.is_file():
                yield gold.stem.split("-")[0], text, gold


def keys_of(text: Path, gold: Path) -> tuple[list[Key], list[Key]]:
    """Return the blocks of a manuscript as its gold has them, and as they are read; the title is the first."""
    source = SourceFile(text.name, unicodedata.normalize("NFC", text.read_text(encoding="utf-8-sig")))
    wanted = json.loads(gold.read_text(encoding="utf-8"))
    made = outline(read(source, Settings()))
    return _keys(wanted), _keys(made)


def _keys(whole: dict[str, Any]) -> list[Key]:
    title = [("title", _plain(whole["title"]))] if whole["title"] else []
    return [*title, *map(key, whole["blocks"])]


def main() -> None:
    """Print the board."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, action="append", help="a folder of manuscripts with their golds")
    parser.add_argument("--show", action="store_true", help="print every difference (never for texts kept unseen)")
    options = parser.parse_args()
    for folder in options.folder or [ROOT / name for name in FOLDERS]:
        board = Board()
        for kind, text, gold in manuscripts([folder]):
            differences = score(board, kind, *keys_of(text, gold))
            if options.show and differences:
                print(text.stem, *differences, sep="\n")
        _print(folder.name, board)


def _print(name: str, board: Board) -> None:
    print(f"\n{name:28} precision recall F1      right/wanted")
    for title, tallies in (("kind", board.by_kind), ("convention", board.by_convention)):
        for row, tally in sorted(tallies.items(), key=lambda item: item[1].f1):
            print(f"  {title:10} {row:22} {tally}")
    print(f"  {'all':33} {board.whole}")
    costs = Counter({(kind, *pair): n for kind, pairs in board.confusions.items() for pair, n in pairs.items()})
    for (kind, wanted, found), cost in costs.most_common(12):
        print(f"  costs {cost}: {kind}: {wanted}  read as  {found}")


if __name__ == "__main__":
    main()
