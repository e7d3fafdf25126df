"""Makes a book folder from the template: `book.toml`, three chapters, front and back matter."""

import json
from pathlib import Path

from publisher.diagnostic import Said, Stop, error

NOT_EMPTY = error(
    "folder-not-empty",
    Said("المجلّد {folder} موجود وليس فارغًا", "the folder {folder} is there and not empty"),
    Said("اختر اسمًا آخر.", "choose another name."),
)
NOT_WRITABLE = error(
    "folder-not-writable",
    Said("تعذّر إنشاء المجلّد {folder}: {detail}", "the folder {folder} could not be made: {detail}"),
    Said("اختر موضعًا يمكنك الكتابة فيه.", "choose a place where you may write."),
)

TEMPLATE = Path(__file__).parent / "template"
_TITLE, _AUTHOR = "عنوان الكتاب", "اسم المؤلف"


def make_folder(folder: Path, title: str = "", authors: tuple[str, ...] = ()) -> tuple[Path, ...]:
    """Write the template into a new folder; return the files. Raises Stop where something is there already."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Stop(NOT_EMPTY.at(None, folder=folder))
    try:
        return tuple(_write(path, folder, title, authors) for path in sorted(TEMPLATE.rglob("*")) if path.is_file())
    except OSError as fault:
        raise Stop(NOT_WRITABLE.at(None, folder=folder, detail=fault.strerror)) from None


def _write(source: Path, folder: Path, title: str, authors: tuple[str, ...]) -> Path:
    target = folder / source.relative_to(TEMPLATE)
    target.parent.mkdir(parents=True, exist_ok=True)
    text = source.read_text(encoding="utf-8")
    if source.name == "book.toml":
        text = text.replace(f'"{_TITLE}"', _toml(title or _TITLE))
        text = text.replace(f'["{_AUTHOR}"]', f"[{', '.join(map(_toml, authors or (_AUTHOR,)))}]")
    target.write_text(text, encoding="utf-8", newline="\n")
    return target


def _toml(text: str) -> str:
    """Return a TOML string: JSON's escapes are TOML's too."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
