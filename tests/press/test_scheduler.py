"""The same book through a Dask scheduler: the same bytes, and findings instead of tracebacks."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.press.books import chapter, job_of, quiet, small_book, small_pressed

from publisher.diagnostic import Stop
from publisher.press import print_job
from publisher.press.job import Unit

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def cluster() -> Iterator[str]:
    """Return the address of a scheduler with two workers on this machine."""
    distributed = pytest.importorskip("distributed", reason="the package distributed is not installed")
    before = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, (str(ROOT / "src"), str(ROOT), before)))
    try:
        with distributed.LocalCluster(n_workers=2, threads_per_worker=2, dashboard_address=None) as local:
            yield local.scheduler_address
    finally:
        if before is None:
            del os.environ["PYTHONPATH"]
        else:
            os.environ["PYTHONPATH"] = before


@pytest.mark.filterwarnings("default")
def test_a_scheduler_makes_no_difference(cluster: str, tmp_path: Path) -> None:
    told: list[str] = []
    pressed = print_job(small_book(), tmp_path, 1, told.append, scheduler=cluster)
    assert pressed.pdf == small_pressed().pdf
    assert len(told) >= 4
    again = print_job(small_book(), tmp_path, 1, quiet)
    assert (again.pdf, again.report["units laid out"]) == (pressed.pdf, 0)


@pytest.mark.filterwarnings("default")
def test_a_fault_far_away_is_reported_with_its_unit(cluster: str, tmp_path: Path) -> None:
    broken = Unit("c2", '<p id="c2-h">نص <b>غير مغلق</p>')
    pressed = print_job(job_of(chapter(1, 20, count=2), broken), tmp_path, 1, quiet, scheduler=cluster)
    assert [(d.code, "c2" in d.message.en) for d in pressed.diagnostics] == [("unit-failed", True)]


@pytest.mark.filterwarnings("default")
def test_a_scheduler_that_is_not_there_stops_the_press(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed", reason="the package distributed is not installed")
    monkeypatch.setattr("publisher.press.scheduler._PATIENCE", 1.0)
    with pytest.raises(Stop, match="cannot be reached"):
        print_job(small_book(), tmp_path, 1, quiet, scheduler="tcp://127.0.0.1:9")


def test_without_the_package_the_press_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("publisher.press.scheduler.find_spec", lambda _: None)
    with pytest.raises(Stop, match="cannot be reached"):
        print_job(small_book(), tmp_path, 1, quiet, scheduler="tcp://127.0.0.1:9")
