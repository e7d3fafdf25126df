"""The same book through a Dask scheduler: the same bytes, and findings instead of tracebacks."""

import json
import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from tests.press.books import quiet, small_book, small_pressed
from tests.tools import library

from publisher.build import build
from publisher.diagnostic import Stop
from publisher.press import print_job

ROOT = Path(__file__).parents[2]
BOOKS = [ROOT / "tests/books" / name for name in ("qissa", "diwan")]
SCRIPT = """
import json, sys
from hashlib import sha256
from pathlib import Path

def main():
    from distributed import LocalCluster
    from publisher.diagnostic import Stop
    from publisher.press import print_job, scheduler
    from publisher.build import build_shelf
    from publisher.press.job import Unit
    from tests.press.books import chapter, job_of, quiet, small_book
    folder = Path(sys.argv[1])
    told = []
    with LocalCluster(n_workers=2, threads_per_worker=2, dashboard_address=None) as cluster:
        address = cluster.scheduler_address
        whole = print_job(small_book(), folder, 1, told.append, scheduler=address)
        broken = job_of(chapter(1, 20, count=2), Unit("c2", '<p id="c2-h">نص <b>غير مغلق</p>'))
        faulty = print_job(broken, folder, 1, quiet, scheduler=address)
        books = [Path(name) for name in sys.argv[2:]]
        shelf = list(build_shelf(books, ("pdf",), folder / "shelf", {}, told.append, scheduler=address))
    scheduler._PATIENCE = 1.0
    try:
        print_job(small_book(), folder, 1, quiet, scheduler="tcp://127.0.0.1:9")
        gone = ""
    except Stop as stop:
        gone = stop.diagnostics[0].code
    print(json.dumps({
        "sha": sha256(whole.pdf).hexdigest(), "told": len(told), "gone": gone,
        "shelf": [[str(path) for path in one.paths] for one in shelf],
        "faults": [(d.code, d.message.en.split()[0]) for d in faulty.diagnostics],
    }))

if __name__ == "__main__":
    main()
"""


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return what printing through a cluster on this machine came to, in a process of its own."""
    library("distributed")
    folder = tmp_path_factory.mktemp("cluster")
    script = folder / "through_cluster.py"
    script.write_text(SCRIPT, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
    command = [sys.executable, str(script), str(folder / "cache"), *map(str, BOOKS)]
    made = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, cwd=ROOT)
    found: dict[str, Any] = json.loads(made.stdout.splitlines()[-1])
    return {**found, "cache": folder / "cache"}


def test_a_scheduler_makes_no_difference(printed: dict[str, Any]) -> None:
    assert printed["sha"] == sha256(small_pressed().pdf).hexdigest()
    assert printed["told"] >= 4
    again = print_job(small_book(), printed["cache"], 1, quiet)
    assert (again.pdf, again.report["units laid out"]) == (small_pressed().pdf, 0)


def test_a_shelf_through_a_scheduler_makes_no_difference(printed: dict[str, Any], tmp_path: Path) -> None:
    for book, paths in zip(BOOKS, printed["shelf"], strict=True):
        alone = build(book, ("pdf",), tmp_path / book.name)
        assert [Path(path).read_bytes() for path in paths] == [path.read_bytes() for path in alone.paths]


def test_a_fault_far_away_is_reported_with_its_unit(printed: dict[str, Any]) -> None:
    assert printed["faults"] == [["unit-failed", "c2"]]


def test_a_scheduler_that_is_not_there_stops_the_press(printed: dict[str, Any]) -> None:
    assert printed["gone"] == "no-scheduler"


def test_without_the_package_the_press_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("publisher.press.scheduler.find_spec", lambda _: None)
    with pytest.raises(Stop, match="cannot be reached"):
        print_job(small_book(), tmp_path, 1, quiet, scheduler="tcp://127.0.0.1:9")
