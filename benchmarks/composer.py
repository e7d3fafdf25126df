"""Stock WeasyPrint beside the composer on one book: CPU, word spaces, rivers, kashidas, edges, words that come back.

    .venv/bin/python benchmarks/composer.py book.html [--kashida light] [--face FONT.ttf] [--runs 1]

The book is HTML set in Amiri (as `make_book.py` writes it). Each build runs in a process of its own; CPU is the least
of the runs.
"""

import argparse
import json
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from tests.composer.recovery import EXTRACTORS, recovered  # noqa: E402 - found through the path above
from tests.composer.setting_up import AMIRI, AMIRI_BOLD  # noqa: E402

FAMILY = "Amiri 1"


def book(path: Path, face: Path | None) -> str:
    """Return the HTML of a book in the face asked for."""
    html = path.read_text(encoding="utf-8").replace("font-family:Amiri", f'font-family:"{FAMILY}"')
    rules = "".join(
        f'@font-face{{font-family:"{FAMILY}";font-weight:{weight};src:url({file.as_uri()})}}'
        for weight, file in ((400, face or AMIRI), (700, face or AMIRI_BOLD))
    )
    return html.replace("<style>", f"<style>{rules}", 1)


def source_words(html: str) -> str:
    """Return the text of a book without its markup."""
    body = re.sub(r"<(style|title)>.*?</\1>", "", html, flags=re.DOTALL)
    return unescape(re.sub(r"<[^>]+>", " ", body))


class Clock:
    """CPU seconds of named parts of a build."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def timed(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return a function that adds its CPU time to a part."""

        def run(*arguments: Any, **named: Any) -> Any:
            before = time.process_time()
            try:
                return function(*arguments, **named)
            finally:
                self.seconds[name] = self.seconds.get(name, 0.0) + time.process_time() - before

        return run


def build(path: Path, face: Path | None, kashida: str | None, out: Path) -> dict[str, Any]:
    """Build a book in this process and return its figures."""
    import weasyprint.document
    import weasyprint.pdf
    from weasyprint import HTML

    from publisher.composer import Typesetting, install
    from publisher.composer.quality import quality_of

    clock = Clock()
    typesetting = None
    if kashida is not None:
        install()
        typesetting = Typesetting(kashida)
    weasyprint.document.Page.paint = clock.timed("drawing", weasyprint.document.Page.paint)
    weasyprint.pdf.build_fonts_dictionary = clock.timed("fonts", weasyprint.pdf.build_fonts_dictionary)
    html = book(path, face)
    config = typesetting.font_config if typesetting else None
    document = clock.timed("layout", lambda: HTML(string=html).render(font_config=config))()
    clock.timed("writing", document.write_pdf)(out)
    cpu = clock.seconds
    cpu["writing"] -= cpu["drawing"] + cpu["fonts"]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    figures = {f"CPU {name}": seconds for name, seconds in cpu.items()}
    figures |= {"CPU all": sum(cpu.values()), "pages": len(document.pages), "peak megabytes": peak}
    figures |= {f"lines {name}": value for name, value in quality_of(document).figures().items()}
    report = typesetting.report if typesetting else None
    return {"figures": figures, "fallen back": report.lines_fallen_back if report else {}}


def built(arguments: argparse.Namespace, kashida: str | None, out: Path) -> dict[str, Any]:
    """Build in fresh processes and return the figures, with the least CPU of the runs."""
    command = [sys.executable, __file__, str(arguments.book), "--child", str(out)]
    command += ["--kashida", kashida] if kashida else ["--stock"]
    command += ["--face", str(arguments.face)] if arguments.face else []
    runs = [json.loads(subprocess.run(command, capture_output=True, check=True).stdout) for _ in range(arguments.runs)]
    made: dict[str, Any] = min(runs, key=lambda run: run["figures"]["CPU all"])
    text = source_words(arguments.book.read_text(encoding="utf-8"))
    for name, extract in EXTRACTORS.items():
        made["figures"][f"words in {name}, %"] = 100 * recovered(text, extract(out))[0]
    made["figures"]["kilobytes"] = out.stat().st_size / 1024
    return made


def main() -> None:
    """Print the two builds side by side."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("book", type=Path)
    parser.add_argument("--kashida", default="light")
    parser.add_argument("--face", type=Path)
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--out", type=Path, default=Path("build/bench"))
    parser.add_argument("--child", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--stock", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.child:
        made = build(arguments.book, arguments.face, None if arguments.stock else arguments.kashida, arguments.child)
        print(json.dumps(made))
        return
    arguments.out.mkdir(parents=True, exist_ok=True)
    stock = built(arguments, None, arguments.out / "stock.pdf")
    composed = built(arguments, arguments.kashida, arguments.out / "composed.pdf")
    print(f"{'':24}{'stock':>12}{'composed':>12}{'ratio':>9}")
    for name, value in stock["figures"].items():
        other = composed["figures"].get(name, 0.0)
        ratio = f"{other / value:9.2f}" if name.startswith("CPU") and value else ""
        print(f"{name:24}{value:12.3f}{other:12.3f}{ratio}")
    print("left to WeasyPrint:", composed["fallen back"])


if __name__ == "__main__":
    main()
