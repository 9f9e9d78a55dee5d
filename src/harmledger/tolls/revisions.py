"""Steps of a toll that are no harm of their day: falls, and earlier harm added later."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from harmledger.records import Claim, Revision, Text, TollPoint
from harmledger.tolls.phrases import said_beside
from harmledger.wording import figure_words

__all__ = ["revisions_of"]


def revisions_of(
    points: Sequence[TollPoint],
    claims: Mapping[str, Claim],
    texts: Mapping[str, Text],
    parts: Mapping[str, Sequence[Claim]],
) -> tuple[Revision, ...]:
    """The revisions among the points of a toll, in their order.

    A reading below the highest one since the last revision is one (``lowered``); so is another
    figure than the one before whose sentence says that earlier harm was added or the count
    corrected (``retroactive``), or the sentence of one of its ``parts``, by the id of the whole
    ("it added 3,000 deaths retroactively").
    """
    return tuple(_revisions(points, claims, texts, parts))


def _revisions(
    points: Sequence[TollPoint],
    claims: Mapping[str, Claim],
    texts: Mapping[str, Text],
    parts: Mapping[str, Sequence[Claim]],
) -> Iterator[Revision]:
    highest: int | None = None
    last: tuple[str | None, str | None] | None = None
    for index, point in enumerate(points):
        figure = point.low if point.low is not None else point.high
        if figure is None:
            continue
        day = point.as_of or point.reported_at or "unknown date"
        words = figure_words(point.low, point.high)
        if highest is not None and figure < highest:
            # Two figures of one day, reported on one day, differ: neither came first.
            why = "is below an earlier one: a revision."
            if (point.as_of, point.reported_at) == last:
                why = "is below another of the same day; which came first is not known."
            yield Revision(
                point=index,
                kind="lowered",
                sentence=f"The reading of {day} ({words}) {why}",
            )
        elif highest is not None and figure > highest:
            claim = claims.get(point.claim_id)
            own = [claim, *parts.get(claim.id, ())] if claim else []
            told = (said_beside(one, texts.get(one.text_id), "retroactive") for one in own)
            said = next((words_ for words_ in told if words_), None)
            if said:
                yield Revision(
                    point=index,
                    kind="retroactive",
                    sentence=f"The report of the reading of {day} ({words}) says “{said}”: "
                    "earlier harm was added or the count corrected, so the step is no harm of "
                    "that day.",
                )
        highest = figure
        last = point.as_of, point.reported_at
