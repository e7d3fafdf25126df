"""The rules of the lint on readable cases; `cases/README.md` tells how they are written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from publisher.book import Book, Chapter, Metadata
from publisher.config import Settings, from_options
from publisher.diagnostic import Diagnostic
from publisher.lint import all_rules, check
from publisher.nodes import Blocks, Heading, Paragraph, Text
from publisher.readers import markdown
from publisher.source import SourceFile

FOLDER = Path(__file__).parent / "cases"
FILES = sorted(FOLDER.glob("*.txt"))
SIGNS = re.compile("<U\\+([0-9A-F]+)>")
PROVED = {
    "BID-21",
    "BID-25",
    "DIA-05",
    "EMP-06",
    "NUM-03",
    "PUN-05",
    "PUN-11",
    "QUR-03",
    "SHP-01",
    "SHP-04",
    "SHP-13",
    "SHP-14",
    "SHP-18",
}


@dataclass(frozen=True)
class Case:
    """A line of a case file."""

    rule: str
    text: str
    mended: str | None
    """None where something is found that has no fix."""
    is_clean: bool
    form: str
    settings: Settings


def read(path: Path) -> Iterator[Case]:
    heads: dict[str, str] = {"form": "paragraph", "language": "ar", "settings": ""}
    for line in path.read_text(encoding="utf-8").splitlines():
        if found := re.match("(form|language|settings): (.*)", line):
            heads[found[1]] = found[2]
            continue
        options = {"language": heads["language"]}
        options |= {f"typography.{k}": v for k, v in (pair.split("=") for pair in heads["settings"].split())}
        settings, _ = from_options(Settings(), options)
        text, is_mended, mended = SIGNS.sub(lambda m: chr(int(m[1], 16)), line).partition(" ⇒ ")
        is_clean = text.endswith(" ✓")
        rule = re.sub("_(fa|md)$", "", path.stem)
        yield Case(rule, text.rstrip("✓✗").rstrip(), mended if is_mended else None, is_clean, heads["form"], settings)


def blocks_of(source: SourceFile, form: str, settings: Settings) -> Blocks:
    if form == "markdown":
        return markdown.read(source, settings).blocks
    lines = [source.line_span(number) for number in range(1, len(source.line_starts) + 1)]
    texts = [(Text(source.text[span.start : span.end], span),) for span in lines]
    return tuple(Heading(1, text) if form == "heading" else Paragraph(text) for text in texts)


def found_in(text: str, rule: str, form: str, settings: Settings) -> list[Diagnostic]:
    source = SourceFile("case.txt", text)
    book = Book(Metadata("عنوان"), (Chapter("c01", None, blocks_of(source, form, settings)),))
    code = all_rules()[rule].finding.code
    return [d for d in check(book, [source], settings) if d.code == code]


def mended(text: str, found: list[Diagnostic]) -> str:
    for fix in reversed([d.fix for d in found if d.fix is not None]):
        text = text[: fix.span.start] + fix.replacement + text[fix.span.end :]
    return text


CASES = [case for path in FILES for case in read(path) if case.form != "together"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule}: {case.text}")
def test_case(case: Case) -> None:
    found = found_in(case.text, case.rule, case.form, case.settings)
    assert bool(found) is not case.is_clean
    assert all(d.span is not None for d in found)
    if case.mended is not None:
        assert mended(case.text, found) == case.mended
        assert not found_in(case.mended, case.rule, case.form, case.settings)


@pytest.mark.requirement("DIA-05")
def test_rules_that_look_at_a_whole_book() -> None:
    for path in FILES:
        cases = [case for case in read(path) if case.form == "together"]
        if cases:
            text = "\n".join(case.text for case in cases)
            found = found_in(text, cases[0].rule, "together", cases[0].settings)
            assert mended(text, found) == "\n".join(case.mended or case.text for case in cases)


def test_every_rule_has_cases_that_find_and_cases_that_do_not() -> None:
    for name in all_rules():
        cases = [case for path in FILES for case in read(path) if case.rule == name]
        assert {case.is_clean for case in cases} == {True, False}, name


def test_every_finding_speaks_both_languages() -> None:
    for rule in all_rules().values():
        for said in (rule.finding.message, rule.finding.hint):
            assert re.search("[\u0621-\u064a]", said.ar)
            assert said.en.isprintable()
            assert said.en


@pytest.mark.parametrize("code", [pytest.param(code, marks=pytest.mark.requirement(code)) for code in sorted(PROVED)])
def test_requirement_is_found(code: str) -> None:
    """A requirement that is a finding: a rule carries its id and finds each of its cases."""
    names = [name for name, rule in all_rules().items() if rule.finding.code == code]
    faults = [c for path in FILES for c in read(path) if c.rule in names and not c.is_clean]
    assert faults
    for case in faults:
        if case.form != "together":
            assert found_in(case.text, case.rule, case.form, case.settings)


def test_the_house_style_mends_what_the_lint_then_leaves_alone() -> None:
    kept = replace(Settings(), typography=replace(Settings().typography, punctuation="keep"))
    assert not found_in("نعم, لا", "latin_punctuation", "paragraph", Settings())
    assert found_in("نعم, لا", "latin_punctuation", "paragraph", kept)
