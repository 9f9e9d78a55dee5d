"""Fills the templates."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from harmledger.site.shelf import Shelf
from harmledger.site.show import show
from harmledger.site.words import plain

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["Made", "View", "render"]

View = dict[str, Any]
Made = tuple[str, str]


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("harmledger.site", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["show"] = show
    environment.filters["words"] = lambda words: show(plain(words))
    return environment


def render(template: str, shelf: Shelf, path: str, here: str = "", **values: Any) -> Made:
    """One page: its path and HTML. ``root`` leads from the page's folder to the site's."""
    from harmledger import __version__

    values["root"] = "../" * path.count("/")
    values["approved"] = shelf.approved
    values["version"] = __version__
    values["here"] = here
    return path, _environment().get_template(template).render(**values)
