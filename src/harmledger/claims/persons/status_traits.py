"""What a claim and its text say of who was harmed, as traits that are weighed together.

Of "two of them were wounded", behind "three soldiers were killed", the traits are among others
``rule:unstated``, ``few``, ``measure:injured`` and ``last:security``: the claim before it is of
soldiers.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from harmledger.claims.persons.pronouns import PRONOUNS
from harmledger.claims.persons.status_told import Told
from harmledger.claims.persons.status_words import class_of, size_of, words_in
from harmledger.claims.quantities.ages import ADULT
from harmledger.claims.words.lexicon import words
from harmledger.records import Claim

__all__ = ["Seen", "coarse"]

_AGE = re.compile(r"\b(\d{1,2})[\s-]years?[\s-]old\b")
#: Words looked at on either side of a claim, and the characters that hold them.
_NEAR, _SIDE = 6, 60
#: Mentions of one name looked at, and the words on either side.
_MENTIONS, _BESIDE = 12, 5
#: Names looked up in one text: lists of the dead can be long.
_MOST_NAMES = 300
_COARSE = {"armed_forces": "security", "police": "security"}
_GOODS = frozenset(("aid", "arms", "damaged"))


def coarse(claim: Claim) -> str:
    """The status that the rules gave, police and armed forces as one: ``security``."""
    status = claim.population.status if claim.population else "unstated"
    return _COARSE.get(status, status)


class Seen:
    """One text with its claims (in text order, statuses by the rules), to take traits from."""

    def __init__(self, text: str, claims: Sequence[Claim]) -> None:
        self.text = text
        self.claims = [c for c in claims if c.measure not in _GOODS and c.population is not None]
        self._status = {claim.id: coarse(claim) for claim in self.claims}
        self._told = Told(text, self.claims, self._status)
        self._all = Counter(self._status[claim.id] for claim in self.claims)
        self._same = {
            bounds: Counter(self._status[c.id] for c in self.claims if (c.low, c.high) == bounds)
            for bounds in {(c.low, c.high) for c in self.claims}
        }
        self._parts: dict[str, set[str]] = {}
        for claim in self.claims:
            if claim.part_of is not None:
                self._parts.setdefault(claim.part_of, set()).add(self._status[claim.id])
        self._names: dict[str, frozenset[str]] = {}
        start = text[:2000]
        self._capitals = sum(map(str.isupper, start)) > sum(map(str.islower, start))
        ages = {int(match[1]) for match in _AGE.finditer(text)}
        self._teens = bool(ages & {18, 19})
        young = {word for word in words_in(text) if word in words("people", "age_child")}
        self._young = bool(young) or min(ages, default=ADULT) < ADULT

    def traits(self, index: int) -> list[str]:
        """The traits of claim ``index`` of :attr:`claims`, each once."""
        claim = self.claims[index]
        own, beside, others = self._own(claim), self._beside(claim), self._others(index)
        return list(dict.fromkeys((*own, *beside, *others, *self._told.traits(index))))

    def _own(self, claim: Claim) -> Iterator[str]:
        """The claim's own fields, and the words that it quotes."""
        rule, size, measure = self._status[claim.id], size_of(claim), claim.measure
        population = claim.population
        assert population is not None
        pronoun = claim.quote.casefold() in PRONOUNS
        kind = "pronoun" if pronoun else "named" if population.named else "noun"
        setting = "capitals" if self._capitals else "small letters"
        yield from (f"rule:{rule}", f"rule:{rule}|{measure}", f"rule:{rule}|{size}")
        yield from (f"rule:{rule}|{setting}", f"rule:{rule}|{kind}", size, setting)
        yield from (f"measure:{measure}", f"kind:{kind}", f"kind:{kind}|{measure}")
        yield from (f"age:{population.age}", f"sex:{population.sex}")
        if claim.basis is not None:
            yield f"word:{claim.basis.word.lower()}"
        if claim.actor is not None:
            yield "actor"
            yield from (f"actor~{k}" for w in words_in(claim.actor.name) if (k := class_of(w)))
        if population.named:
            yield from self._named(claim.quote)
            return
        for word in words_in(claim.quote):
            yield f"own:{word}"
            if known := class_of(word):
                yield f"own~{known}"
            if word in words("people", "young_kin"):
                yield "kin with young" if self._young else "kin"
            if self._teens and word in words("people", "teens"):
                yield "teen of 18"

    def _named(self, quote: str) -> frozenset[str]:
        """What stands beside a name wherever the text has it."""
        names = re.findall(r"[^\W\d_][\w’'-]{2,}", quote)
        if not names:
            return frozenset()
        name = names[-1]
        if name not in self._names and len(self._names) < _MOST_NAMES:
            found: set[str] = set()
            for count, match in enumerate(re.finditer(rf"\b{re.escape(name)}\b", self.text)):
                if count == _MENTIONS:
                    break
                ahead = self.text[max(0, match.start() - _SIDE) : match.start()]
                behind = self.text[match.end() : match.end() + _SIDE]
                found.update((*words_in(ahead)[-_BESIDE:], *words_in(behind)[:_BESIDE]))
            self._names[name] = frozenset(f"name~{k}" for w in found if (k := class_of(w)))
        return self._names.get(name, frozenset())

    def _beside(self, claim: Claim) -> Iterator[str]:
        """The words on either side in the sentence, and what people the sentence speaks of."""
        text, start, end = self.text, claim.sentence_start, claim.sentence_end
        behind = words_in(text[claim.end : min(end, claim.end + _SIDE)])[:_NEAR]
        ahead = words_in(text[max(start, claim.start - _SIDE) : claim.start])[-_NEAR:]
        yield from (f"behind:{word}" for word in behind[:3])
        yield from (f"ahead:{word}" for word in ahead[-2:])
        yield from (f"behind~{k}" for word in behind if (k := class_of(word)))
        yield from (f"ahead~{k}" for word in ahead if (k := class_of(word)))
        yield from (f"said~{k}" for word in words_in(text[start:end]) if (k := class_of(word)))

    def _others(self, index: int) -> Iterator[str]:
        """What the rules say of the other claims of the text."""
        claim = self.claims[index]
        bounds, own = (claim.low, claim.high), self._status[claim.id]
        for name, tally in (("others", self._all), ("same", self._same[bounds])):
            rest = tally - Counter([own])
            yield from (f"{name}:{status}" for status in rest)
            if len(rest) == 1:
                yield f"{name} only:{next(iter(rest))}"
            stated = rest.keys() - {"unstated"}
            if len(stated) == 1:
                yield f"{name} stated:{next(iter(stated))}"
                yield f"{name} stated:{next(iter(stated))}|{size_of(claim) == 'one'}"
        for name, other in (("last", index - 1), ("next", index + 1)):
            if 0 <= other < len(self.claims):
                told = self.claims[other]
                yield f"{name}:{self._status[told.id]}|{(told.low, told.high) == bounds}"
        if claim.part_of in self._status:
            yield f"part of:{self._status[claim.part_of]}"
        yield from sorted(f"part:{status}" for status in self._parts.get(claim.id, ()))
