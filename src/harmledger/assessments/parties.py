"""Parties: who is named as having done it, and which speakers are among them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from harmledger.counters import speaker_key
from harmledger.places import name_key
from harmledger.records import Claim
from harmledger.vocabulary import load

__all__ = ["alike", "is_known", "own_act", "party_claims", "party_of", "speaks_for"]

#: Letters by which names outside the list are alike: "Fatah" and "Fatahi".
_STEM = 4
#: Measures of people held: who holds them is told of apart from who killed or injured others.
_HELD = frozenset(("detained", "abducted"))


@cache
def _words(term: str) -> frozenset[str]:
    return frozenset(load("en", "counters")[term].words("words"))


@cache
def _known() -> Mapping[str, str]:
    """Countries, nationalities, capitals and organisations, each to one form."""
    pairs = [entry.split("=", 1) for entry in load("en", "counters")["parties"].words("words")]
    return {pair[0]: pair[-1] for pair in pairs}


def is_known(words: frozenset[str]) -> bool:
    """True where a country or organisation of the list is named."""
    return not words.isdisjoint(_known().values())


def _forms(words: Iterable[str]) -> frozenset[str]:
    return frozenset(_known().get(word, word) for word in words)


@lru_cache(maxsize=1 << 12)
def party_of(name: str) -> frozenset[str]:
    """The words that name a party; empty for "gunmen", "a man" or "the market strike".

    Before the name of an event or a thing stands a party ("a Russian strike") or a place ("the
    Adra strike", "a Paris bombing"): only countries, nationalities and known organisations are
    then taken.
    """
    if not re.search(r"\b(?!(?:The|An?)\b)[A-Z]", name):
        return frozenset()
    if name.casefold().split()[-1] in _words("private_persons"):
        return frozenset()  # "A Boston man": the city is no party to what he did.
    words = (speaker_key(name) or "").split()
    if not _words("event_nouns").isdisjoint(words):
        named = frozenset(words) & _known().keys() - _words("capitals")
        return frozenset(_known()[word] for word in named)
    return _forms(words) - _words("unnamed_actors")


def alike(one: frozenset[str], two: frozenset[str]) -> bool:
    """True where two parties may be one: a word in common, or one the beginning of another."""
    known = frozenset(_known().values())
    return any(
        a == b
        or (
            a not in known
            and b not in known
            and min(len(a), len(b)) >= _STEM
            and (a.startswith(b) or b.startswith(a))
        )
        for a in one
        for b in two
    )


@lru_cache(maxsize=1 << 12)
def speaks_for(speaker: str, party: frozenset[str]) -> bool:
    """True where the speaker's name is the party's, or that of an office of it.

    "Moscow" and "the Russian defence ministry" for Russia; not "the Syrian Observatory for
    Human Rights" or "a Syrian doctor" for Syria.
    """
    words = _forms((speaker_key(speaker) or "").split())
    if not party or words.isdisjoint(party):
        return False
    offices = _words("offices") | _words("unnamed_actors")
    own = words - offices
    if own <= party:
        return True
    return party <= own and not words.isdisjoint(offices) and words.isdisjoint(_words("civic"))


def own_act(claim: Claim) -> bool:
    """True where a party says that it did itself what the claim tells.

    "Williams said that Williams shot her" is a person's own deed and no party's answer.
    """
    if claim.speaker is None or claim.actor is None:
        return False
    speaker, actor = claim.speaker, claim.actor
    key = speaker_key(speaker.name)
    if key is not None and key == speaker_key(actor.name):
        known = speaker.kind == "belligerent" or is_known(party_of(actor.name))
        # "The front said its fighters did it": a body under a name that nobody lists.
        return known or not _words("bodies").isdisjoint(speaker.name.casefold().split())
    return speaks_for(speaker.name, party_of(actor.name))


def party_claims(claims: Iterable[Claim]) -> frozenset[str]:
    """Ids of the claims of an incident whose speaker is a party to it, of whatever kind.

    A party is whoever any of the claims names as the actor; the speaker itself, where a country
    or known organisation says what "it" did; or any body that owns to the deed. Who detains
    somebody is no party to the deaths before it, and a town where it happened is none at all.
    """
    every = tuple(claims)
    places = frozenset[str]().union(*(name_key(c.place.name) for c in every if c.place))
    own = [claim for claim in every if claim.speaker is not None or claim.actor is not None]
    held = [claim for claim in own if claim.measure in _HELD]
    other = [claim for claim in own if claim.measure not in _HELD]
    return _of_parties(held, places) | _of_parties(other, places)


def _of_parties(own: Iterable[Claim], places: frozenset[str]) -> frozenset[str]:
    own = tuple(own)
    parties: dict[str, set[frozenset[str]]] = defaultdict(set)
    for claim in own:
        party = party_of(claim.actor.name) if claim.actor else frozenset()
        if party <= places and not is_known(party):
            continue
        for word in party:
            parties[word].add(party)
    found = set()
    for claim in own:
        if claim.speaker is None:
            continue
        name = claim.speaker.canonical or claim.speaker.name
        words = _forms((speaker_key(name) or "").split())
        near = frozenset[frozenset[str]]().union(*(parties.get(word, ()) for word in words))
        if any(speaks_for(name, party) for party in near) or _itself(claim, name) or own_act(claim):
            found.add(claim.id)
    return frozenset(found)


def _itself(claim: Claim, name: str) -> bool:
    if claim.actor is None or claim.actor.name.casefold() not in _words("itself"):
        return False
    party = party_of(name)
    return is_known(party) and speaks_for(name, frozenset(party & set(_known().values())))
