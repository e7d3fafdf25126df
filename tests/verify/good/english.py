"""A good book from left to right: what the rules for Arabic must leave alone."""

from tests.verify.good.parts import Files, picture

CONTAINER = """<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="OEBPS/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>
"""

OPF = """<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="en">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:isbn:9789999912006</dc:identifier><dc:title>A Small Pond</dc:title>
<dc:language>en</dc:language><dc:language>fr</dc:language><dc:creator>Ann Wader</dc:creator>
<meta property="dcterms:modified">2026-01-31T00:00:00Z</meta>
<meta property="schema:accessMode">textual</meta><meta property="schema:accessModeSufficient">textual</meta>
<meta property="schema:accessibilityFeature">tableOfContents</meta>
<meta property="schema:accessibilityHazard">none</meta>
<meta property="schema:accessibilitySummary">All text.</meta><meta name="cover" content="cover"/>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="css" href="pond.css" media-type="text/css"/>
<item id="c" href="cover.xhtml" media-type="application/xhtml+xml"/>
<item id="one" href="one.xhtml" media-type="application/xhtml+xml"/>
<item id="notes" href="notes.xhtml" media-type="application/xhtml+xml"/>
<item id="cover" href="cover.jpg" media-type="image/jpeg" properties="cover-image"/>
</manifest>
<spine><itemref idref="c"/><itemref idref="one"/><itemref idref="notes"/></spine>
</package>
"""

HEAD = """<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" xml:lang="en">
<head><title>{title}</title><link rel="stylesheet" href="pond.css"/></head>
"""

NAV = """<body><nav epub:type="toc" role="doc-toc"><h2>Contents</h2><ol>
<li><a href="one.xhtml">The Pond</a></li></ol></nav>
<nav epub:type="landmarks"><h2>Guide</h2><ol><li><a epub:type="toc" href="nav.xhtml">Contents</a></li>
<li><a epub:type="cover" href="cover.xhtml">Cover</a></li>
<li><a epub:type="bodymatter" href="one.xhtml">Start</a></li></ol></nav></body></html>
"""

COVER = """<body><section epub:type="cover"><img src="cover.jpg" alt="A pond"/></section></body></html>
"""

ONE = """<body><section epub:type="chapter" role="doc-chapter"><h1>The Pond</h1>
<p><b>I</b>t was <q>small</q>, 12 feet wide, and named الغدير by the gar<i>den</i>er.<a id="r1" epub:type="noteref"
role="doc-noteref" href="notes.xhtml#n1">1</a></p>
<ol><li>Reeds</li><li>Frogs</li></ol></section></body></html>
"""

NOTES = """<body><section epub:type="endnotes" role="doc-endnotes"><h2>Notes</h2><ol>
<li id="n1" epub:type="endnote"><p><a href="one.xhtml#r1" role="doc-backlink">1</a> It is Arabic for a pond.</p></li>
</ol></section></body></html>
"""

CSS = """h1 { letter-spacing: 0.1em; text-align: left; margin-inline-start: 1em; font-size: 20px }
p { line-height: 1.3; hyphens: auto }
"""


def english() -> Files:
    """Return the files of the book."""
    pages = {"nav": NAV, "cover": COVER, "one": ONE, "notes": NOTES}
    return {
        "mimetype": b"application/epub+zip",
        "META-INF/container.xml": CONTAINER.encode(),
        "OEBPS/package.opf": OPF.encode(),
        "OEBPS/pond.css": CSS.encode(),
        "OEBPS/cover.jpg": picture(1600, 2560),
        **{f"OEBPS/{name}.xhtml": (HEAD.format(title=name) + body).encode() for name, body in pages.items()},
    }
