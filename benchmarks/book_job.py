"""The bench's book as a job for the press: units and a style sheet with the geometry of `book.html`.

With apparatus, every fourth paragraph bears a note, every fifth a page reference, and the contents list every section.
"""

import html
import random
from collections.abc import Iterator

from make_book import Chapter

from publisher.arabic.digits import number
from publisher.fonts.manifest import shipped
from publisher.press.job import FOLIO, FaceFile, Job, Mark, Unit

SHEET = f"""
@page {{ size: 148mm 210mm; margin: 18mm 16mm; @bottom-center {{ content: "{FOLIO}"; font: 12pt "Amiri 1" }} }}
html {{ font: 12pt/1.6 "Amiri 1"; text-align: justify }}
body {{ margin: 0 }}
p {{ margin: 0 }}
h1 {{ font-size: 20pt }} h2 {{ font-size: 15pt }}
a {{ color: inherit; text-decoration: none }}
.row {{ display: flex; justify-content: space-between }}
.fn {{ float: footnote; footnote-policy: line; font-size: 9.5pt; line-height: 1.4 }}
.fn::footnote-call {{ content: attr(data-call); font-size: .7em; vertical-align: .4em; line-height: 0 }}
.fn::footnote-marker {{ content: attr(data-call) "\\2002" }}
"""


def job_of(chapters: list[Chapter], *, has_apparatus: bool, opens: str = "recto") -> Job:
    """Return the job of a book."""
    units = [_contents(chapters, has_apparatus)]
    units += [_unit(i, chapter, len(chapters), has_apparatus, opens) for i, chapter in enumerate(chapters)]
    faces = tuple(FaceFile(f.family, f.weight, str(f.path), f.sha256) for f in shipped())
    rules = "".join(
        f'@font-face {{ font-family: "{f.family}"; font-weight: {f.weight}; src: url("face:{f.sha256}") }}\n'
        for f in shipped()
    )
    return Job(
        units=tuple(units),
        sheet=rules + SHEET,
        faces=faces,
        assets={},
        outline=tuple(_marks(chapters)),
        language="ar",
        direction="rtl",
        numerals="arab",
        title="كتاب القياس",
        authors=("برنامج القياس",),
    )


def _marks(chapters: list[Chapter]) -> Iterator[Mark]:
    for i, (title, sections) in enumerate(chapters):
        yield Mark(title, f"c{i}", 1)
        for j, (heading, _) in enumerate(sections):
            yield Mark(heading, f"c{i}-s{j}", 2)


def _contents(chapters: list[Chapter], has_apparatus: bool) -> Unit:
    rows = [
        f'<div class="row"><span>{html.escape(mark.label)}</span><span><a class="pr" href="#{mark.target}">٨٨</a></span></div>'
        for mark in _marks(chapters)
        if has_apparatus or mark.level == 1
    ]
    return Unit("contents", f'<section id="contents">{"".join(rows)}</section>', series="front")


def _unit(i: int, chapter: Chapter, count: int, has_apparatus: bool, opens: str) -> Unit:
    title, sections = chapter
    chance = random.Random(i)
    out = [f'<section id="unit-c{i}"><h1 id="c{i}">{html.escape(title)}</h1>']
    paragraphs = notes = 0
    for j, (heading, blocks) in enumerate(sections):
        out.append(f'<h2 id="c{i}-s{j}">{html.escape(heading)}</h2>')
        for block in blocks:
            if isinstance(block, list):
                out.append("<ul>" + "".join(f"<li>{html.escape(item)}</li>" for item in block) + "</ul>")
                continue
            paragraphs += 1
            words = [html.escape(word) for word in block.split()]
            if has_apparatus and paragraphs % 5 == 2:
                target = f"c{chance.randrange(count)}-s{chance.randrange(6)}"
                at = chance.randrange(3, len(words) - 2)
                words[at] += f' (انظر صفحة <a class="pr" href="#{target}">٨٨</a>)'
            if has_apparatus and paragraphs % 4 == 1:
                notes += 1
                at = chance.randrange(3, len(words) - 2)
                words[at] += f'<span class="fn" data-call="{number(notes, "arab")}">{" ".join(words[:3])}</span>'
            out.append(f"<p>{' '.join(words)}</p>")
    return Unit(f"c{i}", "".join([*out, "</section>"]), opens=opens)
