"""Times the e-book of a long book, from manuscript to file, against Pandoc on the same Markdown without faces.

    epub.py [CHAPTERS]

Both run as a command of their own, three times in turn; the best of each counts. Then the phases of ours in one process.
"""

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import make_book

ROUNDS = 3
ROOT = Path(__file__).parents[1]
_OURS = "from publisher.cli import main; main()"


def timed(command: Sequence[str | Path]) -> float:
    """Return how many seconds a command takes. A command that fails is a fault of the bench."""
    start = time.perf_counter()
    subprocess.run([str(part) for part in command], check=True, capture_output=True, cwd=ROOT)
    return time.perf_counter() - start


def phases(manuscript: Path) -> dict[str, float]:
    """Return the seconds that preparing the book and making the edition take in one process."""
    from publisher.build import prepare
    from publisher.editions import Materials
    from publisher.editions.epub import make

    start = time.perf_counter()
    ready = prepare(manuscript, {})
    read = time.perf_counter()
    make(ready.book, Materials(ready.settings, ready.faces, ready.assets, sources=ready.sources))
    return {"prepare": read - start, "make": time.perf_counter() - read}


def main() -> None:
    """Print the times and their ratio."""
    chapters = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_book.write(chapters, folder)
        manuscript, files = folder / "manuscript", sorted((folder / "manuscript").glob("*.md"))
        ours = [
            sys.executable,
            "-c",
            _OURS,
            "build",
            manuscript,
            "--edition",
            "epub",
            "--out",
            folder / "out",
            "--no-cache",
        ]
        pandoc = ["pandoc", *files, "-o", folder / "pandoc.epub", "--metadata", "title=x", "--metadata", "lang=ar"]
        has_pandoc = shutil.which("pandoc") is not None
        times: dict[str, list[float]] = {"publisher": [], "pandoc": []}
        for _ in range(ROUNDS):
            times["publisher"].append(timed(ours))
            if has_pandoc:
                times["pandoc"].append(timed(pandoc))
        for who, seconds in times.items():
            print(f"{who:10} {min(seconds):6.2f} s" if seconds else f"{who:10} is not here")
        if has_pandoc:
            print(f"ratio      {min(times['publisher']) / min(times['pandoc']):6.2f}")
        for phase, seconds_spent in phases(manuscript).items():
            print(f"  {phase:8} {seconds_spent:6.2f} s")


if __name__ == "__main__":
    main()
