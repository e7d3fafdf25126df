"""What the file says of itself: document information and XMP, with the claims of its variant."""

import re
from collections.abc import Iterator
from html import escape
from importlib.util import find_spec
from pathlib import Path
from typing import Final
from uuid import UUID

from publisher.press.job import Job
from publisher.press.syntax import text_string
from publisher.press.variants import Variant, variant_of

CREATOR: Final = "publisher"
PRODUCER: Final = "publisher, WeasyPrint 70.0"
_DATE: Final = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?(Z|[+-]\d\d:\d\d)?)?)?)?")


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
    trapped = b"/Trapped/False" if variant_of(job).is_print else b""
    return b"<<%s%s%s>>" % (said, dates, trapped)


def xmp(job: Job, identity: bytes) -> bytes:
    """Return the XMP packet; `identity` is what the file is known by."""
    variant = variant_of(job)
    body = "\n".join(_properties(job, variant, identity))
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"'
        f"{' ' + variant.schema if variant.schema else ''}>\n{body}\n"
        '</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end="r"?>'
    ).encode()


def _properties(job: Job, variant: Variant, identity: bytes) -> Iterator[str]:
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
    if variant.is_print:
        yield f"<xmp:MetadataDate>{job.date}</xmp:MetadataDate>"
        yield f"<xmpMM:DocumentID>{UUID(bytes=identity[:16], version=5).urn}</xmpMM:DocumentID>"
        yield "<xmpMM:RenditionClass>default</xmpMM:RenditionClass><xmpMM:VersionID>1</xmpMM:VersionID>"


def _items(texts: tuple[str, ...]) -> str:
    return "".join(f"<rdf:li>{escape(text)}</rdf:li>" for text in texts)


def _in_language(language: str, text: str) -> str:
    return f'<rdf:li xml:lang="{language}">{escape(text)}</rdf:li>'


def output_intent(job: Job, profile: int) -> bytes:
    """Return the output intent of a file; `profile` is the object of its profile."""
    kind, condition = b"GTS_PDFA1", "sRGB IEC61966-2.1"
    if variant_of(job).is_print:
        kind, condition = b"GTS_PDFX", job.condition or "Custom"
    said = text_string(condition.encode())
    entries = b"/Type/OutputIntent/S/%s/OutputConditionIdentifier %s/Info %s/DestOutputProfile %d 0 R"
    return b"/OutputIntents[<<%s>>]" % (entries % (kind, said, said, profile))


def screen_profile() -> bytes:
    """Return the sRGB profile that WeasyPrint ships, without importing WeasyPrint."""
    spec = find_spec("weasyprint")
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError("weasyprint")
    return (Path(spec.submodule_search_locations[0]) / "pdf" / "sRGB2014.icc").read_bytes()
