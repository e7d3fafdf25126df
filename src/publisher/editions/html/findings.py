"""Findings of the build, each in the margin beside its place, with the words that it speaks of marked in the text."""

from collections import Counter
from collections.abc import Iterable

from lxml import etree

from publisher.arabic import digits
from publisher.diagnostic import Diagnostic, Severity
from publisher.direction.flat import flatten, wrap
from publisher.source import SourceFile, Span
from publisher.words import words_of

Element = etree._Element  # noqa: SLF001 - lxml's only name for the type

MOST = 400
"""Most findings shown; the rest are counted."""


def place_findings(
    main: Element,
    findings: Iterable[Diagnostic],
    sources: tuple[SourceFile, ...],
    language: str,
    numerals: str,
) -> Counter[Severity]:
    """Put findings into the page; return how many there are of each severity."""
    told = sorted(findings, key=lambda d: (d.span is None, d.span.start if d.span else 0))
    texts = {source.name: source.text for source in sources}
    places = _places(main)
    writer = _Writer(language, numerals)
    after: dict[Element, Element] = {}
    for number, finding in enumerate(told[:MOST], 1):
        block = _block_of(finding.span, places)
        ident = f"finding-{number}"
        is_marked = block is not None and finding.span is not None and _mark(block, finding, texts, ident)
        top = _top(main, block) if block is not None else None
        aside = writer.aside(finding, texts, ident if is_marked else "")
        if top is None:
            main.insert(0, aside)
            continue
        last = after.get(top, top)
        last.addnext(aside)
        aside.tail, last.tail = last.tail, None
        after[top] = aside
    return Counter(finding.severity for finding in told)


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


def _mark(block: Element, finding: Diagnostic, texts: dict[str, str], ident: str) -> bool:
    """Mark the words that a finding speaks of; they may already stand as its fix has them."""
    span = finding.span
    assert span is not None  # noqa: S101 - the caller has looked
    source = texts.get(span.file, "")
    typed = source[span.start : span.end].strip()
    wanted = [finding.fix.replacement.strip()] if finding.fix else []
    flat = flatten(block)
    for words in (*wanted, typed):
        at = flat.text.find(words) if words and len(words) <= len(flat.text) else -1
        if at >= 0:
            mark = etree.Element("mark", {"class": _CLASSES[finding.severity], "id": f"{ident}-place"})
            wrap(flat, [(at, at + len(words), mark)])
            return True
    return False


_CLASSES = {Severity.ERROR: "err", Severity.WARNING: "warn", Severity.NOTE: "note"}
_NAMES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "finding-note"}


class _Writer:
    """Writes findings as elements of the margin."""

    def __init__(self, language: str, numerals: str) -> None:
        self.language = language
        self.numerals = numerals
        self.words = words_of(language)

    def aside(self, finding: Diagnostic, texts: dict[str, str], ident: str) -> Element:
        aside = etree.Element("aside", {"class": f"f {_CLASSES[finding.severity]}"})
        box = etree.SubElement(aside, "div")
        head = etree.SubElement(box, "p", {"class": "hd"})
        _add(head, "span", "◆", {"class": "n", "aria-hidden": "true"})
        _add(head, "b", self.words[_NAMES[finding.severity]])
        _add(head, "span", finding.code, {"dir": "ltr"})
        if finding.span is not None:
            line = f"{self.words['line']} {digits.number(finding.span.line, self.numerals)}"
            attributes = {"href": f"#{ident}-place"} if ident else {}
            _add(head, "a" if ident else "span", line, attributes)
        _add(box, "p", finding.message.in_language(self.language), {"class": "msg", "dir": "auto"})
        if finding.fix is not None:
            self._fix(box, finding, texts)
        elif finding.hint.in_language(self.language):
            _add(box, "p", finding.hint.in_language(self.language), {"class": "hint", "dir": "auto"})
        return aside

    def _fix(self, box: Element, finding: Diagnostic, texts: dict[str, str]) -> None:
        assert finding.fix is not None  # noqa: S101 - the caller has looked
        span = finding.fix.span
        before = texts.get(span.file, "")[span.start : span.end]
        row = etree.SubElement(box, "p", {"class": "fix"})
        _add(row, "del", _seen(before))
        _add(row, "span", "←" if self.language.startswith("ar") else "→", {"class": "ar", "aria-hidden": "true"})
        _add(row, "ins", _seen(finding.fix.replacement))


def _seen(text: str) -> str:
    """Return text with its spaces visible when it is nothing but spaces."""
    return text if text.strip() else "␣" * len(text) or "∅"


def _add(parent: Element, tag: str, text: str, attributes: dict[str, str] | None = None) -> Element:
    element = etree.SubElement(parent, tag, attributes or {})
    element.text = text
    element.tail = " "
    return element
