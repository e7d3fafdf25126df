"""E5: presentation forms of both blocks."""

from tests.verify.planting import text

CODE = "EPUB-E5"
PLANTS = {"forms B": text("<p>هذه \ufee3\ufea4\ufee4\ufeaa كلمة.</p>"), "forms A": text("<p>هذه \ufb56 كلمة.</p>")}
