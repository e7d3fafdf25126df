"""The made book in the form that each typesetter takes: Markdown, HTML, Typst, LaTeX, all with one geometry."""

from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path

from benchmarks.made_book import MadeChapter, MadeList

SETTINGS = """title = "كتاب القياس"
authors = ["برنامج القياس"]
language = "ar"
kind = "book"
style = "kitab"

[page]
trim = "A5"
inner = 16
outer = 16
head = 18
foot = 18

[typography]
size = 12
leading = 1.6
kashida = "light"
"""
HTML_HEAD = (
    '<!DOCTYPE html><html dir="rtl" lang="ar"><head><meta charset="utf-8"><title>كتاب</title><style>'
    "@page{size:A5;margin:18mm 16mm;@bottom-center{content:counter(page)}}"
    "body{margin:0;font-family:Amiri;font-size:12pt;line-height:1.6;text-align:justify}"
    "h1{break-before:page;font-size:20pt}h2{font-size:15pt}p{margin:0}"
    "#toc a::after{content:leader(dotted) target-counter(attr(href),page)}"
    '</style></head><body><nav id="toc">'
)
TYPST_HEAD = """#set page(paper: "a5", margin: (x: 16mm, y: 18mm), numbering: "1")
#set text(font: "Amiri", size: 12pt, lang: "ar", dir: rtl)
#set par(justify: true, leading: 0.9em)
#show heading.where(level: 1): it => {pagebreak(weak: true); it}
#outline(depth: 1)
"""
LATEX_HEAD = r"""\documentclass[12pt,a5paper]{book}
\usepackage[margin=16mm]{geometry}
\usepackage{polyglossia}
\setmainlanguage[numerals=maghrib]{arabic}
\newfontfamily\arabicfont[Script=Arabic]{Amiri}
\begin{document}
\tableofcontents
"""


def write_forms(chapters: Sequence[MadeChapter], folder: Path) -> None:
    """Write the book in every form: `manuscript/`, book.html, book.typ, book.tex."""
    manuscript = folder / "manuscript"
    manuscript.mkdir(parents=True, exist_ok=True)
    (manuscript / "book.toml").write_text(SETTINGS, encoding="utf-8")
    for number, chapter in enumerate(chapters, 1):
        (manuscript / f"{number:03}.md").write_text(as_markdown(chapter), encoding="utf-8")
    for name, form in (("book.html", as_html), ("book.typ", as_typst), ("book.tex", as_latex)):
        (folder / name).write_text(form(chapters), encoding="utf-8")


def as_markdown(chapter: MadeChapter) -> str:
    """Return one chapter for this project."""
    return "\n".join([f"# {chapter.title}\n", *_body(chapter, "## {}\n", "{}\n", "- {}", "\n".join, str)])


def as_html(chapters: Sequence[MadeChapter]) -> str:
    """Return the book for WeasyPrint as it comes, and for a browser."""
    out = [HTML_HEAD]
    out += [f'<div><a href="#c{at}">{escape(chapter.title)}</a></div>' for at, chapter in enumerate(chapters)]
    out.append("</nav>")
    for at, chapter in enumerate(chapters):
        out.append(f'<h1 id="c{at}">{escape(chapter.title)}</h1>')
        out += _body(chapter, "<h2>{}</h2>", "<p>{}</p>", "<li>{}</li>", "".join, escape, "<ul>{}</ul>")
    return "\n".join([*out, "</body></html>"])


def as_typst(chapters: Sequence[MadeChapter]) -> str:
    """Return the book for Typst."""
    out = [TYPST_HEAD]
    for chapter in chapters:
        out += [f"= {_typst(chapter.title)}\n", *_body(chapter, "== {}\n", "{}\n", "- {}", "\n".join, _typst)]
    return "\n".join(out)


def as_latex(chapters: Sequence[MadeChapter]) -> str:
    """Return the book for XeLaTeX."""
    whole = "\\begin{{itemize}}\n{}\n\\end{{itemize}}\n"
    out = [LATEX_HEAD]
    for chapter in chapters:
        out.append(f"\\chapter{{{_latex(chapter.title)}}}\n")
        out += _body(chapter, "\\section{{{}}}\n", "{}\n\n", "\\item {}", "\n".join, _latex, whole)
    return "\n".join([*out, "\\end{document}"])


def _body(
    chapter: MadeChapter,
    heading: str,
    paragraph: str,
    item: str,
    join: Callable[[list[str]], str],
    safe: Callable[[str], str],
    whole: str = "{}\n",
) -> list[str]:
    """Return the sections of a chapter, each construct in the shape that a form gives it."""
    out = []
    for section in chapter.sections:
        out.append(heading.format(safe(section.title)))
        for block in section.blocks:
            if isinstance(block, MadeList):
                out.append(whole.format(join([item.format(safe(text)) for text in block.items])))
            else:
                out.append(paragraph.format(safe(block)))
    return out


def _typst(text: str) -> str:
    return "".join("\\" + c if c in "#$*_@<>`~\\[]" else c for c in text)


def _latex(text: str) -> str:
    return "".join("\\" + c if c in "%&#_$" else c for c in text)
