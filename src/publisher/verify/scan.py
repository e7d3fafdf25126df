"""Finds the rules of a folder: every module there is one rule, its constant `RULE`."""

import pkgutil
from functools import cache
from importlib import import_module


@cache
def rules_in(package: str) -> tuple[object, ...]:
    """Return the `RULE` of every module of a package, by the modules' names."""
    folder = import_module(package)
    names = sorted(module.name for module in pkgutil.iter_modules(folder.__path__))
    return tuple(import_module(f"{package}.{name}").RULE for name in names)
