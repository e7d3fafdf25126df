"""Times this tool and those that one might use instead on the same book, in one run; what is not here is said.

    python benchmarks/peers.py [CHAPTERS]

The machine decides the seconds: quote the ratios of one run. Prints a Markdown table.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib import util
from pathlib import Path

import pypdfium2
from make_book import write

CHAPTERS = 60
PATIENCE = 1200
PUBLISHER = (str(Path(sys.executable).with_name("publisher")), "build", "manuscript", "--out", "made", "--edition")
CHROMIUM = [
    "chromium",
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-pdf-header-footer",
    "--print-to-pdf=chromium.pdf",
    "book.html",
]
WEASYPRINT = 'import logging, weasyprint; logging.disable(50); weasyprint.HTML("book.html").write_pdf("weasyprint.pdf")'
EDIT = (
    "from pathlib import Path; file = sorted(Path('manuscript').glob('*.md'))[7]; text = file.read_text('utf-8'); "
    "file.write_text(text.replace('.\\n', ' وكلمة.\\n', 1), 'utf-8')"
)
TYPST = 'import typst, sys; typst.compile("book.typ", output="typst.pdf", font_paths=sys.argv[1:])'
FONTCONFIG = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>{faces}</dir></fontconfig>
"""


@dataclass(frozen=True, slots=True)
class Entrant:
    """A typesetter: what it is called, what it needs, what it runs (several runs, one after the other)."""

    name: str
    needs: str
    """Command on PATH, or Python module after `python:`."""
    commands: tuple[tuple[str, ...], ...]
    made: str
    """The file it makes."""
    forgets: tuple[str, ...] = field(default=())
    """What is deleted before, so that it starts cold."""

    @property
    def is_here(self) -> bool:
        """Whether it can be run on this machine."""
        kind, _, module = self.needs.partition(":")
        return util.find_spec(module) is not None if kind == "python" else shutil.which(self.needs) is not None


@dataclass(frozen=True, slots=True)
class Run:
    """What one entrant took."""

    seconds: float
    user: float
    megabytes: int


def entrants(faces: Path) -> Iterator[Entrant]:
    """Yield the entrants in the order in which they run."""
    python = sys.executable
    yield Entrant("publisher, cold", "python:publisher", ((*PUBLISHER, "pdf"),), "made/*.pdf", ("made",))
    yield Entrant("publisher, nothing changed", "python:publisher", ((*PUBLISHER, "pdf"),), "made/*.pdf")
    edit = (python, "-c", EDIT)
    yield Entrant("publisher, a paragraph edited", "python:publisher", (edit, (*PUBLISHER, "pdf")), "made/*.pdf")
    yield Entrant("publisher, EPUB", "python:publisher", ((*PUBLISHER, "epub"),), "made/*.epub")
    yield Entrant("WeasyPrint, as it comes", "python:weasyprint", ((python, "-c", WEASYPRINT),), "weasyprint.pdf")
    yield Entrant("Typst", "python:typst", ((python, "-c", TYPST, str(faces)),), "typst.pdf")
    xelatex = ("xelatex", "-interaction=batchmode", "book.tex")
    yield Entrant("XeLaTeX, two runs", "xelatex", (xelatex, xelatex), "book.pdf", ("book.aux", "book.toc"))
    yield Entrant("Chromium, print", "chromium", ((*CHROMIUM, "--user-data-dir=profile"),), "chromium.pdf")


def main(chapters: int) -> int:
    """Make the book, run every entrant that is here, print the table."""
    found = util.find_spec("fontpkg_amiri")
    if found is None or not found.submodule_search_locations:
        print("the package fontpkg-amiri is missing: make setup", file=sys.stderr)
        return 2
    faces = Path(found.submodule_search_locations[0]) / "files"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(chapters, folder)
        (folder / "fonts.conf").write_text(FONTCONFIG.format(faces=faces), encoding="utf-8")
        print(f"A book of {chapters} chapters, {os.cpu_count()} processors.\n", flush=True)
        print("| typesetter | s | s a page | user s | peak MB | pages |\n|---|--:|--:|--:|--:|--:|", flush=True)
        for entrant in entrants(faces):
            print(row(entrant, folder), flush=True)
    return 0


def row(entrant: Entrant, folder: Path) -> str:
    """Run one entrant and return its line of the table."""
    if not entrant.is_here:
        return f"| {entrant.name} | not here | | | | |"
    for name in entrant.forgets:
        shutil.rmtree(folder / name, ignore_errors=True)
        (folder / name).unlink(missing_ok=True)
    runs = [measured(command, folder) for command in entrant.commands]
    made = next(iter(sorted(folder.glob(entrant.made))), None)
    if None in runs or made is None:
        return f"| {entrant.name} | failed | | | | |"
    done = [run for run in runs if run is not None]
    seconds, user = sum(run.seconds for run in done), sum(run.user for run in done)
    pages = len(pypdfium2.PdfDocument(made)) if made.suffix == ".pdf" else 0
    each = f"{seconds / pages:.3f}" if pages else ""
    peak = max(run.megabytes for run in done)
    return f"| {entrant.name} | {seconds:.2f} | {each} | {user:.2f} | {peak} | {pages or ''} |"


def measured(command: tuple[str, ...], folder: Path) -> Run | None:
    """Run a command to its end; return its time and memory, or None where it failed."""
    environ = {**os.environ, "FONTCONFIG_FILE": str(folder / "fonts.conf")}
    code = (
        "import json, resource, subprocess, sys, time\n"
        "start = time.perf_counter()\n"
        f"done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout={PATIENCE})\n"
        "used = resource.getrusage(resource.RUSAGE_CHILDREN)\n"
        "print(json.dumps([done.returncode, time.perf_counter() - start, used.ru_utime, used.ru_maxrss // 1024]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *command], cwd=folder, env=environ, capture_output=True, text=True, check=False
    )
    if done.returncode:
        return None
    returned, seconds, user, megabytes = json.loads(done.stdout)
    return None if returned else Run(seconds, user, megabytes)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else CHAPTERS))
