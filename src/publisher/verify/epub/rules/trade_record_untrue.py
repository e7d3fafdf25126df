"""C9: an ONIX record inside the book that contradicts it."""

from collections.abc import Iterator

from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive
from publisher.verify.epub.markup import Element, elements, is_rtl_language, local
from publisher.verify.epub.package import is_remote, resolve
from publisher.verify.epub.rule import Rule
from publisher.verify.epub.tree import Tree
from publisher.verify.finding import should

LANGUAGE = should(
    "EPUB-C9",
    (
        "لغة الكتاب في سجلّ ONIX «{value}» وليست العربية (ara).",
        "the ONIX record says the language “{value}”, not Arabic (ara)",
    ),
    ("اكتب ‎<LanguageCode>ara</LanguageCode>‎.", "write <LanguageCode>ara</LanguageCode>"),
)
CLAIM = should(
    "EPUB-C9",
    (
        "يدّعي سجلّ ONIX مطابقة معايير الإتاحة ولا يدّعيها الكتاب.",
        "the ONIX record claims conformance that the book does not claim",
    ),
    (
        "أزل الرموز 04 و82 و85 من القائمة 196، أو اذكر المطابقة ومن شهد بها في الكتاب.",
        "take codes 04, 82 and 85 of list 196 out, or state the conformance and who certified it in the book",
    ),
)
NUMBER = should(
    "EPUB-C9",
    (
        "ليس رقم ISBN في سجلّ ONIX من أرقام الكتاب: «{value}».",
        "the ISBN of the ONIX record is none of the book's: “{value}”",
    ),
    ("ولِّد السجلّ والكتاب من بيانات واحدة.", "make the record and the book from one source"),
)
_SHORT = {
    "LanguageCode": "b252", "ProductFormFeatureType": "b334", "ProductFormFeatureValue": "b335", "IDValue": "b244",
    "ProductFormFeature": "productformfeature", "ProductIdentifier": "productidentifier", "ProductIDType": "b221",
}  # fmt: skip
_CLAIMS = frozenset({"04", "02", "03", "80", "81", "82", "84", "85", "86"})


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield a finding for each contradiction."""
    opf = archive.opf
    for link in opf.stated("link:record"):
        if "onix" not in (link.element.get("properties") or "").split() or is_remote(link.value):
            continue
        record = archive.tree(resolve(opf.path, link.value)[0])
        if record is not None:
            yield from _contradictions(archive, record)


def _contradictions(archive: Archive, record: Tree) -> Iterator[Diagnostic]:
    for language in elements(record.root, "LanguageCode", _SHORT["LanguageCode"]):
        if (
            is_rtl_language(archive.language)
            and archive.language[:2] == "ar"
            and (language.text or "").strip() != "ara"
        ):
            yield LANGUAGE.at(record.span(language), value=(language.text or "").strip())
    if not archive.opf.stated("dcterms:conformsTo") and not archive.opf.stated("link:dcterms:conformsTo"):
        for feature in elements(record.root, "ProductFormFeature", _SHORT["ProductFormFeature"]):
            if (
                _child(feature, "ProductFormFeatureType") == "09"
                and _child(feature, "ProductFormFeatureValue") in _CLAIMS
            ):
                yield CLAIM.at(record.span(feature))
                break
    own = "".join(s.value for s in archive.opf.stated("dc:identifier")).replace("-", "")
    for identifier in elements(record.root, "ProductIdentifier", _SHORT["ProductIdentifier"]):
        value = _child(identifier, "IDValue")
        if _child(identifier, "ProductIDType") == "15" and value.replace("-", "") not in own:
            yield NUMBER.at(record.span(identifier), value=value)


def _child(parent: Element, name: str) -> str:
    wanted = (name, _SHORT[name])
    return next(((e.text or "").strip() for e in parent if local(e) in wanted), "")


RULE = Rule("C9", check)
