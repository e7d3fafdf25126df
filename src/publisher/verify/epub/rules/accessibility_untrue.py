"""I2: the metadata claim a feature that the book does not have."""

from collections.abc import Callable, Iterator

from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive
from publisher.verify.epub.markup import HEADINGS, elements, is_a, roles_of
from publisher.verify.epub.rule import Rule
from publisher.verify.finding import must

UNTRUE = must(
    "EPUB-I2",
    (
        "تدّعي البيانات «{value}» وليس في الكتاب ما يصدّقها.",
        "the metadata claim “{value}”; nothing in the book bears it out",
    ),
    ("احذف الدعوى، أو أضف إلى الكتاب ما تدّعيه.", "take the claim out, or give the book what it claims"),
)


def _has(*names: str) -> Callable[[Archive], bool]:
    return lambda archive: any(True for page in archive.text_pages for _ in elements(page.root, *names))


def _has_kind(*kinds: str) -> Callable[[Archive], bool]:
    return lambda archive: any(is_a(e, *kinds) for page in archive.spine_pages for e in elements(page.root))


def _has_type(start: str) -> Callable[[Archive], bool]:
    return lambda archive: any(item.media_type.startswith(start) for item in archive.opf.items)


def _has_pages(archive: Archive) -> bool:
    return archive.nav is not None and bool(archive.nav.entries("page-list"))


def _has_contents(archive: Archive) -> bool:
    return archive.nav is not None and bool(archive.nav.toc)


def _has_words_for_pictures(archive: Archive) -> bool:
    pictures = [e for page in archive.spine_pages for e in elements(page.root, "img")]
    return not pictures or any(e.get("alt") for e in pictures)


def _has_roles(archive: Archive) -> bool:
    return any(roles_of(e) for page in archive.pages for e in elements(page.root))


def _flows(archive: Archive) -> bool:
    return not any(s.value == "pre-paginated" for s in archive.opf.stated("rendition:layout"))


def _is_open(archive: Archive) -> bool:
    return "META-INF/rights.xml" not in archive.files and "META-INF/license.lcpl" not in archive.files


PROOFS: dict[tuple[str, str], Callable[[Archive], bool]] = {
    ("accessibilityFeature", "tableOfContents"): _has_contents,
    ("accessibilityFeature", "structuralNavigation"): _has(*HEADINGS),
    ("accessibilityFeature", "alternativeText"): _has_words_for_pictures,
    ("accessibilityFeature", "longDescription"): _has("details", "figure", "aside"),
    ("accessibilityFeature", "MathML"): _has("math"),
    ("accessibilityFeature", "ARIA"): _has_roles,
    ("accessibilityFeature", "index"): _has_kind("index"),
    ("accessibilityFeature", "pageBreakMarkers"): _has_kind("pagebreak"),
    ("accessibilityFeature", "printPageNumbers"): _has_kind("pagebreak"),
    ("accessibilityFeature", "pageNavigation"): _has_pages,
    ("accessibilityFeature", "synchronizedAudioText"): _has_type("application/smil+xml"),
    ("accessibilityFeature", "captions"): _has("track", "video"),
    ("accessibilityFeature", "transcript"): _has("audio", "video"),
    ("accessibilityFeature", "rubyAnnotations"): _has("ruby"),
    ("accessibilityFeature", "displayTransformability"): _flows,
    ("accessibilityFeature", "unlocked"): _is_open,
    ("accessMode", "auditory"): lambda archive: _has_type("audio/")(archive) or _has_type("video/")(archive),
    ("accessModeSufficient", "textual"): _has_words_for_pictures,
    ("accessModeSufficient", "auditory"): lambda archive: _has_type("audio/")(archive) or _has_type("video/")(archive),
}
"""What proves each claim; claims that are not here cannot be judged from a file."""


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield a finding for each claim that is not borne out."""
    opf = archive.opf
    for (name, claim), proves in PROOFS.items():
        stated = next((s for s in opf.stated(f"schema:{name}") if s.value == claim), None)
        if stated is not None and not proves(archive):
            yield UNTRUE.at(opf.tree.span(stated.element), value=claim)


RULE = Rule("I2", check)
