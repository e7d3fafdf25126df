"""The HTML edition: the proof, one file to correct the book by. Contents at the start, findings in the margin."""

import base64

from lxml import etree
from markupsafe import Markup

from publisher.apparatus import navigation
from publisher.book import Book, direction
from publisher.diagnostic import Severity
from publisher.direction import resolve
from publisher.editions import Made, Materials
from publisher.editions.html.audit import audit
from publisher.editions.html.findings import NAMES, place_findings
from publisher.editions.html.proof import ProofRenderer, chapter_sections
from publisher.editions.html.told import all_told
from publisher.fonts.choosing import Faces
from publisher.fonts.coverage import characters_of_book
from publisher.fonts.rules import font_face_rules
from publisher.fonts.subsetting import subset
from publisher.words import words_of
from publisher.xhtml import templates
from publisher.xhtml.resources import style_sheet

CONTENTS_DEPTH = 3
ROLES = {"--naskh": "text", "--qalam": "headings", "--mono": "code", "--nuqta": "marks"}


def make(book: Book, materials: Materials) -> Made:
    """Return the proof of a book: one HTML file that needs nothing else."""
    settings, metadata = materials.settings, book.metadata
    words = words_of(metadata.language)
    body = etree.fromstring(_main(book, materials).encode())
    resolve(body)
    counts = place_findings(
        body,
        all_told(materials.findings, materials.changes),
        materials.sources,
        metadata.language,
        settings.typography.digits,
    )
    renderer = ProofRenderer(book, settings.typography.digits, None, materials.assets)
    page = templates.render(
        "proof.html.j2",
        m=metadata,
        direction=direction(metadata.language),
        words=words,
        sheet=Markup(_sheet(book, materials.faces)),
        script=Markup(style_sheet("proof.js")),
        entries=navigation(book, CONTENTS_DEPTH),
        r=renderer,
        counts=[(severity, words[NAMES[severity]], counts[severity]) for severity in Severity if counts[severity]],
        main=Markup(etree.tostring(body, encoding="unicode", method="html")),
    )
    data = page.encode()
    return Made(((f"{metadata.slug}.html", data),), audit(data, book))


def _main(book: Book, materials: Materials) -> Markup:
    parts = [chapter_sections(book, chapter, materials) for chapter in book.chapters()]
    return Markup('<main dir="{0}" lang="{1}">{2}{3}</main>').format(
        direction(book.metadata.language), book.metadata.language, _title(book), Markup("\n").join(parts)
    )


def _title(book: Book) -> Markup:
    m = book.metadata
    subtitle = Markup('<p class="sub">{0}</p>').format(m.subtitle) if m.subtitle else Markup("")
    authors = Markup('<p class="by">{0}</p>').format(m.byline) if m.authors else Markup("")
    return Markup('<h1 class="title">{0}</h1>{1}{2}').format(m.title, subtitle, authors) if m.title else Markup("")


def _sheet(book: Book, faces: Faces) -> str:
    """Return the proof's style sheet with its faces in it, cut down to the book's characters."""
    characters = characters_of_book(book)
    used = [f for f in faces.all if f.family in faces.families.values()]
    urls = {f.sha256: _data(subset(f.path.read_bytes(), characters), "font/ttf") for f in used}
    families = "; ".join(
        f'{name}: "{faces.families[role]}", "{faces.families["text"]}", serif' for name, role in ROLES.items()
    )
    return "\n".join(
        (font_face_rules(used, lambda face: urls[face.sha256]), f":root {{ {families} }}", style_sheet("proof.css"))
    )


def _data(content: bytes, kind: str) -> str:
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"
