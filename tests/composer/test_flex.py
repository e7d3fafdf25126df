"""What shrinks to its content keeps its one line: flex items and table cells are as high as WeasyPrint makes them."""

import pytest
from weasyprint import HTML

from publisher.composer import Typesetting, install
from publisher.fonts.manifest import shipped

CASES = {
    "grown": '<div class="flex"><span class="grow">أجزاء الصفحة وأسماؤها</span></div>',
    "fitted": '<div class="flex"><span>الورق يصل إلى بغداد</span><i class="grow"></i><span>٨٨</span></div>',
    "mixed": '<div class="flex"><span>أسماء اللغات مثل <span dir="ltr">C++</span> وغيرها</span><i class="grow"></i></div>',
    "cell": "<table><tr><td>الورق يصل إلى بغداد</td><td>نصّ آخر</td></tr></table>",
}


@pytest.mark.parametrize("name", CASES)
def test_fitted_text_stays_on_one_line(name: str) -> None:
    """A line that fits exactly the width WeasyPrint gave it is not broken."""
    install()
    face = next(f for f in shipped() if f.key == "amiri" and f.weight == 400)
    html = f"""<html dir="rtl" lang="ar"><style>
        @font-face {{ font-family: "Amiri 1"; src: url("{face.path.as_uri()}") }}
        body {{ margin: 0; font: 13pt/20pt "Amiri 1" }} .flex {{ display: flex }} .grow {{ flex: 1 }}
        </style><body>{CASES[name]}</body></html>"""
    stock, composed = (HTML(string=html).render(font_config=config) for config in (None, Typesetting().font_config))
    heights = [document.pages[0]._page_box.children[0].children[0].height for document in (stock, composed)]
    assert heights[1] == pytest.approx(heights[0])
