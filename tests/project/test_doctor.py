"""`doctor` tells every tool of the table, and how to get each on every system."""

import re
from pathlib import Path

import pytest

from publisher.project import doctor
from publisher.project.tools import SYSTEMS, remedy, system, tools


def test_every_tool_is_looked_for_and_has_a_remedy_everywhere() -> None:
    checks = doctor.examine()
    assert [check.tool.key for check in checks] == list(tools())
    for check in checks:
        assert set(check.tool.commands) == set(SYSTEMS)
        assert all(check.tool.commands.values())
        assert check.tool.name.ar
        assert check.tool.purpose.ar


def test_here_the_needed_ones_are_found_with_their_versions() -> None:
    needed = [check for check in doctor.examine() if check.tool.is_needed]
    assert {check.tool.key for check in needed} == {"pango", "faces"}
    for check in needed:
        assert check.is_here
        assert re.search(r"\d+\.\d+", check.found)


def test_without_a_path_the_commands_are_missing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    here = {check.tool.key: check.is_here for check in doctor.examine()}
    assert not any(here[key] for key in ("java", "chromium", "poppler", "qpdf"))
    assert here["pango"]


@pytest.mark.parametrize(
    ("release", "wanted"),
    [
        ('ID=debian\nVERSION_ID="12"', "debian"),
        ("ID=ubuntu\nID_LIKE=debian", "debian"),
        ('ID="rocky"\nID_LIKE="rhel centos fedora"', "fedora"),
        ("ID=fedora", "fedora"),
        ("ID=arch", None),
    ],
)
def test_the_system_is_known_by_its_release_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, release: str, wanted: str | None
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    file = tmp_path / "os-release"
    file.write_text(release, encoding="utf-8")
    assert system(file) == wanted


def test_on_an_unknown_system_every_remedy_is_told() -> None:
    pango = tools()["pango"]
    assert [name for name, _ in remedy(pango, None)] == list(SYSTEMS.values())
    assert [name for name, _ in remedy(pango, "macos")] == ["macOS"]
