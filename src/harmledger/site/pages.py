"""The pages of a site, one after the other, as (path, HTML); nothing is written here."""

from __future__ import annotations

from collections.abc import Iterator

from harmledger.records import Incident, Toll
from harmledger.site.correction_pages import correction_pages
from harmledger.site.family_pages import family_pages
from harmledger.site.listings import listing_pages
from harmledger.site.methods import method_views
from harmledger.site.shelf import Shelf
from harmledger.site.subject_pages import subject_pages
from harmledger.site.templating import Made, render
from harmledger.site.text_pages import text_page
from harmledger.site.total_pages import total_page
from harmledger.site.who import counters_pages

__all__ = ["other_pages", "text_page"]


def other_pages(shelf: Shelf) -> Iterator[Made]:
    """All pages but those of texts."""
    yield from listing_pages(shelf)
    yield render("methods.html", shelf, "methods.html", "methods", methods=method_views(shelf))
    yield total_page(shelf)
    yield from counters_pages(shelf)
    yield from family_pages(shelf)
    yield from correction_pages(shelf)
    subjects: tuple[Incident | Toll, ...] = (*shelf.incidents.values(), *shelf.tolls.values())
    for subject in subjects:
        yield from subject_pages(shelf, subject)
