"""Fixtures of the composer's tests."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from tests.composer.setting_up import AMIRI, PLEX
from tests.shelf import npm_packages

NOTO = "@fontsource/noto-naskh-arabic@5.3.0"
NOTO_FILE = "node_modules/@fontsource/noto-naskh-arabic/files/noto-naskh-arabic-arabic-400-normal.woff2"


@pytest.fixture(scope="session")
def noto(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Naskh of another foundry, from npm; skipped where npm cannot give it."""
    packages = npm_packages(NOTO)
    made = tmp_path_factory.mktemp("noto") / "NotoNaskhArabic-Regular.ttf"
    font = TTFont(packages / NOTO_FILE)
    font.flavor = None
    font.save(made)
    return made


@pytest.fixture(params=["amiri", "plex", "noto"])
def face(request: pytest.FixtureRequest) -> Path:
    """Each face in turn."""
    faces = {"amiri": AMIRI, "plex": PLEX}
    return faces[request.param] if request.param in faces else Path(request.getfixturevalue("noto"))
