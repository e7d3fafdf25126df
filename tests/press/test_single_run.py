"""The joined book is the book that WeasyPrint makes in one run, page for page, in text and in pixels.

What the engine counts by itself in one run (folios, and the pages that references name) is printed there as the press
found it: in a long book the single run gets such numbers wrong, which is why the press counts.
"""

import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
import weasyprint
from PIL import Image, ImageChops
from tests.press.books import chapter, job_of, note, picture, print_alone, prose

from publisher import composer
from publisher.press import Pressed
from publisher.press.fetch import JobFetcher
from publisher.press.job import FOLIO, Job
from publisher.press.shop import UnitHTML

pytestmark = pytest.mark.tool("pdftotext", "pdftoppm")
ROWS = "".join(f'<tr><th scope="row">صف {i}</th><td>قيمة {i} من القيم</td></tr>' for i in range(30))
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"><title>رسم</title>'
    '<circle cx="20" cy="20" r="15" fill="#a00"/><rect x="30" y="5" width="25" height="20" fill="#0a0" opacity=".5"/></svg>'
)
KINDS = f"""
<figure><img src="asset:a.png" alt="صورة"/><figcaption>شكل ١</figcaption></figure>
<p><img src="asset:b.png" alt="شفافة" style="float:left"/>{prose(4, 60)}</p>
<p>{DRAWING}</p>
<div style="opacity:.4"><p>{prose(2, 12)}</p></div>
<div style="background:linear-gradient(red,blue);height:10mm"></div>
<ul><li>{prose(1, 9)}<ul><li>{prose(3, 5)}</li></ul></li><li>{prose(2, 7)}</li></ul>
<table><thead><tr><th>أ</th><th>ب</th></tr></thead><tbody>{ROWS}</tbody></table>
<p>{prose(6, 30)} <span lang="en" dir="ltr">some <b>English</b> words 2024</span> {prose(2, 30)}{note("٢", prose(3, 9))}</p>
<p><a href="https://example.org/">{prose(3, 4)}</a></p>"""
HEAD = {"chapter": "رأس واحد"}
DPI = 60


def book(sheet: str = "") -> Job:
    chapters = [
        chapter(1, 260, count=4),
        chapter(2, 90, extra=KINDS, count=4),
        chapter(3, 400, count=4),
        chapter(4, 30, count=4),
    ]
    assets = {"a.png": picture((200, 0, 0)), "b.png": picture((0, 0, 200), alpha=True)}
    return job_of(*(replace(unit, heads=HEAD) for unit in chapters), assets=assets, sheet=sheet)


def single_run(job: Job, pressed: Pressed) -> bytes:
    """Return the whole book as WeasyPrint makes it, with the composer, in one run."""
    composer.install()
    typesetting = composer.Typesetting(kashida=job.kashida)
    bodies = "".join(f'<div class="unit">{unit.body}</div>' for unit in job.units)
    bodies = re.sub(r'(href="#([^"]*)">)٨٨<', lambda m: f"{m[1]}{pressed.page_map[m[2]][1]}<", bodies)
    sheet = job.sheet.replace(f'"{FOLIO}"', "counter(page, arabic-indic)") + ".unit { break-before: recto }"
    fetcher = JobFetcher(job.assets, {face.sha256: face.path for face in job.faces})
    css = weasyprint.CSS(string=sheet, url_fetcher=fetcher, font_config=typesetting.font_config)
    head = f'<head><style>html{{--head-chapter:"{HEAD["chapter"]}"}}</style></head>'
    text = f'<html lang="ar" dir="rtl">{head}<body>{bodies}</body></html>'
    document = UnitHTML(text, fetcher).render(font_config=typesetting.font_config, stylesheets=[css])
    return bytes(document.write_pdf(pdf_tags=True))


def texts(path: Path) -> list[str]:
    read = subprocess.run(["pdftotext", "-enc", "UTF-8", path, "-"], capture_output=True, text=True, check=True).stdout
    return [re.sub(r"[\s\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", page) for page in read.split("\f")[:-1]]


def pictures(path: Path) -> list[Path]:
    subprocess.run(["pdftoppm", "-r", str(DPI), "-gray", path, path.with_suffix("")], check=True)
    return sorted(path.parent.glob(f"{path.stem}-*.pgm"))


@pytest.mark.parametrize("sheet", ["", "@page { bleed: 3mm; marks: crop cross }"], ids=["plain", "bleed and marks"])
def test_joined_is_what_one_run_makes(tmp_path: Path, sheet: str) -> None:
    job = book(sheet)
    pressed = print_alone(job)
    joined, single = tmp_path / "joined.pdf", tmp_path / "single.pdf"
    joined.write_bytes(pressed.pdf)
    single.write_bytes(single_run(job, pressed))
    assert texts(joined) == texts(single)
    pages = list(zip(pictures(joined), pictures(single), strict=True))
    assert len(pages) == pressed.report["pages"] > 12
    for mine, theirs in pages:
        with Image.open(mine) as a, Image.open(theirs) as b:
            difference = ImageChops.difference(a, b)
            assert (difference.getextrema()[1], mine.name) <= (40, mine.name), difference.getbbox()
