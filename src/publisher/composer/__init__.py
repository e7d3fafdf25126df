"""Arabic paragraph composition and the PDF text layer on top of WeasyPrint: the one room that touches its internals.

    install()
    typesetting = Typesetting(kashida="light")
    document = HTML(string=html).render(stylesheets=sheets, font_config=typesetting.font_config)
    pdf = document.write_pdf()
    typesetting.report            # what was planned, what fell back and why, kashidas, word spaces

Documents made with a plain `FontConfiguration` come out exactly as stock WeasyPrint makes them. When WeasyPrint's
signatures are not the ones this package was written for, `install` patches nothing and `mismatch` says why.
"""

from publisher.composer.loading import load

load()

from publisher.composer.hooks import install, mismatch  # noqa: E402 - they import what was loaded
from publisher.composer.state import Report, Typesetting  # noqa: E402

__all__ = ["Report", "Typesetting", "install", "mismatch"]
