"""Bad input ends in a diagnostic that names the place: no traceback, no half file, nothing outside, no network."""

import re
from pathlib import Path

import pytest
from tests.hostile.end_to_end.cases import REFUSED
from tests.hostile.end_to_end.running import SECONDS, Case, Ran, build, lay_out

ARABIC = re.compile("[\u0621-\u064a]")


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: case.name)
def test_refused(case: Case, tmp_path: Path) -> None:
    """The command ends with 1 and says the same in both languages; nothing is made."""
    book = lay_out(tmp_path, case.files) / case.book
    arabic = build(tmp_path, book, [*case.options, "--json", "--lang", "ar"])
    assert arabic.code == case.ends, arabic.err[-2000:]
    errors = [one for one in arabic.told if one["severity"] == "error"]
    assert case.finding in {one["code"] for one in errors} or not case.finding, arabic.err
    assert all(ARABIC.search(one["message"]) for one in errors)
    places = [f"{one['file']}:{one['line']}:{one['column']}" for one in errors if case.finding in ("", one["code"])]
    assert any(place.startswith(case.place) for place in places), places
    assert_left_alone(arabic)
    english = build(tmp_path, book, [*case.options, "--lang", "en"])
    assert english.code == case.ends
    assert "Traceback" not in english.err
    assert case.place in english.err
    for words in case.says:
        assert words in english.err
        assert words in arabic.err
    assert_left_alone(english)


def assert_left_alone(ran: Ran) -> None:
    """Nothing was made, written elsewhere, read outside the book, or asked of the network."""
    root = ran.root
    assert ran.seconds < SECONDS
    assert ran.out == ""
    assert ran.made == []
    assert list((root / "cwd").iterdir()) == []
    assert list((root / "tmp").iterdir()) == []
    assert ran.touched("network") == []
    assert not [path for path in ran.touched("read") if path.startswith((f"{root}/secret", "/etc/passwd"))]
    allowed = (f"{root}/out", f"{root}/tmp", "/dev/")
    assert not [path for path in ran.touched("write") if not path.startswith(allowed)]
