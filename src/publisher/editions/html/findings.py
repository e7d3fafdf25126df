"""Findings in the page of the proof: each in the margin beside its block, the words that it speaks of marked."""

from collections import Counter

from lxml import etree

from publisher.arabic import digits
from publisher.diagnostic import Severity
from publisher.direction.flat import flatten, wrap
from publisher.editions.html.told import Told, before_and_after
from publisher.source import SourceFile, Span
from publisher.words import words_of

Element = etree._Element  # noqa: SLF001 - lxml's only name for the type

MOST = 600
"""Most findings shown; the rest are counted."""

CLASSES = {Severity.ERROR: "err", Severity.WARNING: "warn", Severity.NOTE: "note"}
NAMES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "finding-note"}


def place_findings(
    main: Element, told: list[Told], sources: tuple[SourceFile, ...], language: str, numerals: str
) -> Counter[Severity]:
    """Put findings into the page; return how many there are of each severity."""
    places = _places(main)
    writer = _Writer({source.name: source.text for source in sources}, language, numerals)
    after: dict[Element, Element] = {}
    for number, one in enumerate(told[:MOST], 1):
        block = _block_of(one.span, places)
        ident = f"finding-{number}"
        is_marked = block is not None and writer.mark(block, one, ident)
        aside = writer.aside(one, ident if is_marked else "")
        if block is None:
            main.insert(0, aside)
            continue
        top = _top(main, block)
        last = after.get(top, top)
        last.addnext(aside)
        aside.tail, last.tail = last.tail, None
        after[top] = aside
    return Counter(one.finding.severity for one in told)


def _places(main: Element) -> dict[str, list[tuple[int, Element]]]:
    places: dict[str, list[tuple[int, Element]]] = {}
    for element in main.iter():
        if isinstance(element.tag, str) and element.get("data-at") is not None:
            places.setdefault(str(element.get("data-file")), []).append((int(str(element.get("data-at"))), element))
    for found in places.values():
        found.sort(key=lambda place: place[0])
    return places


def _block_of(span: Span | None, places: dict[str, list[tuple[int, Element]]]) -> Element | None:
    if span is None:
        return None
    before = [element for at, element in places.get(span.file, []) if at <= span.start]
    return before[-1] if before else None


def _top(main: Element, block: Element) -> Element:
    """Return the child of the page that holds a block."""
    element = block
    while (parent := element.getparent()) is not None and parent is not main:
        element = parent
    return element


class _Writer:
    """Writes findings as elements of the margin, and marks their words."""

    def __init__(self, texts: dict[str, str], language: str, numerals: str) -> None:
        self.texts = texts
        self.language = language
        self.numerals = numerals
        self.words = words_of(language)

    def mark(self, block: Element, one: Told, ident: str) -> bool:
        """Mark the words of a finding in its block; they may already stand as mended."""
        span = one.span
        if span is None:
            return False
        source = self.texts.get(span.file, "")
        wanted = [source[span.start : span.end].strip()]
        start = span.start
        if one.edits:
            before, after, start = before_and_after(one.edits, source)
            wanted = [after, before]
        flat = flatten(block)
        expected = start - int(str(block.get("data-at") or 0))
        for words in wanted:
            at = _nearest(flat.text, words, expected)
            if at is not None:
                mark = etree.Element("mark", {"class": CLASSES[one.finding.severity], "id": f"{ident}-place"})
                wrap(flat, [(at, at + len(words), mark)])
                return True
        return False

    def aside(self, one: Told, ident: str) -> Element:
        """Return the element of the margin that tells a finding."""
        finding = one.finding
        aside = etree.Element("aside", {"class": f"f {CLASSES[finding.severity]}"})
        box = etree.SubElement(aside, "div")
        head = etree.SubElement(box, "p", {"class": "hd"})
        _add(head, "span", "◆", {"class": "n", "aria-hidden": "true"})
        _add(head, "b", self.words[NAMES[finding.severity]])
        _add(head, "span", finding.code, {"dir": "ltr"})
        if finding.span is not None:
            line = f"{self.words['line']} {digits.number(finding.span.line, self.numerals)}"
            _add(head, "a" if ident else "span", line, {"href": f"#{ident}-place"} if ident else {})
        message = finding.message.in_language(self.language)
        if one.edits:
            _add(box, "p", message.partition(": «")[0], {"class": "msg", "dir": "auto"})
            self._edit(box, one)
        else:
            _add(box, "p", message, {"class": "msg", "dir": "auto"})
            _add(box, "p", finding.hint.in_language(self.language), {"class": "hint", "dir": "auto"})
        return aside

    def _edit(self, box: Element, one: Told) -> None:
        before, after, _ = before_and_after(one.edits, self.texts.get(one.edits[0].span.file, ""))
        row = etree.SubElement(box, "p", {"class": "fix"})
        _add(row, "del", _seen(before, after))
        _add(row, "span", "←" if self.language.startswith("ar") else "→", {"class": "ar", "aria-hidden": "true"})
        _add(row, "ins", _seen(after, before))


def _nearest(text: str, words: str, expected: int) -> int | None:
    """Return the place of words nearest to where they should be."""
    if not words or len(words) > len(text):
        return None
    places: list[int] = []
    at = text.find(words)
    while at >= 0:
        places.append(at)
        at = text.find(words, at + 1)
    return min(places, key=lambda place: abs(place - expected), default=None)


def _seen(text: str, other: str) -> str:
    """Return text with its spaces made visible where spaces are all the difference."""
    if text.split() == other.split() and text != other:
        return text.replace("\u00a0", "⍽").replace(" ", "·")
    return text or "∅"


def _add(parent: Element, tag: str, text: str, attributes: dict[str, str] | None = None) -> Element:
    element = etree.SubElement(parent, tag, attributes or {})
    element.text = text
    element.tail = " "
    return element
