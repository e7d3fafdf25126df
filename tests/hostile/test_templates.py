"""A template that loops, breaks or reaches out: a diagnostic with its file and line, in bounded time, and no half file."""

import time
from collections.abc import Callable
from pathlib import Path

import jinja2
import pytest

from publisher.build import build
from publisher.cli.app import main
from publisher.diagnostic import Stop
from publisher.xhtml import templates
from publisher.xhtml.resources import styles_folder

FAULTS = {
    "one long loop": ("{% for i in range(10 ** 12) %}{% endfor %}", "1000000 rounds"),
    "loops in loops": (
        "{% for a in range(999) %}{% for b in range(999) %}{% for c in 'abcdef' %}{% endfor %}{% endfor %}{% endfor %}",
        "1000000 rounds",
    ),
    "a macro that calls itself": ("{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}", "RecursionError"),
    "a broken tag": ("{% for %}", "got 'end of statement block'"),
    "a name that is not there": ("{{ nowhere.x }}", "'nowhere' is undefined"),
    "a way out of the sandbox": ("{{ ''.__class__.__mro__[1].__subclasses__() }}", "unsafe"),
    "a sum that cannot be": ("{{ 1 + 'a' }}", "TypeError"),
    "a template that is not there": ("{% include 'nowhere.j2' %}", "nowhere.j2"),
}
Planted = Callable[[str, str], None]


@pytest.fixture
def planted(monkeypatch: pytest.MonkeyPatch) -> Planted:
    """Put a text in the place of a shipped template."""

    def plant(name: str, text: str) -> None:
        shipped = jinja2.FileSystemLoader(styles_folder() / "templates")
        own = templates.make_environment(jinja2.ChoiceLoader([jinja2.DictLoader({name: text}), shipped]))
        monkeypatch.setattr(templates, "environment", lambda: own)
        monkeypatch.setattr(templates, "macros", templates.macros.__wrapped__)

    return plant


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_told_with_its_line(name: str, planted: Planted) -> None:
    """Rendering ends within seconds in one error that names the template and the line."""
    text, reason = FAULTS[name]
    planted("own.j2", f"first\n\n{text}\n")
    start = time.monotonic()
    with pytest.raises(Stop) as stopped:
        templates.render("own.j2")
    assert time.monotonic() - start < 20
    (told,) = stopped.value.diagnostics
    assert (told.code, told.is_error) == ("template-fault", True)
    assert told.span is not None
    assert (told.span.file, told.span.line) == ("own.j2", 3)
    assert reason in told.message.en
    assert reason in told.message.ar


def test_a_fault_of_the_program_is_no_template_fault(planted: Planted) -> None:
    """What fails in our own code, called by a template, is not put on the template."""

    def broken() -> str:
        raise ZeroDivisionError("ours")

    planted("own.j2", "{{ broken() }}")
    with pytest.raises(ZeroDivisionError):
        templates.render("own.j2", broken=broken)


def test_rounds_are_counted_anew_for_each_rendering(planted: Planted) -> None:
    """Many small renderings are not one large one."""
    planted("own.j2", "{% for i in range(400000) %}{% endfor %}")
    for _ in range(4):
        assert templates.render("own.j2") == ""


@pytest.mark.parametrize(
    ("edition", "template"), [("pdf", "print.xhtml.j2"), ("epub", "epub-blocks.xhtml.j2"), ("html", "proof.html.j2")]
)
def test_a_build_ends_with_1_and_makes_nothing(
    edition: str, template: str, planted: Planted, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command says file and line; no file is made."""
    planted(template, "{# #}\n{% for i in range(10 ** 9) %}{% endfor %}")
    book = tmp_path / "a.md"
    book.write_text("# فصل\n\nكلام.\n", encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        main(["build", str(book), "--edition", edition, "--out", str(tmp_path / "out"), "--lang", "en"])
    assert ended.value.code == 1
    told = capsys.readouterr().err
    assert f"{template}:2:1" in told
    assert "Traceback" not in told
    assert not [path for path in tmp_path.rglob("*") if path.is_file() and path != book]
    with pytest.raises(Stop):
        build(book, [edition], tmp_path / "out")
