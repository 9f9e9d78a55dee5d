"""Rare words that two texts have in the same order: a heaviest increasing subsequence."""

from __future__ import annotations

from harmledger.families.fingerprint import Fingerprint

__all__ = ["in_order"]

#: Words below this rarity stand in one report of seven or more and tell nothing by their order.
_RARE = 2.0

#: Of a word that repeats, this many places are tried in each text.
_PLACES = 3


def in_order(first: Fingerprint, second: Fingerprint) -> tuple[float, float, list[tuple[int, int]]]:
    """The weight of shared rare words in the same order, that of all shared, and the places.

    Places are positions of words in ``first`` and ``second``, increasing in both. Fredman's
    longest increasing subsequence with weights, over a Fenwick tree of maxima:
    O(n log n) for n pairs of places.
    """
    pairs: list[tuple[int, int, float]] = []
    shared = 0.0
    for word, own in first.places.items():
        other = second.places.get(word)
        if other is None or first.rarities[word] < _RARE:
            continue
        if len(own) == 1 and len(other) == 1:
            weight = min(first.weights[own[0]], second.weights[other[0]])
            shared += weight
            pairs.append((own[0], -other[0], weight))
            continue
        count = min(len(own), len(other), _PLACES)
        shared += sum(
            min(first.weights[i], second.weights[j])
            for i, j in zip(own[:count], other[:count], strict=True)
        )
        for i in own[:_PLACES]:
            for j in other[:_PLACES]:
                # Of one position only one pair may be used, hence the later ones first.
                pairs.append((i, -j, min(first.weights[i], second.weights[j])))
    pairs.sort()
    size = len(second.words) + 1
    heaviest = [0.0] * (size + 1)
    ends = [-1] * (size + 1)
    before = [-1] * len(pairs)
    best, last = 0.0, -1
    for number, (_, negative, weight) in enumerate(pairs):
        node = -negative
        weightiest, chosen = 0.0, -1
        while node > 0:
            if heaviest[node] > weightiest:
                weightiest, chosen = heaviest[node], ends[node]
            node &= node - 1
        weightiest += weight
        before[number] = chosen
        if weightiest > best:
            best, last = weightiest, number
        node = 1 - negative
        while node <= size:
            if heaviest[node] < weightiest:
                heaviest[node], ends[node] = weightiest, number
            node += node & -node
    places = []
    while last >= 0:
        places.append((pairs[last][0], -pairs[last][1]))
        last = before[last]
    return best, shared, places[::-1]
