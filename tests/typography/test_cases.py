"""The rules of the house style on readable cases: `before ⇒ after`, ⍽ for a no-break space, <U+00AD> for a soft hyphen."""

from pathlib import Path

import pytest

from publisher.config import Settings, from_options
from publisher.typography import apply_to_text

FILES = sorted((Path(__file__).parent / "cases").glob("*.txt"))
PROVED = {
    "PUN-01",
    "PUN-02",
    "PUN-04",
    "PUN-06",
    "PUN-08",
    "NUM-02",
    "NUM-05",
    "NUM-06",
    "NUM-10",
    "DAT-01",
    "LBK-04",
    "QUR-02",
} | {
    "QUR-05",
    "DIA-05",
}
"""Requirements that these cases prove; of the others they prove a part."""


def read(path: Path) -> tuple[Settings, list[tuple[str, str]]]:
    options: dict[str, str] = {}
    cases = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("settings: "):
            pairs = (pair.split("=") for pair in line.removeprefix("settings: ").split())
            options = {f"typography.{key}": value for key, value in pairs}
        elif line and not line.startswith("# "):
            before, _, after = line.replace("⍽", "\u00a0").replace("<U+00AD>", "\u00ad").partition(" ⇒ ")
            cases.append((before, after))
    settings, found = from_options(Settings(), options)
    assert not found
    return settings, cases


ALSO = {"LBK-04": ["NUM-08"]}
"""Requirements that a file of cases proves beside the one it is named by."""


def marks(path: Path) -> list[pytest.MarkDecorator]:
    code = path.stem[:6]
    return [pytest.mark.requirement(code, *ALSO.get(code, []))] if code in PROVED else []


CASES = [
    pytest.param(settings, *case, id=f"{path.stem}:{number}", marks=marks(path))
    for path in FILES
    for settings, cases in [read(path)]
    for number, case in enumerate(cases)
]


@pytest.mark.parametrize(("settings", "before", "after"), CASES)
def test_case(settings: Settings, before: str, after: str) -> None:
    assert apply_to_text(before, settings) == after
    assert apply_to_text(after, settings) == after
