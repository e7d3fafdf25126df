"""Hostile books that are only strange, or whose harm is taken out: each is made, whole and harmless."""

from collections.abc import Mapping

from tests.hostile.end_to_end.archives import png
from tests.hostile.end_to_end.cases import TOML, drawing, toml
from tests.hostile.end_to_end.running import Case, Content


def text(markdown: str) -> Mapping[str, Content]:
    """Return a book of one chapter."""
    return {"book.toml": TOML, "a.md": markdown}


MARKUP = """# فصل

<script>alert("sirr")</script>

كلام <b onclick="alert(1)">غليظ</b> <img src="http://evil.example/a.png" onerror="alert(2)"> وكلام.

<style>@import url("http://evil.example/a.css"); body { background: url(file:///etc/passwd) }</style>

<iframe src="http://evil.example/"></iframe><link rel="stylesheet" href="http://evil.example/b.css">

كلام أخير.
"""
LINKS = """# فصل

[ملف](file:///etc/passwd) و[برنامج](javascript:alert(1)) و[بيانات](data:text/html,<script>alert(1)</script>)
و[موقع](http://example.org/) وكلام يتبعها.
"""
REMOTE = "# فصل\n\n![صورة من بعيد](http://evil.example/a.png)\n\n![أخرى](//evil.example/b.png)\n"
STORM = "# فصل\n\n" + "\u202e\u202d\u202a\u2066\u2067كلام abc\u2069\u202c\u200f\u200e " * 400 + "\n"
NOTES = "# فصل\n\n" + "".join(f"كلمة[^{n}] " + ("\n\n" if n % 25 == 24 else "") for n in range(500)) + "\n"
NOTES += "\n".join(f"\n[^{n}]: حاشية.\n" for n in range(500))

SURVIVED = (
    Case("scripts and styles in the text", text(MARKUP), "raw-html", "a.md:3:1", ends=0),
    Case("links to files and programs", text(LINKS), ends=0),
    Case("pictures from the network", text(REMOTE), "remote-image", "a.md:3:", ends=0),
    Case(
        "a drawing that runs and fetches",
        drawing(
            '<script>alert("sirr")</script><image xlink:href="http://evil.example/a.png" width="9" height="9"/>'
            '<image href="file:///etc/passwd" width="9" height="9"/><use href="../secret.svg#a"/>'
            '<rect onclick="alert(1)" style="fill: url(http://evil.example/#a)" width="3" height="3"/>'
            "<style>@import url(http://evil.example/a.css);</style>"
        ),
        "svg-cleaned",
        ends=0,
    ),
    Case(
        "a picture of a hundred megapixels", {**text("# فصل\n\n![صورة](r.png)\n"), "r.png": png(10_000, 10_000)}, ends=0
    ),
    Case(
        "a table of 5000 columns",
        text("# فصل\n\n|" + "ع|" * 5000 + "\n|" + "-|" * 5000 + "\n|" + "ك|" * 5000 + "\n"),
        ends=0,
    ),
    Case("a storm of bidi controls", text(STORM), ends=0),
    Case("500 notes", text(NOTES), ends=0),
    Case("an override in the title", toml('title = "كتاب \\u202Ecilbup\\u202C الأمان"'), ends=0),
    Case(
        "markup in the title",
        toml('title = "<b>&amp; \\"كتاب\\" ]]> <!-- {{ 7*7 }} %s"', 'authors = ["</title><script>x</script>"]'),
        ends=0,
    ),
    Case("a slug with a path", toml('title = "كتاب"', 'slug = "../../x"'), ends=0),
    Case("a slug that is a path", toml('title = "كتاب"', 'slug = "/tmp/x"'), ends=0),
    Case("a slug of dots", toml('title = "كتاب"', 'slug = ".."'), ends=0),
    Case("a slug with NUL and line ends", toml('title = "كتاب"', 'slug = "a\\nb"'), ends=0),
    Case("a name with spaces and quotes", {"أ \"ب' $(x) <c>.md": "# فصل\n\nكلام.\n"}, "no-title", ends=0),
    Case(
        "lines ended in every way",
        {
            "book.toml": TOML.encode(),
            "a.md": "# فصل\r\n\r\nأول\rثان\u2028ثالث\u2029رابع\x0bخامس\x0cسادس\x85سابع\n".encode(),
        },
        ends=0,
    ),
    Case("marks without letters", text("# فصل\n\n" + "\u064b" * 3000 + " كَ" + "\u0651" * 3000 + "\n"), ends=0),
    Case("no spaces but no-break ones", text("# فصل\n\n" + "كلمة\u00a0" * 5000 + "\n"), ends=0),
)
