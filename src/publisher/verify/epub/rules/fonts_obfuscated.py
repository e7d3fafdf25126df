"""G14: fonts mangled by the old obfuscation, which several reading systems do not undo."""

from collections.abc import Iterator

from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive
from publisher.verify.epub.markup import elements
from publisher.verify.epub.rule import Rule
from publisher.verify.finding import should

OBFUSCATED = should(
    "EPUB-G14",
    (
        "خطوط الكتاب مموَّهة، وبعض القارئات لا تعرضها.",
        "the fonts of the book are obfuscated; some reading systems do not show them",
    ),
    (
        "ضمّن الخطوط كما هي، واحذف ‎META-INF/encryption.xml‎.",
        "embed the fonts as they are and remove META-INF/encryption.xml",
    ),
)
ENCRYPTION = "META-INF/encryption.xml"
_MANGLING = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield a finding at the first mangled font."""
    tree = archive.tree(ENCRYPTION)
    if tree is None:
        return
    for method in elements(tree.root, "EncryptionMethod"):
        if (method.get("Algorithm") or "") in _MANGLING:
            yield OBFUSCATED.at(tree.span(method))
            return


RULE = Rule("G14", check)
