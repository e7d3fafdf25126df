"""H2: no alternative text, an empty one, one in English, one without an end mark."""

from tests.verify.planting import named, page_attribute

CODE = "EPUB-H2"
IMAGE = named("img")
PLANTS = {
    "none": page_attribute(IMAGE, "alt", None),
    "empty": page_attribute(IMAGE, "alt", ""),
    "English": page_attribute(IMAGE, "alt", "A plan of the garden."),
    "open": page_attribute(IMAGE, "alt", "مخطّط الحديقة"),
}
