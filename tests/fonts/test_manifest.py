"""Every face of the manifest is here and whole; a changed file is told."""

import shutil
from pathlib import Path

import pytest

from publisher.diagnostic import Stop
from publisher.fonts import manifest


def test_every_face_is_whole_and_may_be_embedded() -> None:
    faces = manifest.shipped()
    assert {face.role for face in faces} == {"text", "headings", "code", "marks"}
    assert all(face.path.is_file() for face in faces)


def test_a_changed_face_stops(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("fonts.toml", "nuqta.ttf"):
        shutil.copy(manifest.manifest_folder() / name, tmp_path / name)
    (tmp_path / "nuqta.ttf").write_bytes((tmp_path / "nuqta.ttf").read_bytes() + b"\0")
    monkeypatch.setattr(manifest, "manifest_folder", lambda: tmp_path)
    with pytest.raises(Stop) as stop:
        manifest.shipped.__wrapped__()
    assert [d.code for d in stop.value.diagnostics] == ["damaged-face"]
