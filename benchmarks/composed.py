"""One text laid out and written in this process, by WeasyPrint alone or with the composer, and what that took.

    python benchmarks/composed.py '{"path": …, "kashida": null, "trim": "A5", "face": null, "out": …}'

Prints one line of JSON: figures, and the lines that came out loose or were left to WeasyPrint.
"""

import json
import re
import resource
import sys
import time
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]


from publisher.press.job import Job  # noqa: E402 - found through the path above

FAMILY = "Amiri 1"
LOOSE = 0.6
"""Word spaces wider than this (in em) are loose."""
_BLANK = re.compile(r"<(style|title|script)\b.*?</\1>|<a\b[^>]*class=\"pr\".*?</a>", re.DOTALL)
_BLOCK = re.compile(r"</?(?:p|div|li|td|th|tr|h\d|section|nav|br|blockquote|figcaption|pre|ul|ol|table)\b[^>]*>")


def plain_text(html: str) -> str:
    """Return the text of a page of HTML, without the blanks of its page references."""
    return unescape(re.sub(r"<[^>]+>", "", _BLOCK.sub(" ", _BLANK.sub(" ", html))))


def job_of_manuscript(path: Path, trim: str, kashida: str) -> Job:
    """Return what the press is given for the manuscript at a path, at a trim."""
    from publisher.build.path import prepare
    from publisher.editions import Materials
    from publisher.editions.pdf import print_job

    prepared = prepare(path, {"page.trim": trim, "typography.kashida": kashida})
    return print_job(prepared.book, Materials(prepared.settings, prepared.faces, prepared.assets))


def pages_of_manuscript(job: Job) -> list[str]:
    """Return the XHTML of each unit, with two digits of room in each page reference."""
    from publisher.press.facts import Facts, document_of, references

    return [
        document_of(job, unit, Facts(tuple((name, 2) for name in sorted(references(unit))), is_verso=False))
        for unit in job.units
    ]


def book_of_bench(path: Path, face: Path | None) -> str:
    """Return the HTML of a book that `make_book.py` wrote, set in Amiri or another face."""
    from publisher.fonts.manifest import shipped

    html = path.read_text(encoding="utf-8").replace("font-family:Amiri", f'font-family:"{FAMILY}"')
    files = {f.weight: f.path for f in shipped() if f.family == FAMILY}
    rules = "".join(
        f'@font-face{{font-family:"{FAMILY}";font-weight:{weight};src:url({(face or file).as_uri()})}}'
        for weight, file in files.items()
    )
    return html.replace("<style>", f"<style>{rules}", 1)


class Clock:
    """CPU seconds of named parts of a build."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = dict.fromkeys(("layout", "drawing", "fonts", "writing"), 0.0)

    def timed(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return a function that adds its CPU time to a part."""

        def run(*arguments: Any, **named: Any) -> Any:
            before = time.process_time()
            try:
                return function(*arguments, **named)
            finally:
                self.seconds[name] += time.process_time() - before

        return run


def documents(request: dict[str, Any], clock: Clock) -> Iterator[tuple[Any, Any, str]]:
    """Yield each laid-out document, its typesetting (None where WeasyPrint is alone) and its HTML."""
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    from publisher.composer import Report, Typesetting, install

    path, kashida = Path(request["path"]), request["kashida"]
    typesetting = None
    if kashida is not None:
        install()
        typesetting = Typesetting(kashida)
    config = typesetting.font_config if typesetting else FontConfiguration()
    if path.suffix == ".html":
        html = book_of_bench(path, Path(request["face"]) if request["face"] else None)
        yield clock.timed("layout", lambda: HTML(string=html).render(font_config=config))(), typesetting, html
        return
    from weasyprint.css.counters import CounterStyle

    from publisher.press.fetch import JobFetcher
    from publisher.press.shop import UnitHTML

    job = job_of_manuscript(path, request["trim"], kashida or "none")
    fetcher = JobFetcher(job.assets, {face.sha256: face.path for face in job.faces})
    shared: dict[str, Any] = {"font_config": config, "counter_style": CounterStyle(), "color_profiles": {}}
    sheet = clock.timed("layout", CSS)(string=job.sheet, url_fetcher=fetcher, **shared)
    for html in pages_of_manuscript(job):
        if typesetting:
            typesetting.report = Report()
        render = clock.timed("layout", UnitHTML(html, fetcher).render)
        yield render(stylesheets=[sheet], **shared), typesetting, html


def peak_megabytes() -> float:
    """Return the most memory that this process has had; what its parent had does not count where Linux tells it."""
    status = Path("/proc/self/status")
    found = re.search(r"VmHWM:\s*(\d+)", status.read_text()) if status.is_file() else None
    return (int(found[1]) if found else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) / 1024


def measure(request: dict[str, Any]) -> dict[str, Any]:
    """Lay a text out, write it, and return its figures."""
    import weasyprint.document
    import weasyprint.pdf

    from publisher.composer.quality import Quality, quality_of

    clock = Clock()
    weasyprint.document.Page.paint = clock.timed("drawing", weasyprint.document.Page.paint)
    weasyprint.pdf.build_fonts_dictionary = clock.timed("fonts", weasyprint.pdf.build_fonts_dictionary)
    out = Path(request["out"])
    made: list[tuple[Path, Quality]] = []
    left: dict[str, int] = {}
    loose: dict[str, float] = {}
    text, pages = [], 0
    for n, (document, typesetting, html) in enumerate(documents(request, clock)):
        pdf = out.with_name(f"{out.stem}-{n}.pdf")
        clock.timed("writing", document.write_pdf)(pdf)
        lines = quality_of(document)
        made.append((pdf, lines))
        loose.update({line.text: line.space for line in lines.loose(LOOSE)})
        for reason, count in (typesetting.report.lines_fallen_back if typesetting else {}).items():
            left[reason] = left.get(reason, 0) + count
        text.append(plain_text(html))
        pages += len(document.pages)
    clock.seconds["writing"] -= clock.seconds["drawing"] + clock.seconds["fonts"]
    peak = peak_megabytes()
    from benchmarks.edges import drawn_edges  # after the peak is taken: MuPDF is large itself

    return {
        "cpu": clock.seconds,
        "quality": Quality([line for _, lines in made for line in lines.lines]).figures(),
        "edges": [edge for pdf, lines in made for edge in drawn_edges(pdf, lines.lines)],
        "megabytes": peak,
        "pages": pages,
        "left": left,
        "loose": loose,
        "text": " ".join(text),
        "pdfs": [str(pdf) for pdf, _ in made],
    }


if __name__ == "__main__":
    print(json.dumps(measure(json.loads(sys.argv[1]))))
