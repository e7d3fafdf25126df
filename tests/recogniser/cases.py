"""Cases of the recogniser: small manuscripts beside the outlines they must be read as, as text in `cases/`.

A case is a line `@@ what it is about`, the manuscript, a line `@@ outline`, and the outline, a line a block:
`# title`, `1 [label] heading` (its level first), `p first four words`, `list 3`, `ordered 3 deep 2`, `verse 4`,
`table 3×2` (rows, columns), `notes 2`, `quote`, `code`, `figure`, `separator`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "cases"


@dataclass(frozen=True)
class Case:
    """A manuscript and the outline it must be read as."""

    name: str
    text: str
    outline: tuple[str, ...]


def cases() -> Iterator[Case]:
    """Yield every case of every convention."""
    for file in sorted(FOLDER.glob("*.txt")):
        chunks = file.read_text(encoding="utf-8").split("@@ ")[1:]
        for manuscript, outline in zip(chunks[::2], chunks[1::2], strict=True):
            name, _, text = manuscript.partition("\n")
            lines = outline.splitlines()
            assert lines[0] == "outline", f"{file.name}: {name}"
            yield Case(f"{file.stem}: {name}", text, tuple(line.rstrip() for line in lines[1:] if line.strip()))


def lines_of(whole: dict[str, Any]) -> tuple[str, ...]:
    """Return an outline as the lines of a case."""
    title = [f"# {whole['title']}"] if whole["title"] else []
    return (*title, *map(_line, whole["blocks"]))


def _line(block: dict[str, Any]) -> str:
    match block["type"]:
        case "heading":
            label = f"[{block['label']}]" if block["label"] else ""
            return " ".join(part for part in (str(block["level"]), label, block["title"]) if part)
        case "paragraph":
            return f"p {block['starts']}"
        case "list":
            deep = f" deep {block['depth']}" if block["depth"] > 1 else ""
            return f"{'ordered' if block['ordered'] else 'list'} {block['items']}{deep}"
        case "table":
            return f"table {block['rows']}×{block['columns']}"
        case "verse":
            return f"verse {block['lines']}"
        case "notes":
            return f"notes {block['items']}"
        case kind:
            return str(kind)
