"""The Jinja2 environment: undefined names are faults, everything is escaped, a book's own templates run in a sandbox.

A template is bounded in time by the number of loop rounds that it may make.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.sandbox import SandboxedEnvironment

from publisher.xhtml.resources import styles_folder

LARGEST_RANGE = 100_000
"""The most rounds of `range` in a template."""


@cache
def environment() -> Environment:
    """Return the environment of the shipped templates."""
    made = SandboxedEnvironment(
        loader=FileSystemLoader(styles_folder() / "templates"),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        auto_reload=False,
    )
    made.filters["compact"] = compact
    made.tests["text"] = lambda value: isinstance(value, str)
    return made


def compact(items: Iterable[Any]) -> Iterator[Any]:
    """Yield what is not empty."""
    return (item for item in items if item)


def render(name: str, **values: Any) -> str:
    """Render a page template."""
    return environment().get_template(name).render(**values)


@cache
def macros(*names: str) -> dict[str, Any]:
    """Return the macros of the named templates by name; a later template overrides an earlier one."""
    found: dict[str, Any] = {}
    for name in names:
        module = environment().get_template(name).module
        found |= {key: value for key, value in vars(module).items() if key[:1].isupper()}
    return found
