"""Origins: whoever counted. Copies and pages quoting one speaker do not add up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from harmledger.assessments.repeats import same_figure
from harmledger.records import Claim, Family, Origin
from harmledger.tolls import counter_key, display_name, families_by_text, speaker_key

__all__ = ["find_origins", "origins_of"]

_Key = tuple[str, str]


def origins_of(claims: Iterable[Claim], families: Iterable[Family]) -> tuple[Origin, ...]:
    """The distinct counters behind the claims, named speakers first, then families.

    A claim's origin is its speaker where one is named (one canonical name, one origin: also
    "officials", whom nobody can tell apart), else the family of its text. A name whose words all
    stand in one other name ("the Observatory") is that one. A narrator who
    repeats the figure of a speaker of the same family (a headline, a lede) is no further
    origin, nor is "the group" or "she" where the family names one speaker only. Never more
    origins than claims; a copy adds none.
    """
    return find_origins(list(claims), families_by_text(families))


def find_origins(claims: Sequence[Claim], family_of: Mapping[str, str]) -> tuple[Origin, ...]:
    """As :func:`origins_of`, with the families already looked up by text."""
    own: dict[_Key, list[Claim]] = defaultdict(list)
    spoken: dict[tuple[str, str], list[tuple[_Key, Claim]]] = defaultdict(list)
    narrated: list[tuple[_Key, Claim]] = []
    named: dict[str, set[_Key]] = defaultdict(set)
    keys = {claim.id: counter_key(claim, family_of) for claim in claims}
    fuller = _fuller({key for key in keys.values() if key[0] == "speaker"})
    for claim in sorted(claims, key=lambda c: (c.document, c.start, c.end, c.id)):
        key = fuller.get(keys[claim.id], keys[claim.id])
        if key[0] == "speaker":
            own[key].append(claim)
            family = family_of.get(claim.text_id, claim.text_id)
            spoken[family, claim.measure].append((key, claim))
            named[family].add(key)
        else:
            narrated.append((key, claim))
    for key, claim in narrated:
        repeated = _repeated(claim, spoken.get((key[1], claim.measure), ()))
        if repeated is None and claim.speaker is not None and len(named[key[1]]) == 1:
            # "The group", "she": refers back to the one speaker whom the text names.
            repeated = min(named[key[1]])
        own[repeated or key].append(claim)
    return tuple(
        Origin(
            name=_name(key, found),
            kind=_kind(key, found),
            claims=tuple(sorted({claim.id for claim in found})),
        )
        for key, found in sorted(own.items(), key=lambda item: (item[0][0] != "speaker", item[0]))
    )


def _repeated(claim: Claim, spoken: Sequence[tuple[_Key, Claim]]) -> _Key | None:
    """The speaker whose figure the narrator gives again: the first by name where several."""
    keys = {key for key, other in spoken if same_figure(claim, other)}
    return min(keys, default=None)


def _fuller(keys: Iterable[_Key]) -> dict[_Key, _Key]:
    """By short name the one fuller name that holds all its words: "the Observatory".

    A name that fits into two others is left as it is.
    """
    words = {key: frozenset(key[1].split()) for key in sorted(keys)}
    having: dict[str, list[_Key]] = defaultdict(list)
    for key, own in words.items():
        for word in own:
            having[word].append(key)
    found = {}
    for key, own in words.items():
        rarest = min((having[word] for word in own), key=len)
        longer = [other for other in rarest if own < words[other]]
        most = [one for one in longer if not any(words[one] < words[two] for two in longer)]
        if len(most) == 1:
            found[key] = most[0]
    return found


def _name(key: _Key, claims: Sequence[Claim]) -> str:
    if key[0] == "speaker":
        names = [c.speaker.canonical or c.speaker.name for c in claims if c.speaker]
        # The full name, not the short ones that were taken for it.
        return display_name([one for one in names if speaker_key(one) == key[1]] or names)
    return claims[0].reported_by or claims[0].document


def _kind(key: _Key, claims: Sequence[Claim]) -> str:
    if key[0] == "family":
        return "family"
    return display_name(claim.speaker.kind for claim in claims if claim.speaker)
