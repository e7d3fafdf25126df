"""The PDF variants that a file may claim to be, as one table, and what each asks of a job.

Only what the writer can keep is offered. PDF/A-1, PDF/X-1a and X-3 know neither object streams nor transparency; PDF/UA-2
asks for places by structure element.
"""

from collections.abc import Iterable
from struct import unpack_from
from typing import Final, NamedTuple

from publisher.diagnostic import Diagnostic, Said, Stop, error
from publisher.press.job import Job
from publisher.press.pack import Docket

UNKNOWN_VARIANT = error(
    "unknown-pdf-variant",
    Said("صيغة PDF غير معروفة: {variant}", "unknown PDF variant: {variant}"),
    Said("المعروف: {known}.", "known: {known}."),
)
NEEDS_PROFILE = error(
    "variant-needs-profile",
    Said("تحتاج الصيغة {variant} إلى ملف ألوان المطبعة (ICC)", "{variant} needs the ICC profile of the press"),
    Said("خذه من المطبعة واكتب اسمه في pdf.profile.", "get it from the printer; name it in pdf.profile."),
)
WRONG_PROFILE = error(
    "wrong-profile",
    Said("ملف الألوان ليس ملف ICC لطابعة", "the colour profile is no ICC profile of a printing press"),
    Said("خذه من المطبعة: صنفه prtr.", "get it from the printer: its class is prtr."),
)
NEEDS_DATE = error(
    "variant-needs-date",
    Said("تحتاج الصيغة {variant} إلى تاريخ", "{variant} needs a date"),
    Said("اكتب المفتاح date.", "write the key date."),
)
FOREIGN_COLOUR = error(
    "variant-colour",
    Said("في {unit} صورة بألوان CMYK لا تحتملها الصيغة {variant}", "a picture of {unit} is in CMYK, against {variant}"),
    Said("احفظ الصورة بألوان sRGB.", "save the picture in sRGB."),
)

_UA: Final = 'xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"'
_A: Final = 'xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"'
_X: Final = (
    'xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"'
)  # fmt: skip
_CHANNELS: Final = {b"GRAY": 1, b"RGB ": 3, b"CMYK": 4}


class Variant(NamedTuple):
    """A PDF variant."""

    schema: str = ""
    """Name spaces of its claim."""
    claim: str = ""
    """What the XMP packet says."""
    version: bytes = b"1.7"
    is_archive: bool = False
    """PDF/A: colours are those of a screen, pictures are not smoothed."""
    is_print: bool = False
    """PDF/X: colours are those of a press, nothing can be clicked."""
    has_information: bool = True
    """Whether it may have a document information dictionary."""


def _archive(part: int, level: str) -> Variant:
    claim = f"<pdfaid:part>{part}</pdfaid:part><pdfaid:conformance>{level.upper()}</pdfaid:conformance>"
    return Variant(_A, claim, is_archive=True)


VARIANTS: Final = {
    "": Variant(),
    "pdf/ua-1": Variant(_UA, "<pdfuaid:part>1</pdfuaid:part>"),
    **{f"pdf/a-{part}{level}": _archive(part, level) for part in (2, 3) for level in "bua"},
    "pdf/a-4": Variant(
        _A, "<pdfaid:part>4</pdfaid:part><pdfaid:rev>2020</pdfaid:rev>", b"2.0", is_archive=True, has_information=False
    ),
    "pdf/x-4": Variant(
        _X, "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion><pdf:Trapped>False</pdf:Trapped>", b"1.6",
        is_print=True,
    ),
}  # fmt: skip


def variant_of(job: Job) -> Variant:
    """Return the variant that a job asks for. Raises Stop for an unknown one, or where something that it needs is missing."""
    name = job.variant
    if name not in VARIANTS:
        raise Stop(UNKNOWN_VARIANT.at(None, variant=name, known="، ".join(filter(None, VARIANTS))))
    if not VARIANTS[name].is_print:
        return VARIANTS[name]
    if not job.profile:
        raise Stop(NEEDS_PROFILE.at(None, variant=name))
    if not channels_of(job.profile):
        raise Stop(WRONG_PROFILE.at(None))
    if not job.date:
        raise Stop(NEEDS_DATE.at(None, variant=name))
    return VARIANTS[name]


def channels_of(profile: bytes) -> int:
    """Return how many inks a press's ICC profile has; 0 where it is none."""
    if len(profile) < 128 or unpack_from(">L", profile)[0] != len(profile) or profile[36:40] != b"acsp":
        return 0
    return _CHANNELS.get(profile[16:20], 0) if profile[12:16] == b"prtr" else 0


def colour_faults(job: Job, dockets: Iterable[Docket]) -> Iterable[Diagnostic]:
    """Return the pictures whose colours the variant does not bear."""
    if VARIANTS[job.variant].is_archive:
        for docket in dockets:
            if any(b"/DeviceCMYK" in head for _, head in docket.blobs):
                yield FOREIGN_COLOUR.at(None, unit=job.called(docket.unit), variant=job.variant)
