"""The profile of the press comes from the book's folder, and from nowhere else."""

from pathlib import Path

import pytest

from publisher.build import build
from publisher.diagnostic import Stop
from publisher.manuscript.profile import read_profile


def test_a_profile_is_read_from_the_folder(tmp_path: Path) -> None:
    (tmp_path / "colour").mkdir()
    (tmp_path / "colour/press.icc").write_bytes(b"profile")
    assert read_profile(tmp_path, "colour/press.icc") == (b"profile", ())
    assert read_profile(tmp_path, "") == (b"", ())


@pytest.mark.parametrize("name", ["gone.icc", "../outside.icc", "/etc/hostname", "link.icc", "nul\0.icc", "."])
def test_nothing_else_is_read(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "book"
    folder.mkdir()
    (tmp_path / "outside.icc").write_bytes(b"profile")
    (folder / "link.icc").symlink_to(tmp_path / "outside.icc")
    data, found = read_profile(folder, name)
    assert (data, [d.code for d in found]) == (b"", ["missing-profile"])


def test_one_that_is_too_large_is_refused(tmp_path: Path) -> None:
    with (tmp_path / "press.icc").open("wb") as file:
        file.truncate(17 << 20)
    assert [d.code for d in read_profile(tmp_path, "press.icc")[1]] == ["profile-too-large"]


def test_a_book_that_names_a_missing_profile_is_not_made(tmp_path: Path) -> None:
    (tmp_path / "maqal.txt").write_text("عنوان\n\nفقرة من النص.\n")
    with pytest.raises(Stop, match=r"press\.icc"):
        build(tmp_path / "maqal.txt", ("pdf",), tmp_path / "out", {"pdf.profile": "press.icc"})
    assert not (tmp_path / "out/maqal.pdf").exists()
