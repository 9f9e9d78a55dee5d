"""Whether the harm of one claim and the death of another are of different days.

"At a vigil for a man killed on Sunday" tells of another event than of who was shot on Friday.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from harmledger.claims.words.lexicon import words
from harmledger.records import Claim, When

__all__ = ["another_day", "beside_main_day"]

#: Who was hurt may die days later; after so long, the death is that of another event.
_LATE = timedelta(days=60)


def beside_main_day(claims: Sequence[Claim], one: Claim, death: Claim) -> bool:
    """Whether ``death`` is dated apart from ``one``, which is of the text's first dated harm.

    "Four people were shot late Thursday, at a vigil for a man killed last week".
    """
    if death.when is None or one.when is not None:
        return another_day(one, death) or _weeks_apart(one, death)
    first = next((c for c in claims if c.when is not None and c.when.precision == "day"), None)
    return first is not None and (another_day(first, death) or _weeks_apart(first, death))


def _weeks_apart(one: Claim, death: Claim) -> bool:
    """A day and "last week": apart where the week does not hold the day."""
    if one.when is None or death.when is None:
        return False
    longer = death.when.precision in {"week", "month", "season", "year"}
    return longer and one.when.precision == "day" and _gap(one.when, death.when) > timedelta()


def another_day(one: Claim, two: Claim) -> bool:
    """Whether two claims are dated apart, by their own words or by those of headline and lede.

    Who was hurt on one day may die on a later one, but is not shot dead then.
    """
    first, second = _when(one), _when(two)
    if first is None or second is None:
        return False
    if _gap(first, second) > _LATE:
        return True
    if first.precision != "day" or second.precision != "day":
        return False
    late = any(claim.measure == "killed" and _died_of_it(claim) for claim in (one, two))
    return None not in {first.start, second.start} and first.start != second.start and not late


def _when(claim: Claim) -> When | None:
    """When it was; of a death only where its own words date it."""
    if claim.when is not None or claim.measure == "killed" or claim.story is None:
        return claim.when
    return claim.story.when


def _died_of_it(death: Claim) -> bool:
    """ "Died on Monday", "was pronounced dead": a state that may come days after the harm."""
    if death.basis is None:
        return False
    by_word = death.basis.word.lower() in words("harm_words", "die", "forms")
    return by_word or death.basis.rule in {"subject", "state"}


def _gap(one: When, two: When) -> timedelta:
    """The days between the two at least; none where a date is not known in full."""
    first, last = sorted((_days(one), _days(two)))
    if not first or not last:
        return timedelta()
    return max(last[0] - first[1], timedelta())


def _days(when: When) -> tuple[date, date] | tuple[()]:
    try:
        return date.fromisoformat(when.start or ""), date.fromisoformat(when.end or "")
    except ValueError:
        return ()
