"""What a template is given of an incident or a toll, and the order in which they stand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from harmledger.incidents import EFFECTS
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
    """The heading of an incident or toll, and its figures: those of people harmed, then others, of
    each the most reported first."""
    about = shelf.texts_of(subject.claims)
    figures = shelf.figures_of.get(subject.id, ())
    figures = sorted(figures, key=lambda figure: _strength(shelf, figure))
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
        "kin": _kin(subject) if isinstance(subject, Incident) else "",
        "figures": [figure_view(shelf, figure, root) for figure in figures],
    }


def _kin(incident: Incident) -> str:
    """Whether totals count its people elsewhere, or those of others with it."""
    kin = ["part of another incident"] if incident.part_of else []
    kin += [f"with {plural(len(incident.parts), 'part')}"] if incident.parts else []
    return ", ".join(kin)


def _told(shelf: Shelf, texts: Iterable[str]) -> int:
    """How many reports that is, copies counted once."""
    families = shelf.families
    return len({families[text].id if text in families else text for text in texts})


def _strength(shelf: Shelf, figure: Figure) -> tuple[bool, int, int, int, str]:
    told = _told(shelf, (link.text_id for link in figure.trace))
    size = figure.high or figure.low or 0
    # 72,000 displaced do not hide the 1,836 killed.
    return figure.measure in EFFECTS, -told, -figure.independent_origins, -size, figure.id


def in_order(shelf: Shelf, subjects: Iterable[Incident] | Iterable[Toll]) -> list[Any]:
    """Incidents or tolls: what most reports tell of, copies counted once, then the most origins,
    then people harmed before others, then the largest, then by id."""

    def key(subject: Incident | Toll) -> tuple[int, int, bool, int, str]:
        figures = shelf.figures_of.get(subject.id, ())
        strengths = (_strength(shelf, figure) for figure in figures)
        beside, _, origins, size, _ = min(strengths, default=(True, 0, 0, 0, ""))
        return -_told(shelf, shelf.texts_of(subject.claims)), origins, beside, size, subject.id

    return sorted(subjects, key=key)
