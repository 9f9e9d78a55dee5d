"""Parts of those harmed ("among the dead were 14") and the totals that the text gave before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from harmledger.claims.quantities.shares import share_of
from harmledger.claims.words.lexicon import words
from harmledger.records import Claim

__all__ = ["COUNTED", "tied_to_totals"]

#: Stances of what is said to have happened.
COUNTED = frozenset(("asserted", "hedged"))
#: Figures before a part among which its total is looked for.
_BACK = 40


def tied_to_totals(claims: Sequence[Claim]) -> list[Claim]:
    """The parts among ``claims`` tied to the nearest larger figure before that may be their total.

    A figure inside the words that make it a part ("27 of the 191 dead") is its total. A total
    that was read as a part of a zero ("no foreigners were among the 53 dead") is none.
    """
    by_id = {claim.id: claim for claim in claims}
    made: list[Claim] = []
    for at, claim in enumerate(claims):
        whole = by_id.get(claim.part_of) if claim.part_of else None
        if whole is not None and whole.low == whole.high == 0 and claim.low:
            claim = replace(claim, part_of=None)
        elif claim.part_of is None and _is_part(claim):
            near = [*claims[at + 1 : at + 3], *reversed(claims[max(0, at - _BACK) : at])]
            may = [one for one in near if _holds(one, claim)]
            total = next((one for one in may if _named(one, claim)), may[0] if may else None)
            if total is not None:
                claim = replace(claim, part_of=total.id)
            elif claim.basis is not None and claim.low == claim.high == 1:
                # "The dead included a boy": one person is told apart from counts as it is.
                claim = replace(claim, basis=replace(claim.basis, only_some=None))
        made.append(claim)
    return made


def _is_part(claim: Claim) -> bool:
    """Whether the words say "of the dead" or "among them", and not only who is left."""
    if claim.low == 0 or claim.basis is None or not share_of(claim):
        return False
    said = (claim.basis.only_some or "").casefold()
    return not any(said.startswith(word) for word in words("only_some", "still")) or "of" in said


def _named(whole: Claim, part: Claim) -> bool:
    """Whether the words that make it a part name the people of ``whole``: "of the women"."""
    said = ((part.basis.only_some if part.basis else None) or "").casefold().split()
    told = ((whole.population.surface if whole.population else None) or "").casefold().split()
    return bool(said and told) and said[-1] == told[-1]


#: Characters from a part to its total behind it: "27 of the 191 dead".
_NEAR = 20


def _holds(whole: Claim, part: Claim) -> bool:
    """Whether ``part`` may be a part of ``whole``, which stands before it or right behind."""
    behind = whole.start > part.start
    near = whole.start <= part.end + _NEAR and whole.sentence_start == part.sentence_start
    if behind and not near:
        return False
    alike = whole.measure == part.measure and whole.unit == part.unit and whole.part_of is None
    size, least = whole.high if whole.high is not None else whole.low, part.low or part.high or 0
    if not alike or whole.stance not in COUNTED or size is None or share_of(whole):
        return False
    own = whole.population.status if whole.population else "unstated"
    mine = part.population.status if part.population else "unstated"
    open_ = own in {"unstated", "mixed"} or mine in {"unstated", own}
    return open_ and size > least
