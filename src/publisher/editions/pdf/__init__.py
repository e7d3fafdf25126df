"""The PDF edition: a prepared Book → units of XHTML and a style sheet → the press → one file."""

import os
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from publisher import press
from publisher.apparatus import Entry, navigation
from publisher.book import Book, direction
from publisher.editions import Made, Materials
from publisher.editions.fingerprint import fingerprint
from publisher.editions.pdf.audit import check_book, check_notes, check_text
from publisher.editions.pdf.page_notes import MOST_ROUNDS, page_labels, with_note_labels
from publisher.editions.pdf.sheet import print_sheet
from publisher.editions.pdf.tokens import tokens_of
from publisher.editions.pdf.units import book_units, flat
from publisher.nodes import inline_text
from publisher.press.job import FaceFile, Job, Mark

OUTLINE_DEPTH = 6
"""Levels of headings that become bookmarks."""


def make(book: Book, materials: Materials) -> Made:
    """Return the printed book, and where each of its pages begins."""
    job, pressed = _printed(book, materials)
    told = [*pressed.diagnostics]
    if pressed.pdf:
        told += check_notes(pressed.notes_called, pressed.notes_set)
        told += check_book(book, job.units)
        told += check_text(job.units, pressed.text)
    files = ((f"{book.metadata.slug}.pdf", pressed.pdf),) if pressed.pdf else ()
    return Made(files, tuple(told), {"page_map": _page_map(book, pressed)} if pressed.pdf else {})


def _printed(book: Book, materials: Materials) -> tuple[Job, press.Pressed]:
    """Print a book; where notes are numbered by the page, again until every number is that of its page (NOT-02)."""

    def printed(job: Job) -> press.Pressed:
        jobs = materials.jobs or os.cpu_count() or 1
        return press.print_job(
            job, materials.cache, jobs, materials.progress, scheduler=materials.scheduler, staff=materials.staff
        )

    job = print_job(book, materials)
    pressed = printed(job)
    if materials.settings.notes.numbering != "page" or materials.settings.notes.position != "foot":
        return job, pressed
    for _ in range(MOST_ROUNDS):
        labels = page_labels(book, pressed.page_map, materials.settings.typography.digits)
        renumbered = replace(job, units=with_note_labels(job.units, labels))
        if not pressed.pdf or renumbered == job:
            break
        job = renumbered
        pressed = printed(job)
    return job, pressed


def _page_map(book: Book, pressed: press.Pressed) -> Mapping[str, Any]:
    """Return where the pages begin: folios of anchors, and offsets in the text of an id where a later page begins."""
    return {
        "fingerprint": fingerprint(book),
        "folios": list(pressed.folios),
        "anchors": {ident: folio for ident, (_, folio) in sorted(pressed.page_map.items())},
        "breaks": {ident: [list(one) for one in found] for ident, found in sorted(pressed.breaks.items())},
    }


def print_job(book: Book, materials: Materials) -> Job:
    """Return what the press is given for a book."""
    settings, faces, metadata = materials.settings, materials.faces, book.metadata
    tokens = tokens_of(settings)
    return Job(
        units=book_units(book, settings, faces, tokens),
        sheet=print_sheet(settings, tokens, faces),
        faces=tuple(FaceFile(f.family, f.weight, str(f.path), f.sha256) for f in faces.all),
        assets=materials.assets,
        outline=tuple(map(_mark, flat(navigation(book, OUTLINE_DEPTH)))),
        language=metadata.language,
        direction=direction(metadata.language),
        numerals=settings.typography.digits,
        title=metadata.title,
        authors=metadata.authors,
        subject=metadata.subtitle or metadata.description,
        keywords=metadata.keywords,
        date=metadata.date,
        kashida=settings.typography.kashida,
        variant=settings.pdf.variant,
        profile=materials.profile,
        condition=settings.pdf.condition,
    )


def _mark(entry: Entry) -> Mark:
    """Return the bookmark of an entry: its label and its title."""
    title = inline_text(entry.title)
    return Mark(" ".join(part for part in (entry.label, title) if part), entry.target, entry.level)
