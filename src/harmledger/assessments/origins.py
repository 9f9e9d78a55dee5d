"""Origins: whoever counted. Copies and pages quoting one speaker do not add up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from harmledger.assessments.repeats import same_figure
from harmledger.assessments.rests import as_rested
from harmledger.assessments.shorter import fuller_names
from harmledger.counters import Counters, find_counters
from harmledger.records import Claim, Family, NamedAs, Origin

__all__ = ["find_origins", "origins_of"]

_Key = tuple[str, str]


def origins_of(
    claims: Iterable[Claim], families: Iterable[Family], counters: Counters | None = None
) -> tuple[Origin, ...]:
    """The distinct counters behind the claims, named speakers first, then families.

    A claim's origin is its speaker where one is named (one counter under all its names, one
    origin: also "officials", whom nobody can tell apart), else the family of its text; families
    whose originals one outlet published are one, and the outlet is the counter of its name where
    one is cited. A name
    whose words all stand in one other name ("the Observatory") is that one. A narrator who
    repeats the figure of a speaker of the same family (a headline, a lede) is no further
    origin, nor is "the group" or "she" where the family names one speaker only. Never more
    origins than claims; a copy adds none. Who gives a figure that rests on another's is none.
    ``counters``: as found for the whole book, else
    found from these claims alone.
    """
    own = list(claims)
    return find_origins(own, as_rested(own, counters or find_counters(own, families)))


def find_origins(claims: Sequence[Claim], counters: Counters) -> tuple[Origin, ...]:
    """As :func:`origins_of`, with the counters already found."""
    own: dict[_Key, list[Claim]] = defaultdict(list)
    spoken: dict[tuple[str, str], list[tuple[_Key, Claim]]] = defaultdict(list)
    narrated: list[tuple[_Key, Claim]] = []
    named: dict[str, set[_Key]] = defaultdict(set)
    fuller = fuller_names(claims, counters)
    for claim in sorted(claims, key=lambda c: (c.document, c.start, c.end, c.id)):
        key = counters.key(claim)
        if key[0] == "speaker":
            key = "speaker", fuller.get(key[1], key[1])
            own[key].append(claim)
            family = counters.family(claim)
            spoken[family, claim.measure].append((key, claim))
            named[family].add(key)
        else:
            narrated.append((key, claim))
    of_outlet = _by_outlet(narrated, counters)
    for key, claim in narrated:
        repeated = _repeated(claim, spoken.get((key[1], claim.measure), ()))
        if repeated is None and _refers_back(claim) and len(named[key[1]]) == 1:
            # "The group", "she": refers back to the one speaker whom the text names.
            repeated = min(named[key[1]])
        teller = counters.teller(claim) if repeated is None and claim.speaker is None else None
        if teller is not None:
            # The outlet that tells it is a counter whom others cite: one origin.
            repeated = "speaker", fuller.get(teller, teller)
        own[repeated or of_outlet.get(key, key)].append(claim)
    found = [_origin(key, held, counters, fuller) for key, held in own.items()]
    return tuple(sorted(found, key=_place))


def _by_outlet(narrated: Sequence[tuple[_Key, Claim]], counters: Counters) -> dict[_Key, _Key]:
    """By family the first one whose original the same outlet published: it counts once.

    Where it is not known which text of a family came first, any of its outlets may be meant.
    """
    first: dict[str, _Key] = {}
    same: dict[_Key, _Key] = {}

    def of(key: _Key) -> _Key:
        while (known := same.setdefault(key, key)) != key:
            key = known
        return key

    for key, claim in narrated:
        outlet = counters.outlet(claim)
        if outlet is not None:
            one, two = sorted((of(key), of(first.setdefault(outlet, key))))
            same[two] = one
    return {key: of(key) for key in same}


def _refers_back(claim: Claim) -> bool:
    """ "The group", "she"; but "press reports" are nobody whom the text named before."""
    return claim.speaker is not None and claim.speaker.kind != "media"


def _origin(
    key: _Key, claims: Sequence[Claim], counters: Counters, fuller: Mapping[str, str]
) -> Origin:
    ids = tuple(sorted({claim.id for claim in claims}))
    if key[0] == "family":
        # A later copy gives no other name.
        dated = sorted(claims, key=lambda claim: claim.reported_at or "9999")
        first = next((claim for claim in dated if counters.outlet(claim)), dated[0])
        name = first.reported_by or first.document
        return Origin(name=name, kind="family", claims=ids)
    counter = counters.counters[key[1]]
    short = {name.id for one in fuller for name in counters.counters[one].names}
    names = tuple(
        _shorter(named, counter.name) if named.id in short else named
        for named in counters.cited(claims)
    )
    return Origin(name=counter.name, kind=counter.kind, claims=ids, counter=counter.id, names=names)


def _shorter(named: NamedAs, full: str) -> NamedAs:
    why = f"Taken for {full}: no other counter of these claims has such a name."
    return replace(named, rule="shorter", why=why)


def _place(origin: Origin) -> tuple[bool, str, tuple[str, ...]]:
    return origin.kind == "family", origin.name.casefold().removeprefix("the "), origin.claims


def _repeated(claim: Claim, spoken: Sequence[tuple[_Key, Claim]]) -> _Key | None:
    """The speaker whose figure the narrator gives again: the first by name where several."""
    keys = {key for key, other in spoken if same_figure(claim, other)}
    return min(keys, default=None)
