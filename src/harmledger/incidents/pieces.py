"""Figures that their own text shows to be a piece of another: shares, summands, "both"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from harmledger.claims import individual, share_of
from harmledger.incidents.outcomes import open_outcome
from harmledger.incidents.readings import counted
from harmledger.records import Claim

__all__ = ["is_part", "pieces_of_totals", "told_one_by_one"]

#: The rule by which a claim was read as a toll: "bringing the total to 270".
_TOLL = "toll"


def is_part(claim: Claim, by_id: Mapping[str, Claim]) -> bool:
    """A part of a figure of the same measure: the dead among those shot are all of the dead."""
    if claim.part_of is None:
        return False
    whole = by_id.get(claim.part_of)
    return whole is None or whole.measure == claim.measure or open_outcome(whole) is False


def pieces_of_totals(claims: Sequence[Claim]) -> list[Claim]:
    """Shares ("four of the wounded"), and what a stated total of the same text adds up.

    "All 259 on board died. At least 11 residents also died, bringing the total to 270": the
    figure in the sentence of the total and the one before it make the total, so both are parts.
    """
    found = [claim for claim in claims if share_of(claim)]
    by_text: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_text[claim.text_id].append(claim)
    for own in by_text.values():
        for total in own:
            if total.basis is not None and total.basis.rule == _TOLL and counted(total):
                found.extend(_summands(total, own))
    return found


def _summands(total: Claim, claims: Sequence[Claim]) -> list[Claim]:
    """A figure of the total's own sentence and an earlier one that make it together."""
    before = [c for c in claims if c.start < total.start and c.low and counted(c)]
    for near in before:
        if near.sentence_start != total.sentence_start:
            continue
        for other in before:
            if other is not near and (other.low or 0) + (near.low or 0) == total.low:
                return [other, near]
    return []


def told_one_by_one(claims: Sequence[Claim]) -> list[Claim]:
    """Persons named or described, alone or as "both", where some source counts more."""
    most = max((max(claim.low or 0, claim.high or 0) for claim in claims), default=0)
    return [
        claim
        for claim in claims
        if (most > 1 and individual(claim)) or (most > (claim.low or 0) and _both(claim))
    ]


def _both(claim: Claim) -> bool:
    """ "Both were killed": two of whom the text told before."""
    return claim.quote.casefold() == "both"
