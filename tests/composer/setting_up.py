"""What the composer's tests share: faces by file, pages of HTML, documents composed and stock."""

import importlib.util
from html import escape
from pathlib import Path
from typing import Any

from weasyprint import HTML

from publisher.composer import Typesetting, install

install()


def packaged(package: str, name: str) -> Path:
    """Return a file of an installed font package."""
    spec = importlib.util.find_spec(package)
    assert spec is not None
    assert spec.origin is not None
    return next((Path(spec.origin).parent / "files").glob(name))


AMIRI = packaged("fontpkg_amiri", "Amiri-Regular.ttf")
AMIRI_BOLD = packaged("fontpkg_amiri", "Amiri-Bold.ttf")
PLEX = packaged("fontpkg_ibm_plex_sans_arabic", "*-Regular.*")

TEXTS = Path(__file__).parent / "texts"


def paragraphs(text: str) -> str:
    """Return one HTML paragraph a line."""
    return "".join(f"<p>{escape(line)}</p>" for line in text.splitlines())


def page(body: str, face: Path = AMIRI, css: str = "", bold: Path = AMIRI_BOLD) -> str:
    """Return an A5 page set in a face."""
    return (
        '<html lang="ar" dir="rtl"><style>'
        f'@font-face{{font-family:"Face 1";src:url({face.as_uri()})}}'
        f'@font-face{{font-family:"Face 1";font-weight:bold;src:url({bold.as_uri()})}}'
        '@page{size:A5;margin:16mm}body{margin:0;font:12pt/1.7 "Face 1";text-align:justify}'
        "p{margin:0;text-indent:1.5em}.note{float:footnote;font-size:9pt;text-indent:0}"
        f"{css}</style><body>{body}</body></html>"
    )


def composed(html: str, **settings: Any) -> tuple[Any, Typesetting]:
    """Lay a page out with the composer."""
    typesetting = Typesetting(**settings)
    return HTML(string=html).render(font_config=typesetting.font_config), typesetting


def stock(html: str) -> Any:
    """Lay a page out as WeasyPrint does."""
    return HTML(string=html).render()


def written(document: Any, path: Path) -> Path:
    """Write a document's PDF and return its path."""
    document.write_pdf(path)
    return path
