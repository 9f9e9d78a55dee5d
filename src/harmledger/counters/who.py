"""Who counted a claim, and under which of its names."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from harmledger.counters.words import name_words
from harmledger.kept import digest
from harmledger.records import Claim, Counter, Family, NamedAs

__all__ = ["RESTS", "Counters", "Spoken", "from_records", "originals_of"]

#: The rule of a name whose claims rest on the counter's figure; nobody calls the counter so.
RESTS = "rests_on"


@dataclass(frozen=True, slots=True)
class Spoken:
    """A claim's counter and the id of the name it is cited by; ``words``: whom that name says."""

    counter: str
    name: str
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Counters:
    """The counters of a book, by id, and by claim who counted.

    ``family_of``: each text's family; ``originals``: the texts (ids) that may have come
    first in theirs;
    ``spoken``: by claim id; ``apart``: pairs of names (by
    id) that a decision keeps apart. ``resting``: by claim id whose figure it is, where a report
    says that it rests on another's; a method may count it as that one's. ``tellers``: by text
    the counter as which reports cite its outlet, where only some counters are held; None where
    all are, and can be asked.
    """

    family_of: Mapping[str, str]
    counters: Mapping[str, Counter]
    spoken: Mapping[str, Spoken]
    apart: frozenset[frozenset[str]]
    resting: Mapping[str, Spoken] = field(default_factory=dict)
    originals: frozenset[str] = frozenset()
    tellers: Mapping[str, str] | None = None
    _owners: dict[frozenset[str], set[str]] = field(default_factory=dict, repr=False, compare=False)
    _digests: dict[object, bytes] = field(default_factory=dict, repr=False, compare=False)

    def family(self, claim: Claim) -> str:
        """The family of the claim's text; a text in none stands for itself."""
        return self.family_of.get(claim.text_id, claim.text_id)

    def outlet(self, claim: Claim) -> str | None:
        """Who published what no copy of it tells first, in a form to be compared; None: unknown."""
        name = " ".join((claim.reported_by or "").casefold().split()).removeprefix("the ")
        return name if name and self._first(claim) else None

    def teller(self, claim: Claim) -> str | None:
        """The counter (id) as which reports cite the outlet of the claim's text: a rights group
        that publishes what others say that it counted. None of a copy, and where no name of one
        counter alone has the outlet's words.
        """
        if self.tellers is not None:
            return self.tellers.get(claim.text_id)
        if claim.reported_by is None or self.outlet(claim) is None:
            return None
        if not self._owners:
            for counter in self.counters.values():
                for name in counter.names:
                    if name.rule != RESTS:
                        self._owners.setdefault(name_words(name.name), set()).add(counter.id)
        found = self._owners.get(name_words(claim.reported_by), set())
        return next(iter(found)) if len(found) == 1 else None

    def _first(self, claim: Claim) -> bool:
        return claim.text_id in self.originals or claim.text_id not in self.family_of

    def key(self, claim: Claim) -> tuple[str, str]:
        """(``speaker``, id of the counter) where one is named, else (``family``, family id)."""
        found = self.spoken.get(claim.id)
        return ("speaker", found.counter) if found else ("family", self.family(claim))

    def as_known(self, claim: Claim) -> Claim:
        """The claim with the kind that the vocabulary gives its speaker, where it knows it.

        A counter is of one kind whatever a report calls it: "the Hamas-run health ministry" is
        no more a belligerent than "Gaza's health ministry".
        """
        found = self.spoken.get(claim.id)
        counter = self.counters[found.counter] if found else None
        if claim.speaker is None or counter is None or not counter.entry:
            return claim
        if claim.speaker.kind == counter.kind:
            return claim
        return replace(claim, speaker=replace(claim.speaker, kind=counter.kind))

    def bearing(self, claims: Iterable[Claim]) -> Counters:
        """Those behind these claims alone, without the claims and documents of others.

        All that can be asked of who counted these claims has the same answer.
        """
        own = list(claims)
        spoken = {c.id: self.spoken[c.id] for c in own if c.id in self.spoken}
        resting = {c.id: self.resting[c.id] for c in own if c.id in self.resting}
        every = (*spoken.values(), *resting.values())
        tellers = {claim.text_id: self.teller(claim) for claim in own}
        known = {text: teller for text, teller in tellers.items() if teller is not None}
        ids = dict.fromkeys([*(found.counter for found in every), *known.values()])
        named = {found.name for found in spoken.values()}
        return Counters(
            family_of={claim.text_id: self.family(claim) for claim in own},
            counters={one: _bare(self.counters[one]) for one in ids},
            spoken=spoken,
            apart=frozenset(pair for pair in self.apart if pair <= named),
            resting=resting,
            originals=frozenset(claim.text_id for claim in own if self._first(claim)),
            tellers=known,
        )

    def digest(self, claims: Sequence[Claim], of: Callable[[Claim], bytes]) -> bytes:
        """A hash of these claims and of all that :meth:`bearing` holds; ``of``: a claim's own.

        Worked out once for the same claims.
        """
        ids = tuple(claim.id for claim in claims)
        known = self._digests.get(ids)
        if known is None:
            known = self._digests[ids] = self._digest(claims, of)
        return known

    def _digest(self, claims: Sequence[Claim], of: Callable[[Claim], bytes]) -> bytes:
        found = hashlib.blake2b(self._apart, digest_size=16)
        for claim in claims:
            found.update(of(claim))
            found.update(self.family(claim).encode())
            found.update(b"1" if self._first(claim) else b"0")
            teller = self.teller(claim)
            found.update(digest(_bare(self.counters[teller])) if teller is not None else b"-")
            for held in (self.spoken, self.resting):
                spoken = held.get(claim.id)
                found.update(self._said(spoken) if spoken is not None else b"-")
        return found.digest()

    def _said(self, spoken: Spoken) -> bytes:
        """A hash of a name, what it says, and its counter."""
        key = spoken.counter, spoken.name, spoken.words
        known = self._digests.get(key)
        if known is None:
            counter = _bare(self.counters[spoken.counter])
            known = self._digests[key] = digest(spoken.name, sorted(spoken.words), counter)
        return known

    @property
    def _apart(self) -> bytes:
        return digest(sorted(sorted(pair) for pair in self.apart)) if self.apart else b""

    def may_join(self, names: Iterable[str], others: Collection[str]) -> bool:
        """False where a decision keeps one of these names apart from one of the others."""
        if not self.apart:
            return True
        return all(frozenset((one, two)) not in self.apart for one in names for two in others)

    def cited(self, claims: Iterable[Claim]) -> tuple[NamedAs, ...]:
        """The names by which these claims cite their counters, with only their own documents."""
        by_name: dict[tuple[str, str], list[Claim]] = defaultdict(list)
        for claim in claims:
            found = self.spoken.get(claim.id)
            if found is not None:
                by_name[found.counter, found.name].append(claim)
        return tuple(
            replace(
                named,
                documents=tuple(sorted({claim.document for claim in own})),
                claims=tuple(sorted({claim.id for claim in own})),
            )
            for (counter, name), own in sorted(by_name.items())
            for named in self.counters[counter].names
            if named.id == name
        )


