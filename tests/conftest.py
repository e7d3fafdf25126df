"""What every test shares: the marker `requirement(id, …)`, and the list of requirements that passing tests prove.

`pytest --proved FILE` writes `{id: [passing tests]}` of `docs/requirements.toml` as JSON; an id with a failing test
is left out.
"""

import json
import tomllib
from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("patient", deadline=None)
settings.load_profile("patient")

ROOT = Path(__file__).parents[1]

pytest_plugins = ("tests.tools",)


def known_requirements() -> frozenset[str]:
    """Return the ids of `docs/requirements.toml`."""
    families = tomllib.loads((ROOT / "docs/requirements.toml").read_text(encoding="utf-8"))
    return frozenset(key for family in families.values() for key in family if key != "title")


class Proofs:
    """Listens to a run and keeps which tests prove which requirement."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.passed: dict[str, list[str]] = defaultdict(list)
        self.failed: set[str] = set()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note what one phase of one test says of its requirements."""
        ids = [str(value) for name, value in report.user_properties if name == "requirement"]
        if report.failed:
            self.failed.update(ids)
        elif report.when == "call" and report.passed:
            for key in ids:
                self.passed[key].append(report.nodeid)

    def pytest_sessionfinish(self) -> None:
        """Write what was proved."""
        proved = {key: sorted(tests) for key, tests in sorted(self.passed.items()) if key not in self.failed}
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.write_text(json.dumps(proved, indent=1), encoding="utf-8")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--proved`."""
    parser.addoption("--proved", metavar="FILE", help="write the requirements that passing tests prove")


def pytest_configure(config: pytest.Config) -> None:
    """Listen where `--proved` asks for it, in the controlling process only."""
    path = config.getoption("--proved")
    if path and not hasattr(config, "workerinput"):
        config.pluginmanager.register(Proofs(Path(path)))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Hand each test's requirement ids to its reports; an unknown id stops the run."""
    known = known_requirements()
    for item in items:
        for marker in item.iter_markers("requirement"):
            if unknown := set(marker.args) - known:
                raise pytest.UsageError(f"{item.nodeid}: unknown requirement {', '.join(sorted(unknown))}")
            item.user_properties.extend(("requirement", key) for key in marker.args)
