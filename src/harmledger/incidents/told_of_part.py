"""Figures for all that are those of a part: of foreigners alone, and a headline that gives a part.

"Australia says 30 dead in Bali" stands above "thirty Australians are dead; the hospital put the
toll at 183": nobody counts 30 in all.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from harmledger.claims import individual, nation_of, of_abroad, share_of, speaks_for
from harmledger.incidents.pieces import is_part
from harmledger.incidents.readings import counted, general, speaks_of_others, surface_of
from harmledger.records import Claim
from harmledger.vocabulary import load

__all__ = ["foreigners_among_all", "parts_told_again"]

#: Sentences with figures at the start of a text, of which the first is its headline or lede.
_OPENING = 2

#: Words of a phrase that tells who they were, and no number.
_DESCRIBED = re.compile(r"\b(?:an?|the|his|her|their)\b", re.IGNORECASE)


def foreigners_among_all(claims: Sequence[Claim]) -> list[Claim]:
    """Counts of foreigners where somebody counts more in all: a group of those, and no figure for
    all. Where nobody does, they stay."""
    found = [c for c in claims if c.high != 0 and of_abroad(c) and not individual(c)]
    most = max((claim.low or 0 for claim in claims if found and _for_all(claim)), default=0)
    return [claim for claim in found if most > (claim.high or claim.low or 0)]


def parts_told_again(
    claims: Sequence[Claim],
    known: Iterable[Claim],
    by_id: Mapping[str, Claim],
    status: str | None = None,
) -> list[Claim]:
    """Headlines and ledes that name no group and give the number of a part of the same text.

    Only where a larger figure for all is given: for a stated part or foreigners by any report, for
    women, soldiers or those aboard by the same one; and where the text gives the number for all
    nowhere else. ``known``: all claims of the subject, to find where a text opens. ``status``: all
    are the people of this status; all people where None.
    """
    texts: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if counted(claim) and (claim.low or 0) > 1 and claim.qualifier != "vague":
            texts[claim.text_id].append(claim)
    parts = {
        text_id: found
        for text_id, own in texts.items()
        if (found := [c for c in own if _stated(c, by_id) or not general(c, status)])
        and len(own) > len(found)
    }
    if not parts:
        return []
    of_all = [
        c for own in texts.values() for c in own if _for_all(c, status) and not is_part(c, by_id)
    ]
    most = max((claim.low or 0 for claim in of_all), default=0)
    opens: dict[str, set[int]] = defaultdict(set)
    for claim in known:
        opens[claim.text_id].add(claim.sentence_start)
    again: list[Claim] = []
    for text_id, own in parts.items():
        ledes = sorted(opens[text_id])[:_OPENING]
        here = [claim for claim in of_all if claim.text_id == text_id]
        larger = max((claim.low or 0 for claim in here), default=0)
        for part in own:
            bound = most if _stated(part, by_id) else larger
            same = [c for c in here if c.low == part.low and c.id != part.id]
            fits = all(_opens(c, part, ledes) and (status or _bare(c)) for c in same)
            if fits and bound > (part.high or part.low or 0):
                again += same
    return again


def _for_all(claim: Claim, status: str | None = None) -> bool:
    """Whether the words limit the figure to no group."""
    some = share_of(claim) or speaks_of_others(claim) or individual(claim) or of_abroad(claim)
    return counted(claim) and general(claim, status) and not some and claim.qualifier != "vague"


def _stated(claim: Claim, by_id: Mapping[str, Claim]) -> bool:
    """Whether it is a part by its words, or by whom it counts."""
    return is_part(claim, by_id) or share_of(claim) or of_abroad(claim)


def _bare(claim: Claim) -> bool:
    """Whether it is a number and names no group: "30 dead", but not "a woman and her son"."""
    surface = surface_of(claim).casefold()
    named = bool(surface) and surface not in load("en", "only_some")["anybody"].words("words")
    return not named and _DESCRIBED.search(claim.quote) is None


def _opens(claim: Claim, part: Claim, ledes: Sequence[int]) -> bool:
    """Whether it stands in the opening, before the part, and may be what the part's source says."""
    before = claim.sentence_start in ledes and claim.end <= part.start
    days = {one.when.start for one in (claim, part) if one.when is not None}
    return before and len(days) < 2 and (claim.speaker is None or _same_source(claim, part))


def _same_source(claim: Claim, part: Claim) -> bool:
    """Whether one speaker gives both; a country speaks through whoever counts its people."""
    if claim.speaker is None or part.speaker is None:
        return False
    names = {(one.canonical or one.name).casefold() for one in (claim.speaker, part.speaker)}
    nation = nation_of(part)
    return len(names) == 1 or (nation is not None and speaks_for(claim.speaker.name, nation))