def _bare(counter: Counter) -> Counter:
    """Without the claims and documents that cite it."""
    names = tuple(replace(named, documents=(), claims=()) for named in counter.names)
    return replace(counter, names=names, claims=())


def originals_of(families: Iterable[Family]) -> frozenset[str]:
    """The texts (ids) that came first in their families, or may have."""
    members = (member for family in families for member in family.members)
    first = ("original", "unknown")
    return frozenset(member.text_id for member in members if member.relation in first)


def from_records(counters: Iterable[Counter], families: Iterable[Family]) -> Counters:
    """The counters of a book as it keeps them. Decisions are in them; the words that a name
    says are taken from the name alone."""
    held = {counter.id: counter for counter in counters}
    families = tuple(families)
    return Counters(
        family_of={member.text_id: family.id for family in families for member in family.members},
        counters=held,
        spoken={
            claim: Spoken(counter.id, name.id, name_words(name.name))
            for counter in held.values()
            for name in counter.names
            if name.rule != RESTS
            for claim in name.claims
        },
        apart=frozenset(),
        resting={
            claim: Spoken(counter.id, name.id, name_words(counter.name))
            for counter in held.values()
            for name in counter.names
            if name.rule == RESTS
            for claim in name.claims
        },
        originals=originals_of(families),
    )
