"""What a style sheet may not say about Arabic: read from the sheets themselves, templates of sheets included."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import tinycss2

STYLES = Path(__file__).parents[2] / "styles"
SHEETS = sorted((*STYLES.glob("*.css"), *STYLES.rglob("*.css.j2")))
TEMPLATES = sorted(STYLES.rglob("*.j2"))
BODY = re.compile(r"\b(p|li|dd)\b|\.fn\b|\.endnotes\b|\.verse\b|\.bayt\b|\.notes\b|\.note\b")
LATIN = re.compile(r"\[lang|\[dir=\"?ltr|:lang\(")


@dataclass(frozen=True)
class Declared:
    """A declaration, the selector it stands under, the at-rules around it."""

    sheet: str
    within: tuple[str, ...]
    selector: str
    name: str
    value: str

    def __str__(self) -> str:
        return f"{self.sheet}: {self.selector} {{ {self.name}: {self.value} }}"


def declarations(path: Path) -> Iterator[Declared]:
    text = re.sub(r"\{%.*?%\}|\{#.*?#\}", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    text = re.sub(r"\{\{.*?\}\}", "1", text, flags=re.DOTALL)
    yield from nested(path.name, (), "", tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True))


def nested(sheet: str, within: tuple[str, ...], selector: str, nodes: list[tinycss2.ast.Node]) -> Iterator[Declared]:
    for node in nodes:
        if node.type == "declaration":
            yield Declared(sheet, within, selector, node.lower_name, tinycss2.serialize(node.value).strip())
        elif node.type in ("qualified-rule", "at-rule") and node.content is not None:
            head = tinycss2.serialize(node.prelude).strip()
            inner = tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True)
            is_at = node.type == "at-rule"
            around = (*within, f"@{node.at_keyword}") if is_at else within
            yield from nested(sheet, around, selector if is_at else head, inner)


DECLARED = tuple(declared for path in SHEETS for declared in declarations(path))


def saying(name: str, value: str = "") -> list[str]:
    """Return the declarations of a property whose value matches an expression."""
    return [str(d) for d in DECLARED if re.fullmatch(name, d.name) and re.search(value, d.value)]


def test_the_sheets_are_read() -> None:
    assert len(DECLARED) > 500
    assert saying("font-family|font")


@pytest.mark.requirement("SHP-06")
def test_no_drop_capitals() -> None:
    assert not [path.name for path in SHEETS if "first-letter" in path.read_text(encoding="utf-8")]
    assert not saying("initial-letter.*")


@pytest.mark.requirement("SHP-07")
def test_no_letter_spacing() -> None:
    assert not saying("letter-spacing", "^(?!0$|normal$)")


@pytest.mark.requirement("SHP-09")
def test_no_transparent_text() -> None:
    assert not saying("color", r"rgba|hsla|transparent|/|#[0-9a-fA-F]{8}\b")


@pytest.mark.requirement("SHP-10")
def test_no_outlined_text() -> None:
    assert not saying("(-webkit-)?text-stroke.*")
    assert not saying("paint-order")


@pytest.mark.requirement("SHP-11")
def test_features_that_arabic_needs_stay_on() -> None:
    assert not saying("font-feature-settings", r"\"(liga|calt|rlig|kern|mark|mkmk|locl|init|medi|fina)\"\s*(0|off)")
    assert not saying("font-variant-ligatures|font-kerning", "none")


@pytest.mark.requirement("LBK-01")
def test_arabic_is_not_hyphenated() -> None:
    hyphens = [d for d in DECLARED if d.name.endswith("hyphens")]
    assert {d.value for d in hyphens if d.selector == "body"} == {"none"}
    assert not [str(d) for d in hyphens if d.value != "none" and not LATIN.search(d.selector)]


@pytest.mark.requirement("LBK-02")
def test_words_are_not_broken() -> None:
    broken = "anywhere|break-all|break-word"
    wrapped = [d for d in DECLARED if d.name in ("overflow-wrap", "word-wrap", "word-break", "line-break")]
    assert not [str(d) for d in wrapped if re.search(broken, d.value) and not re.search(r"\b(pre|code)\b", d.selector)]


@pytest.mark.requirement("BID-26")
def test_no_overrides_of_direction() -> None:
    assert not saying("unicode-bidi", "override")
    assert not [path.name for path in TEMPLATES if "<bdo" in path.read_text(encoding="utf-8")]


@pytest.mark.requirement("JUS-09")
def test_only_running_text_is_justified() -> None:
    justified = [d for d in DECLARED if d.name == "text-align" and d.value == "justify"]
    assert justified
    assert not [str(d) for d in justified if not BODY.search(d.selector)]
    physical = [d for d in DECLARED if d.name == "text-align" and d.value in ("left", "right")]
    assert not [str(d) for d in physical if "@page" not in d.within and d.selector != "pre"]


@pytest.mark.requirement("EMP-01", "EMP-02")
def test_arabic_is_upright() -> None:
    slanted = [d for d in DECLARED if d.name in ("font-style", "font") and re.search("italic|oblique", d.value)]
    assert slanted
    assert not [str(d) for d in slanted if not LATIN.search(d.selector) and "@font-face" not in d.within]
    upright = {d.sheet for d in DECLARED if d.name == "font-style" and d.value == "normal" and "em" in d.selector}
    assert {"base.css", "epub.css", "proof.css"} <= upright
