"""The contract with WeasyPrint: names, signatures, and stock documents left alone."""

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
import weasyprint
from tests.composer.setting_up import TEXTS, composed, page, paragraphs, stock

from publisher.composer import mismatch
from publisher.composer.hooks import HOOKS, VERSION, Hook

SOURCE = Path(__file__).parents[2] / "src"


@pytest.mark.parametrize("hook", HOOKS, ids=lambda h: h.name)
def test_each_name_has_the_signature_it_was_written_for(hook: Hook) -> None:
    assert hook.fault() is None


@pytest.mark.parametrize("hook", [h for h in HOOKS if h.around], ids=lambda h: h.name)
def test_another_signature_is_reported_loudly(hook: Hook, monkeypatch: pytest.MonkeyPatch) -> None:
    holder, name = hook.owner()
    monkeypatch.setattr(holder, name, lambda context, something_else: (context, something_else))
    found = mismatch()
    assert found is not None
    assert f"{hook.module}.{hook.name}" in found
    assert "something_else" in found


def test_a_missing_name_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    holder, name = HOOKS[0].owner()
    monkeypatch.delattr(holder, name)
    assert mismatch() == f"{HOOKS[0].module}.{HOOKS[0].name} is missing"


def test_another_version_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weasyprint, "__version__", "71.2")
    assert mismatch() == f"WeasyPrint 71.2 is installed, the composer knows {VERSION}"


def run_python(script: str, *arguments: str, **environment: str) -> bytes:
    """Run a script in a fresh process."""
    return subprocess.run(
        (sys.executable, "-c", textwrap.dedent(script), *arguments),
        capture_output=True,
        check=True,
        env={"PYTHONPATH": f"{SOURCE}:{SOURCE.parent}", "PATH": "/usr/bin:/bin", **environment},
    ).stdout


STOCK = """
    import sys
    from weasyprint import HTML
    sys.stdout.buffer.write(HTML(string=open(sys.argv[1]).read()).write_pdf())
"""


def test_stock_documents_are_unchanged(tmp_path: Path) -> None:
    html = page(paragraphs((TEXTS / "plain.txt").read_text()))
    (tmp_path / "page.html").write_text(html)
    assert stock(html).write_pdf() == run_python(STOCK, str(tmp_path / "page.html"))


def test_with_another_signature_nothing_is_patched(tmp_path: Path) -> None:
    html = page(paragraphs("سطر واحد يكفي."))
    (tmp_path / "page.html").write_text(html)
    script = """
        import sys
        import weasyprint.layout.inline as inline
        def get_next_linebox(context, linebox, later): ...
        old, inline.get_next_linebox = inline.get_next_linebox, get_next_linebox
        from publisher.composer import Typesetting, install, mismatch
        assert "later" in mismatch()
        install()
        assert inline.get_next_linebox is get_next_linebox
        inline.get_next_linebox = old
        from weasyprint import HTML
        document = HTML(string=open(sys.argv[1]).read()).render(font_config=Typesetting().font_config)
        sys.stdout.buffer.write(document.write_pdf())
    """
    assert run_python(script, str(tmp_path / "page.html")) == stock(html).write_pdf()


DETERMINISM = """
    import sys
    from tests.composer.setting_up import TEXTS, composed, page, paragraphs
    text = (TEXTS / "plain.txt").read_text() + (TEXTS / "vocalised.txt").read_text()
    sys.stdout.buffer.write(composed(page(paragraphs(text)))[0].write_pdf())
"""


def test_two_processes_make_the_same_bytes() -> None:
    one, other = (run_python(DETERMINISM, PYTHONHASHSEED=seed) for seed in ("1", "2"))
    assert one == other
    assert one.startswith(b"%PDF")


def test_a_composed_document_differs_from_stock() -> None:
    html = page(paragraphs((TEXTS / "vocalised.txt").read_text()))
    document, typesetting = composed(html)
    assert document.write_pdf() != stock(html).write_pdf()
    assert typesetting.report.lines_planned > 15
    assert not typesetting.report.lines_fallen_back
