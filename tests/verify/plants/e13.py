"""E13: a foreign paragraph without markup, quotation marks made by the reading system."""

from tests.verify.planting import text

CODE = "EPUB-E13"
PLANTS = {
    "passage": text("<p>Water early and water deep.</p>"),
    "no direction": text('<blockquote lang="en" xml:lang="en"><p>Water early and water deep.</p></blockquote>'),
    "q": text("<p>قال: <q>نعم الرأي</q> ثم مضى.</p>"),
}
