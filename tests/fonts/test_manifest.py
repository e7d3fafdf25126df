"""Every face of the manifest is here and whole; a changed file is told."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from publisher.diagnostic import Stop
from publisher.fonts import manifest

ROOT = Path(__file__).parents[2]


def test_every_face_is_whole_and_may_be_embedded() -> None:
    faces = manifest.shipped()
    assert {face.role for face in faces} == {"text", "headings", "code", "marks"}
    assert all(face.path.is_file() for face in faces)


def test_a_changed_face_stops(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(manifest.manifest_folder(), tmp_path / "fonts")
    changed = tmp_path / "fonts/nuqta/nuqta.ttf"
    changed.write_bytes(changed.read_bytes() + b"\0")
    monkeypatch.setattr(manifest, "manifest_folder", lambda: tmp_path / "fonts")
    with pytest.raises(Stop) as stop:
        manifest.shipped.__wrapped__()
    assert [d.code for d in stop.value.diagnostics] == ["damaged-face"]


def test_every_face_may_be_given_on_with_the_books() -> None:
    assert {face.licence for face in manifest.shipped()} == {"OFL-1.1"}


def test_our_own_face_is_what_its_script_draws_and_says_its_licence(tmp_path: Path) -> None:
    nuqta = next(face for face in manifest.shipped() if face.key == "nuqta")
    again = tmp_path / "nuqta.ttf"
    subprocess.run([sys.executable, ROOT / "fonts/source/make_nuqta.py", again], check=True)
    assert again.read_bytes() == nuqta.path.read_bytes()
    names = TTFont(again)["name"]
    assert "SIL Open Font License, Version 1.1" in names.getDebugName(13)
    assert names.getDebugName(5) == f"Version {nuqta.version}"
    assert (nuqta.path.parent / "OFL.txt").read_text(encoding="utf-8").startswith(names.getDebugName(0))
