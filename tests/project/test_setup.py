"""Set-up by `make`: what it lists, what it installs from, and that a second run sets nothing up again."""

import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
from scripts import set_up

ROOT = Path(__file__).parents[2]
LOCKS = ("requirements.lock", "requirements-dev.lock")


def make(folder: Path, *words: str) -> str:
    done = subprocess.run(
        ["make", "--no-print-directory", *words], cwd=folder, capture_output=True, text=True, check=True
    )
    return done.stdout


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def locked(name: str) -> dict[str, str]:
    """Return the pins of a lock by canonical name."""
    text = (ROOT / name).read_text(encoding="utf-8")
    return {canonical(pin[0]): pin[1] for pin in re.findall(r"^([\w.-]+)==([\w.]+)", text, re.MULTILINE)}


def wanted(*groups: str) -> set[str]:
    data = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    lines = [*data["project"]["dependencies"], *(line for group in groups for line in data["dependency-groups"][group])]
    return {canonical(re.split(r"[=<>~! ;\[]", line)[0]) for line in lines}


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """Return a folder with what `make` looks at, and an environment that is ready."""
    for name in ("Makefile", *LOCKS):
        shutil.copy(ROOT / name, tmp_path)
    (tmp_path / "scripts").mkdir()
    shutil.copy(ROOT / "scripts/set_up.py", tmp_path / "scripts")
    (tmp_path / ".venv").mkdir()
    for stamp in (".ready", ".ready-dev"):
        (tmp_path / ".venv" / stamp).touch()
    return tmp_path


def test_make_alone_lists_every_target(clone: Path) -> None:
    listed = {line.split()[0] for line in make(clone).splitlines() if line.startswith("  ")}
    phony = re.search(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert phony is not None
    assert listed == set(phony[1].split())


def test_a_second_run_sets_nothing_up(clone: Path) -> None:
    assert "set_up.py" not in make(clone, "-n", "pdf")
    assert ".venv/bin/publisher build" in make(clone, "-n", "pdf", "BOOK=a b.txt")
    assert '"a b.txt"' in make(clone, "-n", "pdf", "BOOK=a b.txt")


def test_a_changed_lock_sets_up_again(clone: Path) -> None:
    (clone / ".venv/.ready").unlink()
    assert "set_up.py .venv requirements.lock" in make(clone, "-n", "epub")
    assert "set_up.py .venv requirements-dev.lock" not in make(clone, "-n", "epub")


def test_a_python_too_old_is_told(clone: Path) -> None:
    (clone / ".venv/.ready").unlink()
    old = clone / "old-python"
    old.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    old.chmod(0o755)
    done = subprocess.run(["make", "pdf", f"PYTHON={old}"], cwd=clone, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "Python 3.11 or later is needed" in done.stderr
    assert "يلزم Python 3.11" in done.stderr


@pytest.mark.parametrize(("name", "groups"), [(LOCKS[0], ("build",)), (LOCKS[1], ("build", "dev"))])
def test_a_lock_holds_every_dependency_with_hashes_and_names_no_registry(name: str, groups: tuple[str, ...]) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert wanted(*groups) <= set(locked(name))
    pins = [part for part in re.split(r"\n(?=\S)", text) if part.strip()]
    assert all("--hash=sha256:" in pin for pin in pins)
    assert not re.search(r"https?:|file:|index-url|find-links", text)


def test_both_locks_agree() -> None:
    small, large = (locked(name) for name in LOCKS)
    assert small.items() <= large.items()


def test_what_the_tool_reaches_into_is_pinned_exactly() -> None:
    assert locked(LOCKS[0])["weasyprint"] == "70.0"
    assert locked(LOCKS[0])["ebooklib"] == "0.20"


def test_where_pango_cannot_be_installed_the_commands_for_every_system_are_printed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(set_up, "loads_pango", lambda _: False)
    monkeypatch.setattr(set_up, "apt_get", lambda *_: False)
    assert set_up.has_pango(Path("python")) is False
    told = capsys.readouterr().err
    for said in ("Pango 1.50", "apt-get install", "dnf install", "brew install", "pacman -S"):
        assert said in told


def test_pango_is_installed_where_that_needs_no_asking(monkeypatch: pytest.MonkeyPatch) -> None:
    installed: list[str] = []

    def install(*packages: str) -> bool:
        installed.extend(packages)
        return True

    monkeypatch.setattr(set_up, "loads_pango", lambda _: bool(installed))
    monkeypatch.setattr(set_up, "apt_get", install)
    assert set_up.has_pango(Path("python")) is True
    assert "libpango-1.0-0" in installed


def test_packages_are_installed_by_root_on_debian_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("subprocess.run", lambda *_, **__: pytest.fail("nothing may be run"))
    monkeypatch.setattr(set_up, "system", lambda: "fedora")
    assert set_up.apt_get("libpango-1.0-0") is False
    monkeypatch.setattr(set_up, "system", lambda: "debian")
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    assert set_up.apt_get("libpango-1.0-0") is False
