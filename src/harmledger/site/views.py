"""What a template is given of a claim, a figure or a reason: plain dictionaries."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from harmledger.figures import in_parts, inside
from harmledger.records import Assessment, Claim, Edge, Figure
from harmledger.site.family_pages import family_note
from harmledger.site.shelf import Shelf
from harmledger.site.show import show
from harmledger.site.strip import strip
from harmledger.site.who import other_name, reports_and_origins
from harmledger.site.words import (
    date_words,
    plain,
    range_with_ends,
    value_words,
    when_words,
)
from harmledger.wording import kind_words

__all__ = [
    "claim_view",
    "edge_mark",
    "figure_view",
    "people_words",
    "reason_views",
    "statement_view",
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
        "unit": _unit(claim),
        "qualifier": plain(claim.qualifier),
        "people": people_words(claim),
        "surface": shelf.shown(surface, about),
        "stance": plain(claim.stance),
        "hedges": shelf.shown(", ".join(claim.hedges), about),
        "scope": plain(claim.scope),
        "speaker": shelf.shown(inside(claim.speaker.name), about) if claim.speaker else None,
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


def _unit(claim: Claim) -> str:
    """People; of one, person. Nothing where the claim gives no number of them."""
    if not claim.unit or (claim.low is None and claim.high is None) or claim.qualifier == "vague":
        return ""
    one = claim.low == claim.high == 1 and claim.unit == "people"
    return "person" if one else plain(claim.unit)


def _origin_claims(shelf: Shelf, figure: Figure) -> list[Claim]:
    """The claims behind a figure, one origin after the other in turns, so that the first few
    of them come from as many origins as there are."""
    held = shelf.assessments.get(figure.assessment)
    ids = dict.fromkeys(evidence.claim_id for evidence in figure.trace)
    if held is None:
        return [shelf.claims[i] for i in ids if i in shelf.claims]
    columns = [[i for i in origin.claims if i in ids] for origin in held.origins]
    turns = max((len(column) for column in columns), default=0)
    mixed = [column[n] for n in range(turns) for column in columns if n < len(column)]
    return [shelf.claims[i] for i in dict.fromkeys([*mixed, *ids]) if i in shelf.claims]


def statement_view(shelf: Shelf, statement: str, about: Sequence[str]) -> View:
    """The main clause of a statement as a heading, and what stands behind it as text."""
    main, notes, rest = in_parts(statement)
    behind = " ".join(part for part in (notes, rest) if part)
    return {
        "statement": shelf.shown(main, about),
        "behind": shelf.shown(behind, about) if behind else None,
    }


def edge_mark(edges: Sequence[Edge]) -> str:
    """The mark of a figure whose low or high rests on one origin alone; else empty."""
    ends = " and ".join(edge.bound for edge in edges)
    return f"look first: its {ends} rest{'s' * (len(edges) == 1)} on one origin" if edges else ""


def figure_view(shelf: Shelf, figure: Figure, root: str, *, quotes: int = _QUOTES) -> View:
    """A figure with the quotes that carry it."""
    claims = _origin_claims(shelf, figure)
    about = shelf.texts_of(c.id for c in claims)
    path = shelf.subject_path(figure.subject)
    return {
        "id": figure.id,
        **statement_view(shelf, figure.statement, about),
        "measure": kind_words(figure.measure, figure.unit, figure.phase),
        "range": range_with_ends(figure.low, figure.high, figure.highest_said),
        "edge": edge_mark(figure.edges),
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
