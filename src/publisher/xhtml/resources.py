"""Where the style sheets and templates lie: in the wheel, or in the source tree."""

from functools import cache
from importlib import resources
from pathlib import Path


@cache
def styles_folder() -> Path:
    """Return the folder of style sheets and templates."""
    packed = Path(str(resources.files("publisher"))) / "data" / "styles"
    return packed if packed.is_dir() else Path(__file__).parents[3] / "styles"


@cache
def style_sheet(name: str) -> str:
    """Return the text of a shipped style sheet (`kitab.css`)."""
    return (styles_folder() / name).read_text(encoding="utf-8")
