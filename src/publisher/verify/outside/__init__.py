"""Other people's checkers, asked where they are: EPUBCheck and Ace for EPUB, outloud and pdfua for PDF."""

from publisher.verify.outside.asking import ask

__all__ = ["ask"]
