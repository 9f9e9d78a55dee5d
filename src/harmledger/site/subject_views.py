"""What a template is given of an incident or a toll, and the order in which they stand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from harmledger.records import Figure, Incident, Toll
from harmledger.site.shelf import Shelf
from harmledger.site.views import View, figure_view
from harmledger.site.words import plural, when_words

__all__ = ["in_order", "place_words", "subject_view"]


def place_words(subject: Incident | Toll) -> str:
    if isinstance(subject, Toll):
        return subject.where or "place unknown"
    return subject.where.name if subject.where else "place unknown"


def subject_view(shelf: Shelf, subject: Incident | Toll, root: str) -> View:
    """The heading of an incident or toll, and its figures, strongest first."""
    about = shelf.texts_of(subject.claims)
    figures = sorted(shelf.figures_of.get(subject.id, ()), key=_strength)
    when = when_words(subject.when) if isinstance(subject, Incident) else ""
    return {
        "id": subject.id,
        "title": shelf.shown(subject.title, about),
        "href": f"{root}{shelf.subject_path(subject.id)}",
        "when": shelf.shown(when, about),
        "where": shelf.shown(place_words(subject), about),
        "counter": shelf.shown(subject.counter, about) if isinstance(subject, Toll) else None,
        "texts": plural(len(about), "report"),
        "origins": plural(subject.independent_origins, "independent origin"),
        "claims": plural(len(subject.claims), "claim"),
        "figures": [figure_view(shelf, figure, root) for figure in figures],
    }


def _strength(figure: Figure) -> tuple[int, int, str]:
    return -figure.independent_origins, -(figure.high or figure.low or 0), figure.id


def in_order(shelf: Shelf, subjects: Iterable[Incident] | Iterable[Toll]) -> list[Any]:
    """Incidents or tolls: what most reports tell of, copies counted once, then the most origins,
    then the largest, then by id."""

    def key(subject: Incident | Toll) -> tuple[int, int, int, str]:
        strengths = [_strength(figure) for figure in shelf.figures_of.get(subject.id, ())]
        origins, size, _ = min(strengths, default=(0, 0, ""))
        families = shelf.families
        told = {
            families[text].id if text in families else text
            for text in shelf.texts_of(subject.claims)
        }
        return -len(told), origins, size, subject.id

    return sorted(subjects, key=key)
