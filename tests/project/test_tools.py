"""A test whose outside tool is missing is skipped, but fails on CI."""

import ast
from pathlib import Path

import pytest
from tests import tools

TESTS = Path(__file__).parents[1]


@pytest.fixture
def nothing_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tools, "find_tool", lambda _: None)


@pytest.mark.usefixtures("nothing_here")
def test_it_is_skipped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PUBLISHER_CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="qpdf is not on this machine"):
        tools.tool("qpdf")


@pytest.mark.usefixtures("nothing_here")
def test_it_fails_on_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PUBLISHER_CI", "1")
    with pytest.raises(pytest.fail.Exception, match="qpdf is missing on CI"):
        tools.tool("qpdf")


@pytest.mark.usefixtures("nothing_here")
def test_the_marker_does_the_same(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PUBLISHER_CI", raising=False)
    request.node.add_marker(pytest.mark.tool("qpdf"))
    with pytest.raises(pytest.skip.Exception):
        tools.pytest_runtest_setup(request.node)


def report_of(reason: str | None) -> pytest.TestReport:
    told = (__file__, 1, f"Skipped: {reason}") if reason else None
    return pytest.TestReport("a::b", (__file__, 1, "b"), {}, "skipped" if reason else "passed", told, "call")


def judged(report: pytest.TestReport) -> pytest.TestReport:
    """Send a report through the hook, as pytest does."""
    hook = tools.pytest_runtest_makereport()
    next(hook)
    with pytest.raises(StopIteration) as end:
        hook.send(report)
    made: pytest.TestReport = end.value.value
    return made


@pytest.mark.parametrize(
    ("reason", "outcome"),
    [
        (tools.NO_SHARED, "skipped"),
        (tools.AS_ROOT, "skipped"),
        ("qpdf is not on this machine", "failed"),
        (None, "passed"),
    ],
)
def test_on_ci_only_two_reasons_are_taken(reason: str | None, outcome: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PUBLISHER_CI", "1")
    assert judged(report_of(reason)).outcome == outcome


def test_elsewhere_every_reason_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PUBLISHER_CI", raising=False)
    assert judged(report_of("no reason")).outcome == "skipped"


def test_a_library_that_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PUBLISHER_CI", "1")
    with pytest.raises(pytest.fail.Exception, match="no_such_library is missing on CI"):
        tools.library("no_such_library")


def test_every_skip_goes_through_the_tools() -> None:
    """No test skips itself by pytest's own means."""
    asked = {
        path.relative_to(TESTS).as_posix()
        for path in TESTS.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in ("skip", "skipif", "importorskip")
    }
    assert asked <= {"tools.py", "project/test_tools.py"}
