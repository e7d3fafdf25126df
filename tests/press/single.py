"""A whole job as WeasyPrint makes it in one run, for comparison with the joined book.

What depends on a unit is said in ways that one document has: heads as named strings, each unit's pages under a name of
their own. What the engine counts by itself (folios, the pages that references name) is printed as the press found it: in
a long book the single run gets such numbers wrong, which is why the press counts.
"""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import weasyprint
from PIL import Image, ImageChops
from weasyprint.css.counters import CounterStyle

from publisher import composer
from publisher.arabic.digits import number
from publisher.press import Pressed
from publisher.press.fetch import JobFetcher
from publisher.press.job import FOLIO, Job
from publisher.press.shop import UnitHTML

DPI = 120
COUNTERS = {"arab": "arabic-indic", "arabext": "persian", "latn": "decimal"}
FAINT = 40
"""Difference of grey, of 255, that no one sees."""


def single_run(job: Job, pressed: Pressed) -> bytes:
    """Return the whole book as WeasyPrint makes it, with the composer, in one run."""
    composer.install()
    typesetting = composer.Typesetting(kashida=job.kashida)
    bodies = "".join(f'<div class="unit u{i} {unit.opens}">{unit.body}</div>' for i, unit in enumerate(job.units))
    bodies = re.sub(r'(href="#([^"]*)">)[٨8۸]+<', lambda m: f"{m[1]}{pressed.page_map[m[2]][1]}<", bodies)
    fetcher = JobFetcher(job.assets, {face.sha256: face.path for face in job.faces})
    sheet = "\n".join(one_sheet(job, pressed))
    shared = {"font_config": typesetting.font_config, "counter_style": CounterStyle(), "color_profiles": {}}
    css = weasyprint.CSS(string=sheet, url_fetcher=fetcher, **shared)
    text = f'<html lang="{job.language}" dir="{job.direction}"><body>{bodies}</body></html>'
    document = UnitHTML(text, fetcher).render(stylesheets=[css], **shared)
    return bytes(document.write_pdf(pdf_tags=True))


def one_sheet(job: Job, pressed: Pressed) -> Iterator[str]:
    """Yield the sheet of the units as one document needs it."""
    uncounted = pressed.folios.index(number(1, job.numerals))
    sheet = re.sub(r"var\(--head-(\w+)\)", r"string(\1)", job.sheet)
    yield sheet.replace(f'"{FOLIO}"', f"counter(folio, {COUNTERS[job.numerals]})")
    yield f"@page {{ counter-increment: folio }} @page :first {{ counter-reset: folio -{uncounted} }}"
    yield ".recto { break-before: recto } .next { break-before: page }"
    named = re.findall(r"@page (\w+)([^{]*)(\{(?:[^{}]|\{[^{}]*\})*\})", sheet)
    owners = re.findall(r"^(\.[^{}@]+?) \{[^{}]*?\bpage: (\w+)", sheet, re.MULTILINE)
    for i, unit in enumerate(job.units):
        heads = ", ".join(f'{name} "{text}"' for name, text in unit.heads.items())
        yield f".u{i} {{ string-set: {heads} }}"
        for name, which, rule in named:
            yield f"@page {name}{i}{which.replace(name, f'{name}{i}')}{rule}"
        for selectors, name in owners:
            yield f"{', '.join(f'.u{i} {part.strip()}' for part in selectors.split(','))} {{ page: {name}{i} }}"


def texts(path: Path) -> list[str]:
    """Return the text of each page, without white space and marks of direction."""
    read = subprocess.run(["pdftotext", "-enc", "UTF-8", path, "-"], capture_output=True, text=True, check=True).stdout
    return [re.sub(r"[\s\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", page) for page in read.split("\f")[:-1]]


def pictures(path: Path) -> list[Path]:
    """Return the pages as grey pictures."""
    subprocess.run(["pdftoppm", "-r", str(DPI), "-gray", path, path.with_suffix("")], check=True)
    return sorted(path.parent.glob(f"{path.stem}-*.pgm"))


def unlike(joined: Path, single: Path) -> dict[str, tuple[int, ...]]:
    """Return the pages, from 1, on which two files differ: in text, and in pictures."""
    said = list(zip(texts(joined), texts(single), strict=True))
    shown = list(zip(pictures(joined), pictures(single), strict=True))
    assert len(said) == len(shown)
    return {
        "text": tuple(i for i, (mine, theirs) in enumerate(said, 1) if mine != theirs),
        "picture": tuple(i for i, (mine, theirs) in enumerate(shown, 1) if is_unlike(mine, theirs)),
    }


def is_unlike(mine: Path, theirs: Path) -> bool:
    """Whether two pictures differ visibly."""
    with Image.open(mine) as a, Image.open(theirs) as b:
        return a.size != b.size or ImageChops.difference(a, b).getextrema()[1] > FAINT
