"""Fixtures of the composer's tests."""

import shutil
import subprocess
import tarfile
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from tests.composer.setting_up import AMIRI, PLEX

NOTO = "@fontsource/noto-naskh-arabic@5"


@pytest.fixture(scope="session")
def noto(request: pytest.FixtureRequest) -> Path:
    """A Naskh of another foundry, from npm; skipped where npm cannot give it."""
    folder = Path(request.config.cache.mkdir("noto-naskh"))
    made = folder / "NotoNaskhArabic-Regular.ttf"
    if not made.exists():
        npm = shutil.which("npm")
        if npm is None:
            pytest.skip("npm is not here to fetch Noto Naskh Arabic")
        done = subprocess.run((npm, "pack", "--silent", NOTO), cwd=folder, capture_output=True, check=False)
        packed = next(folder.glob("*.tgz"), None)
        if done.returncode or packed is None:
            pytest.skip("npm did not give Noto Naskh Arabic")
        with tarfile.open(packed) as archive:
            archive.extractall(folder, filter="data")
        font = TTFont(folder / "package/files/noto-naskh-arabic-arabic-400-normal.woff2")
        font.flavor = None
        font.save(made)
    return made


@pytest.fixture(params=["amiri", "plex", "noto"])
def face(request: pytest.FixtureRequest) -> Path:
    """Each face in turn."""
    faces = {"amiri": AMIRI, "plex": PLEX}
    return faces[request.param] if request.param in faces else Path(request.getfixturevalue("noto"))
