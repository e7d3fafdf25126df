"""I3: the claim of conformance is not one of the sentences that mean something."""

import re
from collections.abc import Iterator

from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive
from publisher.verify.epub.rule import Rule
from publisher.verify.finding import must

MISSPELLED = must(
    "EPUB-I3",
    (
        "دعوى المطابقة «{value}» ليست من الصيغ المعتمدة.",
        "the claim of conformance “{value}” is none of the sentences that are defined",
    ),
    (
        "اكتب حرفيًّا: ‎EPUB Accessibility 1.1 - WCAG 2.2 Level AA‎.",
        "write exactly: EPUB Accessibility 1.1 - WCAG 2.2 Level AA",
    ),
)
_SENTENCE = re.compile(r"EPUB Accessibility 1\.[12] - WCAG 2\.[0-2] Level A{1,3}")
_ADDRESS = re.compile(r"https?://www\.idpf\.org/epub/a11y/accessibility-20170105\.html#wcag-a{1,3}")


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield a finding for each such claim."""
    opf = archive.opf
    for claim in (*opf.stated("dcterms:conformsTo"), *opf.stated("link:dcterms:conformsTo")):
        if not claim.refines and not _SENTENCE.fullmatch(claim.value) and not _ADDRESS.fullmatch(claim.value):
            yield MISSPELLED.at(opf.tree.span(claim.element), value=claim.value)


RULE = Rule("I3", check)
