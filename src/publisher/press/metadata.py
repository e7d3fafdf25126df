"""What the file says of itself: document information, XMP, and the claims of a PDF variant."""

import re
from collections.abc import Iterator
from html import escape
from importlib.util import find_spec
from pathlib import Path
from typing import Final, NamedTuple

from publisher.diagnostic import Said, Stop, error
from publisher.press.job import Job
from publisher.press.syntax import text_string

CREATOR: Final = "publisher"
PRODUCER: Final = "publisher, WeasyPrint 70.0"
_DATE: Final = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?(Z|[+-]\d\d:\d\d)?)?)?)?")

UNKNOWN_VARIANT = error(
    "unknown-pdf-variant",
    Said("صيغة PDF غير معروفة: {variant}", "unknown PDF variant: {variant}"),
    Said("المعروف: {known}.", "known: {known}."),
)


class Variant(NamedTuple):
    """A PDF variant: its claim, and whether it needs a colour profile."""

    schema: str
    claim: str
    has_intent: bool


_UA: Final = "<pdfuaid:part>1</pdfuaid:part>"
VARIANTS: Final = {
    "": Variant("", "", has_intent=False),
    "pdf/ua-1": Variant('xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"', _UA, has_intent=False),
    **{
        f"pdf/a-{part}{level}": Variant(
            'xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"',
            f"<pdfaid:part>{part}</pdfaid:part><pdfaid:conformance>{level.upper()}</pdfaid:conformance>",
            has_intent=True,
        )
        for part in (2, 3)
        for level in "bua"
    },
}


def variant_of(job: Job) -> Variant:
    """Return the variant that a job asks for. Raises Stop for an unknown one."""
    if job.variant not in VARIANTS:
        raise Stop(UNKNOWN_VARIANT.at(None, variant=job.variant, known="، ".join(filter(None, VARIANTS))))
    return VARIANTS[job.variant]


def pdf_date(date: str) -> str:
    """Return an ISO date as PDF writes it; empty where it is none."""
    match = _DATE.fullmatch(date)
    if not match:
        return ""
    zone = (match[7] or "").replace(":", "'")
    return "D:" + "".join(part for part in match.groups()[:6] if part) + zone


def information(job: Job) -> bytes:
    """Return the document information dictionary."""
    date = pdf_date(job.date)
    entries = {
        b"Title": job.title,
        b"Author": "، ".join(job.authors) if job.language.startswith("ar") else ", ".join(job.authors),
        b"Subject": job.subject,
        b"Keywords": ", ".join(job.keywords),
        b"Creator": CREATOR,
        b"Producer": PRODUCER,
    }
    said = b"".join(b"/%s %s" % (key, text_string(text)) for key, text in entries.items() if text)
    dates = b"/CreationDate(%s)/ModDate(%s)" % (date.encode(), date.encode()) if date else b""
    return b"<<%s%s>>" % (said, dates)


def xmp(job: Job) -> bytes:
    """Return the XMP packet."""
    variant = variant_of(job)
    body = "\n".join(_properties(job, variant))
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"'
        f"{' ' + variant.schema if variant.schema else ''}>\n{body}\n"
        '</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end="r"?>'
    ).encode()


def _properties(job: Job, variant: Variant) -> Iterator[str]:
    yield variant.claim
    yield "<dc:format>application/pdf</dc:format>"
    yield f"<dc:title><rdf:Alt>{_in_language('x-default', job.title)}</rdf:Alt></dc:title>"
    if job.authors:
        yield f"<dc:creator><rdf:Seq>{_items(job.authors)}</rdf:Seq></dc:creator>"
    if job.subject:
        yield f"<dc:description><rdf:Alt>{_in_language('x-default', job.subject)}</rdf:Alt></dc:description>"
    if job.keywords:
        yield f"<dc:subject><rdf:Bag>{_items(job.keywords)}</rdf:Bag></dc:subject>"
        yield f"<pdf:Keywords>{escape(', '.join(job.keywords))}</pdf:Keywords>"
    yield f"<dc:language><rdf:Bag>{_items((job.language,))}</rdf:Bag></dc:language>"
    yield f"<pdf:Producer>{PRODUCER}</pdf:Producer><xmp:CreatorTool>{CREATOR}</xmp:CreatorTool>"
    if pdf_date(job.date):
        yield f"<xmp:CreateDate>{job.date}</xmp:CreateDate><xmp:ModifyDate>{job.date}</xmp:ModifyDate>"


def _items(texts: tuple[str, ...]) -> str:
    return "".join(f"<rdf:li>{escape(text)}</rdf:li>" for text in texts)


def _in_language(language: str, text: str) -> str:
    return f'<rdf:li xml:lang="{language}">{escape(text)}</rdf:li>'


def screen_profile() -> bytes:
    """Return the sRGB profile that WeasyPrint ships, without importing WeasyPrint."""
    spec = find_spec("weasyprint")
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError("weasyprint")
    return (Path(spec.submodule_search_locations[0]) / "pdf" / "sRGB2014.icc").read_bytes()
