"""The structure tree, walked: every mark has its element, notes stand at their call, heads and folios are artifacts."""

import io
import re
from collections.abc import Iterator
from typing import Any

import pikepdf
import pytest
from tests.press.books import chapter, job_of, picture, print_alone, small_pressed

ROWS = "".join(f'<tr><th scope="row">صف {i}</th><td>قيمة</td></tr>' for i in range(40))
TABLE = f"<table><thead><tr><th>أ</th><th>ب</th></tr></thead><tbody>{ROWS}</tbody></table>"
RICH = f"""
<figure><img src="asset:a.png" alt="مربع أحمر"/><figcaption>شكل ١</figcaption></figure>
<p><img src="asset:a.png" alt=""/> نص <b>مهم</b> <span lang="en" dir="ltr">Some words</span></p>
<ul><li>أول<ul><li>داخلي</li></ul></li><li>ثان</li></ul>
<div style="opacity:.5"><p>نص شفاف</p></div>{TABLE}
<table class="verse"><tr><td>صدر البيت</td><td>عجز البيت</td></tr></table>
<p><a href="https://example.org/">موقع <b>بعيد</b></a></p>"""


def tagged(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


@pytest.fixture(scope="module")
def rich() -> pikepdf.Pdf:
    job = job_of(chapter(1, 40, extra=RICH, count=1), assets={"a.png": picture((200, 0, 0))}, variant="pdf/ua-1")
    pressed = print_alone(job)
    assert pressed.diagnostics == ()
    return tagged(pressed.pdf)


def elements(node: Any) -> Iterator[Any]:
    """Yield a structure element and all below it."""
    yield node
    for kid in kids_of(node):
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/StructElem":
            yield from elements(kid)


def kids_of(node: Any) -> list[Any]:
    kids = node.get("/K", [])
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def document(pdf: pikepdf.Pdf) -> Any:
    return pdf.Root.StructTreeRoot.K[0]


def roles(pdf: pikepdf.Pdf) -> list[str]:
    return [str(e.S)[1:] for e in elements(document(pdf))]


def role(pdf: pikepdf.Pdf, name: str) -> list[Any]:
    return [e for e in elements(document(pdf)) if "/" + name == e.S]


def walk_marks(pdf: pikepdf.Pdf) -> tuple[int, list[str]]:
    """Return how many marks there are, and what is wrong with any of them."""
    tree = {int(k): v for k, v in pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree).items()}
    faults: list[str] = []
    claimed: dict[tuple[Any, int], Any] = {}
    for element in elements(document(pdf)):
        for kid in kids_of(element):
            if isinstance(kid, int):
                claimed[element.Pg.objgen, kid] = element
            elif kid.get("/Type") == "/MCR":
                owner = kid.Stm if "/Stm" in kid else kid.Pg
                claimed[owner.objgen, int(kid.MCID)] = element
    streams = [(page.obj, page.obj.get("/StructParents"), content(page.obj)) for page in pdf.pages]
    for page in pdf.pages:
        forms = page.obj.get("/Resources", {}).get("/XObject", {})
        streams += [(x, x["/StructParents"], x.read_bytes()) for x in forms.values() if "/StructParents" in x]
    count = 0
    for owner, key, data in {s[0].objgen: s for s in streams}.values():
        marks = sorted(int(n) for n in re.findall(rb"/MCID (\d+)", data))
        count += len(marks)
        if marks != list(range(len(marks))):
            faults.append(f"{owner.objgen}: marks are {marks}")
        for mark in marks:
            element = claimed.get((owner.objgen, mark))
            if element is None or tree[int(key)][mark].objgen != element.objgen:
                faults.append(f"{owner.objgen}: mark {mark} is not where the parent tree says")
    annotations = [a for page in pdf.pages for a in page.obj.get("/Annots", [])]
    faults += [f"annotation {a.objgen}" for a in annotations if tree[int(a.StructParent)].S != "/Link"]
    return count, faults


def content(page: Any) -> bytes:
    streams = page.get("/Contents")
    parts = [] if streams is None else list(streams) if isinstance(streams, pikepdf.Array) else [streams]
    return b"\n".join(part.read_bytes() for part in parts)


