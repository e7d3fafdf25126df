"""What the tests of reading engines share: a server of books and engines, and facts to ask a shown page for."""

import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.shelf import npm_packages

from publisher.fonts import shipped
from publisher.fonts.measure import width_of

PAGES = Path(__file__).parent / "engines"
CHAPTER = "EPUB/text/c01.xhtml"

WIDTH_OF_TWO = """
element => {
  const node = element.previousSibling, range = element.ownerDocument.createRange()
  const at = node.data.lastIndexOf('كت')
  range.setStart(node, at)
  range.setEnd(node, at + 2)
  return range.getBoundingClientRect().width / parseFloat(getComputedStyle(element.parentNode).fontSize)
}
"""
"""In a page's script: the width in em of the letters «كت» before an element."""

PLACE_OF_HEADING = """
() => {
  const frame = doc.defaultView.frameElement.getBoundingClientRect()
  const h1 = doc.querySelector('h1').getBoundingClientRect()
  return [frame.x + h1.x, frame.x + h1.right]
}
"""
"""In a page's script: where the first heading of the shown document begins and ends in the window."""

LOADED_FACES = "[...doc.fonts].filter(f => f.status == 'loaded').map(f => f.family.replaceAll('\"', '') + f.weight)"
"""In a page's script: the faces that the shown document uses."""

NUMBER_OF_ITEM = """
() => {
  const item = doc.querySelector('ol > li')
  const number = item.querySelector('.num').getBoundingClientRect(), whole = item.getBoundingClientRect()
  return [number.width, whole.right - number.right]
}
"""
"""In a page's script: the width of the number of a list's first item, and how far it stands from the right."""


def joined_and_parted() -> tuple[float, float]:
    """Return the width in em of two letters that go on, and of the same two at the end of a word."""
    face = next(face for face in shipped() if (face.key, face.weight) == ("amiri", 400))
    return width_of("كت\u200d", face), width_of("كت", face)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve pages, engines and the books of a folder on this machine alone; yield the address."""
    engines = npm_packages("foliate-js@1.0.1", "epubjs@0.3.93", "jszip@3.10.1")

    class Handler(http.server.SimpleHTTPRequestHandler):
        def translate_path(self, path: str) -> str:
            name = path.partition("?")[0].lstrip("/")
            base = engines if name.startswith("npm/") else folder if name.endswith(".epub") else PAGES
            return str(base / name.removeprefix("npm/"))

        def log_message(self, *_: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
