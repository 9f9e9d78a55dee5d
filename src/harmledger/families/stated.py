"""What pages state of which text came first: addresses and credit lines, then dates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from harmledger.families.credits import Credit, credits_of, is_by
from harmledger.families.dates import earliest
from harmledger.families.direction import row
from harmledger.families.wordings import Bearer
from harmledger.records import Clue, Mark

__all__ = ["Stated", "stated"]

#: Of a story copied more often than this only the first texts' credit lines are read.
_MOST_READ = 200

#: Credit lines shown.
_MOST_MARKS = 10


@dataclass(frozen=True, slots=True)
class Stated:
    """The text that came first by what is stated, None where nothing is, and the clues.

    ``free``: the texts that may be the first: those that credit nobody, if there are several,
    else those that do not say that they were taken from elsewhere, else all.
    """

    first: Bearer | None
    free: tuple[Bearer, ...]
    clues: tuple[Clue, ...]
    marks: tuple[Mark, ...]


def stated(bearers: Sequence[Bearer]) -> Stated:
    """What credit lines, addresses and dates say, in this order.

    1. A text whose publisher or address is named by another one, where there is only one such.
    2. The only text that names nobody, where all others say that they were taken from elsewhere.
    3. The earliest by date of publication of those that may be the first.

    What comes later in this order is read only where what comes before says nothing.
    """
    credited = {bearer.text_id: _foreign(bearer) for bearer in bearers[:_MOST_READ]}
    marks = tuple(credit.mark for found in credited.values() for credit in found)[:_MOST_MARKS]
    free = tuple(bearer for bearer in bearers if not credited.get(bearer.text_id))
    named = [
        (bearer, [credit for credit in _others(credited, bearer) if is_by(bearer.text, credit)])
        for bearer in free
    ]
    named = [(bearer, by) for bearer, by in named if by]
    if len(named) == 1:
        bearer, by = named[0]
        kind = "address" if by[0].address else "credit"
        sentence = f"{bearer.document} is whom another text credits: {_listed(by)}."
        return Stated(bearer, free, (_clue(kind, sentence, bearer),), marks)
    clues: tuple[Clue, ...] = ()
    if marks and len(free) == 1:
        taken = all(_taken(credited, bearer) for bearer in bearers if bearer not in free)
        kind = "alone" if taken else "uncredited"
        sentence = f"{free[0].document} is the only text that names no other source of its words."
        clues = (_clue(kind, sentence, free[0]),)
        if taken:
            return Stated(free[0], free, clues, marks)
        # a credit line may have been dropped: among those not taken from elsewhere dates decide
        free = tuple(bearer for bearer in bearers if not _taken(credited, bearer))
    free = free or tuple(bearers)
    first = earliest(free)
    if first is None:
        return Stated(None, free, clues, marks)
    whence = f", {first.text.published_from}" if first.text.published_from else ""
    among = " of those that name no other source" if len(free) < len(bearers) else ""
    sentence = (
        f"{first.document} has the earliest date of publication{among} "
        f"({(first.published_at or '')[:10]}{whence})."
    )
    return Stated(first, free, (_clue("date", sentence, first), *clues), marks)


def _foreign(bearer: Bearer) -> list[Credit]:
    """Credit lines that name somebody other than the text's own publisher."""
    return [credit for credit in credits_of(bearer.text) if not is_by(bearer.text, credit)]


def _taken(credited: dict[str, list[Credit]], bearer: Bearer) -> bool:
    return any(credit.copied for credit in credited.get(bearer.text_id, ()))


def _others(credited: dict[str, list[Credit]], bearer: Bearer) -> list[Credit]:
    return [
        credit for other, found in credited.items() if other != bearer.text_id for credit in found
    ]


def _clue(kind: str, sentence: str, first: Bearer) -> Clue:
    return Clue(
        kind=kind,
        sentence=sentence,
        first=first.text_id,
        second=None,
        strength=int(row(kind)["strength"]),
    )


def _listed(credits: Sequence[Credit]) -> str:
    quotes = list(dict.fromkeys(" ".join(credit.mark.quote.split()) for credit in credits))[:3]
    return ", ".join(f"“{quote}”" for quote in quotes)
