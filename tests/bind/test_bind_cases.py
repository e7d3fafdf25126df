"""Each case is a book of one or several files, and the Book that they are bound into, in `cases/*.txt`.

A case begins with `@@@ name`, a file with `=== name`; a case of one file alone says `lone` after its name.
`ACCEPT=1 pytest tests/bind` writes what is bound now into the cases; read the difference before it is kept.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.markdown.trees import tree

from publisher.book import Chapter, Part
from publisher.diagnostic import Diagnostic
from publisher.manuscript import find
from publisher.readers import Bound, bind

CASES = Path(__file__).parent / "cases"
_CASE = re.compile(r"^@@@ (?P<name>.+)\n(?P<files>(?:.*\n)*?)@@@\n(?P<tree>(?:.*\n)*?)(?=^@@@ |\Z)", re.MULTILINE)
_FILE = re.compile(r"^=== (?P<name>.+)\n(?P<text>(?:.*\n)*?)(?=^=== |\Z)", re.MULTILINE)


def _cases() -> Iterator[object]:
    for file in sorted(CASES.glob("*.txt")):
        for case in _CASE.finditer(file.read_text(encoding="utf-8")):
            yield pytest.param(file, case["name"], case["files"], case["tree"], id=f"{file.stem}-{case['name']}")


def _chapter(chapter: Chapter, indent: str) -> Iterator[str]:
    folder = f" in {chapter.folder}" if chapter.folder else ""
    yield f"{indent}[{chapter.id}] {chapter.role}{folder}"
    heading = () if chapter.heading is None else (chapter.heading,)
    yield from (f"{indent}  {line}" for line in tree((*heading, *chapter.blocks), chapter.notes).splitlines())


def _division(division: Chapter | Part) -> Iterator[str]:
    if isinstance(division, Chapter):
        yield from _chapter(division, "")
        return
    yield f"[{division.id}] part: {tree((division.heading,))}"
    for chapter in ([division.opening] if division.opening else []) + list(division.chapters):
        yield from _chapter(chapter, "  ")


def _told(diagnostic: Diagnostic) -> str:
    span = diagnostic.span
    return f"! {diagnostic.severity} {diagnostic.code}" + (
        "" if span is None else f" {span.file}:{span.line}:{span.column}"
    )


def _shown(bound: Bound) -> str:
    settings, book = bound.settings, bound.book
    said = f"{settings.kind} {settings.style} {settings.slug} {settings.typography.digits}: {book.metadata.title}"
    subtitle = f" / {book.metadata.subtitle}" if book.metadata.subtitle else ""
    lines = [said + subtitle]
    for name, divisions in (("front", book.front), ("body", book.body), ("back", book.back)):
        lines += [f"-- {name}"] if divisions else []
        lines += [line for division in divisions for line in _division(division)]
    return "\n".join([*lines, *map(_told, bound.diagnostics)]) + "\n"


def _bound(root: Path, name: str, files: str) -> Bound:
    made = list(_FILE.finditer(files))
    for file in made:
        path = root / file["name"]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file["text"], encoding="utf-8")
    return bind(find(root / made[0]["name"] if name.endswith("lone") else root))


@pytest.mark.parametrize(("file", "name", "files", "expected"), list(_cases()))
def test_files_are_bound_into_a_book(tmp_path: Path, file: Path, name: str, files: str, expected: str) -> None:
    root = tmp_path / "kitabi"
    root.mkdir()
    found = _shown(_bound(root, name, files))
    if os.environ.get("ACCEPT"):
        whole = file.read_text(encoding="utf-8")
        file.write_text(
            whole.replace(f"@@@ {name}\n{files}@@@\n{expected}", f"@@@ {name}\n{files}@@@\n{found}\n"), encoding="utf-8"
        )
        return
    assert found.strip() == expected.strip()
