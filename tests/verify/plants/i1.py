"""I1: each field of accessibility left out."""

from tests.verify.planting import without

CODE = "EPUB-I1"
NAMES = ("accessMode", "accessModeSufficient", "accessibilityFeature", "accessibilityHazard")
PLANTS = {name: without(f"schema:{name}") for name in NAMES}
