"""What is kept between builds can never reach a file when it is damaged, stays within its bound, and outlives a kill."""

import multiprocessing
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.press.books import chapter, job_of, quiet, small_book, small_pressed
from tests.tools import lacking

from publisher.press import print_job
from publisher.press.cache import Store
from publisher.press.staff import serve

ROOT = Path(__file__).parents[2]
BUILD = """
import sys
from pathlib import Path
from publisher.press import print_job
from tests.press.books import quiet, small_book
cache, out = Path(sys.argv[1]), Path(sys.argv[2])
pdf = print_job(small_book(), cache, int(sys.argv[3]), quiet).pdf
part = out.with_suffix(".part")
part.write_bytes(pdf)
part.replace(out)
"""


def build(cache: Path, out: Path, jobs: int) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
    command = [sys.executable, "-c", BUILD, str(cache), str(out), str(jobs)]
    return subprocess.Popen(command, cwd=ROOT, env=environment, start_new_session=True)


def entries(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_an_entry_comes_back_as_it_was(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put("kind", "key", b"body")
    assert store.get("kind", "key") == b"body"
    assert store.get("kind", "other") is None


@pytest.mark.parametrize("damage", [b"", b"short", None])
def test_a_damaged_entry_does_not_exist(tmp_path: Path, damage: bytes | None) -> None:
    store = Store(tmp_path)
    store.put("kind", "key", b"body")
    path = store.path("kind", "key")
    whole = path.read_bytes()
    path.write_bytes(whole[:-1] + b"X" if damage is None else damage)
    assert store.get("kind", "key") is None
    store.put("kind", "key", b"body")
    assert store.get("kind", "key") == b"body"


def test_the_longest_unused_go_first(tmp_path: Path) -> None:
    store = Store(tmp_path)
    for age in (30, 20, 10):
        store.put("kind", f"age{age}", bytes(1000))
        os.utime(store.path("kind", f"age{age}"), (time.time() - age, time.time() - age))
    store.touch([("kind", "age30")])
    store.sweep(2500)
    assert [store.has("kind", f"age{age}") for age in (30, 20, 10)] == [True, False, True]


def test_what_a_build_uses_counts_as_used(tmp_path: Path) -> None:
    print_job(small_book(), tmp_path, 1, quiet)
    for path in entries(tmp_path):
        os.utime(path, (0, 0))
    print_job(small_book(), tmp_path, 1, quiet)
    assert all(path.stat().st_mtime > 0 for kind in ("docket", "sheaf") for path in entries(tmp_path / kind))


def test_leavings_of_killed_builds_are_cleared(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put("kind", "key", b"body")
    old, new = (store.path("kind", "key").with_name(f".{name}") for name in ("old", "new"))
    for path in (old, new):
        path.write_bytes(b"half")
    os.utime(old, (0, 0))
    store.sweep()
    assert (old.exists(), new.exists()) == (False, True)


@pytest.mark.parametrize("kind", ["docket", "sheaf", "piece", "book"])
def test_damage_anywhere_never_reaches_a_file(tmp_path: Path, kind: str) -> None:
    print_job(small_book(), tmp_path, 1, quiet)
    if kind != "book":
        for path in entries(tmp_path / "book"):
            path.unlink()
    if kind == "sheaf":
        for path in entries(tmp_path / "piece"):
            path.unlink()
    for path in entries(tmp_path / kind):
        data = bytearray(path.read_bytes())
        data[len(data) // 2] ^= 1
        path.write_bytes(data)
    assert print_job(small_book(), tmp_path, 1, quiet).pdf == small_pressed().pdf


def test_a_cache_that_is_emptied_is_filled_again(tmp_path: Path) -> None:
    print_job(small_book(), tmp_path, 1, quiet)
    for path in entries(tmp_path):
        path.unlink()
    assert print_job(small_book(), tmp_path, 1, quiet).pdf == small_pressed().pdf


def test_warnings_of_a_kept_chapter_are_repeated(tmp_path: Path) -> None:
    job = job_of(chapter(1, 20, count=1), sheet="p { no-such-property: 1 }")
    first, second = (print_job(job, tmp_path, 1, quiet) for _ in range(2))
    assert second.report["units laid out"] == 0
    assert [d.code for d in first.diagnostics] == ["style-not-understood"]
    assert first.diagnostics == second.diagnostics


def test_two_builds_at_once(tmp_path: Path) -> None:
    outs = [tmp_path / f"{i}.pdf" for i in range(2)]
    running = [build(tmp_path / "cache", out, 1) for out in outs]
    assert [process.wait(120) for process in running] == [0, 0]
    assert [out.read_bytes() for out in outs] == [small_pressed().pdf] * 2


def seconds_of_a_build(cache: Path, out: Path) -> float:
    """Return how long a build takes on this machine, as busy as it is."""
    start = time.perf_counter()
    assert build(cache, out, 2).wait(120) == 0
    return time.perf_counter() - start


def kill_at_random(folder: Path, times: int, seed: int) -> int:
    """Kill builds at random moments of the time that one takes here; return how many were killed before they were done."""
    chance = random.Random(seed)
    out, cache = folder / "book.pdf", folder / "cache"
    cold, warm = (seconds_of_a_build(folder / "timed", folder / "timed.pdf") for _ in range(2))
    out.write_bytes(b"the old file")
    killed = 0
    for _ in range(times):
        is_cold = not cache.exists() or not any(entries(cache))
        process = build(cache, out, chance.choice((1, 2)))
        try:
            process.wait(chance.uniform(0.1, 1.1) * (cold if is_cold else warm))
        except subprocess.TimeoutExpired:
            killed += 1
            os.killpg(process.pid, signal.SIGKILL) if chance.random() < 0.5 else process.kill()
            process.wait()
        assert out.read_bytes() in (b"the old file", small_pressed().pdf)
        if chance.random() < 0.3 and cache.exists():
            for path in entries(cache):
                path.unlink(missing_ok=True)
    assert print_job(small_book(), cache, 1, quiet).pdf == small_pressed().pdf
    return killed


def test_killed_at_random_moments(tmp_path: Path) -> None:
    assert kill_at_random(tmp_path, 20, seed=1) > 5


@pytest.mark.long
def test_killed_a_hundred_times(tmp_path: Path) -> None:
    assert kill_at_random(tmp_path, 100, seed=2) > 30


def test_no_worker_outlives_its_parent(tmp_path: Path) -> None:
    process = build(tmp_path / "cache", tmp_path / "book.pdf", 2)
    children: list[int] = []
    until = time.time() + 20
    while len(children) < 2 and time.time() < until and process.poll() is None:
        listed = Path(f"/proc/{process.pid}/task/{process.pid}/children")
        if not listed.exists():
            lacking("/proc")
        children = [int(pid) for pid in listed.read_text().split()]
        time.sleep(0.02)
    assert len(children) == 2
    process.kill()
    process.wait()
    until = time.time() + 20
    while time.time() < until and any(Path(f"/proc/{pid}").exists() for pid in children):
        time.sleep(0.1)
    assert not any(Path(f"/proc/{pid}").exists() for pid in children)


def test_a_worker_that_starts_when_its_parent_is_gone_ends() -> None:
    """A kill may come between the making of a process and its first step."""
    _, pipe = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=serve, args=(pipe, os.getppid()))
    process.start()
    process.join(30)
    assert process.exitcode == 0
