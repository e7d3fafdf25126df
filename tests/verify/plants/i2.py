"""I2: features that the book does not have."""

from tests.verify.planting import Copy, Plant

CODE = "EPUB-I2"


def claims(name: str, value: str) -> Plant:
    def plant(book: Copy) -> None:
        book.add_metadata(f'<meta property="schema:{name}">{value}</meta>')

    return plant


PLANTS = {
    "sound": claims("accessibilityFeature", "synchronizedAudioText"),
    "index": claims("accessibilityFeature", "index"),
    "ruby": claims("accessibilityFeature", "rubyAnnotations"),
    "auditory": claims("accessMode", "auditory"),
}
