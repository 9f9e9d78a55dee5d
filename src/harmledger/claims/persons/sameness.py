"""Which tellings of one text are of the same person: the best evidence is followed first.

"A man was shot. The man, Luis Prat, 30, died. Another man was hurt": three tellings of two persons.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from harmledger.claims.persons.occasions import occasions_of
from harmledger.claims.persons.single import individual, is_open
from harmledger.claims.persons.tellings import Telling
from harmledger.claims.persons.ties import Scene, apart, evidence
from harmledger.records import Claim

__all__ = ["ENOUGH", "persons_told"]

#: The weight of evidence from which two tellings are of one person.
ENOUGH = 2.0
#: Tellings compared in one text: lists of the dead can be long, and their names decide anyway.
_MOST = 150
#: The rules that tell of harm by its treatment.
_CARE = frozenset(("suffered", "wounds"))


def persons_told(
    text: str, tellings: Sequence[Telling], claims: Sequence[Claim]
) -> list[list[Telling]]:
    """The ``tellings`` of one text, in text order, in groups of one person each.

    ``claims``: all claims of the text, in order.
    """
    told = tellings[:_MOST]
    after = range(len(told))
    parted = {(i, j) for j in after for i in range(j) if apart(text, told[i], told[j])}
    scene = Scene(text, occasions_of(text))
    scene = replace(
        scene,
        lone=_lone(scene, told, claims, bool(parted)),
        all_died=not any(c.measure == "injured" and c.low and _may_live(c) for c in claims),
    )
    pairs: list[tuple[float, int, int, int]] = []
    for j in after:
        nearest = _nearest(told, j, parted)
        for i in range(j):
            if (i, j) in parted:
                continue
            found = evidence(
                scene, told[i], told[j], told[nearest] if nearest is not None else None
            )
            weight = sum(value for _, value in found)
            if weight >= ENOUGH:
                pairs.append((-weight, j - i, i, j))
    group = {i: [i] for i in after}
    for _, _, i, j in sorted(pairs):
        one, two = group[i], group[j]
        if one is two or any((min(a, b), max(a, b)) in parted for a in one for b in two):
            continue
        both = sorted([*one, *two])
        group.update((k, both) for k in both)
    firsts = {id(g): g for g in group.values()}
    return [[told[i] for i in g] for g in firsts.values()]


def _nearest(told: Sequence[Telling], at: int, parted: set[tuple[int, int]]) -> int | None:
    """The last telling before that can be of the person told at ``at``."""
    return next((i for i in range(at - 1, -1, -1) if (i, at) not in parted), None)


def _lone(scene: Scene, told: Sequence[Telling], claims: Sequence[Claim], parted: bool) -> bool:
    """Whether the text tells of one victim only, so that "his brother" shot is the man who died."""
    if parted or any(scene.occasions.differ(told[0].claim.start, t.claim.start) for t in told):
        return False
    harm = [c for c in claims if c.measure in {"killed", "injured", "casualties"}]
    if any((c.low or 0) > 1 or c.high is None for c in harm if c.scope == "event"):
        return False
    # "One died and one was hurt": a number beside another is of somebody else.
    sentences = Counter(claim.sentence_start for claim in harm)
    return not any(sentences[c.sentence_start] > 1 and not individual(c) for c in harm)


def _may_live(claim: Claim) -> bool:
    """Told to be hurt, or told of by treatment or wounds: whoever is in hospital may live."""
    return not is_open(claim) or (claim.basis is not None and claim.basis.rule in _CARE)
