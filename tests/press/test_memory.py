"""Memory does not grow with the book: a process holds one unit, and the joiner of each what the file's tables need."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from benchmarks.make_book import write

ROOT = Path(__file__).parents[2]
MOST = 1.25
"""Four times the chapters. What grows is the manuscript itself, and the contents, one unit of six entries a chapter."""
BUILD = """
import resource, subprocess, sys
words = ["-c", "from publisher.cli import main; main()", "build", sys.argv[1], "--out", sys.argv[2], "--no-cache", "--jobs", "2"]
subprocess.run([sys.executable, *words], check=True, capture_output=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def peak(chapters: int, folder: Path) -> int:
    """Return the most memory that any process took which made a book."""
    write(chapters, folder)
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-c", BUILD, str(folder / "manuscript"), str(folder / "out")]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return int(done.stdout)


@pytest.mark.long
def test_four_times_the_chapters_take_no_more_memory(tmp_path: Path) -> None:
    short, long = (peak(n, tmp_path / str(n)) for n in (15, 60))
    assert long <= MOST * short, (short, long)
