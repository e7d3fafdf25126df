"""Three good PDFs: one of our own making, one of Typst, one of WeasyPrint, the last two finished by hand."""

import io
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pikepdf
import typst
from tests.verify.good.ours import made
from weasyprint import HTML

from publisher.fonts import shipped

TYPST = """#set document(title: "دفتر الميناء", author: "نادر الخطّاط")
#set text(lang: "ar", font: "Amiri", size: 12pt)
#set page(width: 148mm, height: 210mm, numbering: "1")
= المنارة <lamp>
كتب الحارس في دفتره أن السفن من كل بلد، وعلى القارئ أن ينظر إلى هذا البحر.
انظر #link(<ship>)[فصل السفينة] أو #link("https://example.org")[الموقع].
#pagebreak()
= السفينة <ship>
وصلت السفينة بعد الظهر، ثم قال الذي كان في الميناء: هذه هي التي لم نرها قد عادت من البحر كله.
#figure(rect(width: 2cm), alt: "مربّع فارغ.", caption: [شكل])
"""

HTML_PAGE = """<html lang="ar" dir="rtl"><head><title>رسالة قصيرة</title><style>
@page {{ size: A5; bleed: 3mm; marks: crop }}
@font-face {{ font-family: A; src: url({face}) }}
body {{ font-family: A; line-height: 1.8 }} h1 {{ break-before: page }}</style></head>
<body><h1 id="one">الأول</h1><p>هذا كلام كتب في الدفتر، وعلى القارئ أن ينظر إلى الذي بعد ذلك ثم يعود من هنا
إلى <a href="#two">الباب الثاني</a> أو إلى <a href="https://example.org/">الموقع</a>.</p>
<h1 id="two">الثاني</h1><p>كل من قرأ هذه الورقة كان في داره، وقد مضى عن أهله بعد حين.</p>
<p><img alt="خطّ أسود." src="data:image/svg+xml,&lt;svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'&gt;&lt;path
d='M0 0H9V9z'/&gt;&lt;/svg&gt;"/></p></body></html>"""


def _amiri() -> Path:
    return next(face.path for face in shipped() if face.key == "amiri" and face.weight == 400)


def _finished(data: bytes) -> bytes:
    """Say what these makers leave unsaid: the direction, the title bar, the labels of pages."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        preferences = {"/Direction": pikepdf.Name("/R2L"), "/DisplayDocTitle": True}
        pdf.Root.ViewerPreferences = pikepdf.Dictionary(preferences)
        pdf.Root.PageLabels = pikepdf.Dictionary({"/Nums": [0, pikepdf.Dictionary({"/S": pikepdf.Name("/D")})]})
        stream = io.BytesIO()
        pdf.save(stream)
    return stream.getvalue()


@cache
def by_typst() -> bytes:
    """Return a PDF of Typst."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "book.typ"
        source.write_text(TYPST, encoding="utf-8")
        return _finished(typst.compile(str(source), font_paths=[str(_amiri().parent)]))


@cache
def by_weasyprint() -> bytes:
    """Return a PDF of WeasyPrint."""
    page = HTML_PAGE.format(face=_amiri().as_uri())
    return _finished(HTML(string=page).write_pdf(pdf_variant="pdf/ua-1"))


GOOD: dict[str, Callable[[], bytes]] = {
    "ours": lambda: made()[".pdf"],
    "typst": by_typst,
    "weasyprint": by_weasyprint,
}
