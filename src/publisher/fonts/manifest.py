"""The manifest of faces (`fonts/fonts.toml`): which families there are, where their files lie, whether they are whole.

Families are named apart from the system's ("Amiri 1"), or an old installed face of the same name may be taken.
"""

import hashlib
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources, util
from pathlib import Path

from publisher.diagnostic import Said, Stop, error

DAMAGED_FACE = error(
    "damaged-face",
    Said("ملف الخط {file} ليس كما نُشر", "the font file {file} is not the one that was published"),
    Said(
        "أعد تثبيت الاعتماديات: احذف ‎.venv ثم شغّل make.", "install the dependencies again: delete .venv and run make."
    ),
)
MISSING_FACE = error(
    "missing-face",
    Said("ملف الخط {file} غير موجود", "the font file {file} is not here"),
    Said("ثبّت الحزمة {package}.", "install the package {package}."),
)


@dataclass(frozen=True, slots=True)
class Face:
    """One file of a family."""

    key: str
    """Family as the manifest and the settings name it (`amiri`)."""
    family: str
    """Family as style sheets name it (`Amiri 1`)."""
    name: str
    """Family as readers know it (`Amiri`)."""
    role: str
    """What it is for: text, headings, code, marks."""
    weight: int
    path: Path
    sha256: str
    licence: str
    version: str


def manifest_folder() -> Path:
    """Return the folder of `fonts.toml`: in the wheel, or in the source tree."""
    packed = Path(str(resources.files("publisher"))) / "data" / "fonts"
    return packed if packed.is_dir() else Path(__file__).parents[3] / "fonts"


@cache
def shipped() -> tuple[Face, ...]:
    """Return the faces of the manifest, each file verified by its SHA-256. Raises Stop for a missing or changed one."""
    folder = manifest_folder()
    table = tomllib.loads((folder / "fonts.toml").read_text(encoding="utf-8"))
    return tuple(_face(folder, table["families"], entry) for entry in table["face"])


def _face(folder: Path, families: dict[str, dict[str, str]], entry: dict[str, str]) -> Face:
    family = families[entry["family"]]
    path = _file(folder, entry)
    if not path.is_file():
        raise Stop(
            MISSING_FACE.at(None, file=entry["file"], package=entry.get("package", "publisher").replace("_", "-"))
        )
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    if digest != entry["sha256"]:
        raise Stop(DAMAGED_FACE.at(None, file=entry["file"]))
    return Face(
        key=entry["family"],
        family=f"{family['name']} 1",
        name=family["name"],
        role=family["role"],
        weight=int(entry["weight"]),
        path=path,
        sha256=digest,
        licence=family["licence"],
        version=family["version"],
    )


def _file(folder: Path, entry: dict[str, str]) -> Path:
    if "package" not in entry:
        return folder / entry["file"]
    found = util.find_spec(entry["package"])
    if found is None or not found.submodule_search_locations:
        return folder / entry["file"]
    return Path(found.submodule_search_locations[0]) / "files" / entry["file"]
