"""WeasyPrint alone beside the composer: how evenly lines are set, what readers get back, what it costs.

    python benchmarks/composer.py [--manuscript PATH]… [--chapters 15] [--kashida light,medium] [--trim A5]
                                  [--face FONT.ttf] [--runs 1] [--out build/bench]

Each text is laid out from one HTML and one style sheet, in a process of its own, by WeasyPrint as it comes and with each
setting of kashida: first the manuscripts (by default the project's own), then the book of `make_book.py`, which can be set
in another face. The last column is the file that `publisher build` makes of it, read by the same readers. CPU is the
least of the runs; quote the ratios of one machine. Prints Markdown, and the lines that stay loose.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from benchmarks.composed import job_of_manuscript, plain_text  # noqa: E402 - found through the path above
from benchmarks.make_book import write  # noqa: E402
from tests.composer.recovery import EXTRACTORS, recovered  # noqa: E402

CHAPTERS = 15
EDGE = 0.1
"""Points by which an edge may be off."""
BUILT = "built"
CHILD = str(Path(__file__).with_name("composed.py"))
BUILD = (sys.executable, "-m", "publisher", "build", "--edition", "pdf", "--no-cache", "--jobs", "1")

Figures = dict[str, float]


def laid_out(path: Path, kashida: str | None, given: argparse.Namespace) -> dict[str, Any]:
    """Lay a text out in fresh processes; return what they measured, with the least CPU of the runs."""
    out = given.out / f"{path.stem}-{kashida or 'stock'}.pdf"
    request = {"path": str(path), "kashida": kashida, "trim": given.trim, "out": str(out)}
    request["face"] = str(given.face) if given.face else None
    command = [sys.executable, CHILD, json.dumps(request)]
    runs = [json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout) for _ in range(given.runs)]
    made: dict[str, Any] = min(runs, key=lambda run: sum(run["cpu"].values()))
    return made


def figures_of(made: dict[str, Any]) -> Figures:
    """Return the figures of a laid-out text by name."""
    quality, edges = made["quality"], made["edges"]
    found = {f"CPU {name}, s": seconds for name, seconds in made["cpu"].items()}
    found |= {"CPU, s": sum(made["cpu"].values()), "peak, MB": made["megabytes"], "pages": made["pages"]}
    if quality:
        found |= {"justified lines": quality["lines"]}
        found |= {f"word space {name}, em": quality[name] for name in ("mean", "sd", "p95", "max")}
        found |= {"rivers": quality["rivers"], "kashidas a line": quality["kashidas"]}
        found |= {"edge, worst, pt": max(edges), "edges off, %": 100 * sum(e > EDGE for e in edges) / len(edges)}
    return found | read_back(made["text"], [Path(pdf) for pdf in made["pdfs"]])


def read_back(text: str, pdfs: list[Path]) -> Figures:
    """Return the size of files, and the share of the words of a text that each reader gives back of them."""
    found = {
        f"words back, {name}, %": 100 * recovered(text, "\n".join(map(extract, pdfs)))[0]
        for name, extract in EXTRACTORS.items()
    }
    return found | {"kB": sum(pdf.stat().st_size for pdf in pdfs) / 1024}


def built(path: Path, given: argparse.Namespace) -> Figures:
    """Build a manuscript as a user does, and read the file."""
    folder = given.out / BUILT
    command = [*BUILD, str(path), "--out", str(folder), "--set", f"page.trim={given.trim}"]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    job = job_of_manuscript(path, given.trim, "light")
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    text = " ".join(plain_text(unit.body) for unit in job.units)
    return {"CPU, s": cpu} | read_back(text, [Path(done.stdout.splitlines()[-1])])


def table(columns: dict[str, Figures]) -> Iterator[str]:
    """Yield the lines of a Markdown table, figures in rows."""
    yield f"| | {' | '.join(columns)} |"
    yield "|---" + "|--:" * len(columns) + "|"
    for name in next(iter(columns.values())):
        cells = [f"{figures[name]:.{_digits(name)}f}" if name in figures else "" for figures in columns.values()]
        yield f"| {name} | {' | '.join(cells)} |"


def _digits(name: str) -> int:
    if name in ("pages", "justified lines", "rivers", "peak, MB", "kB"):
        return 0
    return 3 if name.endswith("em") else 2


def compared(title: str, path: Path, manuscript: Path, given: argparse.Namespace) -> None:
    """Print the table of one text, then the lines that are loose or left."""
    made = {"WeasyPrint": laid_out(path, None, given)}
    made |= {kashida: laid_out(path, kashida, given) for kashida in given.kashida.split(",")}
    columns = {name: figures_of(one) for name, one in made.items()} | {BUILT: built(manuscript, given)}
    print(f"\n## {title}\n")
    print("\n".join(table(columns)), flush=True)
    for name, one in list(made.items())[1:]:
        print(f"\n{name}: lines left to WeasyPrint: {one['left'] or 'none'}; looser than 0.6 em: {len(one['loose'])}")
        for text, space in sorted(one["loose"].items(), key=lambda line: -line[1]):
            print(f"    {space:.2f} {text}")


def main() -> None:
    """Compare each manuscript, then the book of the bench."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--manuscript", type=Path, action="append")
    parser.add_argument("--chapters", type=int, default=CHAPTERS, help="of the bench's book; 0 leaves it out")
    parser.add_argument("--kashida", default="light,medium")
    parser.add_argument("--trim", default="A5")
    parser.add_argument("--face", type=Path)
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--out", type=Path, default=Path("build/bench"))
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    for path in given.manuscript or [ROOT / "manuscript"]:
        compared(f"{path} at {given.trim}", path, path, given)
    if given.chapters:
        write(given.chapters, given.out)
        title = f"the bench's book, {given.chapters} chapters{', ' + given.face.stem if given.face else ''}"
        compared(title, given.out / "book.html", given.out / "manuscript", given)


if __name__ == "__main__":
    main()
