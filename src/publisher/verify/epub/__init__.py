"""An EPUB of any tool, read back and judged: one rule a file in `rules`, found by a scan of the folder."""

from functools import cache

from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive
from publisher.verify.epub.rule import Rule
from publisher.verify.scan import rules_in


@cache
def known_rules() -> tuple[Rule, ...]:
    """Return every rule, by its id."""
    found = [rule for rule in rules_in("publisher.verify.epub.rules") if isinstance(rule, Rule)]
    return tuple(sorted(found, key=lambda rule: (rule.id[0], int(rule.id[1:]) if rule.id[1:].isdigit() else 0)))


def judge(name: str, data: bytes) -> tuple[Diagnostic, ...]:
    """Return what is wrong with an EPUB."""
    archive = Archive(name, data)
    if archive.package is None:
        return archive.faults
    return (*archive.faults, *(d for rule in known_rules() for d in rule.findings(archive)))
