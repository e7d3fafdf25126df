"""The direction pass: one walk over the blocks of a tree, each resolved as a paragraph (UAX #9)."""

import re
from collections.abc import Callable

from lxml import etree

from publisher.arabic.letters import NBSP, has_arabic
from publisher.bidi import first_strong
from publisher.direction.elements import CODE, NOTE_CLASSES, is_block_of_text, is_inline, local
from publisher.direction.flat import OBJECT, Flat, flatten, wrap
from publisher.direction.joining import keep_joined
from publisher.direction.tokens import LRM, RLM, ZWSP, Run, runs

Element = etree._Element  # noqa: SLF001 - lxml's only name for the type

ALM = "\u061c"
WORD_JOINER = "\u2060"
FOREIGN = "und-Latn"
"""Language tag of a Latin run whose language nobody named."""

_PARAGRAPHS = frozenset({"p", "li", "dd", "blockquote", "td", "th", "figcaption"})
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_WORDS = re.compile("[A-Za-z\u00c0-\u024f]{2,}")
_BREAKS = re.compile(r"(?<=[/.?&_\-])(?=[^/.?&_\-\u200b\u200e])")
_TIGHT_QUOTES = re.compile("([»”] )(?=[(\\[])")
_INNER_BREAKS = re.compile(r"(?<=[\-/–])(?!$)")
_NEUTRAL_START = re.compile("^[.:;!,()\\[\\]«»…\"'\\-–]")


def resolve(root: Element, *, for_print: bool = False) -> None:
    """Give every run of a tree its direction, in place.

    `for_print` adds what the PDF engine needs besides: Arabic letter marks where punctuation opens a stretch after an
    element (SHP-16), and places to break between » and ( (PUN-09).
    """
    base = root.get("dir") or "rtl"
    for element in list(root.iter()):
        if isinstance(element.tag, str):
            _resolve_automatic(element)
    for block in [e for e in root.iter() if isinstance(e.tag, str) and is_block_of_text(e)]:
        if _direction_of(block, base) == "rtl":
            _resolve_block(block, for_print=for_print)
    keep_joined(root)


def _resolve_automatic(element: Element) -> None:
    """Write the direction that `dir=auto` or a bare `bdi` would find (BID-02)."""
    if element.get("dir") == "auto" or (local(element) == "bdi" and element.get("dir") is None):
        element.set("dir", first_strong("".join(element.itertext())) or "rtl")


def _direction_of(block: Element, base: str) -> str:
    for element in (block, *block.iterancestors()):
        if element.get("dir"):
            return str(element.get("dir"))
        if local(element) in CODE:
            return "ltr"
    return base


def _resolve_block(block: Element, *, for_print: bool) -> None:
    flat = flatten(block)
    if not flat.text.strip():
        return
    if _is_foreign(block, flat.text):
        block.set("dir", "ltr")
        if block.get("lang") is None:
            block.set("lang", FOREIGN)
        return
    found = [run for run in runs(flat.text) if not _is_whole_number(flat, run)]
    wrap(flat, [(run.start, run.end, _element_for(block, flat, run)) for run in found])
    for element in block.iter():
        if element.get("data-run"):
            _finish_run(element, str(element.attrib.pop("data-run")))
        if for_print and element.get("class") == "nw":
            del element.attrib["class"]
            _rewrite(element, _held_together)
    if for_print:
        _help_print(block)


def _is_foreign(block: Element, text: str) -> bool:
    """Whether a whole block is in another script (BID-22): it then stands as a left-to-right block of its own."""
    is_paragraph = local(block) in _PARAGRAPHS or NOTE_CLASSES.intersection((block.get("class") or "").split())
    if not is_paragraph or has_arabic(text):
        return False
    return len(_WORDS.findall(text)) >= (1 if local(block) in ("td", "th") else 3)


def _is_whole_number(flat: Flat, run: Run) -> bool:
    return OBJECT in flat.text[run.start : run.end] and run.kind != "latin"


def _element_for(block: Element, flat: Flat, run: Run) -> Element:
    namespace = str(block.tag).rpartition("}")[0]
    element = etree.Element(f"{namespace}}}span" if namespace else "span")
    element.set("dir", run.direction)
    if run.kind in ("latin", "url") and _LATIN.search(flat.text[run.start : run.end]):
        element.set("lang", FOREIGN)
    if run.is_unbroken:
        element.set("class", "nw")
    element.set("data-run", run.kind)
    return element


def _finish_run(element: Element, kind: str) -> None:
    """Add the marks that hold a run's parts in order, and the places where an address may break."""
    if kind in ("url", "email", "doi"):
        _rewrite(element, lambda text: _BREAKS.sub(ZWSP, text.replace("/", "/" + LRM) if has_arabic(text) else text))
    elif kind == "date-day-first":
        _rewrite(element, lambda text: text.replace("/", "/" + RLM))
    elif kind == "date-iso":
        _rewrite(element, lambda text: text.replace("-", "-" + LRM))
    elif kind == "currency" and element.get("dir") == "rtl":
        _rewrite(element, lambda text: re.sub("([$€£¥])$", RLM + "\\1", text))


def _held_together(text: str) -> str:
    """Return text that no line can break, by characters alone: the composer plans lines of plain text."""
    return _INNER_BREAKS.sub(WORD_JOINER, text).replace(" ", NBSP)


def _rewrite(element: Element, change: Callable[[str], str]) -> None:
    for node in element.iter():
        if node.text:
            node.text = change(node.text)
        if node is not element and node.tail:
            node.tail = change(node.tail)


def _help_print(block: Element) -> None:
    for element in block.iter():
        for is_tail in (False, True):
            if is_tail and element is block:
                continue
            text = element.tail if is_tail else element.text
            if not text or (local(element) in CODE and not is_tail):
                continue
            helped = _TIGHT_QUOTES.sub("\\1" + ZWSP, text)
            if is_tail and is_inline(element) and _NEUTRAL_START.match(helped):
                helped = ALM + helped
            if helped != text:
                if is_tail:
                    element.tail = helped
                else:
                    element.text = helped
