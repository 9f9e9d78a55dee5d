"""From records to the data of a picture and the table beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from harmledger.assessments import origins_of
from harmledger.records import Assessment, Claim, Origin
from harmledger.site.bars import Bar
from harmledger.site.ladder import Rung, ladder
from harmledger.site.shelf import Shelf
from harmledger.site.views import claim_view
from harmledger.site.words import claim_words, plain, plural

__all__ = ["ladder_view"]

#: Claims of one picture: more cannot be told apart, and the table holds them all.
_DRAWN = 200
_SHORTEST = 16  # characters of a name that are left beside a long kind
_NAME = 44  # characters of an origin's name and kind that fit above its bars
_COPIES = frozenset(("copy", "rewrite"))
_RELATIONS = {"original": 0, "unknown": 1, "rewrite": 2, "partial": 3, "copy": 4}

View = dict[str, Any]


def _in_order(shelf: Shelf, ids: Iterable[str]) -> list[Claim]:
    """Earliest report first, an original before its copies."""

    def key(claim: Claim) -> tuple[str, int, str, int, str]:
        card = shelf.cards.get(claim.text_id)
        member = shelf.member.get(claim.text_id)
        rank = _RELATIONS.get(member.relation, 1) if member else 0
        return (card and card.date) or "9999", rank, claim.text_id, claim.start, claim.id

    return sorted((shelf.claims[i] for i in dict.fromkeys(ids) if i in shelf.claims), key=key)


def _is_copy(shelf: Shelf, claim: Claim, families: set[str]) -> bool:
    """Whether a text of the same family stands above it, of which this one is a copy."""
    family, member = shelf.families.get(claim.text_id), shelf.member.get(claim.text_id)
    if family is None or member is None:
        return False
    again = family.id in families and member.relation in _COPIES
    families.add(family.id)
    return again


def _bars(shelf: Shelf, claims: Sequence[Claim], views: Sequence[View]) -> tuple[Bar, ...]:
    """Bars in the order given; copies and repeated figures are thin."""
    bars = []
    families: set[str] = set()
    seen: set[tuple[object, ...]] = set()
    for claim, view in zip(claims, views, strict=True):
        value = (claim.low, claim.high, claim.qualifier, claim.stance, claim.part_of)
        bars.append(
            Bar(
                low=claim.low,
                high=claim.high,
                qualifier=claim.qualifier,
                stance=claim.stance,
                title=f"{claim_words(claim)}, reported by {view['reported_by'].striptags()}: "
                "open the sentence",
                href=view["href"],
                thin=value in seen or _is_copy(shelf, claim, families),
                part=claim.part_of is not None,
            )
        )
        seen.add(value)
    return tuple(bars)


def _grouped(
    shelf: Shelf, origins: Sequence[Origin], ids: Sequence[str]
) -> list[tuple[Origin, list[str], str]]:
    """Each claim under one origin, with the origin's kind in words; uncounted ones last."""
    left = dict.fromkeys(ids)
    groups: list[tuple[Origin, list[str], str]] = []
    for origin in origins:
        mine = [i for i in origin.claims if i in left]
        for i in mine:
            del left[i]
        if mine:
            groups.append((origin, mine, _kind_words(origin)))
    counted = bool(groups)
    # What the method does not count (denials, say) keeps its own origins, so that it is seen.
    claims = [shelf.claims[i] for i in left if i in shelf.claims]
    rest = origins_of(claims, (), shelf.counters)
    for origin in rest:
        kind = _kind_words(origin)
        groups.append((origin, list(origin.claims), f"{kind}, not counted" if counted else kind))
    return groups


def _kind_words(origin: Origin) -> str:
    return "publisher" if origin.kind == "family" else plain(origin.kind)


def ladder_view(
    shelf: Shelf,
    *,
    key: str,
    title: str,
    ids: Sequence[str],
    origins: Sequence[Origin],
    root: str,
    assessment: Assessment | None = None,
) -> View:
    """The ladder of some claims and its table; rows are numbered through all origins."""
    rungs: list[Rung] = []
    table: list[View] = []
    numbers: dict[str, int] = {}
    for origin, mine, kind in _grouped(shelf, origins, ids):
        claims = _in_order(shelf, mine)
        views = [claim_view(shelf, claim, root) for claim in claims]
        about = shelf.texts_of(mine)
        if len(about) > 1:
            kind = f"{kind}, {plural(len(about), 'report')}"
        if drawn := max(0, _DRAWN - len(numbers)):
            rungs.append(
                Rung(
                    name=shelf.spoken(origin.name, about, max(_NAME - len(kind), _SHORTEST))
                    + f" \u2013 {kind}",
                    bars=_bars(shelf, claims[:drawn], views[:drawn]),
                )
            )
        for claim, view in zip(claims, views, strict=True):
            numbers[claim.id] = len(numbers) + 1
            view["n"] = numbers[claim.id]
        name = shelf.shown(origin.name, about)
        table.append({"name": name, "kind": kind, "rows": views})
    for group in table:
        for view in group["rows"]:
            view["part_n"] = numbers.get(view["part_of"])
    about = shelf.texts_of(ids)
    svg = ladder(
        rungs,
        key=key,
        title=shelf.spoken(title, about),
        low=assessment.low if assessment else None,
        best=assessment.best if assessment else None,
        high=assessment.high if assessment else None,
        said=assessment.highest_said if assessment else None,
        assessed=assessment is not None,
    )
    left = max(0, len(numbers) - _DRAWN)
    return {"svg": svg, "groups": table, "numbers": numbers, "drawn": _DRAWN, "left": left}
