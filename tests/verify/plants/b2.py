"""B2: no direction on the package, or the wrong one."""

from tests.verify.planting import root_attribute

CODE = "EPUB-B2"
PLANTS = {"none": root_attribute("dir", None), "wrong": root_attribute("dir", "ltr")}
