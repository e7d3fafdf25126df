"""The crew: units are laid out side by side; what goes wrong with one is reported with its name, and the rest goes on."""

import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.press.books import chapter, job_of, quiet, small_book, small_pressed

from publisher.press import print_job, staff
from publisher.press.bench import Bench
from publisher.press.job import Job, Unit
from publisher.press.tasks import Layout, Task

CHAPTERS = [chapter(i, 60, count=4) for i in (1, 2, 3, 4)]


@pytest.fixture
def fatal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the process die that is given the second chapter."""
    do = Bench.do

    def deadly(self: Bench, task: Task) -> bytes:
        if isinstance(task, Layout) and task.unit.id == "c2":
            os._exit(7)
        return do(self, task)

    monkeypatch.setattr(Bench, "do", deadly)


@pytest.mark.usefixtures("fatal")
def test_a_worker_that_dies_is_reported_and_the_rest_goes_on(tmp_path: Path) -> None:
    told: list[str] = []
    pressed = print_job(job_of(*CHAPTERS), tmp_path, 2, told.append)
    assert pressed.pdf == b""
    assert [(d.code, "c2" in d.message.en, "7" in d.message.en) for d in pressed.diagnostics] == [
        ("worker-died", True, True)
    ]
    assert sorted(line.split(":")[0] for line in told) == ["c1", "c3", "c4"]


def test_the_rest_is_kept_after_a_death(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        do = Bench.do
        patched.setattr(Bench, "do", lambda self, task: os._exit(7) if task.unit.id == "c2" else do(self, task))
        print_job(job_of(*CHAPTERS), tmp_path, 2, quiet)
    again = print_job(job_of(*CHAPTERS), tmp_path, 2, quiet)
    assert again.report["units laid out"] == 1
    assert again.pdf


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_fault_in_a_unit_is_reported_with_its_name(jobs: int) -> None:
    broken = Unit("c2", '<p id="c2-h">نص <b>غير مغلق</p>')
    pressed = print_job(job_of(chapter(1, 20, count=2), broken, chapter(3, 20, count=2)), None, jobs, quiet)
    assert [(d.code, "c2" in d.message.en) for d in pressed.diagnostics] == [("unit-failed", True)]
    assert pressed.pdf == b""


def test_longest_first(monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[str] = []
    do = Bench.do

    def watched(self: Bench, task: Task) -> bytes:
        if isinstance(task, Layout):
            order.append(task.unit.id)
        return do(self, task)

    monkeypatch.setattr(Bench, "do", watched)
    job = job_of(*(chapter(i, words, count=3) for i, words in ((1, 30), (2, 120), (3, 60))))
    print_job(job, None, 1, quiet)
    assert order[:3] == ["c2", "c3", "c1"]


def test_progress_tells_units_and_pages() -> None:
    told: list[str] = []
    print_job(small_book(), None, 1, told.append)
    assert len(told) >= 4
    assert "p/s" in told[0]
    assert told[-1].startswith(("c1", "c2", "c3", "contents"))


def test_spawned_workers_do_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a process may not be forked, its workers start afresh."""
    monkeypatch.setattr(staff.threading, "active_count", lambda: 2)
    assert print_job(small_book(), None, 2, quiet).pdf == small_pressed().pdf


def test_the_joiner_imports_neither_weasyprint_nor_pango(tmp_path: Path) -> None:
    """When every unit is in the cache the engine is not even loaded."""
    import subprocess
    import sys

    root = Path(__file__).parents[2]
    print_job(small_book(), tmp_path, 1, quiet)
    for path in [p for kind in ("book", "piece") for p in (tmp_path / kind).rglob("*") if p.is_file()]:
        path.unlink()
    script = (
        "import sys; from pathlib import Path; from publisher.press import print_job\n"
        "from tests.press.books import quiet, small_book\n"
        f"pressed = print_job(small_book(), Path({str(tmp_path)!r}), 1, quiet)\n"
        "assert pressed.pdf and pressed.report['units laid out'] == 0\n"
        "print(*[m for m in sys.modules if m.split('.')[0] in ('weasyprint', 'cffi', 'pydyf', 'PIL.Image')])"
    )
    environment = {**os.environ, "PYTHONPATH": f"{root / 'src'}{os.pathsep}{root}"}
    made = subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True, cwd=root
    )
    assert [name for name in made.stdout.split() if not name.startswith("PIL")] == []


def in_order(job: Job, *names: str) -> Any:
    return replace(job, units=tuple(unit for name in names for unit in job.units if unit.id == name))


def test_units_stand_in_the_order_of_the_job() -> None:
    job = job_of(*CHAPTERS)
    for names in (("c1", "c2", "c3", "c4"), ("c4", "c2", "c1", "c3")):
        pressed = print_job(in_order(job, *names), None, 2, quiet)
        pages = [pressed.page_map[f"{name}-h"][0] for name in names]
        assert pages == sorted(pages)
