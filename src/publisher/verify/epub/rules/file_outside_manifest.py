"""FILES: a file of the archive that the manifest does not name."""

from collections.abc import Iterator

from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive
from publisher.verify.epub.package import is_remote, resolve
from publisher.verify.epub.rule import Rule
from publisher.verify.finding import should

SPARE = should(
    "EPUB-FILES",
    ("الملف «{path}» في الأرشيف وليس في قائمة الحزمة.", "“{path}” is in the archive and not in the manifest"),
    ("أضفه إلى القائمة أو احذفه.", "add it to the manifest or remove it"),
)
_LICENCES = ("ofl", "licence", "license", "copying")


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield a finding for each; linked records and licences of fonts may stand aside."""
    opf = archive.opf
    known = {item.path for item in opf.items} | {opf.path, "mimetype"}
    links = (s.value for s in opf.statements if s.name.startswith("link:") and not is_remote(s.value))
    known |= {resolve(opf.path, link)[0] for link in links}
    for path in archive.files:
        is_licence = path.rpartition("/")[2].lower().startswith(_LICENCES)
        if path not in known and not path.startswith("META-INF/") and not is_licence:
            yield SPARE.at(archive.span(path), path=path)


RULE = Rule("FILES", check)
