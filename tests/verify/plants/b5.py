"""B5: mathematics that the manifest does not state, a script that is not there."""

from tests.verify.planting import Copy

from publisher.verify.epub.markup import elements

CODE = "EPUB-B5"


def unstated(book: Copy) -> None:
    book.add_text('<p>رسم <svg xmlns="http://www.w3.org/2000/svg" aria-hidden="true" viewBox="0 0 1 1"/> هنا.</p>')
    book.add_text('<p>معادلة <math xmlns="http://www.w3.org/1998/Math/MathML" alttext="x"><mi>x</mi></math>.</p>')


def untrue(book: Copy) -> None:
    with book.opf() as root:
        page = next(e for e in elements(root, "item") if e.get("media-type") == "application/xhtml+xml")
        page.set("properties", f"{page.get('properties') or ''} scripted".strip())


PLANTS = {"unstated": unstated, "untrue": untrue}
