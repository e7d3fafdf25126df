"""What a recogniser gives as a reason is said in Arabic too: a new reason needs its words in cli/evidence.toml."""

import ast
from collections.abc import Iterator
from pathlib import Path

from publisher.cli.evidence import seen_in
from publisher.readers import plain

PLAIN = Path(plain.__file__).parent


def texts(node: ast.expr) -> Iterator[str]:
    """Yield the texts that an expression may be, `7%` for what is filled in before a `%`, else `7`."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp():
            yield from texts(node.body)
            yield from texts(node.orelse)
        case ast.JoinedStr():
            parts = [
                str(p.value)
                if isinstance(p, ast.Constant)
                else ("70%" if isinstance(p, ast.FormattedValue) and p.format_spec else "7")
                for p in node.values
            ]
            yield "".join(parts)


def reasons() -> list[str]:
    """Return everything that the recognisers give as a reason."""
    found: list[str] = []
    for path in sorted(PLAIN.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Reason":
                found += texts(node.args[0])
    return sorted(set(found))


def test_every_reason_is_said_in_arabic() -> None:
    """No reason of a recogniser stays English for an Arabic reader."""
    seen = reasons()
    assert len(seen) > 90
    assert [reason for reason in seen if seen_in("ar", reason) == reason] == []
    assert all(seen_in("en", reason) == reason for reason in seen)
