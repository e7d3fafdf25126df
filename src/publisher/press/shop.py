"""What a worker keeps between units: the engine with its faces, and the style sheet parsed once."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from xml.etree import ElementTree as ET

import cssselect2
import weasyprint
from weasyprint.css.counters import CounterStyle

from publisher import composer
from publisher.composer.state import Report
from publisher.press import dots, page_styles
from publisher.press.fetch import JobFetcher
from publisher.press.job import Job
from publisher.press.log import caught


class UnitHTML(weasyprint.HTML):
    """A unit's XHTML, read as XML: WeasyPrint's own reader of HTML is slower and mends what needs no mending."""

    def __init__(self, text: str, fetcher: JobFetcher) -> None:
        root = ET.fromstring(text)  # noqa: S314 - our own text; no document type can stand inside it
        self.base_url = None
        self.url_fetcher = fetcher
        self.media_type = "print"
        self.wrapper_element = cssselect2.ElementWrapper.from_html_root(root, content_language=None)
        self.etree_element = self.wrapper_element.etree_element


class Shop:
    """One typesetting and one font configuration for all the units that a worker lays out."""

    def __init__(self, job: Job) -> None:
        composer.install()
        page_styles.install()
        dots.install()
        self.job = job
        self.typesetting = composer.Typesetting(kashida=job.kashida)
        self.fetcher = JobFetcher(job.assets, {face.sha256: face.path for face in job.faces})
        self.counters = CounterStyle()
        self.profiles: dict[str, Any] = {}
        with caught() as self.log:
            self.sheet = weasyprint.CSS(
                string=job.sheet,
                url_fetcher=self.fetcher,
                font_config=self.typesetting.font_config,
                counter_style=self.counters,
                color_profiles=self.profiles,
            )

    def lay_out(self, text: str) -> Any:
        """Return WeasyPrint's document for a unit's XHTML."""
        self.typesetting.report = Report()
        return UnitHTML(text, self.fetcher).render(
            font_config=self.typesetting.font_config,
            counter_style=self.counters,
            color_profiles=self.profiles,
            stylesheets=[self.sheet],
            pdf_tags=True,
        )


@contextmanager
def swept() -> Iterator[None]:
    """Free the boxes of a unit, which point at each other, once it is done, and look at nothing older meanwhile.

    A collection over everything that a worker keeps would cost a sixth of its time.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    gc.freeze()
    try:
        yield
    finally:
        gc.collect()
        gc.unfreeze()
        if was_enabled:
            gc.enable()
