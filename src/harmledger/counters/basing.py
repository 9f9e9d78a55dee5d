"""Counters on whose figures those of others rest, with the sentences that say so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from harmledger.counters.names import display_name, kind_of
from harmledger.counters.resolve import Heard
from harmledger.counters.rests import Rest
from harmledger.counters.rulings import Ruling
from harmledger.counters.who import RESTS, Spoken
from harmledger.records import Claim, Counter, NamedAs, content_id

__all__ = ["Basing"]


class Basing:
    """What rests on whose figure, by the groups of names.

    ``cited``: by name (its id) the claims that cite a counter so; ``group_of``: by name its group.
    A decision that keeps the two names apart says that the figure is nobody else's.
    """

    def __init__(
        self,
        rests: Iterable[Rest],
        cited: Mapping[str, Sequence[tuple[Heard, Claim]]],
        group_of: Mapping[str, str],
        rulings: Sequence[Ruling],
    ) -> None:
        home: dict[str, str] = {}
        for name, rows in sorted(cited.items()):
            home.setdefault(rows[0][0].anchor, group_of[name])
        names: dict[str, set[str]] = defaultdict(set)
        for name, group in group_of.items():
            names[group].add(name)
        apart = {frozenset((r.one, r.other)) for r in rulings if not r.together}
        own = {claim.id: name for name, rows in cited.items() for _, claim in rows}
        self._words = {name: rows[0][0].words for name, rows in cited.items()}
        self._names = names
        self._heard: dict[str, Rest] = {}
        self._of: dict[str, dict[str, list[Rest]]] = defaultdict(lambda: defaultdict(list))
        for rest in rests:
            group = home.get(rest.anchor, rest.anchor)
            by = own.get(rest.claim.id, "")
            if group_of.get(by) == group:
                continue
            if any(frozenset((by, other)) in apart for other in names.get(group, ())):
                continue
            if rest.heard is not None:
                self._heard.setdefault(group, rest)
            who = _name_of(rest.claim)
            self._of[group][content_id("rests on", group, who)].append(rest)

    def named(self, counters: Mapping[str, Counter]) -> dict[str, Counter]:
        """The counters by group, each with the names of those whose figures are its own."""
        found = dict(counters)
        for group, rows in sorted(self._of.items()):
            counter = found.get(group) or self._new(group)
            more = tuple(_named(name, own, counter) for name, own in sorted(rows.items()))
            found[group] = replace(counter, names=(*counter.names, *more))
        return found

    def resting(self, counters: Mapping[str, Counter]) -> dict[str, Spoken]:
        """By claim whose figure it is."""
        found: dict[str, Spoken] = {}
        for group, rows in self._of.items():
            first = min(self._names.get(group, ()), default=None)
            heard = self._heard[group].heard if first is None else None
            words = self._words[first] if first else heard.words if heard else frozenset()
            for name, own in rows.items():
                spoken = Spoken(counters[group].id, name, words)
                found.update((rest.claim.id, spoken) for rest in own)
        return found

    def _new(self, group: str) -> Counter:
        """A counter to whom no claim is given."""
        rest = self._heard[group]
        entry = rest.heard.entry if rest.heard else None
        return Counter(
            id=content_id("counter", group),
            name=entry.name if entry else rest.name,
            kind=entry.kind if entry else kind_of(rest.name),
            entry=entry.id if entry else None,
            names=(),
            claims=(),
        )


def _name_of(claim: Claim) -> str:
    if claim.speaker is not None:
        return claim.speaker.canonical or claim.speaker.name
    return claim.reported_by or claim.document


def _named(name: str, rests: Sequence[Rest], counter: Counter) -> NamedAs:
    claims = [rest.claim for rest in rests]
    told = min((rest.claim.document, rest.sentence) for rest in rests)
    return NamedAs(
        id=name,
        name=display_name(map(_name_of, claims)),
        written=tuple(sorted({c.speaker.name if c.speaker else _name_of(c) for c in claims})),
        documents=tuple(sorted({claim.document for claim in claims})),
        claims=tuple(sorted(claim.id for claim in claims)),
        rule=RESTS,
        why=f"“{told[1]}”, says {told[0]}: the figure rests on that of {counter.name}.",
    )
