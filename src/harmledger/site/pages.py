"""The pages of a site, one after the other, as (path, HTML); nothing is written here."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from harmledger.records import Assessment, Incident, Text, Toll
from harmledger.site.listings import listing_pages
from harmledger.site.marks import Span, body_html
from harmledger.site.methods import method_views
from harmledger.site.pictures import ladder_view, steps_view
from harmledger.site.shelf import Shelf, file_name
from harmledger.site.show import show
from harmledger.site.views import (
    claim_view,
    family_views,
    reason_views,
    subject_view,
    text_meta,
)
from harmledger.site.words import DATE_FROM, date_words, plain, plural, range_words

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["other_pages", "text_page"]

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
    """One page. ``root`` leads from the page's folder to the site's."""
    from harmledger import __version__

    values["root"] = "../" * path.count("/")
    values["approved"] = sum(f.status == "approved" for f in shelf.figures.values())
    values["version"] = __version__
    values["here"] = here
    return path, _environment().get_template(template).render(**values)


def text_page(shelf: Shelf, text: Text) -> Made:
    """The archived text of a report with every claim marked."""
    root = "../"
    claims = shelf.claims_of.get(text.id, [])
    views = []
    notes: dict[str, Markup] = {}
    number = {claim.id: n for n, claim in enumerate(claims, start=1)}
    for claim in claims:
        view = claim_view(shelf, claim, root)
        view["back"] = _back_links(shelf, claim.id, root)
        view["part_here"] = number.get(claim.part_of or "")
        views.append(view)
        entry: View = {"href": f"#n-{claim.id}", "words": Markup("its entry")}
        target = view["back"][0] if view["back"] else entry
        notes[claim.id] = Markup(
            '<sup class="note" data-ui=""><a href="{}" title="{w}" aria-label="claim {n}: back to '
            '{w}">{n}</a></sup>'
        ).format(target["href"], w=target["words"].striptags(), n=number[claim.id])
    spans = [Span(id=c.id, start=c.start, end=c.end) for c in claims]
    lang = text.lang if re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", text.lang or "") else None
    meta = text_meta(shelf, text)
    meta["date_from"] = DATE_FROM.get(text.published_from or "", text.published_from or "")
    return render(
        "text.html",
        shelf,
        f"texts/{file_name(text.id)}",
        t=meta,
        family=family_views(shelf, text.id, root),
        dropped=any(not block.kept for block in text.blocks),
        lang=lang,
        body=body_html(text, spans, shelf.names.ranges(text), notes),
        claims=views,
    )


def _back_links(shelf: Shelf, claim_id: str, root: str) -> list[View]:
    """From a claim to each figure it carries, else to the incident or toll it stands in."""
    about = shelf.texts_of([claim_id])
    links = []
    for figure in shelf.figures_with.get(claim_id, ()):
        path = shelf.subject_path(figure.subject)
        if path:
            words = shelf.label(figure.statement, about, 110)
            links.append({"href": f"{root}{path}#f-{figure.id}", "words": words})
    covered = {figure.subject for figure in shelf.figures_with.get(claim_id, ())}
    for subject_id in shelf.subjects_with.get(claim_id, ()):
        subject, path = shelf.subject(subject_id), shelf.subject_path(subject_id)
        if subject and path and subject_id not in covered:
            words = shelf.label(subject.title, about, 110)
            links.append({"href": f"{root}{path}#main", "words": words})
    return links


def subject_page(shelf: Shelf, subject: Incident | Toll) -> Made:
    """The page of an incident or toll."""
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
    toll = subject if isinstance(subject, Toll) else None
    incident = subject if isinstance(subject, Incident) else None
    about = shelf.texts_of(subject.claims)
    return render(
        "subject.html",
        shelf,
        path,
        kind="Toll" if toll else "Incident",
        s=view,
        definition=shelf.shown(toll.definition, about) if toll else None,
        series=steps_view(shelf, toll, root) if toll else None,
        rivals=_rivals(shelf, toll, root) if toll else [],
        assessed=assessed,
        other=other,
        reasons=[shelf.shown(line, about) for line in incident.reasons] if incident else [],
        reports=_reports(shelf, subject, root),
    )


def _assessed(shelf: Shelf, assessment: Assessment, key: str, root: str) -> View:
    figure = shelf.figure_for.get(assessment.id)
    about = shelf.texts_of(assessment.claims)
    measure = plain(assessment.measure)
    if assessment.status:
        measure += f", {plain(assessment.status)}"
    words = range_words(assessment.low, assessment.high)
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
        "statement": shelf.shown(statement, about),
        "measure": measure,
        "range": words,
        "origins": plural(assessment.independent_origins, "independent origin"),
        "grade": plain(assessment.grade),
        "method": assessment.method,
        "status": plain(figure.status) if figure else "no figure",
        "ladder": picture,
        "reasons": reason_views(shelf, assessment, picture["numbers"], root),
    }


def _rivals(shelf: Shelf, toll: Toll, root: str) -> list[View]:
    """Other counters of the same measure in the same place."""
    place = (toll.where or "").casefold()
    return [
        {
            "href": f"{root}{shelf.subject_path(other.id)}",
            "title": shelf.shown(other.title, shelf.texts_of(other.claims)),
            "counter": shelf.shown(other.counter, shelf.texts_of(other.claims)),
            "definition": shelf.shown(other.definition, shelf.texts_of(other.claims)),
        }
        for other in sorted(shelf.tolls.values(), key=lambda t: (t.counter, t.id))
        if other.id != toll.id
        and other.measure == toll.measure
        and (other.where or "").casefold() == place
    ]


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
        member = shelf.member.get(text_id)
        notes = [] if chiefly else ["mentions it"]
        if member and member.relation not in ("original", "unknown"):
            notes.append(f"{plain(member.relation)} of another report")
        rows.append(
            (
                (not chiefly, card.date or "9999", text_id),
                {
                    "href": f"{root}texts/{card.file}",
                    "title": card.title,
                    "publisher": card.publisher,
                    "date": date_words(card.date),
                    "note": ", ".join(notes),
                },
            )
        )
    return [row for _, row in sorted(rows, key=lambda item: item[0])]


def other_pages(shelf: Shelf) -> Iterator[Made]:
    """All pages but those of texts."""
    make: Callable[..., Made] = render
    yield from listing_pages(shelf, make)
    yield render("methods.html", shelf, "methods.html", "methods", methods=method_views(shelf))
    subjects: Sequence[Incident | Toll] = (*shelf.incidents.values(), *shelf.tolls.values())
    for subject in subjects:
        yield subject_page(shelf, subject)
