"""Texts made of two reports: alike to one as wholes, though they hold passages of another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from harmledger.families.limits import thresholds
from harmledger.families.parts import Held
from harmledger.families.unions import Unions
from harmledger.families.verdicts import Verdicts
from harmledger.families.wordings import Wording, overlap

__all__ = ["parts_of_composites", "set_composites_apart"]

#: Below these log-odds two texts are of different reports without doubt: where a rewrite is
#: only missed, they are higher.
_UNRELATED = -3.0

#: Other texts that are looked at for each link.
_MOST_OTHERS = 8


def set_composites_apart(
    links: Sequence[tuple[float, int, int]],
    found: Sequence[Held],
    verdicts: Verdicts,
) -> tuple[list[tuple[float, int, int]], list[Held]]:
    """The links of rewrites between wholes, and those that only tell of passages in common.

    A link (log-odds, one, two) becomes one of passages where either text shares passages with a
    third one that is unlike the other.
    """
    sharing: dict[int, set[int]] = defaultdict(set)
    for held in found:
        sharing[held.host].add(held.part)
        sharing[held.part].add(held.host)
    wholes, passages = [], []
    for odds, one, two in links:
        others = [(two, third) for third in sorted(sharing[one] - {two})[:_MOST_OTHERS]]
        others += [(one, third) for third in sorted(sharing[two] - {one})[:_MOST_OTHERS]]
        pairs = [(min(pair), max(pair)) for pair in others]
        if any(verdicts.of(*pair).odds < _UNRELATED for pair in pairs):
            # Ranked by the sure link, behind parts that stand in their host as wholes.
            runs = verdicts.of(one, two).reused
            passages.append(Held(min(1.0, odds / 10), one, two, whole=False, runs=runs))
        else:
            wholes.append((odds, one, two))
    return wholes, passages


def parts_of_composites(
    groups: Unions, found: Sequence[Held], wordings: Sequence[Wording]
) -> tuple[list[Held], list[tuple[int, int]]]:
    """Parts that may join their host, and the pairs (host, part) that may not.

    A host that stands in a family already, none of which but the host shares the part's words, was
    made of two reports, if the part has words of its own that the host has not.
    """
    inside: dict[int, list[int]] = defaultdict(list)
    for number in range(len(wordings)):
        inside[groups.root(number)].append(number)
    kept, left = [], []
    for held in found:
        others = [n for n in inside[groups.root(held.host)] if n != held.host][:_MOST_OTHERS]
        own = held.whole and held.share < thresholds().whole and held.part not in others
        part = wordings[held.part]
        if own and others and _apart(part, [wordings[number] for number in others]):
            left.append((held.host, held.part))
        else:
            kept.append(held)
    return kept, left


def _apart(part: Wording, others: Sequence[Wording]) -> bool:
    return max(overlap(other, part)[1] for other in others) < thresholds().apart
