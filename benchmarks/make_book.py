"""Make one Arabic book of any length for several typesetters, so that all are timed on the same text.

    make_book.py CHAPTERS FOLDER

FOLDER gets `manuscript/` (a book.toml with the geometry of the others, and a Markdown file a chapter), `book.html` (for
stock WeasyPrint and browsers), `book.typ` (Typst) and `book.tex` (XeLaTeX). A chapter is about ten A5 pages. The words
are built from roots and patterns with a long-tailed frequency, about six thousand forms, so that a cache of words goes
on meeting new ones as it does in a real book. The text means nothing; the same number of chapters is the same text.
"""

import html
import random
import sys
from collections.abc import Callable
from pathlib import Path

ROOTS = [
    "كتب",
    "درس",
    "علم",
    "عمل",
    "نظر",
    "سمع",
    "فتح",
    "جمع",
    "رسم",
    "قرأ",
    "حمل",
    "دخل",
    "خرج",
    "رجع",
    "سكن",
    "شرب",
    "طلب",
    "ظهر",
    "عرف",
    "غفر",
    "فهم",
    "قبل",
    "كشف",
    "لبس",
    "مسك",
    "نزل",
    "وصل",
    "هجر",
    "حسن",
    "حفظ",
    "حكم",
    "خلق",
    "ذكر",
    "ربط",
    "رفع",
    "زرع",
    "سبق",
    "سلم",
    "شرح",
    "شهد",
    "صبر",
    "صنع",
    "ضرب",
    "طبع",
    "عبر",
    "عقد",
    "غلب",
    "فرق",
    "قسم",
    "قصد",
    "كسر",
    "كمل",
    "لحق",
    "مدح",
    "ملك",
    "منع",
    "نشر",
    "نصر",
    "نقل",
    "هدم",
    "وضع",
    "وقف",
]
PATTERNS = (
    "{0}{1}{2}", "{0}ا{1}{2}", "م{0}{1}و{2}", "{0}{1}ي{2}", "ت{0}{1}ي{2}", "م{0}ا{1}{2}ة", "ا{0}ت{1}ا{2}",
    "است{0}{1}ا{2}", "{0}{1}ا{2}ة", "م{0}{1}{2}", "ي{0}{1}{2}ون", "ت{0}ا{1}{2}", "{0}{1}ا{2}", "م{0}{1}{2}ين",
    "{0}وا{1}{2}", "أ{0}{1}ا{2}",
)  # fmt: skip
PREFIXES = ("", "", "", "ال", "ال", "و", "وال", "بال", "لل", "ف", "كال")
SUFFIXES = ("", "", "", "ه", "ها", "هم", "نا", "ات", "ية")
SMALL = [
    "في",
    "من",
    "على",
    "إلى",
    "عن",
    "أن",
    "إن",
    "قد",
    "لم",
    "لا",
    "ما",
    "هذا",
    "هذه",
    "ذلك",
    "التي",
    "الذي",
    "بين",
    "كل",
    "بعد",
    "قبل",
    "ثم",
    "أو",
    "حين",
    "عند",
    "منذ",
    "غير",
    "مع",
]
LATIN = ("GPS-III", "ISO 9001", "PDF", "S-400", "Unicode", "2024", "1987", "35%")
SEED = 20261123
BOOK_TOML = """title = "كتاب القياس"
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

Block = str | list[str]
"""A paragraph, or the items of a list."""
Chapter = tuple[str, list[tuple[str, list[Block]]]]
"""Title, and sections: title and blocks."""


class Author:
    """Writes text that means nothing, always the same."""

    def __init__(self) -> None:
        self.random = random.Random(SEED)
        words = [pattern.format(*root) for root in ROOTS for pattern in PATTERNS]
        self.random.shuffle(words)
        forms: set[str] = set()
        for word in words:
            ends = [(self.random.choice(PREFIXES), self.random.choice(SUFFIXES)) for _ in range(6)]
            forms.update(before + word + after for before, after in ends)
        self.words = sorted(forms)
        self.random.shuffle(self.words)
        self.weights = [1 / (rank + 3) for rank in range(len(self.words))]

    def title(self, length: int) -> str:
        """Return some words."""
        return " ".join(self.random.choices(self.words, self.weights, k=length))

    def sentence(self) -> str:
        """Return a sentence."""
        text = []
        for word in self.random.choices(self.words, self.weights, k=self.random.randint(7, 17)):
            text.append(word)
            if self.random.random() < 0.45:
                text.append(self.random.choice(SMALL))
            if self.random.random() < 0.01:
                text.append(self.random.choice(LATIN))
            if self.random.random() < 0.07:
                text[-1] += "،"
        return " ".join(text).rstrip("،") + self.random.choice((".", ".", ".", "؟"))

    def block(self) -> Block:
        """Return a list or a paragraph."""
        if self.random.random() < 0.2:
            return [self.sentence() for _ in range(self.random.randint(3, 6))]
        return " ".join(self.sentence() for _ in range(self.random.randint(3, 8)))

    def chapter(self) -> Chapter:
        """Return a chapter of six sections."""
        sections = []
        for _ in range(6):
            blocks = [self.block() for _ in range(self.random.randint(4, 7))]
            sections.append((self.title(4), blocks))
        return self.title(3), sections


def book(chapters: int) -> list[Chapter]:
    """Return the book."""
    author = Author()
    return [author.chapter() for _ in range(chapters)]


def as_markdown(chapter: Chapter) -> str:
    """Return a chapter for this project."""
    title, sections = chapter
    out = [f"# {title}\n"]
    for heading, blocks in sections:
        out.append(f"## {heading}\n")
        out += [
            block + "\n" if isinstance(block, str) else "\n".join("- " + i for i in block) + "\n" for block in blocks
        ]
    return "\n".join(out)


def as_html(chapters: list[Chapter]) -> str:
    """Return the book for stock WeasyPrint."""
    e = html.escape
    out = [
        (
            '<!DOCTYPE html><html dir="rtl" lang="ar"><head><meta charset="utf-8"><title>كتاب</title><style>'
            "@page{size:A5;margin:18mm 16mm;@bottom-center{content:counter(page)}}"
            "body{margin:0;font-family:Amiri;font-size:12pt;line-height:1.6;text-align:justify}"
            "h1{break-before:page;font-size:20pt}h2{font-size:15pt}p{margin:0}"
            "#toc a::after{content:leader(dotted) target-counter(attr(href),page)}"
            '</style></head><body><nav id="toc">'
        )
    ]
    out += [f'<div><a href="#c{i}">{e(title)}</a></div>' for i, (title, _) in enumerate(chapters)]
    out.append("</nav>")
    for i, (title, sections) in enumerate(chapters):
        out.append(f'<h1 id="c{i}">{e(title)}</h1>')
        for heading, blocks in sections:
            out.append(f"<h2>{e(heading)}</h2>")
            for block in blocks:
                items = [] if isinstance(block, str) else block
                listed = "<ul>" + "".join(f"<li>{e(item)}</li>" for item in items) + "</ul>"
                out.append(f"<p>{e(block)}</p>" if isinstance(block, str) else listed)
    return "\n".join([*out, "</body></html>"])


def as_typst(chapters: list[Chapter]) -> str:
    """Return the book for Typst."""

    def safe(text: str) -> str:
        return "".join("\\" + c if c in "#$*_@<>`~\\[]" else c for c in text)

    out = [
        (
            '#set page(paper: "a5", margin: (x: 16mm, y: 18mm), numbering: "1")\n'
            '#set text(font: "Amiri", size: 12pt, lang: "ar", dir: rtl)\n'
            "#set par(justify: true, leading: 0.9em)\n"
            "#show heading.where(level: 1): it => {pagebreak(weak: true); it}\n#outline(depth: 1)\n"
        )
    ]
    for title, sections in chapters:
        out.append(f"= {safe(title)}\n")
        for heading, blocks in sections:
            out.append(f"== {safe(heading)}\n")
            for block in blocks:
                items = [] if isinstance(block, str) else block
                listed = "\n".join("- " + safe(item) for item in items) + "\n"
                out.append(safe(block) + "\n" if isinstance(block, str) else listed)
    return "\n".join(out)


def as_latex(chapters: list[Chapter]) -> str:
    """Return the book for XeLaTeX."""

    def safe(text: str) -> str:
        for sign in "%&#_$":
            text = text.replace(sign, "\\" + sign)
        return text

    out = [
        (
            "\\documentclass[12pt,a5paper]{book}\n\\usepackage[margin=16mm]{geometry}\n\\usepackage{polyglossia}\n"
            "\\setmainlanguage[numerals=maghrib]{arabic}\n\\newfontfamily\\arabicfont[Script=Arabic]{Amiri}\n"
            "\\begin{document}\n\\tableofcontents\n"
        )
    ]
    for title, sections in chapters:
        out.append(f"\\chapter{{{safe(title)}}}\n")
        for heading, blocks in sections:
            out.append(f"\\section{{{safe(heading)}}}\n")
            for block in blocks:
                items = [] if isinstance(block, str) else block
                rows = "\n".join("\\item " + safe(item) for item in items)
                listed = f"\\begin{{itemize}}\n{rows}\n\\end{{itemize}}\n"
                out.append(safe(block) + "\n\n" if isinstance(block, str) else listed)
    return "\n".join([*out, "\\end{document}"])


FORMS: dict[str, Callable[[list[Chapter]], str]] = {"book.html": as_html, "book.typ": as_typst, "book.tex": as_latex}


def write(count: int, folder: Path) -> None:
    """Write a book of so many chapters in every form."""
    chapters = book(count)
    manuscript = folder / "manuscript"
    manuscript.mkdir(parents=True, exist_ok=True)
    (manuscript / "book.toml").write_text(BOOK_TOML, encoding="utf-8")
    for i, chapter in enumerate(chapters, 1):
        (manuscript / f"{i:03}.md").write_text(as_markdown(chapter), encoding="utf-8")
    for name, form in FORMS.items():
        (folder / name).write_text(form(chapters), encoding="utf-8")


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]))
