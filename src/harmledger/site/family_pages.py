"""The page of a family: its reports, which came first, and what ties them, side by side."""

from __future__ import annotations

from collections.abc import Iterator

from harmledger.records import Clue, Family, Feature, Mark, Tie
from harmledger.site.shelf import Shelf
from harmledger.site.show import show
from harmledger.site.templating import Made, View, render
from harmledger.site.words import count, date_words, plain, plural

__all__ = ["family_note", "family_pages", "family_views"]

_MEMBERS = 300  # reports listed on a page
_TIES = 60  # ties shown on a page


def family_pages(shelf: Shelf) -> Iterator[Made]:
    """families/<id>.html of every family of two reports or more."""
    for family in {family.id: family for family in shelf.families.values()}.values():
        path = shelf.family_path(family)
        if path is not None:
            yield _page(shelf, family, path)


def _page(shelf: Shelf, family: Family, path: str) -> Made:
    root = "../"
    ids = [member.text_id for member in family.members]
    first = [tie for tie in family.evidence if tie.kind == "original"]
    ties = [tie for tie in family.evidence if tie.kind != "original"]
    heads = [shelf.cards[text_id] for text_id in ids if text_id in shelf.cards]
    return render(
        "family.html",
        shelf,
        path,
        title=heads[0].title if heads else show(family.members[0].document),
        total=plural(len(ids), "report"),
        members=[_member(shelf, family, number, root) for number in range(len(ids))[:_MEMBERS]],
        members_more=max(len(ids) - _MEMBERS, 0),
        first=[_tie(shelf, tie, ids, root) for tie in first],
        ties=[_tie(shelf, tie, ids, root) for tie in ties[:_TIES]],
        ties_more=max(len(ties) - _TIES, 0),
    )


def _member(shelf: Shelf, family: Family, number: int, root: str) -> View:
    member = family.members[number]
    card = shelf.cards.get(member.text_id)
    return {
        "n": number + 1,
        "href": f"{root}texts/{card.file}" if card else None,
        "title": card.title if card else show(member.document),
        "publisher": card.publisher if card else "",
        "date": date_words(card.date) if card else "date unknown",
        "relation": plain(member.relation),
        "score": f"{member.score:.2f}",
        "claims": count(len(shelf.claims_of.get(member.text_id, ()))),
    }


def _tie(shelf: Shelf, tie: Tie, ids: list[str], root: str) -> View:
    names = [_report(shelf, text_id, root) for text_id in tie.text_ids]
    return {
        "sentence": shelf.shown(tie.sentence, ids),
        "reports": names if len(names) == 2 else [],
        "relation": plain(tie.relation) if tie.relation else None,
        "features": [_feature(feature) for feature in tie.features],
        "words": shelf.shown(", ".join(tie.words), ids),
        "names": shelf.shown(", ".join(tie.names), ids),
        "marks": [_mark(shelf, mark, root) for mark in tie.marks],
        "clues": [_clue(shelf, clue, ids, root) for clue in tie.clues],
        "passages": [
            {"first": first, "second": second, "likeness": f"{round(100 * p.likeness)} %"}
            for p in tie.passages
            if len(tie.text_ids) == 2
            for first in [shelf.passages.get((tie.text_ids[0], p.first_start, p.first_end))]
            for second in [shelf.passages.get((tie.text_ids[1], p.second_start, p.second_end))]
            if first is not None and second is not None
        ],
    }


def _report(shelf: Shelf, text_id: str, root: str) -> View:
    card = shelf.cards.get(text_id)
    return {
        "href": f"{root}texts/{card.file}" if card else None,
        "title": card.title if card else "a report that is no longer in the book",
        "publisher": card.publisher if card else "",
    }


def _clue(shelf: Shelf, clue: Clue, ids: list[str], root: str) -> View:
    return {
        "kind": plain(clue.kind),
        "sentence": shelf.shown(clue.sentence, ids),
        "first": _report(shelf, clue.first, root),
        "weight": "decides" if clue.strength > 1 else "supports",
    }


def _feature(feature: Feature) -> View:
    return {
        "name": plain(feature.name),
        "value": f"{feature.value:.3g}",
        "contribution": f"{feature.contribution:+.2f}",
    }


def _mark(shelf: Shelf, mark: Mark, root: str) -> View:
    about = (mark.text_id,)
    return {
        "kind": plain(mark.kind),
        "quote": shelf.shown(mark.quote, about),
        **_report(shelf, mark.text_id, root),
    }


def family_views(shelf: Shelf, text_id: str, root: str) -> View | None:
    """The other texts of a text's family, and the way to the family's page."""
    family = shelf.families.get(text_id)
    path = shelf.family_path(family) if family else None
    if family is None or path is None:
        return None
    others = [member for member in family.members if member.text_id != text_id]
    return {
        "href": f"{root}{path}",
        "relation": plain(shelf.member[text_id].relation),
        "others": [
            {**_report(shelf, member.text_id, root), "relation": plain(member.relation)}
            for member in others[:_LISTED]
        ],
        "more": max(len(others) - _LISTED, 0),
    }


_LISTED = 8  # other members listed on the page of a text


def family_note(shelf: Shelf, text_id: str, root: str) -> View | None:
    """ "copy, one of 3 of one origin", with the way to the family's page; None for one alone."""
    family, member = shelf.families.get(text_id), shelf.member.get(text_id)
    path = shelf.family_path(family) if family else None
    if family is None or member is None or path is None:
        return None
    words = f"one of {count(len(family.members))} of one origin"
    if member.relation != "unknown":
        words = f"{plain(member.relation)}, {words}"
    return {"words": words, "href": f"{root}{path}"}
