"""Figures that their own text shows to be a piece of another: shares, summands, "both"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from harmledger.claims import individual, share_of
from harmledger.incidents.outcomes import open_outcome
from harmledger.incidents.readings import counted
from harmledger.places import is_site, name_key
from harmledger.records import Claim, Where

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
    """Shares ("four of the wounded"), what a stated total of the same text adds up, and sites.

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
        found.extend(_of_sites(own))
    return found


def _of_sites(claims: Sequence[Claim]) -> list[Claim]:
    """What one text counts at single sites, where it counts far more in all.

    "Bombs killed 192 people in Madrid. At the station about 70 died, and 60 in Tellez Street."
    """
    told = [c for c in claims if c.high and counted(c)]
    total = max(told, key=lambda claim: claim.low or 0, default=None)
    if total is None or total.place is None:
        return []
    sites = [c for c in told if c.place is not None and _inside(c.place, total.place)]
    most: dict[frozenset[str], int] = {}
    for claim in sites:
        if claim.place is not None:
            name = name_key(claim.place.name)
            most[name] = max(most.get(name, 0), claim.high or 0)
    # Of one site the number may be that of the whole, otherwise counted.
    every = sum(most.values()) if len(most) > 1 else 2 * max(most.values(), default=0) + 1
    return sites if every <= (total.low or 0) else []


def _inside(site: Where, place: Where) -> bool:
    """Whether a site may lie in the place of a total, which is not the site itself."""
    if not is_site(site) or not name_key(site.name).isdisjoint(name_key(place.name)):
        return False
    within = name_key(site.within or place.name)
    return not is_site(place) and not within.isdisjoint(name_key(place.name))


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
