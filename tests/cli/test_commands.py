"""The commands' words and exit codes, each run as the installed program runs it: 0 done, 1 findings, 2 could not run."""

import json
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from publisher import __version__, build
from publisher.build import Built, Shelved
from publisher.cli import main
from publisher.cli.options import SETTINGS
from publisher.config.schema import Settings
from publisher.diagnostic import Said, Stop, error, warning

WARNED = warning("odd", Said("غريب", "odd thing"), Said("", ""))
BROKEN = error("broken", Said("عطب", "broken thing"), Said("", ""))

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Return a function that runs the program in an empty folder: exit code, stdout, stderr."""
    monkeypatch.chdir(tmp_path)
    for name in ("PUBLISHER_LANG", "LC_ALL", "LANG", "PUBLISHER_TERMINAL"):
        monkeypatch.delenv(name, raising=False)

    def program(*words: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as end:
            main(words)
        out, err = capsys.readouterr()
        assert isinstance(end.value.code, int)
        return end.value.code, out, err

    return program


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """Stand in for `build.build`; keep what it was asked for."""
    asked: list[dict[str, Any]] = []

    def stand_in(path: Path, editions: tuple[str, ...], out: Path, options: Any, progress: Any, **more: Any) -> Built:
        asked.append({"path": path, "editions": editions, "out": out, "options": dict(options), **more})
        progress("typesetting")
        if path.name == "broken.txt":
            raise Stop(BROKEN.at(None))
        return Built(tuple(out / f"kitab.{name}" for name in editions), (WARNED.at(None),))

    monkeypatch.setattr(build, "build", stand_in)
    return asked


def manuscript(name: str = "maqal.txt") -> str:
    Path(name).write_text("نصّ", encoding="utf-8")
    return name


def test_stdout_names_the_made_files_and_nothing_else(run: Run, built: list[dict[str, Any]]) -> None:
    code, out, err = run("build", manuscript(), "--edition", "all", "--out", "made")
    assert code == 0
    assert [Path(line) for line in out.splitlines()] == [Path("made") / f"kitab.{x}" for x in ("pdf", "epub", "html")]
    assert "typesetting" in err
    assert "odd thing" in err
    assert built[0]["out"] == Path("made")


def test_an_error_makes_nothing_and_ends_with_1(run: Run, built: list[dict[str, Any]]) -> None:
    code, out, err = run("build", manuscript("broken.txt"))
    assert (code, out) == (1, "")
    assert "broken thing" in err
    assert built[0]["editions"] == ("pdf",)


def test_editions_may_be_several_each_once(run: Run, built: list[dict[str, Any]]) -> None:
    run("build", manuscript(), "--edition", "epub", "--edition", "pdf", "--edition", "epub")
    assert built[0]["editions"] == ("epub", "pdf")


def test_strict_is_handed_on(run: Run, built: list[dict[str, Any]]) -> None:
    assert run("build", manuscript(), "--strict")[0] == 1
    assert built[0]["is_strict"] is True


def test_how_it_is_made_is_handed_on(run: Run, built: list[dict[str, Any]]) -> None:
    run("build", manuscript(), "--jobs", "3", "--no-cache", "--scheduler", "tcp://127.0.0.1:8786")
    assert (built[0]["jobs"], built[0]["keeps_cache"], built[0]["scheduler"]) == (3, False, "tcp://127.0.0.1:8786")
    run("build", manuscript())
    assert (built[1]["jobs"], built[1]["keeps_cache"], built[1]["scheduler"]) == (0, True, "")


def test_several_books_are_all_told_and_the_worst_counts(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: dict[str, Any] = {}

    def stand_in(books: list[Path], editions: tuple[str, ...], out: Path, *_: Any, **more: Any) -> Iterator[Shelved]:
        asked.update(books=books, editions=editions, **more)
        for book in books:
            is_bad = book.stem == "broken"
            paths = () if is_bad else (out / book.stem / "kitab.pdf",)
            yield Shelved(book, paths, (BROKEN.at(None) if is_bad else WARNED.at(None),))

    monkeypatch.setattr(build, "build_shelf", stand_in)
    names = [manuscript(f"{name}.txt") for name in ("one", "broken", "two")]
    code, out, err = run("build", *names, "--out", "made", "--jobs", "2")
    assert code == 1
    assert [Path(line) for line in out.splitlines()] == [Path(f"made/{name}/kitab.pdf") for name in ("one", "two")]
    assert (err.count("odd thing"), err.count("broken thing")) == (2, 1)
    assert (asked["books"], asked["editions"], asked["jobs"]) == ([Path(name) for name in names], ("pdf",), 2)


def test_settings_are_options(run: Run, built: list[dict[str, Any]]) -> None:
    run(
        *(
            "build",
            manuscript(),
            "--title",
            "جيران",
            "--author",
            "أ",
            "--author",
            "ب",
            "--trim",
            "A4",
            "--size",
            "13.5",
        ),
        *("--kashida", "full", "--digits", "latn", "--vocalised", "--contents-depth", "3"),
        *("--set", "page.inner=20", "--set", "series=كراسات", "--set", 'numbering.levels=["ordinal"]'),
    )
    assert built[0]["options"] == {
        "title": "جيران",
        "authors": ["أ", "ب"],
        "page.trim": "A4",
        "typography.size": 13.5,
        "typography.kashida": "full",
        "typography.digits": "latn",
        "typography.vocalised": True,
        "numbering.contents_depth": 3,
        "page.inner": 20,
        "series": "كراسات",
        "numbering.levels": ["ordinal"],
    }


def test_every_option_sets_a_key_that_there_is() -> None:
    for _, key in SETTINGS:
        table, _, name = key.rpartition(".")
        assert hasattr(getattr(Settings(), table) if table else Settings(), name), key


@pytest.mark.parametrize(
    "words",
    [
        ("build", "nowhere.txt"),
        ("build", "maqal.txt", "--trim", "A9"),
        ("build", "maqal.txt", "--edition", "docx"),
        ("build", "maqal.txt", "--unknown"),
        ("build", "maqal.txt", "--set", "novalue"),
        ("build", "maqal.txt", "--jobs", "-1"),
        ("cook",),
        ("verify",),
    ],
)
def test_wrong_words_end_with_2(run: Run, built: list[dict[str, Any]], words: tuple[str, ...]) -> None:
    manuscript()
    code, out, err = run(*words)
    assert (code, out) == (2, "")
    assert "Traceback" not in err
    assert built == []


def test_a_fault_of_the_tool_is_told_in_both_languages_without_a_traceback(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any, **__: Any) -> None:
        raise ZeroDivisionError("a quirk")

    monkeypatch.setattr(build, "build", fail)
    code, out, err = run("build", manuscript())
    assert (code, out) == (2, "")
    assert "ZeroDivisionError: a quirk" in err
    assert "خلل في الأداة" in err
    assert "a fault of the tool" in err
    assert "Traceback" not in err
    assert "Traceback" in run("build", manuscript(), "--debug")[2]


def test_without_pango_the_commands_to_get_it_are_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("publisher.cli.running.pango_version", lambda: (1, 48, 0))
    monkeypatch.setattr("publisher.cli.running.system", lambda: None)
    code, out, err = run("build", manuscript())
    assert (code, out) == (2, "")
    for said in ("1.50", "1.48.0", "apt-get", "dnf", "brew", "pacman"):
        assert said in err


@pytest.mark.parametrize("command", ["build", "outline", "lint", "proof", "verify", "new", "doctor"])
def test_help_is_in_the_users_language(run: Run, command: str) -> None:
    code, english, _ = run(command, "--help")
    assert code == 0
    arabic = run(command, "--help", "--lang", "ar")[1]
    assert "رسائل" in arabic
    assert "رسائل" not in english
    assert "messages" in english


def test_the_locale_chooses_the_language(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "ar_SA.UTF-8")
    assert "صنع الكتاب" in run("--help")[1]


def test_version(run: Run) -> None:
    assert run("--version")[:2] == (0, f"publisher {__version__}\n")


def test_new_makes_a_folder_and_refuses_one_that_is_not_empty(run: Run) -> None:
    code, out, _ = run("new", "كتاب", "--title", "سيرة", "--author", "سلمى")
    assert code == 0
    assert Path("كتاب/book.toml") in [Path(line) for line in out.splitlines()]
    assert tomllib.loads(Path("كتاب/book.toml").read_text(encoding="utf-8"))["title"] == "سيرة"
    code, out, err = run("new", "كتاب", "--lang", "ar")
    assert (code, out) == (1, "")
    assert "ليس فارغًا" in err


def test_doctor_says_what_is_missing_and_ends_with_1_only_for_what_is_needed(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    code, out, _ = run("doctor")
    assert code == 0
    assert "✗ Chromium" in out
    assert out.startswith(f"publisher {__version__}, Python 3.")
    assert "weasyprint 70.0, EbookLib 0.20" in out
    told = json.loads(run("doctor", "--json")[1])
    assert {entry["tool"] for entry in told if not entry["here"]} >= {"chromium", "java"}
    assert next(entry for entry in told if entry["tool"] == "java")["remedy"]["macOS"] == "brew install openjdk"
    assert run("doctor", "--strict")[0] == 1
    monkeypatch.setattr("publisher.project.doctor.pango_version", lambda: None)
    assert run("doctor")[0] == 1


def test_outline_writes_the_manuscript_with_clean_marks(run: Run, tmp_path: Path) -> None:
    """`--write` makes a Markdown file that reads as the manuscript was understood."""
    from publisher.build import outline

    source, marked = tmp_path / "a.txt", tmp_path / "a.md"
    source.write_text(
        "أولًا: بداية\nفقرة أولى طويلة بعض الشيء في هذا الباب.\n- بند\n- بند آخر\nثانيًا: نهاية\nفقرة أخيرة في الكتاب.\n",
        encoding="utf-8",
    )
    assert run("outline", str(source), "--write", str(marked))[0] == 0
    first, second = (outline(path)[0]["blocks"] for path in (source, marked))
    assert [(b["type"], b.get("label"), b.get("items")) for b in first] == [
        (b["type"], b.get("label"), b.get("items")) for b in second
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["buid"], "لا أمر اسمه buid. أتريد 'build'؟"),
        (["build", "--edtion", "pdf"], "لا خيار اسمه --edtion"),
        (["new"], "ينقص المعطى FOLDER."),
        (["build", "gone.txt"], "لا يوجد «gone.txt»."),
        (["build", "--trim", "Q9"], "ليست «Q9» من القيم: 'A4'"),
        (["build", "--size", "q"], "ليست «q» عددًا."),
    ],
)
def test_faults_of_usage_are_told_in_arabic(
    run: Run, monkeypatch: pytest.MonkeyPatch, words: list[str], said: str
) -> None:
    """The library's own sentences too, with the way to help; the exit code stays 2."""
    monkeypatch.setenv("PUBLISHER_LANG", "ar")
    monkeypatch.setenv("PUBLISHER_TERMINAL", "")
    code, _, err = run(*words)
    assert code == 2
    assert said in err
    assert "-h" in err
    assert not {"Error", "Usage", "Invalid", "Missing"} & set(err.replace(":", " ").split())


@pytest.mark.parametrize("command", [[], *([name] for name in ("build", "outline", "new", "verify"))])
def test_help_is_arabic_throughout(run: Run, monkeypatch: pytest.MonkeyPatch, command: list[str]) -> None:
    """No English sentence is left in the frame of a help text."""
    monkeypatch.setenv("PUBLISHER_LANG", "ar")
    code, out, _ = run(*command, "--help")
    assert code == 0
    assert "الاستعمال:" in out
    assert "هذه المساعدة" in out
    assert not {"Usage:", "Options:", "Arguments:", "Commands:", "Show"} & set(out.split())
    assert "[required]" not in out
    assert "[default" not in out
