"""E4: a page marker, an anchor or the call of a note inside a word."""

from tests.verify.planting import text

CODE = "EPUB-E4"
PLANTS = {
    "marker": text(
        '<p>في دا<span epub:type="pagebreak" role="doc-pagebreak" id="p99" aria-label="99"></span>رنا شجرة.</p>'
    ),
    "anchor": text('<p>قرأت الدا<a id="idx-1"></a>ر كلها.</p>'),
    "joiners": text('<p>قرأت الكتا\u200d<span id="idx-2"></span>\u200dب كله.</p>'),
}
