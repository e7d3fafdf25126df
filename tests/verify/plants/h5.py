"""H5: a formula without words; Arabic notation from left to right."""

from tests.verify.planting import named, page_attribute

CODE = "EPUB-H5"
PLANTS = {"no words": page_attribute(named("math"), "alttext", None)}
