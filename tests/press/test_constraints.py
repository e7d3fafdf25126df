"""The ten conditions under which a book can be printed chapter by chapter."""

import ast
import marshal
import pickle
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.press.books import FACES, chapter, job_of, print_alone, small_book, small_pressed

from publisher.press import engine, pack
from publisher.press.codes import slots
from publisher.press.facts import Facts, document_of, references
from publisher.press.job import Job
from publisher.press.keys import Keys
from publisher.press.pack import dump_docket, dump_sheaf, load_docket, load_sheaf
from publisher.press.packing import Packed, pack_unit
from publisher.press.rounds import MISSING_TARGET
from publisher.press.shop import Shop

SOURCES = Path(engine.__file__).parent
COMPOSER = SOURCES.parent / "composer"
ENGINE_COUNTERS = ("target-counter", "counter(page", "counter(pages", "string-set", "target-text")


@pytest.fixture(scope="module")
def job() -> Job:
    return small_book()


@pytest.fixture(scope="module")
def packed(job: Job) -> Packed:
    return packed_in(Shop(job), job)


def packed_in(shop: Shop, job: Job, unit: int = 2, digits: int = 1) -> Packed:
    chosen = job.units[unit]
    facts = Facts(tuple((target, digits) for target in sorted(references(chosen))), is_verso=False)
    return pack_unit(shop, chosen, facts, "key")


def without_clock(packed: Packed) -> Any:
    return packed.docket._replace(seconds=()), packed.sheaf, packed.blobs


def test_1_a_unit_is_one_text_a_sheet_and_a_small_table_of_facts(job: Job) -> None:
    unit = job.units[2]
    facts = Facts((("c3-h", 2),), is_verso=False)
    text = document_of(job, unit, facts)
    assert "c1-p1" not in text
    others = replace(job, units=(unit,), title="غيره", outline=())
    assert document_of(others, unit, facts) == text
    assert not any(word in job.sheet for word in ENGINE_COUNTERS)


def test_2_every_unit_opens_on_a_known_side() -> None:
    pressed = small_pressed()
    assert all(pressed.page_map[f"c{i}-h"][0] % 2 == 0 for i in (1, 2, 3))
    keys = Keys(small_book())
    unit = small_book().units[1]
    assert keys.pack(unit, Facts((), is_verso=True)) != keys.pack(unit, Facts((), is_verso=False))


def test_3_folios_and_references_are_blanks_in_a_pack(packed: Packed) -> None:
    blanks = packed.docket.blanks
    assert [(blank.target, blank.places) for blank in blanks] == [("c3-h", 1)]
    shown = b"".join(content.data for content in packed.sheaf.contents)
    assert shown.count(b"{0.0}") == 1
    assert len(packed.docket.stamps) == len(packed.docket.pages)
    assert all(stamp.digits.are_tabular for stamp in packed.docket.stamps)


def test_4_names_are_unique_in_the_book_and_links_are_names() -> None:
    pressed = small_pressed()
    assert len(pressed.page_map) == len(set(pressed.page_map))
    assert all(re.match(r"c\d|contents", name) for name in pressed.page_map)
    missing = print_alone(job_of(chapter(1, 20, count=3)))
    assert [d.code for d in missing.diagnostics] == [MISSING_TARGET.code]


def test_5_one_writer_owns_what_belongs_to_the_whole_file(packed: Packed) -> None:
    everything = packed.sheaf.dictionaries + b"".join(content.head for content in packed.sheaf.contents)
    for word in (b"/Catalog", b"/FontFile", b"/Type/Font", b"/Outlines", b"/StructTreeRoot", b"/ToUnicode", b"/Dests"):
        assert word not in everything
    lone = print_alone(job_of(chapter(1, 20, count=1)))
    assert lone.pdf.startswith(b"%PDF")


def test_6_a_pack_is_plain_data(packed: Packed) -> None:
    for value in leaves((packed.docket, packed.sheaf)):
        assert type(value) in (bytes, str, int, float, bool)
    docket, sheaf = dump_docket(packed.docket), dump_sheaf(packed.sheaf)
    assert load_docket(docket) == load_docket(docket, {}) == packed.docket
    assert load_sheaf(sheaf) == packed.sheaf
    assert marshal.loads(docket) == pack.plain(packed.docket)
    assert list(packed.docket.wanted) == sorted(packed.docket.wanted)
    assert list(packed.docket.anchors) == sorted(packed.docket.anchors)
    whole = pickle.dumps((packed.docket, packed.sheaf))
    assert all(path.encode() not in whole for path in (str(Path.home()), str(SOURCES), FACES[0].path))


def leaves(value: Any) -> Iterator[Any]:
    if isinstance(value, tuple):
        for item in value:
            yield from leaves(item)
    else:
        yield value


