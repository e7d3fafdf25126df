"""Nothing lost on the way to paper: the text of the laid-out boxes against the text that was to be set, unit by unit."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from lxml import etree, html

from publisher.arabic.letters import INVISIBLE, TATWEEL
from publisher.book import Book, Chapter, Part
from publisher.diagnostic import Diagnostic, Said, error
from publisher.nodes import Code, CodeBlock, Quran, Scripture, Text
from publisher.press.job import Unit
from publisher.walk import chapter_blocks, iter_inlines, own_runs

TEXT_LOST = error(
    "text-lost",
    Said("نصّ لم يصل إلى الصفحة في {unit}: «{signs}»", "text of {unit} did not reach the page: “{signs}”"),
    Said("هذا خلل في الأداة: أبلغ عنه ومعه المخطوطة.", "this is a fault of the tool: report it with the manuscript."),
)
TEXT_INVENTED = error(
    "text-invented",
    Said("نصّ في الصفحة ليس في {unit}: «{signs}»", "the page has text that {unit} has not: “{signs}”"),
    Said("هذا خلل في الأداة: أبلغ عنه ومعه المخطوطة.", "this is a fault of the tool: report it with the manuscript."),
)
NOTES_LOST = error(
    "notes-lost",
    Said("حواشٍ لم تُطبع: نودي على {called} وطُبع {printed}", "notes were lost: {called} called, {printed} set"),
    Said("هذا خلل في الأداة: أبلغ عنه ومعه المخطوطة.", "this is a fault of the tool: report it with the manuscript."),
)

_UNCOUNTED = re.compile(f"[\\s{TATWEEL}{''.join(sorted(INVISIBLE))}]+")


def check_text(units: tuple[Unit, ...], laid_out: Mapping[str, str]) -> Iterator[Diagnostic]:
    """Yield an error for every unit whose pages hold other signs than its text; spaces and joiners do not count."""
    for unit in units:
        wanted = Counter(_signs(_text_of(unit)))
        found = Counter(_signs(laid_out.get(unit.id, "")))
        if missing := wanted - found:
            yield TEXT_LOST.at(None, unit=unit.name or unit.id, signs=_sample(missing))
        if extra := found - wanted:
            yield TEXT_INVENTED.at(None, unit=unit.name or unit.id, signs=_sample(extra))


def check_book(book: Book, units: tuple[Unit, ...]) -> Iterator[Diagnostic]:
    """Yield an error for every chapter whose unit lacks a sign that the Book has in its text or its notes."""
    texts = {unit.id: Counter(_signs(_text_of(unit))) for unit in units}
    openings = {
        division.opening.id: division.id for division in book.body if isinstance(division, Part) and division.opening
    }
    for chapter in book.chapters():
        unit = openings.get(chapter.id, chapter.id)
        wanted = Counter(_signs("".join(_author_texts(chapter))))
        if missing := wanted - texts.get(unit, Counter()):
            yield TEXT_LOST.at(None, unit=unit, signs=_sample(missing))


def _author_texts(chapter: Chapter) -> Iterator[str]:
    """Yield the author's words of a chapter: text, code, scripture; not what the tool numbers or draws."""
    for block in chapter_blocks(chapter):
        for run in own_runs(block):
            for inline in iter_inlines(run):
                if isinstance(inline, Text | Code | Scripture):
                    yield inline.text
        if isinstance(block, CodeBlock):
            yield block.text
        elif isinstance(block, Quran):
            yield block.text + block.reference


def check_notes(called: int, printed: int) -> Iterator[Diagnostic]:
    """Yield an error when not every note that is called was set."""
    if called != printed:
        yield NOTES_LOST.at(None, called=called, printed=printed)


def _text_of(unit: Unit) -> str:
    """Return the text of a unit without the blanks of page references, which are stamped late."""
    tree = html.fragment_fromstring(unit.body, create_parent="div")
    for reference in tree.xpath("//a[@class='pr']"):
        reference.text = None
    for drawing in tree.xpath("//*[local-name()='svg']"):
        etree.strip_elements(drawing, "*", with_tail=False)
        drawing.text = None
    return "".join(tree.itertext())


def _signs(text: str) -> str:
    return _UNCOUNTED.sub("", text)


def _sample(signs: "Counter[str]") -> str:
    return "".join(sorted(signs.elements()))[:40]
