"""The main event of a text, and whether the text is chiefly about it."""

from __future__ import annotations

from collections.abc import Sequence

from harmledger.incidents.events import LocalEvent
from harmledger.records import Claim, Text

__all__ = ["main_of", "mark_main"]

#: The main event is what the report is chiefly about if it stands this early in it.
_LEDE = 1200

#: What the text's first claim counts beside one.
_FIRST = 3

#: What an arrest weighs against a claim of harm when the main event is chosen.
_ARREST = 0.25


def main_of(events: Sequence[LocalEvent]) -> LocalEvent:
    """The event with the most claims; holding the text's first claim counts as three.

    An arrest says what came after the event: it weighs little beside those harmed.
    """
    harmed = [[c for c in event.claims if c.measure != "detained"] for event in events]
    starts = [
        min((claim.start for claim in own or event.claims), default=0)
        for own, event in zip(harmed, events, strict=True)
    ]
    first = min(
        (start for start, own in zip(starts, harmed, strict=True) if own), default=min(starts)
    )
    weights = [
        (
            len(own) + _ARREST * (len(event.claims) - len(own)) + _FIRST * (start == first),
            -start,
        )
        for event, own, start in zip(events, harmed, starts, strict=True)
    ]
    return events[weights.index(max(weights))]


def mark_main(
    text: Text | None, events: Sequence[LocalEvent], running: Sequence[Claim] = ()
) -> None:
    """Mark the main event, and say whether the report is chiefly about it.

    ``running``: the text's counts of many events. A report that opens with them and gives more of
    them is about those: "The UN counted 300 dead in 1992", with one shelling recalled at its end.
    """
    if not events:
        return
    main = main_of(events)
    main.main = True
    first = min(claim.start for claim in main.claims)
    # What a scraped page puts before its story can be long: most of the claims decide as well.
    most = 3 * len(main.claims) >= 2 * sum(len(event.claims) for event in events)
    opened = sum(claim.start < first for claim in running)
    main.chief = (most or first - _story_start(text) <= _LEDE) and opened <= len(main.claims)


def _story_start(text: Text | None) -> int:
    if text is None:
        return 0
    return next((block.start for block in text.blocks if block.kept), 0)
