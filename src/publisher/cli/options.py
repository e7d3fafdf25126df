"""The options of the commands: those that all share, and those written from the schema of `book.toml`."""

import dataclasses
import inspect
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from publisher.config.schema import TABLES, Settings
from publisher.diagnostic import Said

SETTINGS = (
    ("title", "title"),
    ("subtitle", "subtitle"),
    ("author", "authors"),
    ("language", "language"),
    ("kind", "kind"),
    ("style", "style"),
    ("kicker", "kicker"),
    ("publisher", "publisher"),
    ("date", "date"),
    ("isbn", "isbn"),
    ("slug", "slug"),
    ("trim", "page.trim"),
    ("size", "typography.size"),
    ("leading", "typography.leading"),
    ("kashida", "typography.kashida"),
    ("digits", "typography.digits"),
    ("digits-in-text", "typography.digits_in_text"),
    ("accent", "typography.accent"),
    ("vocalised", "typography.vocalised"),
    ("labels", "numbering.labels"),
    ("order", "numbering.order"),
    ("separator", "numbering.separator"),
    ("contents-depth", "numbering.contents_depth"),
    ("note-numbering", "notes.numbering"),
    ("note-position", "notes.position"),
    ("body-font", "fonts.body"),
    ("headings-font", "fonts.headings"),
)
"""Options by name, with the key of `book.toml` that each sets; every other key is set with `--set`."""

SET = Said("أيُّ مفتاح من book.toml، مثل page.inner=20", "any key of book.toml, such as page.inner=20")
BOOK = Said("مجلّد الكتاب أو ملف المخطوطة", "the book's folder, or one manuscript file")
OUT = Said("مجلّد الملفات المصنوعة", "folder of the made files")
STRICT = Said("عُدَّ التنبيهات أخطاء", "take warnings as errors")
LANG = Said("لغة الرسائل: ar أو en", "language of the messages: ar or en")
DEBUG = Said("اطبع تفاصيل الخلل", "print the traceback of a fault")

Lang = Literal["ar", "en"]


def default_book() -> Path:
    """Return the book of a command that names none: the folder one stands in, else `manuscript/`."""
    return Path() if Path("book.toml").is_file() or not Path("manuscript").is_dir() else Path("manuscript")


def book_argument(language: str) -> Any:
    """Return the argument BOOK."""
    return typer.Argument(exists=True, metavar="BOOK", help=BOOK.in_language(language), show_default=False)


def said_option(said: Said, language: str, *names: str) -> Any:
    """Return an option with its help in a language."""
    return typer.Option(*names, help=said.in_language(language))


def with_settings(command: Callable[..., None], language: str) -> Callable[..., None]:
    """Return the command with an option for each setting; it gets them as one mapping, `options`."""
    keys = {name.replace("-", "_"): key for name, key in SETTINGS}

    def run(**values: Any) -> None:
        options = {key: values.pop(name) for name, key in keys.items()}
        given = {key: value for key, value in options.items() if value not in (None, [])}
        given |= _pairs(values.pop("pairs") or [])
        command(**values, options=given)

    own = [p for p in inspect.signature(command).parameters.values() if p.name != "options"]
    made = [_parameter(name, key, language) for name, key in SETTINGS]
    pairs = Annotated[list[str] | None, typer.Option("--set", metavar="KEY=VALUE", help=SET.in_language(language))]
    last = inspect.Parameter("pairs", inspect.Parameter.KEYWORD_ONLY, default=None, annotation=pairs)
    parameters = [p.replace(kind=inspect.Parameter.KEYWORD_ONLY) for p in own] + made + [last]
    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {p.name: p.annotation for p in parameters}
    return run


def _parameter(name: str, key: str, language: str) -> inspect.Parameter:
    field = _field(key)
    option = typer.Option(f"--{name}", help=field.metadata["said"].in_language(language), show_default=False)
    return inspect.Parameter(
        name.replace("-", "_"),
        inspect.Parameter.KEYWORD_ONLY,
        default=None,
        annotation=Annotated[_type(field) | None, option],
    )


def _field(key: str) -> "dataclasses.Field[Any]":
    table, _, name = key.rpartition(".")
    owner = type(getattr(Settings(), table)) if table in TABLES else Settings
    return next(field for field in dataclasses.fields(owner) if field.name == name)


def _type(field: "dataclasses.Field[Any]") -> Any:
    if field.type == tuple[str, ...]:
        return list[str]
    choices = field.metadata["choices"]
    return Literal[choices] if choices else field.type


def _pairs(pairs: list[str]) -> Mapping[str, Any]:
    """Return settings from KEY=VALUE; a value is TOML, or else plain text."""
    options: dict[str, Any] = {}
    for pair in pairs:
        key, equals, value = pair.partition("=")
        if not equals or not key.strip():
            raise typer.BadParameter(pair, param_hint="--set KEY=VALUE")
        try:
            options[key.strip()] = tomllib.loads(f"value = {value}")["value"]
        except tomllib.TOMLDecodeError:
            options[key.strip()] = value
    return options
