"""The `@font-face` rules of a style sheet, one a face."""

from collections.abc import Callable, Iterable

from publisher.fonts.manifest import Face

_FORMATS = {".ttf": "truetype", ".otf": "opentype"}


def font_face_rules(faces: Iterable[Face], url: Callable[[Face], str]) -> str:
    """Return the rules; `url` says where an edition keeps a face."""
    return "\n".join(_rule(face, url(face)) for face in faces)


def file_name(face: Face) -> str:
    """Return the name under which an edition carries a face: ASCII, unique in its family."""
    return f"{face.key}-{face.weight}{face.path.suffix.lower()}"


def _rule(face: Face, url: str) -> str:
    kind = _FORMATS[face.path.suffix.lower()]
    return (
        f'@font-face {{ font-family: "{_quoted(face.family)}"; font-weight: {face.weight}; font-style: normal; '
        f'src: url("{_quoted(url)}") format("{kind}"); }}'
    )


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
