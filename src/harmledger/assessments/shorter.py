"""Short names among the counters of some claims: "the Observatory" is the one that has the word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from harmledger.counters import RESTS, Counters, codes_in, name_words
from harmledger.places import name_key
from harmledger.records import Claim
from harmledger.vocabulary import load

__all__ = ["fuller_names", "generic_speakers"]

#: A name that fits into more than so many others is nobody's short form.
_MOST = 100


@cache
def generic_speakers() -> frozenset[str]:
    """Words of speakers that name nobody: officials, police, army."""
    return frozenset(load("en", "counters")["generic_speakers"].words("words"))


def fuller_names(claims: Sequence[Claim], counters: Counters) -> Mapping[str, str]:
    """By counter (its id) with a short name the one counter of which a name holds all its words.

    A name that fits into two others is left as it is, as is the name of a place of these claims
    ("Gao" is not short for the Mothers of Gao), one that the vocabulary of counters knows, one
    that a decision keeps apart, and "the army" of a report from one country beside the army of
    another.
    """
    said = [(counters.spoken[c.id], c) for c in claims if c.id in counters.spoken]
    words: dict[str, set[frozenset[str]]] = defaultdict(set)
    names: dict[str, set[str]] = defaultdict(set)
    places: dict[str, set[str]] = defaultdict(set)
    families: dict[str, set[str]] = defaultdict(set)
    for spoken, claim in said:
        words[spoken.counter].add(spoken.words)
        names[spoken.counter].add(spoken.name)
        families[spoken.counter].add(counters.family(claim))
        if claim.place is not None and claim.place.country:
            places[spoken.counter].add(claim.place.country)
    # A longer name counts though these claims cite the counter by another: "AIHRC".
    full = {counter: own | _known_names(counters, counter) for counter, own in words.items()}
    towns = {frozenset(name_key(claim.place.name)) for _, claim in said if claim.place is not None}
    having: dict[str, set[str]] = defaultdict(set)
    for counter, own in full.items():
        for word in frozenset().union(*own):
            having[word].add(counter)
    found: dict[str, str] = {}
    for counter, own in sorted(words.items()):
        if counters.counters[counter].entry or len(own) != 1:
            continue
        (short,) = own
        if short in towns:
            continue
        rarest = min((having[word] for word in short), key=len, default=set())
        longer = {
            other: max(fuller, key=lambda w: (len(w), sorted(w)))
            for other in rarest - {counter}
            if (fuller := [w for w in full[other] if short < w])
            and counters.may_join(names[counter], names[other])
            and (
                not families[counter].isdisjoint(families[other])
                or _may_be(short, places[counter], full[other])
            )
        }
        if len(longer) > _MOST:
            continue
        most = [o for o, w in longer.items() if not any(w < v for v in longer.values())]
        if len(most) == 1:
            found[counter] = most[0]
    return {counter: _last(counter, found) for counter in found}


def _known_names(counters: Counters, counter: str) -> set[frozenset[str]]:
    """The words of a counter's name, and of those by which the reports of the book cite it."""
    own = counters.counters[counter]
    return {name_words(own.name), *(name_words(n.name) for n in own.names if n.rule != RESTS)}


def _may_be(short: frozenset[str], places: set[str], fuller: Iterable[frozenset[str]]) -> bool:
    """False for "the army", said of harm in one country, beside the army of another."""
    if not short <= generic_speakers():
        return True
    countries = codes_in(frozenset().union(*fuller))
    return not (countries and places and countries.isdisjoint(places))


def _last(counter: str, found: Mapping[str, str]) -> str:
    """A short name of a short name is the longest one: each step has more words."""
    while counter in found:
        counter = found[counter]
    return counter
