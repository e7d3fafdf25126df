"""Notes that are numbered by the page start from one on every page that has any (NOT-02)."""

import re
from pathlib import Path

import pytest
from tests.pdf.reading import read_pages

from publisher.build import build

PARAGRAPH = "هذه فقرة من كلام عربي متصل، كُتبت ليمتلئ بها السطر ويستقيم طرفاه{call} عن اليمين وعن الشمال، ثم يأتي بعدها سطر وسطر حتى تتمّ الفقرة. "


@pytest.mark.requirement("NOT-02")
def test_numbers_start_from_one_on_every_page(tmp_path: Path) -> None:
    """The numbers on a page are 1, 2, 3 … whatever stood on the page before."""
    text = "".join((PARAGRAPH.format(call=f"[^n{i}]") + PARAGRAPH.format(call="") * 2) + "\n\n" for i in range(12))
    text += "".join(f"[^n{i}]: حاشية في أسفل الصفحة.\n\n" for i in range(12))
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    options = {"title": "حواش", "notes.numbering": "page", "typography.digits": "latn"}
    made = build(tmp_path / "a.md", ["pdf"], tmp_path / "out", options)
    seen = 0
    for page in read_pages(made.paths[0]):
        notes = [line.words for line in page.lines if "حاشية في" in line.words]
        numbers = [int(number[::-1]) for line in notes for number in re.findall(r"\d+", line)[:1]]
        assert numbers == list(range(1, len(notes) + 1))
        seen += len(notes)
    assert seen == 12


@pytest.mark.requirement("NOT-02")
@pytest.mark.parametrize(("numbering", "wanted"), [("book", [1, 2, 3, 4, 5, 6]), ("chapter", [1, 2, 3, 1, 2, 3])])
def test_numbers_go_on_through_the_book_or_start_again_with_a_chapter(
    numbering: str, wanted: list[int], tmp_path: Path
) -> None:
    folder = tmp_path / "book"
    folder.mkdir()
    (folder / "book.toml").write_text(
        f'title = "حواش"\nslug = "h"\n[notes]\nnumbering = "{numbering}"\n[typography]\ndigits = "latn"\n'
    )
    for name in ("1.md", "2.md"):
        text = " ".join(PARAGRAPH.format(call=f"[^n{i}]") for i in range(3))
        notes = "".join(f"[^n{i}]: حاشية في أسفل الصفحة.\n\n" for i in range(3))
        (folder / name).write_text(f"# باب\n\n{text}\n\n{notes}", encoding="utf-8")
    made = build(folder, ["pdf"], tmp_path / "out")
    lines = [line.words for page in read_pages(made.paths[0]) for line in page.lines if "حاشية في" in line.words]
    assert [int(number[::-1]) for line in lines for number in re.findall(r"\d+", line)[:1]] == wanted


def test_notes_at_the_end_stand_after_their_chapter(tmp_path: Path) -> None:
    """Every note is printed below the text, with its number, and its call is a link to it."""
    text = "كلمة أولى[^a] ثم كلمة ثانية[^b].\n\n[^a]: حاشية أولى.\n\n[^b]: حاشية ثانية.\n"
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    options = {"title": "حواش", "notes.position": "end"}
    made = build(tmp_path / "a.md", ["pdf"], tmp_path / "out", options)
    (page,) = read_pages(made.paths[0])
    body, first, second = (page.line(words).baseline for words in ("كلمة أولى", "حاشية أولى", "حاشية ثانية"))
    assert body < first < second
