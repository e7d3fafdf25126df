"""I4: conformance is claimed, and nobody is named who certified it."""

from collections.abc import Iterator

from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive
from publisher.verify.epub.rule import Rule
from publisher.verify.finding import must

MISSING = must(
    "EPUB-I4",
    ("يدّعي الكتاب المطابقة ولا يذكر من شهد بها.", "the book claims conformance and does not say who certified it"),
    (
        'أضف ‎<meta property="a11y:certifiedBy" refines="#…">‎ يصف الدعوى، أو احذفها.',
        'add a <meta property="a11y:certifiedBy" refines="#…"> that refines the claim, or take the claim out',
    ),
)


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield a finding for each claim that nobody answers for."""
    opf = archive.opf
    for claim in (*opf.stated("dcterms:conformsTo"), *opf.stated("link:dcterms:conformsTo")):
        if not any(s.value for s in opf.about(claim, "a11y:certifiedBy")):
            yield MISSING.at(opf.tree.span(claim.element))


RULE = Rule("I4", check)
