"""What a printed book tells of lines and faces that the composer left alone, or could not set well."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from tests.composer.odd_faces import cubic_face, variable_face
from tests.press.books import FACES, job_of, print_alone, small_pressed

from publisher.build import build
from publisher.diagnostic import Diagnostic
from publisher.press import Pressed, packing
from publisher.press.job import FaceFile, Unit

LINE = "كلمات كثيرة في سطر واحد من هذا الكتاب الكبير. "


def printed(body: str, sheet: str = "", *faces: FaceFile) -> Pressed:
    return print_alone(job_of(Unit("c1", body), sheet=sheet, faces=(*FACES, *faces)))


def by_code(diagnostics: tuple[Diagnostic, ...]) -> dict[str, Diagnostic]:
    return {diagnostic.code: diagnostic for diagnostic in diagnostics}


def test_even_lines_of_a_static_face_tell_nothing() -> None:
    codes = {"face-not-composed", "lines-left", "loose-line", "composer-mismatch", "note-lost"}
    assert codes.isdisjoint(by_code(small_pressed().diagnostics))


@pytest.mark.parametrize(("make", "table"), [(cubic_face, "CFF"), (variable_face, "fvar")])
def test_a_face_that_is_no_static_truetype_is_told_with_its_cure(
    make: Callable[[Path], Path], table: str, tmp_path: Path
) -> None:
    path = make(tmp_path / "odd.otf")
    face = FaceFile("Odd", 400, str(path), sha256(path.read_bytes()).hexdigest())
    sheet = f'@font-face {{ font-family: "Odd"; src: url("face:{face.sha256}") }} .odd {{ font-family: "Odd" }}'
    told = by_code(printed(f'<p class="odd">{LINE}</p>', sheet, face).diagnostics)
    said = told["face-not-composed"]
    assert said.severity == "warning"
    assert f"({table})" in said.message.en
    assert f"({table})" in said.message.ar
    assert "TrueType" in said.hint.en
    assert "TrueType" in said.hint.ar


def test_a_book_in_an_otf_of_its_own_is_made_and_told(tmp_path: Path) -> None:
    book = tmp_path / "book"
    (book / "fonts").mkdir(parents=True)
    cubic_face(book / "fonts/Cubic.otf")
    (book / "book.toml").write_text('title = "كتاب"\nslug = "kitab"\n[fonts]\nbody = "Cubic"\n', encoding="utf-8")
    (book / "01.txt").write_text(LINE * 3, encoding="utf-8")
    built = build(book, ["pdf"], tmp_path / "made", jobs=1)
    told = by_code(built.diagnostics)
    assert built.paths[0].read_bytes().startswith(b"%PDF")
    assert "Cubic" in told["face-not-composed"].message.ar


def test_lines_left_to_the_engine_are_counted_over_the_units() -> None:
    units = [Unit(f"c{i}", f'<p style="letter-spacing: 1pt">{LINE}</p><pre>a  b\nc  d</pre>') for i in (1, 2)]
    pressed = print_alone(job_of(*units, sheet="pre { white-space: pre-wrap }"))
    messages = [d.message.en for d in pressed.diagnostics if d.code == "lines-left"]
    assert messages == ["lines left to the engine: 2 (letters spaced apart)"]
    assert pressed.report["left to WeasyPrint: letter-spacing"] == 2
    assert pressed.report["left to WeasyPrint: white-space: pre-wrap"] == 4


def test_the_loosest_lines_are_quoted_with_their_space() -> None:
    words = "كلمة استخداماتهم وللمستشفيات واستقبالاتهم ولاستخداماتها القديمة وغيرها."
    narrow = "".join(f'<p style="width: {width}mm; --kashida: none">{words}</p>' for width in range(50, 62, 2))
    told = [d for d in printed(narrow).diagnostics if d.code == "loose-line"]
    spaces = [float(d.message.en.split(" em")[0].rsplit(" ", 1)[1]) for d in told]
    assert 1 <= len(spaces) <= 5
    assert spaces == sorted(spaces, reverse=True)
    assert min(spaces) > 0.6


def test_another_engine_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packing, "mismatch", lambda: "WeasyPrint 71.2 is installed, the composer knows 70.0")
    told = by_code(printed(f"<p>{LINE}</p>").diagnostics)
    assert "WeasyPrint 71.2" in told["composer-mismatch"].message.en
