"""B1: version 2, no unique identifier, no language on the package."""

from tests.verify.planting import root_attribute

CODE = "EPUB-B1"
PLANTS = {
    "version": root_attribute("version", "2.0"),
    "identifier": root_attribute("unique-identifier", "nothing"),
    "language": root_attribute("xml:lang", None),
}
