"""Runs the tests and prints how many of the requirements a passing test proves, and which are left.

Run it as `python benchmarks/requirements.py [pytest arguments]`, or `make requirements`. With `--last` it counts the
run before, which stands in `build/requirements.json`.
"""

import json
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
PROVED = ROOT / "build/requirements.json"


def main(arguments: list[str]) -> int:
    """Run the tests unless `--last` is given, print the count; return pytest's exit code."""
    code = 0
    if "--last" not in arguments:
        command = [sys.executable, "-m", "pytest", "-q", f"--proved={PROVED}", *arguments]
        code = subprocess.run(command, cwd=ROOT, check=False).returncode
    families = tomllib.loads((ROOT / "docs/requirements.toml").read_text(encoding="utf-8"))
    proved = json.loads(PROVED.read_text(encoding="utf-8"))
    print("\n".join(report(families, proved)))
    return code


def report(families: dict[str, dict[str, object]], proved: dict[str, list[str]]) -> list[str]:
    """Return the lines that are printed: the count, the count of each level, what no test proves."""
    rows = {key: row for family in families.values() for key, row in family.items() if isinstance(row, dict)}
    lines = [f"{len(proved.keys() & rows.keys())} of {len(rows)} proved"]
    for level in ("must", "should", "moonshot"):
        ids = [key for key, row in rows.items() if row["level"] == level]
        lines.append(f"  {level}: {sum(key in proved for key in ids)} of {len(ids)}")
    lines.append("not proved:")
    for key, row in rows.items():
        if key not in proved:
            lines.append(f"  {key} ({row['level']}) {row['says']}")
            lines += [f"      {row['why']}"] if "why" in row else []
    return lines


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
