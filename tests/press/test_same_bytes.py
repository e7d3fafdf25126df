"""The same job gives the same bytes, however it is printed."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from tests.press.books import chapter, prose, quiet, small_book, small_pressed

from publisher.press import print_job
from publisher.press.job import Job, Unit

ROOT = Path(__file__).parents[2]
SCRIPT = """
import hashlib, sys
from tests.press.books import print_alone, small_book
sys.stdout.write(hashlib.sha256(print_alone(small_book()).pdf).hexdigest())
"""


def edited(job: Job) -> Job:
    """Return the job with a sentence more in its second chapter."""
    units = list(job.units)
    units[2] = replace(units[2], body=units[2].body.replace("</section>", f"<p>{prose(5, 40)}</p></section>"))
    return replace(job, units=tuple(units))


def test_workers_make_no_difference() -> None:
    assert print_job(small_book(), None, 3, quiet).pdf == small_pressed().pdf


def test_a_warm_cache_makes_no_difference(tmp_path: Path) -> None:
    cold = print_job(small_book(), tmp_path, 1, quiet)
    warm = print_job(small_book(), tmp_path, 1, quiet)
    assert cold.pdf == warm.pdf == small_pressed().pdf
    assert (cold.report["units laid out"], warm.report["units laid out"]) == (4, 0)


def test_a_warm_cache_joins_again_to_the_same(tmp_path: Path) -> None:
    """The finished file is not what makes it so: units and pieces are."""
    print_job(small_book(), tmp_path, 1, quiet)
    for path in (tmp_path / "book").rglob("*"):
        if path.is_file():
            path.unlink()
    assert print_job(small_book(), tmp_path, 1, quiet).pdf == small_pressed().pdf


def test_an_edit_and_its_undoing_make_no_difference(tmp_path: Path) -> None:
    job = small_book()
    print_job(job, tmp_path, 1, quiet)
    changed = print_job(edited(job), tmp_path, 1, quiet)
    assert changed.report["units laid out"] == 1
    assert changed.pdf == print_job(edited(job), None, 1, quiet).pdf != small_pressed().pdf
    assert print_job(job, tmp_path, 1, quiet).pdf == small_pressed().pdf


@pytest.mark.parametrize("seed", ["0", "4711"])
def test_hash_seeds_make_no_difference(seed: str) -> None:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
    made = subprocess.run(
        [sys.executable, "-c", SCRIPT], env=environment, capture_output=True, text=True, check=True, cwd=ROOT
    )
    from hashlib import sha256

    assert made.stdout == sha256(small_pressed().pdf).hexdigest()


def test_what_a_worker_did_before_makes_no_difference() -> None:
    """A unit's pack is the same whether it is the first that a worker lays out or the last."""
    job = small_book()
    others = tuple(Unit(f"x{i}", chapter(i, 50).body.replace(f'id="c{i}', f'id="x{i}')) for i in (3, 2, 1))
    first = print_job(replace(job, units=(*job.units, *others)), None, 1, quiet)
    second = print_job(replace(job, units=(*job.units, *others)), None, 2, quiet)
    assert first.pdf == second.pdf
