"""Small books for the press's tests: units in plain words, and a style sheet with a head, a folio, notes and links."""

import io
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from PIL import Image

from publisher.fonts.manifest import shipped
from publisher.press import Pressed, print_job
from publisher.press.job import FOLIO, FaceFile, Job, Mark, Unit

FACES = tuple(FaceFile(f.family, f.weight, str(f.path), f.sha256) for f in shipped())
RULES = "".join(
    f'@font-face {{ font-family: "{f.family}"; font-weight: {f.weight}; src: url("face:{f.sha256}") }}\n' for f in FACES
)
PAGE = f"""
@page {{ size: 120mm 160mm; margin: 15mm 12mm; font: 10pt "Amiri 1"; @bottom-center {{ content: "{FOLIO}" }}
        @top-center {{ content: var(--head-chapter) }} }}
@page :blank {{ @bottom-center {{ content: none }} @top-center {{ content: none }} }}
"""
TEXT = """
html { font: 11pt/1.6 "Amiri 1"; text-align: justify }
body, p, figure { margin: 0 }
a { color: inherit; text-decoration: none }
.fn { float: footnote; footnote-policy: line; font-size: 9pt; line-height: 1.4 }
.fn::footnote-call { content: attr(data-call); font-size: .7em }
.fn::footnote-marker { content: attr(data-call) " " }
"""
WORDS = [
    "كتب",
    "الوراقون",
    "في",
    "بغداد",
    "كتبهم",
    "على",
    "مهل",
    "وكانوا",
    "يقابلون",
    "كل",
    "نسخة",
    "على",
    "أصلها",
    "قبل",
    "أن",
    "تباع",
    "في",
    "السوق",
    "ثم",
    "جاءت",
    "المطبعة",
    "فصار",
    "الخطأ",
    "الواحد",
    "يعاد",
    "ألف",
    "مرة",
    "وصارت",
    "المقابلة",
    "أوجب",
    "مما",
    "كانت",
    "عليه",
    "من",
    "قبل",
]


def prose(seed: int, words: int) -> str:
    """Return some words, another order for each seed."""
    step = 1 + seed * 2 % 5
    return " ".join(WORDS[(seed * 7 + i * step) % len(WORDS)] for i in range(words)) + "."


def reference(target: str) -> str:
    """Return a page reference."""
    return f'<a class="pr" href="#{target}">٨٨</a>'


def note(number: str, text: str) -> str:
    """Return a note at its call."""
    return f'<span class="fn" data-call="{number}">{text}</span>'


def chapter(index: int, words: int = 300, *, extra: str = "", count: int = 3, opens: str = "recto") -> Unit:
    """Return a chapter that refers to the next one and has a note."""
    other = index % count + 1
    body = (
        f'<section id="c{index}"><h1 id="c{index}-h">باب {WORDS[index]}</h1>'
        f'<p id="c{index}-p1">{prose(index, 20)} انظر صفحة {reference(f"c{other}-h")} ثم '
        f"{prose(index + 1, 8)}{note('١', prose(index, 6))} {prose(index, words)}</p>{extra}"
        f'<p id="c{index}-p2">{prose(index + 2, words)}</p></section>'
    )
    return Unit(f"c{index}", body, opens=opens, heads={"chapter": f"باب {WORDS[index]}"})


def job_of(*units: Unit, sheet: str = "", assets: Mapping[str, bytes] | None = None, **changes: Any) -> Job:
    """Return a job; its outline names the chapters."""
    job = Job(
        units=units,
        sheet=RULES + PAGE + TEXT + sheet,
        faces=changes.pop("faces", FACES),
        assets=assets or {},
        outline=tuple(Mark(f"باب {unit.id}", f"{unit.id}-h", 1) for unit in units if f'id="{unit.id}-h"' in unit.body),
        language="ar",
        direction="rtl",
        numerals="arab",
        title="كتاب الاختبار",
        authors=("كاتب أول", "كاتبة ثانية"),
    )
    return replace(job, **changes)


def small_book(**changes: Any) -> Job:
    """Return three chapters after a contents page."""
    chapters = [chapter(i) for i in (1, 2, 3)]
    rows = "".join(f"<p>باب {reference(f'c{i}-h')}</p>" for i in (1, 2, 3))
    contents = Unit("contents", f'<section id="contents">{rows}</section>', series="front")
    return job_of(contents, *chapters, **changes)


def quiet(_: str) -> None:
    """Hear no progress."""


def print_alone(job: Job) -> Pressed:
    """Print without a cache, in this process."""
    return print_job(job, None, 1, quiet)


@cache
def small_pressed() -> Pressed:
    """Return the small book, printed once for all tests."""
    return print_alone(small_book())


def picture(colour: tuple[int, int, int], *, alpha: bool = False) -> bytes:
    """Return a small PNG."""
    out = io.BytesIO()
    Image.new("RGBA" if alpha else "RGB", (40, 30), (*colour, 128) if alpha else colour).save(out, "PNG")
    return out.getvalue()
