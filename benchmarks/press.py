"""Times the press by itself, phase by phase: cold, again, one paragraph edited, against WeasyPrint and Typst.

    python benchmarks/press.py [CHAPTERS] [--jobs N] [--apparatus]

Every run is a process of its own. With apparatus the book has notes, page references and a full contents. Seconds are of
the machine: quote the ratios of one run. Exits with 1 where pages, notes or a number are not what they should be.
"""

import argparse
import json
import re
import resource
import subprocess
import sys
import tempfile
from dataclasses import replace
from importlib import util
from pathlib import Path
from time import perf_counter
from typing import Any

from make_book import book, write

STAGES = ("cold", "again", "edited")
WEASYPRINT = 'import logging, weasyprint; logging.disable(50); weasyprint.HTML("book.html").write_pdf("weasyprint.pdf")'
TYPST = 'import typst, sys; typst.compile("book.typ", output="typst.pdf", font_paths=sys.argv[1:])'


def stage(name: str, chapters: int, jobs: int, has_apparatus: bool, folder: Path) -> dict[str, Any]:
    """Print the book once, in this process; return what it took."""
    from book_job import job_of

    from publisher.press import print_job

    job = job_of(book(chapters), has_apparatus=has_apparatus)
    if name == "edited":
        middle = len(job.units) // 2
        edited = job.units[middle].body.replace("</p>", " وكلمة جديدة.</p>", 1)
        job = replace(job, units=tuple(replace(u, body=edited) if i == middle else u for i, u in enumerate(job.units)))
    start = perf_counter()
    pressed = print_job(job, folder / "cache", jobs, lambda _: None)
    wall = perf_counter() - start
    (folder / f"{name}.pdf").write_bytes(pressed.pdf)
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return {
        "wall": wall,
        "cpu": own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime,
        "joiner": own.ru_maxrss // 1024,
        "worker": children.ru_maxrss // 1024,
        "pages": pressed.report["pages"],
        "laid out": pressed.report["units laid out"],
        "notes": [pressed.notes_called, pressed.notes_set],
        "faults": [d.message.en for d in pressed.diagnostics],
        "phases": {name: round(seconds, 2) for name, seconds in pressed.phases.items()},
    }


def measured(arguments: list[str], folder: Path) -> tuple[float, float, str]:
    """Run a process; return its seconds, those of processors, and what it printed."""
    script = (
        "import resource, subprocess, sys\n"
        "done = subprocess.run(sys.argv[1:], stdout=subprocess.PIPE)\n"
        "used = resource.getrusage(resource.RUSAGE_CHILDREN)\n"
        "sys.stdout.write(f'{used.ru_utime + used.ru_stime}\\n' + done.stdout.decode()); sys.exit(done.returncode)"
    )
    start = perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments], cwd=folder, capture_output=True, text=True, check=True
    )
    processors, _, said = done.stdout.partition("\n")
    return perf_counter() - start, float(processors), said


def wrong_references(path: Path) -> int:
    """Return how many printed page references are not the page on which their target stands."""
    import pikepdf
    import pypdfium2

    from publisher.arabic.digits import value

    wrong = 0
    with pikepdf.open(path) as pdf:
        document = pypdfium2.PdfDocument(path)
        pages = {page.obj.objgen: i for i, page in enumerate(pdf.pages, 1)}
        names = pikepdf.NameTree(pdf.Root.Names.Dests)
        for index, page in enumerate(pdf.pages):
            for annotation in page.obj.get("/Annots", []):
                west, south, east, north = (float(n) for n in annotation.Rect)
                low, high = sorted((south, north))
                shown = (
                    document[index]
                    .get_textpage()
                    .get_text_bounded(min(west, east) - 0.5, low, max(west, east) + 0.5, high)
                )
                wrong += value("".join(re.findall(r"\d", shown))) != pages[names[str(annotation.Dest)][0].objgen]
    return wrong


def main() -> int:
    """Run every stage and the peers that are here; print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("chapters", nargs="?", type=int, default=15)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--apparatus", action="store_true")
    parser.add_argument("--stage", choices=STAGES)
    parser.add_argument("--folder", type=Path)
    given = parser.parse_args()
    if given.stage:
        print(json.dumps(stage(given.stage, given.chapters, given.jobs, given.apparatus, given.folder)))
        return 0
    with tempfile.TemporaryDirectory() as name:
        return compared(given.chapters, given.jobs, given.apparatus, Path(name))


def compared(chapters: int, jobs: int, has_apparatus: bool, folder: Path) -> int:
    """Print the table; return the exit code."""
    faults = 0
    walls: dict[str, float] = {}
    processors: dict[str, float] = {}
    extra = ["--apparatus"] if has_apparatus else []
    for name in STAGES:
        command = [sys.executable, str(Path(__file__).resolve()), str(chapters), "--jobs", str(jobs), "--stage", name]
        wall, _, said = measured([*command, "--folder", str(folder), *extra], folder)
        took = json.loads(said)
        walls[name], processors[name] = took["wall"], took["cpu"]
        print(
            f"press, {name}: {took['wall']:.2f} s ({wall:.2f} with Python's start), {took['cpu']:.2f} s of processors, "
            f"{took['pages']} pages, {took['laid out']} units laid out, joiner {took['joiner']} MB, worker {took['worker']} MB"
        )
        print(f"    {took['phases']}", flush=True)
        called, laid = took["notes"]
        if took["faults"] or called != laid:
            print(f"    FAULT: notes {called}, set {laid}; {took['faults'][:3]}")
            faults += 1
    wrong = wrong_references(folder / "cold.pdf")
    print(f"page references that are wrong: {wrong}")
    faults += wrong + ((folder / "cold.pdf").read_bytes() != (folder / "again.pdf").read_bytes())
    write(chapters, folder)
    for name, seconds, cpu in peers(folder):
        ratios = ", ".join(f"{s} {walls[s] / seconds:.3f}" for s in STAGES)
        used = ", ".join(f"{s} {processors[s] / cpu:.3f}" for s in STAGES)
        print(
            f"{name}: {seconds:.2f} s, {cpu:.2f} s of processors; the press: {ratios} (processors {used})", flush=True
        )
    return 1 if faults else 0


def peers(folder: Path) -> list[tuple[str, float, float]]:
    """Return those who are here, their seconds and those of processors."""
    found = util.find_spec("fontpkg_amiri")
    faces = found.submodule_search_locations[0] + "/files" if found and found.submodule_search_locations else ""
    timed = [("WeasyPrint as it comes (no notes, no tags)", *measured([sys.executable, "-c", WEASYPRINT], folder)[:2])]
    if util.find_spec("typst"):
        timed.append(("Typst (no notes, no tags)", *measured([sys.executable, "-c", TYPST, faces], folder)[:2]))
    return timed


if __name__ == "__main__":
    sys.exit(main())
