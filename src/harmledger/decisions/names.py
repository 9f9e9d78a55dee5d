"""Decisions about two names of counters: what each means for the book as it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from harmledger.decisions.reviewing import about, review
from harmledger.records import Counter, Decision, Review

__all__ = ["names_reviewed"]


def names_reviewed(counters: Iterable[Counter], decisions: Iterable[Decision]) -> Iterator[Review]:
    """A review of each decision in force about names.

    It needs another look where no report names a counter so any more, or where the names are
    one counter or two against it, by other decisions.
    """
    home = {name.id: counter for counter in counters for name in counter.names}
    for decision in about(decisions, "name"):
        sides = (decision.subject, decision.edit("with"))
        held = [home[one] for one in sides if one in home]
        ids = dict.fromkeys(counter.id for counter in held)
        if len(held) < len(sides):
            gone = decision.edit("name") if sides[0] not in home else decision.edit("with_name")
            why = f"No report names a counter “{gone}” any more."
            yield review(decision, ids, why, again=True)
            continue
        together = decision.verdict == "merge"
        said = "One counter." if len(ids) == 1 else "Two counters."
        yield review(decision, ids, said, again=together != (len(ids) == 1))
