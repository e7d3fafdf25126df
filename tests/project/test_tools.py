"""A test whose outside tool is missing is skipped, but fails on CI."""

import pytest
from tests import tools


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
