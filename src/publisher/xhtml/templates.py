"""The Jinja2 environment: undefined names are faults, everything is escaped, templates run in a sandbox.

A template is bounded in time by the number of loop rounds that it may make; whatever is wrong with one is a diagnostic
that names its file and line.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cache, wraps
from types import TracebackType
from typing import Any, Final, ParamSpec, TypeVar

import jinja2
from jinja2 import BaseLoader, Environment, FileSystemLoader, StrictUndefined, nodes
from jinja2.sandbox import SandboxedEnvironment

from publisher.diagnostic import Said, Stop, error
from publisher.source import Span
from publisher.xhtml.resources import styles_folder

P = ParamSpec("P")
T = TypeVar("T")

ROUNDS: Final = 1_000_000
"""The most rounds that the loops of a template may make together, each time that it is rendered."""

TEMPLATE_FAULT = error(
    "template-fault",
    Said("خلل في القالب {name}: {reason}", "the template {name} has a fault: {reason}"),
    Said("أصلح هذا السطر من القالب.", "mend this line of the template."),
)
TOO_MANY_ROUNDS: Final = f"> {ROUNDS} rounds / دورة"


class _Rounds:
    """Counts the rounds of what is being rendered."""

    def __init__(self) -> None:
        self.made = 0
        self.depth = 0

    def counted(self, items: Iterable[Any]) -> Iterator[Any]:
        """Yield items until the bound is reached."""
        for item in items:
            self.made += 1
            if self.made > ROUNDS:
                raise jinja2.TemplateRuntimeError(TOO_MANY_ROUNDS)
            yield item


_rounds = _Rounds()


class BoundedEnvironment(SandboxedEnvironment):
    """A sandbox whose loops are counted, whatever they go over."""

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for loop in tree.find_all(nodes.For):
            loop.iter = nodes.Filter(loop.iter, "counted", [], [], None, None, lineno=loop.lineno)
        return tree


def make_environment(loader: BaseLoader) -> Environment:
    """Return the environment of templates that a loader finds."""
    made = BoundedEnvironment(
        loader=loader,
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        auto_reload=False,
    )
    made.filters["counted"] = _rounds.counted
    made.globals["range"] = range
    return made


@cache
def environment() -> Environment:
    """Return the environment of the shipped templates."""
    return make_environment(FileSystemLoader(styles_folder() / "templates"))


def _told(run: Callable[P, T]) -> Callable[P, T]:
    """Return a step of rendering whose faults are diagnostics, and whose rounds are counted from its outermost call."""

    @wraps(run)
    def guarded(*arguments: P.args, **named: P.kwargs) -> T:
        if _rounds.depth == 0:
            _rounds.made = 0
        _rounds.depth += 1
        try:
            return run(*arguments, **named)
        except Stop:
            raise
        except Exception as fault:
            place = _place(fault)
            if place is None:
                raise
            raise Stop(TEMPLATE_FAULT.at(place, name=place.file, reason=_reason(fault))) from fault
        finally:
            _rounds.depth -= 1

    return guarded


def _place(fault: Exception) -> Span | None:
    """Return the line of a template where a fault arose; None where it is no template's."""
    if isinstance(fault, jinja2.TemplateSyntaxError):
        return Span(fault.name or "", 0, 0, fault.lineno, 1)
    place, is_inner = None, False
    for frame, line in _frames(fault.__traceback__):
        template = frame.get("__jinja_template__")
        is_inner = isinstance(template, jinja2.Template)
        if isinstance(template, jinja2.Template):
            place = Span(template.name or "", 0, 0, template.get_corresponding_lineno(line), 1)
    is_template_fault = is_inner or isinstance(fault, jinja2.TemplateError | RecursionError)
    if isinstance(fault, jinja2.TemplateNotFound) and place is None:
        return Span(str(fault.name), 0, 0, 1, 1)
    return place if is_template_fault else None


def _frames(traceback: TracebackType | None) -> Iterator[tuple[dict[str, Any], int]]:
    while traceback is not None:
        yield traceback.tb_frame.f_globals, traceback.tb_lineno
        traceback = traceback.tb_next


def _reason(fault: Exception) -> str:
    words = " ".join(str(fault).split())[:200]
    return words if isinstance(fault, jinja2.TemplateError) else f"{type(fault).__name__}: {words}"


@_told
def render(name: str, **values: Any) -> str:
    """Render a page template."""
    template = environment().get_template(name)
    return "".join(template.root_render_func(template.new_context(values)))


@cache
@_told
def macros(*names: str) -> dict[str, Any]:
    """Return the macros of the named templates by name; a later template overrides an earlier one."""
    found: dict[str, Any] = {}
    for name in names:
        module = environment().get_template(name).module
        found |= {key: _told(value) for key, value in vars(module).items() if key[:1].isupper()}
    return found
