"""The page of an archived text."""

from __future__ import annotations

import re

from markupsafe import Markup

from harmledger.records import Text
from harmledger.site.cards import file_name
from harmledger.site.family_pages import family_views
from harmledger.site.mark_writer import Span
from harmledger.site.marks import body_html
from harmledger.site.shelf import Shelf
from harmledger.site.templating import Made, View, render
from harmledger.site.text_meta import text_meta
from harmledger.site.views import claim_view
from harmledger.site.words import DATE_FROM

__all__ = ["text_page"]


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
