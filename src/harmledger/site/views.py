"""What a template is given of a claim, a figure, an incident or a toll: plain dictionaries."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from markupsafe import Markup

from harmledger.records import Assessment, Claim, Figure, Incident, Text, Toll
from harmledger.site.family_pages import family_note
from harmledger.site.shelf import Shelf
from harmledger.site.show import show
from harmledger.site.strip import strip
from harmledger.site.who import other_name, reports_and_origins
from harmledger.site.words import (
    date_words,
    plain,
    plural,
    range_words,
    value_words,
    when_words,
)

__all__ = [
    "claim_view",
    "figure_view",
    "people_words",
    "reason_views",
    "subject_view",
]

_QUOTES = 3  # quotes of a figure on the overview; its own page has all
_LINKS = 12  # claims linked from one reason; the table beside it has all

View = dict[str, Any]


def people_words(claim: Claim) -> str:
    """Who was harmed, in the vocabulary's terms: "civilian, child, female"."""
    who = claim.population
    if who is None:
        return ""
    status = "status not stated" if who.status == "unstated" else who.status
    parts = [status, who.age, who.sex, who.role]
    return ", ".join(plain(part) for part in parts if part)


def claim_view(shelf: Shelf, claim: Claim, root: str) -> View:
    """A claim as a row: its quote, its fields in words, and the link to its sentence."""
    about = (claim.text_id,)
    card = shelf.cards.get(claim.text_id)
    path = shelf.claim_path(claim.id)
    publisher = card.publisher if card else Markup("a report that is no longer in the book")
    snippet = shelf.snippets.get(claim.id)
    surface = claim.population.surface if claim.population else None
    known = shelf.counters.as_known(claim).speaker
    counter = other_name(shelf, claim)
    return {
        "id": claim.id,
        "href": f"{root}{path}" if path else None,
        "snippet": snippet,
        "measure": plain(claim.measure) + (f", {plain(claim.phase)}" if claim.phase else ""),
        "value": value_words(claim.low, claim.high, claim.qualifier),
        "unit": plain(claim.unit) if claim.unit else "",
        "qualifier": plain(claim.qualifier),
        "people": people_words(claim),
        "surface": shelf.shown(surface, about),
        "stance": plain(claim.stance),
        "hedges": shelf.shown(", ".join(claim.hedges), about),
        "scope": plain(claim.scope),
        "speaker": shelf.shown(claim.speaker.name, about) if claim.speaker else None,
        "speaker_kind": plain(known.kind) if known else "",
        "counter": shelf.shown(counter, about) if counter else None,
        "publisher": publisher,
        "reported_by": shelf.shown(claim.reported_by, about) or publisher,
        "published": date_words(card.date) if card else "date unknown",
        "family": family_note(shelf, claim.text_id, root),
        "when": show(when_words(claim.when)),
        "where": shelf.shown(claim.where.name, about) if claim.where else Markup("place unknown"),
        "where_precision": plain(claim.where.precision) if claim.where else "",
        "actor": shelf.shown(claim.actor.name, about) if claim.actor else None,
        "part_of": claim.part_of if claim.part_of in shelf.claims else None,
        "decided": shelf.decided(claim.id, about),
    }


def _origin_claims(shelf: Shelf, figure: Figure) -> list[Claim]:
    """The claims behind a figure, one origin after the other in turns, so that the first few
    of them come from as many origins as there are."""
    held = shelf.assessments.get(figure.assessment)
    ids = [evidence.claim_id for evidence in figure.trace]
    if held is None:
        return [shelf.claims[i] for i in dict.fromkeys(ids) if i in shelf.claims]
    columns = [[i for i in origin.claims if i in ids] for origin in held.origins]
    turns = max((len(column) for column in columns), default=0)
    mixed = [column[n] for n in range(turns) for column in columns if n < len(column)]
    return [shelf.claims[i] for i in dict.fromkeys([*mixed, *ids]) if i in shelf.claims]


def figure_view(shelf: Shelf, figure: Figure, root: str, *, quotes: int = _QUOTES) -> View:
    """A figure with the quotes that carry it."""
    claims = _origin_claims(shelf, figure)
    about = shelf.texts_of(c.id for c in claims)
    path = shelf.subject_path(figure.subject)
    return {
        "id": figure.id,
        "statement": shelf.shown(figure.statement, about),
        "measure": plain(figure.measure),
        "range": range_words(figure.low, figure.high),
        "grade": plain(figure.grade),
        "method": figure.method,
        "status": plain(figure.status),
        "origins": reports_and_origins(about, figure.independent_origins),
        "decided": shelf.decided(figure.id, about),
        "href": f"{root}{path}#f-{figure.id}" if path else None,
        "quotes": [claim_view(shelf, claim, root) for claim in claims[:quotes]],
        "more": max(len(claims) - quotes, 0),
        "strip": strip(
            [(c.low, c.high) for c in claims if c.part_of is None and c.stance != "denied"],
            figure.low,
            figure.high,
        ),
    }


def reason_views(
    shelf: Shelf, assessment: Assessment, numbers: dict[str, int], root: str
) -> list[View]:
    """Why the method came to this: each rule's sentence with links to its claims."""
    views = []
    for reason in assessment.reasons:
        links = [
            {"n": numbers.get(c), "href": f"{root}{path}"}
            for c in sorted(reason.claims, key=lambda c: (numbers.get(c, len(numbers) + 1), c))
            if (path := shelf.claim_path(c))
        ]
        views.append(
            {
                "rule": plain(reason.rule),
                "sentence": shelf.shown(reason.sentence, shelf.texts_of(reason.claims)),
                "claims": links[:_LINKS],
                "more": max(len(links) - _LINKS, 0),
            }
        )
    return views


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
    """Incidents or tolls: most independent origins first, then the largest, then by id."""

    def key(subject: Incident | Toll) -> tuple[int, int, str]:
        strengths = [_strength(figure) for figure in shelf.figures_of.get(subject.id, ())]
        origins, size, _ = min(strengths, default=(0, 0, ""))
        return origins, size, subject.id

    return sorted(subjects, key=key)


def text_meta(shelf: Shelf, text: Text) -> View:
    """Where a text came from, in words."""
    page = shelf.pages.get(text.page_id)
    address = text.url or (page.url if page else None) or ""
    about = (text.id,)
    hide = shelf.names.in_address(address, about)
    web = address.startswith(("http://", "https://"))
    collected = page.collected_from if page else text.document
    if shelf.names.in_address(collected, about):
        collected = "(withheld: it spells a name)"
    return {
        "withdrawn": shelf.decided(text.page_id, about),
        "title": shelf.cards[text.id].title,
        "publisher": shelf.shown(text.publisher, about),
        "byline": shelf.shown(text.byline, about),
        "date": date_words(text.published_at),
        "page_id": text.page_id,
        "address": show(address) if not hide else None,
        "address_withheld": bool(address) and hide,
        "href": address if web and not hide else None,
        "collected": show(collected),
        "media_type": page.media_type if page else "",
    }
