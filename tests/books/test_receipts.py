"""A build with nothing to do is over at once, and one with anything to do is never taken for it."""

import json
import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from PIL import Image

from publisher import build as building
from publisher.build import Built, build, making, receipts
from publisher.build.saying import from_plain, to_plain
from publisher.diagnostic import Diagnostic, Fix, Said, Severity, Stop
from publisher.fonts.manifest import shipped
from publisher.press.cache import Store
from publisher.source import Span

CHAPTER = "# فصل في الماء\n\nالماء أصل الحياة ، وبه يكون الزرع.\n"
LONE = "# مقال في الماء\n\nالماء أصل الحياة.\n\n![بئر](well.png)\n"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A book of one chapter, with a picture beside it that it does not show."""
    folder = tmp_path / "book"
    folder.mkdir()
    (folder / "book.toml").write_text('title = "كتاب الماء"\n', encoding="utf-8")
    (folder / "1.md").write_text(CHAPTER, encoding="utf-8")
    return folder


@pytest.fixture
def lone(tmp_path: Path) -> Path:
    """A manuscript by itself that shows a picture."""
    Image.new("RGB", (8, 8), "white").save(tmp_path / "well.png")
    past = (tmp_path / "well.png").stat().st_mtime - 60
    os.utime(tmp_path / "well.png", (past, past))
    (tmp_path / "water.md").write_text(LONE, encoding="utf-8")
    return tmp_path / "water.md"


@pytest.fixture
def works(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Take down each time that a book is really made."""
    made: list[str] = []
    make = making.make

    def watched(path: Path, *rest: object) -> object:
        made.append(path.name)
        return make(path, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(making, "make", watched)
    return made


def again(book: Path, *editions: str, options: Mapping[str, object] | None = None) -> Built:
    """Build a book into the folder beside it."""
    return build(book, editions or ("html",), book.parent / "made", options or {})


def test_nothing_changed_nothing_done(book: Path, works: list[str]) -> None:
    first = again(book, "pdf", "epub", "html")
    assert again(book, "pdf", "epub", "html") == first
    assert works == ["book"]
    assert {d.code for d in first.diagnostics} >= {"PUN-02"}, "a finding is told again"


def changed_text(book: Path) -> None:
    (book / "1.md").write_text(CHAPTER.replace("الزرع", "الثمر"), encoding="utf-8")


def new_chapter(book: Path) -> None:
    (book / "2.md").write_text("# فصل في النار\n\nالنار نور.\n", encoding="utf-8")


def new_settings(book: Path) -> None:
    (book / "book.toml").write_text('title = "كتاب المياه"\n', encoding="utf-8")


def own_face(book: Path) -> None:
    (book / "fonts").mkdir()
    (book / "fonts" / "own.ttf").write_bytes(shipped()[0].path.read_bytes())


def lost_file(book: Path) -> None:
    next((book.parent / "made").glob("*.html")).unlink()


def damaged_file(book: Path) -> None:
    with next((book.parent / "made").glob("*.html")).open("ab") as file:
        file.write(b"<!-- -->")


@pytest.mark.parametrize("change", [changed_text, new_chapter, new_settings, own_face, lost_file, damaged_file])
def test_whatever_changes_is_built(book: Path, works: list[str], change: Callable[[Path], None]) -> None:
    again(book)
    change(book)
    built = again(book)
    assert works == ["book", "book"]
    assert all(path.is_file() for path in built.paths)
    again(book)
    assert len(works) == 2


def test_other_options_editions_days_and_tools_are_other_builds(
    book: Path, works: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    again(book)
    again(book, options={"typography.kashida": "full"})
    again(book, "epub")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    again(book, "epub")
    monkeypatch.setattr(receipts, "_tool", lambda: ["another"])
    again(book, "epub")
    assert len(works) == 5


def test_a_page_map_that_has_come_since_is_used(book: Path, works: list[str]) -> None:
    """The EPUB lists the printed pages once the PDF has been made."""
    again(book, "epub")
    again(book, "pdf")
    again(book, "epub")
    assert len(works) == 3


def test_a_picture_of_a_lone_manuscript_counts(lone: Path, works: list[str]) -> None:
    again(lone)
    again(lone)
    assert len(works) == 1
    Image.new("RGB", (8, 8), "black").save(lone.parent / "well.png")
    again(lone)
    assert len(works) == 2
    again(lone)
    assert len(works) == 3, "a picture that may have been saved during the build is not trusted"


def test_what_else_lies_beside_a_lone_manuscript_does_not(lone: Path, works: list[str]) -> None:
    again(lone)
    (lone.parent / "other.md").write_text("# آخر\n\nنص.\n", encoding="utf-8")
    again(lone)
    assert len(works) == 1


def test_without_a_cache_there_is_no_receipt(book: Path, works: list[str]) -> None:
    for _ in range(2):
        build(book, ("html",), book.parent / "made", keeps_cache=False)
    assert len(works) == 2
    assert not (book.parent / "made" / ".cache").exists()


def test_warnings_of_a_receipt_stop_a_strict_build(book: Path) -> None:
    (book / "1.md").write_text(CHAPTER + "\nنص <video>صورة</video>.\n", encoding="utf-8")
    assert any(d.severity is Severity.WARNING for d in again(book).diagnostics)
    with pytest.raises(Stop):
        build(book, ("html",), book.parent / "made", {}, is_strict=True)


def test_a_folder_too_full_to_look_through_is_built_each_time(
    book: Path, works: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(receipts, "_FILES", 1)
    again(book)
    again(book)
    assert len(works) == 2


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"read": 1}', '{"read": {}, "made": {}, "beside": [], "told": 3, "paths": []}']
)
def test_a_receipt_that_is_none_of_ours_is_no_receipt(book: Path, works: list[str], text: str) -> None:
    again(book)
    out = book.parent / "made"
    (kept,) = (path for path in (out / ".cache" / receipts.KIND).rglob("*") if path.is_file())
    Store(out / ".cache").put(receipts.KIND, kept.name, text.encode())
    again(book)
    assert len(works) == 2


def test_a_finding_survives_being_kept() -> None:
    span = Span("1.md", 3, 5, 1, 4)
    finding = Diagnostic("X", Severity.NOTE, Said("أ", "a"), Said("ب", "b"), span, Fix(span, "ج", is_safe=False))
    for one in (finding, Diagnostic("Y", Severity.ERROR, Said("", ""), Said("", ""))):
        assert from_plain(json.loads(json.dumps(to_plain(one)))) == one


def test_the_rooms_of_a_build_are_asked_for_by_name() -> None:
    assert all(getattr(building, name) is not None for name in building.__all__)
    with pytest.raises(AttributeError):
        building.nothing  # noqa: B018 - asking is the test
