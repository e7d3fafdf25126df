"""E3: markup inside a joined word, with no joiner, or with one on one side only."""

from tests.verify.planting import text

CODE = "EPUB-E3"
PLANTS = {
    "bold": text("<p>يقول <b>است</b>غفر ربّه.</p>"),
    "span in the middle": text('<p>في <em>ال<span class="x">كت</span>اب</em> فائدة.</p>'),
    "one side": text("<p>يقول <b>است\u200d</b>غفر ربّه.</p>"),
    "marked": text("<p>يقول <i>بِ</i>سم الله.</p>"),
}
