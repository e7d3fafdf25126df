"""Book → XHTML through Jinja2 templates. Page templates and block markup lie in `styles/templates`."""

from publisher.xhtml.render import Renderer

__all__ = ["Renderer"]
