"""G7: a letter that no embedded face has."""

from tests.verify.planting import text

CODE = "EPUB-G7"
PLANTS = {"letter": text("<p>كلمة فيها حرف \u08b6 غريب.</p>")}
