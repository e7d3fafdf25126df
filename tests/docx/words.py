"""Makes small Word files for tests: paragraphs, styles, notes, tables and images as Word writes them."""

import zipfile
from collections.abc import Mapping
from io import BytesIO

_NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STYLES = {
    "Title": "Title",
    "Subtitle": "Subtitle",
    "H1": "heading 1",
    "H2": "heading 2",
    "Quote": "Quote",
    "Caption": "caption",
    "TOC1": "toc 1",
}


def run(text: str, properties: str = "") -> str:
    """Return a run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content: str, style: str = "", numbering: tuple[int, int] | None = None) -> str:
    """Return a paragraph; content that is no markup becomes a run."""
    inner = content if content.startswith("<") else run(content)
    number = (
        f'<w:numPr><w:ilvl w:val="{numbering[1]}"/><w:numId w:val="{numbering[0]}"/></w:numPr>' if numbering else ""
    )
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{number}</w:pPr>{inner}</w:p>'


def table(*rows: tuple[str, ...]) -> str:
    """Return a table whose first row is its head."""
    cells = ["".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows]
    head, *others = cells
    return f"<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>{head}</w:tr>{''.join(f'<w:tr>{o}</w:tr>' for o in others)}</w:tbl>"


def note_call(number: int) -> str:
    """Return the call of a footnote."""
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


def image(relation: str, alternative: str, *, is_linked: bool = False) -> str:
    """Return an image in a run."""
    kind = "link" if is_linked else "embed"
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="{alternative}"/><a:graphic><a:graphicData>'
        f'<pic:pic><pic:blipFill><a:blip r:{kind}="{relation}"/></pic:blipFill></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def word_file(
    *body: str, notes: Mapping[int, str] | None = None, parts: Mapping[str, bytes] | None = None, relations: str = ""
) -> bytes:
    """Return a Word file."""
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{i}"><w:name w:val="{n}"/></w:style>' for i, n in _STYLES.items()
    )
    footnotes = "".join(f'<w:footnote w:id="{i}">{paragraph(t)}</w:footnote>' for i, t in (notes or {}).items())
    levels = "".join(f'<w:lvl w:ilvl="{n}"><w:numFmt w:val="decimal"/></w:lvl>' for n in range(3))
    bullets = levels.replace("decimal", "bullet")
    numbering = (
        f'<w:abstractNum w:abstractNumId="1">{levels}</w:abstractNum><w:abstractNum w:abstractNumId="2">{bullets}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>'
    )
    contents: dict[str, str | bytes] = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/></Types>',
        "_rels/.rels": _relations(f'<Relationship Id="d" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'),
        "word/document.xml": f"<w:document {_NS}><w:body>{''.join(body)}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {_NS}>{styles}</w:styles>",
        "word/numbering.xml": f"<w:numbering {_NS}>{numbering}</w:numbering>",
        "word/footnotes.xml": f"<w:footnotes {_NS}>{footnotes}</w:footnotes>",
        "word/_rels/document.xml.rels": _relations(
            "".join(
                f'<Relationship Id="{n}" Type="{_OFFICE}/{n}" Target="{n}.xml"/>'
                for n in ("styles", "numbering", "footnotes")
            )
            + relations
        ),
    }
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in (contents | dict(parts or {})).items():
            archive.writestr(name, text)
    return out.getvalue()


def _relations(inner: str) -> str:
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'
    )


def image_relation(identifier: str, target: str, *, is_external: bool = False) -> str:
    """Return the relation of an image."""
    mode = ' TargetMode="External"' if is_external else ""
    return f'<Relationship Id="{identifier}" Type="{_OFFICE}/image" Target="{target}"{mode}/>'
