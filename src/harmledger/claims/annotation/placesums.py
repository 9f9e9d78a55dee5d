"""Sums over several towns: "the bombings in Nairobi and Dar es Salaam killed 224".

Such a figure is of none of the towns. It is a count of several events, and stands at no place.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from itertools import combinations

from harmledger.claims.annotation.claimsbeside import ClaimsBeside
from harmledger.claims.annotation.reading import Reading
from harmledger.claims.places.asnamed import place_named
from harmledger.claims.places.mention import Mention
from harmledger.claims.places.placekinds import REGION, TOWN
from harmledger.claims.places.where import place_record
from harmledger.claims.words.gazetteer import known_name
from harmledger.claims.words.lexicon import alternatives
from harmledger.places import NEAR_KM, distance_km, is_site, name_key
from harmledger.records import Claim, Where
from harmledger.vocabulary import load

__all__ = ["with_place_sums"]

#: What stands between two towns of one list: ", ", " and ", " and in the town of ", ", Basra and ".
_JOINED = re.compile(
    r"(?:\s*,\s*[A-Z][\w'’-]+)*\s*(?:,\s*)?(?:\band\s+)?(?:(?:also|in|on|at|near|of|the|around)\s+)*(?:\w+\s+of\s+)?(?:the\s+)?"
)
_NAMED_BEHIND = re.compile(
    r",?\s+and\s+(?:(?:in|on|at|near)\s+)?([A-Z][\w'’-]+)"
    r"(?=\s*[,.;]|\s+(?:on|in|that|which|killed|left|wounded|injured|were|was|have|has|last)\b)"
)
_AND = re.compile(r"\band\b")
#: "Between Mosul and Basra" lies somewhere on the road.
_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?$", re.IGNORECASE)


def with_place_sums(
    reading: Reading, claims: Sequence[Claim], context: Counter[str]
) -> list[Claim]:
    """``claims`` of one text in their order, the sums over several towns at none of them.

    ``context``: votes for countries, by which the towns are looked up.
    """
    made = list(claims)
    around = ClaimsBeside(reading, made)
    sums = {id(claim) for claim in made if _is_sum(reading, claim, around, context)}
    # With the headline that gives the sum again.
    told = {(claim.measure, claim.low) for claim in made if id(claim) in sums}
    sums |= {id(c) for c in made if (c.measure, c.low) in told and _placed_elsewhere(c)}
    return [_apart(claim) if id(claim) in sums else claim for claim in made]


def _placed_elsewhere(claim: Claim) -> bool:
    """Whether the claim's own sentence gives it no place."""
    where = claim.where
    return where is None or not claim.sentence_start <= where.start < claim.sentence_end


def _apart(claim: Claim) -> Claim:
    day = claim.story.when if claim.story is not None else None
    story = replace(claim.story, where=None) if claim.story is not None and day else None
    return replace(claim, where=None, scope="cumulative", story=story)


def _is_sum(reading: Reading, claim: Claim, around: ClaimsBeside, context: Counter[str]) -> bool:
    if claim.unit != "people" or not claim.low or claim.low < 2 or claim.part_of:
        return False
    parts = around.parts(claim)
    if _adds_up(claim, parts) and _towns(parts):
        return claim.where is None or claim.where.name in {p.where.name for p in parts if p.where}
    if claim.where is not None and _over_towns(reading, claim, around, context):
        return True
    sentence = reading.text.text[claim.sentence_start : claim.sentence_end]
    if _outright().search(sentence):
        return True
    if _placed_elsewhere(claim) and _adds_up(claim, run := around.behind(claim)) and _towns(run):
        return True
    if not _sum_words().search(sentence):
        return False
    alike = around.before(claim)
    runs = [*(alike[at:] for at in range(len(alike) - 1)), *map(list, combinations(alike, 2))]
    return any(_adds_up(claim, run) and _towns(run) for run in runs)


def _adds_up(claim: Claim, parts: Sequence[Claim]) -> bool:
    return len(parts) > 1 and claim.low == sum(part.low or 0 for part in parts)


def _towns(parts: Iterable[Claim]) -> bool:
    """Whether each has a town of its own, and not two buildings of one."""
    places = [part.place for part in parts]
    if any(place is None or is_site(place) for place in places):
        return False
    return len({name_key(place.name) for place in places if place is not None}) == len(places)


@cache
def _sum_words() -> re.Pattern[str]:
    """ "The total", "for both attacks", "combined", and before a number "in all"."""
    told = alternatives([*_listed("sums"), *_listed("in_all")])
    return re.compile(rf"\b(?:{told})\b", re.IGNORECASE)


@cache
def _outright() -> re.Pattern[str]:
    """ "The total for both attacks", "the two bombings together"."""
    many = alternatives(_plurals())
    sums = alternatives(_listed("summed"))
    both = rf"(?:{alternatives(_listed('both'))})\s+(?:{many})"
    return re.compile(rf"\b(?:{sums})\b.{{0,40}}?\b{both}\b|\b{both}\s+together\b", re.IGNORECASE)


def _plurals() -> list[str]:
    people = {*_listed("attackers")}
    events = {f"{word}s" for word in _listed("events") if f"{word.split()[-1]}s" not in people}
    return sorted(events | {*_listed("plural_events")})


@cache
def _several_events() -> re.Pattern[str]:
    """ "Bombings", "the attacks", "twin blasts"."""
    return re.compile(rf"\b(?:{alternatives(_plurals())})\b", re.IGNORECASE)


def _listed(term: str) -> list[str]:
    return list(load("en", "attacks")[term].words("words"))


def _over_towns(
    reading: Reading, claim: Claim, around: ClaimsBeside, context: Counter[str]
) -> bool:
    """Whether the claim's place is one of several towns in a list, and its number of them all.

    Of bombings, attacks and blasts, or of towns that lie far from each other.
    """
    where = claim.where
    index = around.sentence(claim)
    if where is None or index < 0 or not claim.sentence_start <= where.start < claim.sentence_end:
        return False
    text = reading.text.text
    run = _run(reading, index, where.start)
    places = [place_record(mention, context) for mention in run]
    first, last = (run[0].start, run[-1].end) if run else (0, 0)
    if len(run) < 2 and (behind := _NAMED_BEHIND.match(text, where.end)) is not None:
        # A town that the parser took for something else: "in Leeds and York killed 40".
        last = behind.end(1)
        places += [place_named(behind[1], context)] if known_name(behind[1]) else []
    if len(places) < 2 or not _AND.search(text, first, last):
        return False
    if around.within(first, last) > (first <= claim.start < last):
        return False  # "40 in Mosul and ten in Basra"
    ahead = text[claim.sentence_start : first]
    if _BETWEEN.search(ahead):
        return False
    return _several_events().search(ahead) is not None or _far(places)


def _run(reading: Reading, index: int, start: int) -> list[Mention]:
    """The towns of a sentence that stand in one list with the one at ``start``."""
    text = reading.text.text
    run: list[Mention] = []
    for mention in reading.places(index):
        if mention.rank not in {TOWN, REGION}:
            continue
        if run and not _JOINED.fullmatch(text, run[-1].end, mention.start):
            if any(one.start == start for one in run):
                break
            run = []
        run.append(mention)
    return run if any(one.start == start for one in run) else []


def _far(places: Sequence[Where]) -> bool:
    """Whether two of the places are known to lie far from each other."""
    pairs = ((one, two) for i, one in enumerate(places) for two in places[i + 1 :])
    return any((distance_km(one, two) or 0.0) > NEAR_KM for one, two in pairs)
