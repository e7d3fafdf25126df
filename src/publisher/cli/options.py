"""The options of the commands: those that all share, and those written from the schema of `book.toml`."""

import dataclasses
import inspect
import tomllib
from collections.abc import Callable
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
    ("pdf-variant", "pdf.variant"),
)
"""Options by name, with the key of `book.toml` that each sets; every other key is set with `--set`."""

SET = Said("أيُّ مفتاح من book.toml، مثل page.inner=20", "any key of book.toml, such as page.inner=20")
BOOK = Said("مجلّد الكتاب أو ملف المخطوطة", "the book's folder, or one manuscript file")
BOOKS = Said(
    "مجلّد الكتاب أو ملف المخطوطة؛ وقد تكون كتبًا عدّة", "the book's folder, or one manuscript file; there may be several"
)
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


def books_argument(language: str) -> Any:
    """Return the argument BOOK, once or more."""
    return typer.Argument(exists=True, metavar="BOOK...", help=BOOKS.in_language(language), show_default=False)


def said_option(said: Said, language: str, *names: str) -> Any:
    """Return an option with its help in a language."""
    return typer.Option(*names, help=said.in_language(language))


def finished(command: Callable[..., None], language: str) -> Callable[..., None]:
    """Return the command with `--lang` and `--debug`, which `main` reads before the arguments are parsed.

    A command that takes `options` gets an option for each setting, and hands them on as one mapping.
    """
    keys = {name.replace("-", "_"): key for name, key in SETTINGS}
    own = inspect.signature(command).parameters
    takes_settings = "options" in own

    def run(**values: Any) -> None:
        given = {name: value for name, value in values.items() if name in own}
        if takes_settings:
            said = {key: values[name] for name, key in keys.items() if values[name] not in (None, [])}
            given["options"] = said | _pairs(values["pairs"] or [])
        command(**given)

    parameters = [p.replace(kind=inspect.Parameter.KEYWORD_ONLY) for name, p in own.items() if name != "options"]
    if takes_settings:
        parameters += [_parameter(name, key, language) for name, key in SETTINGS]
        any_key = typer.Option("--set", metavar="KEY=VALUE", help=SET.in_language(language))
        parameters.append(_keyword("pairs", list[str] | None, any_key))
    parameters.append(_keyword("lang", Lang | None, typer.Option("--lang", help=LANG.in_language(language))))
    parameters.append(_keyword("debug", bool, typer.Option("--debug", help=DEBUG.in_language(language)), default=False))
    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {p.name: p.annotation for p in parameters}
    return run


def _keyword(name: str, kind: Any, option: Any, default: Any = None) -> inspect.Parameter:
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=Annotated[kind, option])


def _parameter(name: str, key: str, language: str) -> inspect.Parameter:
    field = _field(key)
    option = typer.Option(f"--{name}", help=field.metadata["said"].in_language(language), show_default=False)
    return _keyword(name.replace("-", "_"), _type(field) | None, option)


def _field(key: str) -> "dataclasses.Field[Any]":
    table, _, name = key.rpartition(".")
    owner = type(getattr(Settings(), table)) if table in TABLES else Settings
    return next(field for field in dataclasses.fields(owner) if field.name == name)


def _type(field: "dataclasses.Field[Any]") -> Any:
    if field.type == tuple[str, ...]:
        return list[str]
    choices = field.metadata["choices"]
    return Literal[choices] if choices else field.type


def _pairs(pairs: list[str]) -> dict[str, Any]:
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
