"""The step series of a toll beside its rivals: what is drawn, and the table of its readings."""

from __future__ import annotations

from collections.abc import Iterator
from string import ascii_uppercase

from harmledger.records import Rival, Toll, TollPoint
from harmledger.site.shelf import Shelf
from harmledger.site.step_dots import Step
from harmledger.site.steps import Beside, day_of, steps
from harmledger.site.templating import View
from harmledger.site.views import claim_view
from harmledger.site.words import date_words, value_words

__all__ = ["latest_words", "lettered", "steps_view"]

_DRAWN = 4  # rivals drawn beside a series; more could not be told apart
_TAGS = {
    "lowered": "lower than before: a revision",
    "retroactive": "earlier harm added or corrected: a revision",
}


def lettered(shelf: Shelf, toll: Toll) -> Iterator[tuple[str, Rival]]:
    """The rivals of a toll that the book holds, each with the letter that it is drawn with."""
    held = [rival for rival in toll.rivals if rival.toll in shelf.tolls]
    yield from zip(ascii_uppercase, held, strict=False)


def latest_words(shelf: Shelf, toll: Toll) -> str:
    """The last reading of a toll and its day."""
    if not toll.points:
        return "no reading"
    day = date_words(_day(toll.points[-1]))
    return f"{_value(shelf, toll.points[-1])} ({day})"


def steps_view(shelf: Shelf, toll: Toll, root: str) -> View:
    """The step series of a toll (None where it cannot be drawn) and all its points."""
    kinds = {revision.point: revision.kind for revision in toll.revisions}
    rows: list[View] = []
    for number, point in enumerate(toll.points):
        claim = shelf.claims.get(point.claim_id)
        path = shelf.claim_path(point.claim_id)
        rows.append(
            {
                "as_of": date_words(point.as_of),
                "reported": date_words(point.reported_at),
                "value": _value(shelf, point),
                "href": f"{root}{path}" if path else None,
                "revision": _TAGS.get(kinds.get(number, "")),
                "view": claim_view(shelf, claim, root) if claim else None,
            }
        )
    beside = [
        Beside(letter=letter, points=list(_steps(shelf, shelf.tolls[rival.toll], root)))
        for letter, rival in list(lettered(shelf, toll))[:_DRAWN]
    ]
    title = shelf.spoken(toll.title, shelf.texts_of(toll.claims))
    drawn = list(_steps(shelf, toll, root))
    return {"svg": steps(drawn, beside, key="series", title=title), "rows": rows}


def _steps(shelf: Shelf, toll: Toll, root: str) -> Iterator[Step]:
    for number, point in enumerate(toll.points):
        day = day_of(point.as_of) or day_of(point.reported_at)
        path = shelf.claim_path(point.claim_id)
        if day is not None:
            yield Step(
                day=day,
                low=point.low,
                high=point.high,
                title=f"{date_words(day.isoformat())}: {_value(shelf, point)}: open the sentence",
                href=f"{root}{path}" if path else None,
                broken=number in toll.breaks,
            )


def _value(shelf: Shelf, point: TollPoint) -> str:
    claim = shelf.claims.get(point.claim_id)
    return value_words(point.low, point.high, claim.qualifier if claim else "")


def _day(point: TollPoint) -> str | None:
    return point.as_of or point.reported_at
