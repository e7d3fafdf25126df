"""The outside tools as data: what each is for and how to get it. Standard library only: set-up reads it too."""

import sys
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from publisher.diagnostic import Said

SYSTEMS = {"debian": "Debian, Ubuntu", "fedora": "Fedora", "macos": "macOS", "windows": "Windows"}
"""Names of the systems that `tools.toml` knows the commands of."""


@dataclass(frozen=True, slots=True)
class Tool:
    """Something outside Python that the tool leans on."""

    key: str
    name: Said
    purpose: Said
    is_needed: bool
    """Whether no book can be made without it."""
    commands: dict[str, str]
    """How to get it, by system."""


@cache
def tools() -> dict[str, Tool]:
    """Return the tools by key, in the order of the file."""
    table = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    return {
        key: Tool(
            key,
            Said(entry["ar"], entry["en"]),
            Said(entry["purpose_ar"], entry["purpose_en"]),
            entry["is_needed"],
            {system: entry[system] for system in SYSTEMS},
        )
        for key, entry in table.items()
    }


def system(os_release: Path = Path("/etc/os-release")) -> str | None:
    """Return the key of this machine's system, or None where it is another."""
    if sys.platform == "darwin":
        return "macos"
    if sys.platform == "win32":
        return "windows"
    if not os_release.is_file():
        return None
    lines = os_release.read_text(encoding="utf-8", errors="replace").splitlines()
    facts = dict(line.split("=", 1) for line in lines if "=" in line)
    like = f"{facts.get('ID', '')} {facts.get('ID_LIKE', '')}".replace('"', "").split()
    if {"debian", "ubuntu"} & set(like):
        return "debian"
    return "fedora" if {"fedora", "rhel", "centos"} & set(like) else None


def remedy(tool: Tool, on: str | None) -> tuple[tuple[str, str], ...]:
    """Return the commands that get a tool, by name of system: this machine's, or all where it is not known."""
    return tuple((SYSTEMS[key], tool.commands[key]) for key in ([on] if on else SYSTEMS))
