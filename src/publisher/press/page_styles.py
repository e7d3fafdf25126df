"""Styles of pages computed once for pages that are alike: WeasyPrint computes them, and those of the margins, page by page."""

from collections.abc import Callable
from typing import Any

from publisher.composer.hooks import Hook
from publisher.composer.state import typesetting_of


def around_page_styles(original: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap `layout.page.set_page_type_computed_styles`."""

    def set_page_styles(page_type: Any, html: Any, style_for: Any) -> None:
        if typesetting_of(style_for) is None:
            original(page_type, html, style_for)
            return
        style_for.add_page_declarations(page_type)
        cascaded = style_for.get_cascaded_styles()
        computed = style_for.get_computed_styles()
        parts = {part: rules for (element, part), rules in cascaded.items() if element == page_type}
        known = style_for.__dict__.setdefault("_press_pages", {})
        key = frozenset((part, name, id(value)) for part, rules in parts.items() for name, (value, _) in rules.items())
        found = known.get(key)
        if found is None:
            root = html.etree_element
            style_for.set_computed_styles(page_type, root=root, parent=root, base_url=html.base_url)
            for part in filter(None, parts):
                style_for.set_computed_styles(
                    page_type, pseudo_type=part, root=root, parent=page_type, base_url=html.base_url
                )
            known[key] = {part: computed[page_type, part] for part in {None, *parts}}
        else:
            computed.update({(page_type, part): style for part, style in found.items()})
        for part in parts:
            del cascaded[page_type, part]

    return set_page_styles


HOOK = Hook(
    "weasyprint.layout.page", "set_page_type_computed_styles", ("page_type", "html", "style_for"), around_page_styles
)


def install() -> None:
    """Put the hook in place, once, where WeasyPrint is the one it was written for."""
    if HOOK.fault() is None:
        HOOK.install()
