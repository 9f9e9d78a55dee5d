"""The page of an incident or a toll."""

from __future__ import annotations

from itertools import groupby

from harmledger.records import Assessment, Incident, Toll
from harmledger.site.claim_pages import paged
from harmledger.site.family_pages import family_note
from harmledger.site.pictures import ladder_view
from harmledger.site.series import latest_words, lettered, steps_view
from harmledger.site.shelf import Shelf
from harmledger.site.subject_views import subject_view
from harmledger.site.templating import Made, View, render
from harmledger.site.views import claim_view, edge_mark, reason_views, statement_view
from harmledger.site.who import origin_views, reports_and_origins
from harmledger.site.words import date_words, plain, range_with_ends
from harmledger.wording import kind_words

__all__ = ["subject_pages"]


def subject_pages(shelf: Shelf, subject: Incident | Toll) -> list[Made]:
    """The page of an incident or toll, and those with its claims beyond the first hundred."""
    root = "../"
    path = shelf.subject_path(subject.id)
    assert path is not None
    view = subject_view(shelf, subject, root)
    order = {figure["id"]: n for n, figure in enumerate(view["figures"])}

    def rank(assessment: Assessment) -> tuple[int, str]:
        figure = shelf.figure_for.get(assessment.id)
        return (order.get(figure.id, len(order)) if figure else len(order)), assessment.id

    assessed = [
        _assessed(shelf, assessment, f"a{number}", root)
        for number, assessment in enumerate(
            sorted(shelf.assessments_of.get(subject.id, ()), key=rank), start=1
        )
    ]
    held = {c for a in shelf.assessments_of.get(subject.id, ()) for c in a.claims}
    rest = [shelf.claims[c] for c in subject.claims if c in shelf.claims and c not in held]
    rest.sort(key=lambda c: (c.measure, c.text_id, c.start, c.id))
    other: list[View] = []
    for measure, claims in groupby(rest, key=lambda c: c.measure):
        rows = [claim_view(shelf, claim, root) for claim in claims]
        other.append({"name": plain(measure), "kind": "", "rows": rows})
    for number, row in enumerate((row for group in other for row in group["rows"]), start=1):
        row["n"] = number
    for row in (row for group in other for row in group["rows"]):
        row["part_n"] = None
    further: list[Made] = []
    for number, one in enumerate(assessed, start=1):
        heading = {
            "anchor": f"f-{one['anchor']}",
            "title": view["title"],
            "words": one["statement"],
        }
        groups = one["ladder"]["groups"]
        one["table"], pages = paged(shelf, path, f"a{number}", heading, groups)
        further += pages
    heading = {"anchor": "other", "title": view["title"], "words": "Other claims"}
    table, pages = paged(shelf, path, "other", heading, other)
    further += pages
    toll = subject if isinstance(subject, Toll) else None
    incident = subject if isinstance(subject, Incident) else None
    about = shelf.texts_of(subject.claims)
    page = render(
        "subject.html",
        shelf,
        path,
        kind="Toll" if toll else "Incident",
        s=view,
        definition=shelf.shown(toll.definition, about) if toll else None,
        series=steps_view(shelf, toll, root) if toll else None,
        rivals=_rivals(shelf, toll, root) if toll else [],
        assessed=assessed,
        other=table,
        reasons=[shelf.shown(line, about) for line in incident.reasons] if incident else [],
        definitions=[
            shelf.shown(said.sentence, about) for said in (incident.definitions if incident else ())
        ],
        wholes=[
            {**_linked(shelf, link.incident, root), "why": shelf.shown(link.sentence, about)}
            for link in (incident.part_of if incident else ())
        ],
        parts=[_linked(shelf, part, root) for part in (incident.parts if incident else ())],
        decided=shelf.decided(subject.id, about),
        reports=_reports(shelf, subject, root),
    )
    return [page, *further]


def _linked(shelf: Shelf, incident: str, root: str) -> View:
    """Title, page and first figure of another incident."""
    other = shelf.incidents[incident]
    figures = subject_view(shelf, other, root)["figures"]
    return {
        "title": shelf.shown(other.title, shelf.texts_of(other.claims)),
        "href": f"{root}{shelf.subject_path(incident)}",
        "statement": figures[0]["statement"] if figures else "",
    }


def _assessed(shelf: Shelf, assessment: Assessment, key: str, root: str) -> View:
    figure = shelf.figure_for.get(assessment.id)
    about = shelf.texts_of(assessment.claims)
    kind = assessment.measure, assessment.unit, assessment.phase
    measure = kind_words(*kind, assessment.status)
    # What a person set on a figure stands on the figure; the picture shows what the method gives.
    held = figure or assessment
    words = range_with_ends(held.low, held.high, held.highest_said)
    decided = shelf.decided(assessment.id, about)
    decided += shelf.decided(figure.id, about) if figure else []
    statement = figure.statement if figure else f"{measure}: {words}"
    picture = ladder_view(
        shelf,
        key=key,
        title=f"Range ladder. {statement}",
        ids=assessment.claims,
        origins=assessment.origins,
        root=root,
        assessment=assessment,
    )
    return {
        "anchor": figure.id if figure else assessment.id,
        **statement_view(shelf, statement, about),
        "measure": measure,
        "range": words,
        "origins": reports_and_origins(about, assessment.independent_origins),
        "counters": origin_views(shelf, assessment, root),
        "edge": edge_mark(held.edges),
        "grade": plain(held.grade),
        "decided": decided,
        "method": assessment.method,
        "status": plain(figure.status) if figure else "no figure",
        "ladder": picture,
        "reasons": reason_views(shelf, assessment, picture["numbers"], root),
    }


def _rivals(shelf: Shelf, toll: Toll, root: str) -> list[View]:
    """Other counters of the same measure, and why they may differ; letters as in the picture."""
    rows = []
    for letter, rival in lettered(shelf, toll):
        other = shelf.tolls[rival.toll]
        about = shelf.texts_of(other.claims)
        rows.append(
            {
                "letter": letter,
                "href": f"{root}{shelf.subject_path(other.id)}",
                "title": shelf.shown(other.title, about),
                "counter": shelf.shown(other.counter, about),
                "definition": shelf.shown(other.definition, about),
                "latest": latest_words(shelf, other),
                "causes": [
                    shelf.shown(cause.sentence, (*about, *shelf.texts_of(toll.claims)))
                    for cause in rival.causes
                ],
            }
        )
    return rows


def _reports(shelf: Shelf, subject: Incident | Toll, root: str) -> list[View]:
    """The reports that speak of it, those chiefly about it first."""
    if isinstance(subject, Incident):
        main = {report.text_id: report.main for report in subject.reports}
    else:
        main = dict.fromkeys(shelf.texts_of(subject.claims), True)
    rows = []
    for text_id, chiefly in main.items():
        card = shelf.cards.get(text_id)
        if card is None:
            continue
        rows.append(
            (
                (not chiefly, card.date or "9999", text_id),
                {
                    "href": f"{root}texts/{card.file}",
                    "title": card.title,
                    "publisher": card.publisher,
                    "date": date_words(card.date),
                    "note": "" if chiefly else "mentions it",
                    "family": family_note(shelf, text_id, root),
                },
            )
        )
    return [row for _, row in sorted(rows, key=lambda item: item[0])]
