"""Each case is a manuscript and the tree that it is read into, in `cases/*.txt`.

`ACCEPT=1 pytest tests/markdown` writes what is read now into the cases; read the difference before it is kept.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.markdown.trees import tree

from publisher.config import Settings
from publisher.diagnostic import Diagnostic
from publisher.readers import markdown
from publisher.source import SourceFile

CASES = Path(__file__).parent / "cases"
_CASE = re.compile(r"^@@@ (?P<name>.+)\n(?P<text>(?:.*\n)*?)@@@\n(?P<tree>(?:.*\n)*?)(?=^@@@ |\Z)", re.MULTILINE)


def _cases() -> Iterator[object]:
    for file in sorted(CASES.glob("*.txt")):
        for case in _CASE.finditer(file.read_text(encoding="utf-8")):
            yield pytest.param(file, case["name"], case["text"], case["tree"], id=f"{file.stem}-{case['name']}")


def _told(diagnostic: Diagnostic) -> str:
    span = diagnostic.span
    return f"! {diagnostic.severity} {diagnostic.code}" + ("" if span is None else f" {span.line}:{span.column}")


def _read(text: str) -> str:
    reading = markdown.read(SourceFile("case.md", text), Settings())
    settings = [f"{key} = {value!r}" for key, value in reading.metadata.items()]
    return (
        "\n".join([*settings, tree(reading.blocks, reading.notes), *map(_told, reading.diagnostics)]).strip("\n") + "\n"
    )


@pytest.mark.parametrize(("file", "name", "text", "expected"), list(_cases()))
def test_manuscript_is_read_into_its_tree(file: Path, name: str, text: str, expected: str) -> None:
    found = _read(text)
    if os.environ.get("ACCEPT"):
        whole = file.read_text(encoding="utf-8")
        file.write_text(
            whole.replace(f"@@@ {name}\n{text}@@@\n{expected}", f"@@@ {name}\n{text}@@@\n{found}\n"), encoding="utf-8"
        )
        return
    assert found.strip() == expected.strip()