def test_6_every_key_knows_engine_faces_sheet_and_settings(job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    unit, facts = job.units[1], Facts((), is_verso=False)
    mine = Keys(job)
    key = mine.pack(unit, facts)
    changes: list[dict[str, Any]] = [
        {"sheet": job.sheet + " "},
        {"faces": (replace(FACES[0], sha256="0" * 64), *FACES[1:])},
        {"kashida": "none"},
        {"numerals": "latn"},
        {"language": "fa"},
    ]
    assert all(Keys(replace(job, **change)).pack(unit, facts) != key for change in changes)
    other = replace(unit, heads={"chapter": "غيره"})
    assert Keys(replace(job, units=(other,))).pack(other, facts) != key
    monkeypatch.setattr("publisher.press.keys.fingerprint", lambda: b"another engine")
    assert Keys(job).pack(unit, facts) != key
    numbers: Any = (1, 2)
    assert mine.piece("pack", numbers) == Keys(job).piece("pack", numbers) != mine.piece("pack", (1, 3))
    monkeypatch.undo()
    assert mine.piece("pack", numbers) != key
    assert Keys(job).book() != Keys(replace(job, title="غيره")).book()


def test_6_a_picture_counts_only_where_it_is_used() -> None:
    plain, pictured = (
        chapter(1, 9, count=2),
        chapter(2, 9, extra='<p><img src="asset:a%20b.png" alt="أ"/></p>', count=2),
    )
    facts = Facts((), is_verso=False)
    one, other = (Keys(job_of(plain, pictured, assets={"a b.png": data})) for data in (b"1", b"2"))
    assert one.pack(plain, facts) == other.pack(plain, facts)
    assert one.pack(pictured, facts) != other.pack(pictured, facts)


def test_7_codes_come_from_what_a_glyph_is(packed: Packed, job: Job) -> None:
    for use in packed.docket.fonts:
        assert list(use.composites) == sorted(use.composites)
    some = [(((n, 0, 0), (n + 1, 5, 9)), "ب", 500 + n) for n in range(400)]
    codes = slots(some, 6000)
    assert slots(reversed(some), 6000) == codes
    assert len(set(codes.values())) == len(some)
    more = slots([*some, (((9, 9, 9),), "ت", 1)], 6000)
    assert sum(more[key] != code for key, code in codes.items()) < 4
    assert not any(0xD800 <= code < 0xE000 for code in codes.values())
    shop = Shop(job)
    packed_in(shop, job, 3)
    assert without_clock(packed_in(shop, job)) == without_clock(packed), "a worker's history shows"


def test_8_the_hooks_keep_no_state() -> None:
    """Nothing that grows or changes stands at the top of a module of the composer or the press."""
    for path in sorted([*SOURCES.glob("*.py"), *COMPOSER.glob("*.py")]):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            value = getattr(node, "value", None)
            is_empty = isinstance(value, ast.List | ast.Set | ast.Dict) and not ast.unparse(value).strip("[]{}() ")
            assert not is_empty, f"{path.name}: {ast.unparse(node)}"
            assert not isinstance(node, ast.Global)


def test_9_workers_share_nothing_and_tell_everything(job: Job) -> None:
    pickle.loads(pickle.dumps(job))
    sheet = job.sheet + "p { no-such-property: 1 }"
    shop = Shop(replace(job, sheet=sheet))
    config = shop.typesetting.font_config
    first, second = (packed_in(shop, shop.job, unit) for unit in (1, 2))
    assert shop.typesetting.font_config is config
    assert [message for _, message in first.docket.log] == [message for _, message in second.docket.log] != []


def test_10_strings_are_hexadecimal(packed: Packed) -> None:
    for row in packed.sheaf.dictionaries.split(b"\n"):
        assert b"(" not in row
        assert row.isascii()
    assert len(packed.sheaf.dictionaries.split(b"\n")) == len(packed.sheaf.numbers)


def test_dockets_do_not_grow_with_the_book(packed: Packed) -> None:
    """What the joiner keeps of a unit is small beside what it writes."""
    assert len(dump_docket(packed.docket)) < 3 * len(dump_sheaf(packed.sheaf))


def test_glyphs_of_all_dockets_stand_once_in_memory(job: Job) -> None:
    shop, shared = Shop(job), {}
    first, second = (load_docket(dump_docket(packed_in(shop, job, unit).docket), shared) for unit in (1, 2))
    mine, theirs = ({id(c): c for use in d.fonts for c in use.composites} for d in (first, second))
    common = set(mine.values()) & set(theirs.values())
    assert len(common) > 20
    assert sum(key in theirs for key in mine) == len(common)