def test_every_mark_has_its_element(rich: pikepdf.Pdf) -> None:
    for pdf in (rich, tagged(small_pressed().pdf)):
        count, faults = walk_marks(pdf)
        assert faults == []
        assert count > 40


def test_parents_and_kids_agree(rich: pikepdf.Pdf) -> None:
    for element in elements(document(rich)):
        for kid in kids_of(element):
            if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/StructElem":
                assert kid.P.objgen == element.objgen


@pytest.mark.requirement("PDF-02")
def test_everything_shown_is_marked(rich: pikepdf.Pdf) -> None:
    for page in rich.pages:
        depth = 0
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            depth += {"BDC": 1, "BMC": 1, "EMC": -1}.get(name, 0)
            assert depth <= 1, "marks inside marks"
            assert name not in ("Tj", "TJ", "f", "S", "Do") or depth == 1 or is_group(page, name, operands)


def is_group(page: Any, operator: str, operands: Any) -> bool:
    """Whether an operator draws a group that marks its own content."""
    return operator == "Do" and "/StructParents" in page.Resources.XObject[str(operands[0])]


def test_notes_stand_at_their_call_with_label_and_id() -> None:
    pdf = tagged(small_pressed().pdf)
    ids = pikepdf.NameTree(pdf.Root.StructTreeRoot.IDTree)
    notes = role(pdf, "Note")
    assert len(notes) == len(list(ids)) == 3
    for note in notes:
        siblings = [str(k.S) for k in kids_of(note.P) if isinstance(k, pikepdf.Dictionary) and "/S" in k]
        assert siblings[siblings.index("/Note") - 1] == "/Reference"
        assert str(kids_of(note)[0].S) == "/Lbl"
        assert ids[str(note.ID)].objgen == note.objgen
        assert note.P.S == "/P"


def test_heads_and_folios_are_artifacts() -> None:
    pdf = tagged(small_pressed().pdf)
    for page in pdf.pages:
        if "/Contents" in page.obj:
            data = content(page.obj)
            assert data.count(b"/Artifact<</Type/Pagination/Subtype/Header>>BDC") <= 1
            assert data.count(b"/Artifact<</Type/Pagination/Subtype/Footer>>BDC") == 1


def test_figures_are_described_and_placed(rich: pikepdf.Pdf) -> None:
    figures = role(rich, "Figure")
    assert [str(f.Alt) for f in figures] == ["مربع أحمر"]
    west, south, east, north = (float(n) for n in figures[0].A.BBox)
    width, height = (float(n) for n in figures[0].Pg.MediaBox[2:])
    assert (east - west, north - south) == pytest.approx((30, 22.5))
    assert 0 < west < east < width
    assert 0 < south < north < height


@pytest.mark.requirement("TAB-05")
def test_a_block_over_several_pages_is_one_element(rich: pikepdf.Pdf) -> None:
    assert roles(rich).count("Table") == 1
    heads = [e for e in role(rich, "TH") if e.A.Scope == "/Column"]
    assert len(heads) == 2, "a repeated heading is not read twice"
    assert len(role(rich, "TR")) == 41
    long = tagged(print_alone(job_of(chapter(1, 900, count=1))).pdf)
    assert roles(long).count("P") == 2


def test_lists_verse_languages_and_links(rich: pikepdf.Pdf) -> None:
    items = role(rich, "LI")
    assert len(items) == 3
    assert all([str(k.S) for k in kids_of(i)][:2] == ["/Lbl", "/LBody"] for i in items)
    assert [str(e.Lang) for e in elements(document(rich)) if "/Lang" in e] == ["en"]
    assert len(role(rich, "Link")) == 2
    assert str(role(rich, "Link")[1].K[0].Obj.Contents) == "موقع بعيد"
    assert not any("صدر" in str(e) for e in role(rich, "TD"))


def test_a_picture_without_description_is_told() -> None:
    extra = '<p><img src="asset:a.png"/></p>'
    pressed = print_alone(job_of(chapter(1, 20, extra=extra, count=1), assets={"a.png": picture((1, 2, 3))}))
    assert [d.code for d in pressed.diagnostics] == ["picture-without-description"]
