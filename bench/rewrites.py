"""Rewrites and translations told from independent reports of one event, kind by kind.

    python bench/rewrites.py --eval DIR [--first N] [--grouping]

The bar is where at most 1 % of the pairs of independent reports pass. ``left out``: the weights
are fitted without the kind that is measured; ``shipped``: the weights and the threshold of the
vocabulary, as they decide. Beside them in the same run: Jaccard of five-word shingles, the same
estimated by MinHash (128 permutations), and the cosine of TF-IDF vectors (idf from all the texts).
``--first``: only the first N words of each text, to see what short texts are worth. ``--grouping``:
instead, all texts go through ``find_families`` together, candidate search included.
"""

from __future__ import annotations

import argparse
import math
import re
import time
import zlib
from collections import Counter

import numpy as np

from bounded_fit import Array, fit
from evaluation import add_eval
from harmledger.families import find_families
from harmledger.families.fingerprint import fingerprint
from harmledger.families.likeness import likeness
from harmledger.families.scoring import weights
from harmledger.records import content_id
from train_families import PENALTY, Pairs, as_text, read_pairs

RATE = 0.01
NEGATIVE = "basil_same_event"
TARGETS = {"synthetic_wn_spin30_fullshuffle": 0.90}
PERMUTATIONS = 128


def tokens(text: str) -> list[str]:
    """Words in lower case."""
    return re.findall(r"\w+", text.lower())


def shingles(text: str) -> set[int]:
    """Hashes of runs of five words."""
    words = tokens(text)
    return {zlib.crc32(" ".join(words[n : n + 5]).encode()) for n in range(max(1, len(words) - 4))}


def jaccard(texts: list[tuple[str, str]]) -> Array:
    """Shared runs of five words to all."""
    sets = [(shingles(one), shingles(two)) for one, two in texts]
    return np.array([len(one & two) / len(one | two) for one, two in sets])


def minhash(texts: list[tuple[str, str]]) -> Array:
    """The same, estimated from 128 permutations with a fixed seed."""
    chance = np.random.default_rng(1)
    prime = (1 << 31) - 1
    factors = chance.integers(1, prime, PERMUTATIONS, dtype=np.int64)[:, None]
    offsets = chance.integers(0, prime, PERMUTATIONS, dtype=np.int64)[:, None]

    def signature(text: str) -> NDArrayInt:
        values = np.array(sorted(shingles(text)), dtype=np.int64) % prime
        return np.asarray(((factors * values + offsets) % prime).min(axis=1))

    return np.array([(signature(one) == signature(two)).mean() for one, two in texts])


NDArrayInt = np.ndarray[tuple[int, ...], np.dtype[np.int64]]


def cosine(texts: list[tuple[str, str]]) -> Array:
    """TF-IDF with logarithmic frequencies."""
    distinct = {text for pair in texts for text in pair}
    standing: Counter[str] = Counter()
    for text in distinct:
        standing.update(set(tokens(text)))
    vectors: dict[str, dict[str, float]] = {}
    for text in distinct:
        vector = {
            word: (1 + math.log(n)) * math.log(1 + len(distinct) / standing[word])
            for word, n in Counter(tokens(text)).items()
        }
        length = math.sqrt(sum(value**2 for value in vector.values())) or 1.0
        vectors[text] = {word: value / length for word, value in vector.items()}
    return np.array(
        [
            sum(value * vectors[two].get(word, 0.0) for word, value in vectors[one].items())
            for one, two in texts
        ]
    )


def recall_at(scores: Array, negatives: Array, rate: float) -> float:
    """The share of ``scores`` above the least bar that ``rate`` of the negatives pass at most."""
    allowed = int(rate * len(negatives))
    bar = np.sort(negatives)[::-1][allowed]
    return float((scores > bar).mean())


def grouped(pairs: Pairs) -> None:
    """Print the share of the pairs of each kind that ``find_families`` puts into one family."""
    texts = sorted({text for pair in pairs.texts for text in pair})
    start = time.process_time()
    families = list(find_families(as_text(content_id("text", text), text) for text in texts))
    spent = time.process_time() - start
    home = {member.text_id: family.id for family in families for member in family.members}
    largest = max(len(family.members) for family in families)
    print("| kind | pairs | in one family |\n|---|---|---|")
    for kind in sorted({str(kind) for kind in pairs.kinds}):
        mine = [pair for pair, own in zip(pairs.texts, pairs.kinds, strict=True) if own == kind]
        same = [home[content_id("text", a)] == home[content_id("text", b)] for a, b in mine]
        print(f"| {kind} | {len(same)} | {sum(same) / len(same):.3f} |")
    print(f"\n{len(texts)} texts, {spent:.0f} s of processor time, largest family {largest}")


def main() -> None:
    """Print one row a kind."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_eval(parser)
    parser.add_argument("--first", type=int)
    parser.add_argument("--grouping", action="store_true")
    options = parser.parse_args()
    pairs = read_pairs(options.eval, options.first)
    if options.grouping:
        grouped(pairs)
        return
    apart = pairs.kinds == NEGATIVE
    peers = {"Jaccard": jaccard, "MinHash": minhash, "TF-IDF": cosine}
    scores = {name: method(pairs.texts) for name, method in peers.items()}
    known = weights()
    shipped = pairs.features @ np.array(known.features) + known.bias
    print("| kind | pairs | left out | shipped | " + " | ".join(peers) + " | target |")
    print("|---" * (5 + len(peers)) + "|")
    for kind in pairs.copy_kinds():
        mine = pairs.kinds == kind
        use = ~mine
        fitted, bias = fit(
            pairs.features[use], pairs.copies[use], pairs.importance(kind)[use], PENALTY
        )
        own = pairs.features @ fitted + bias
        row = [
            recall_at(own[mine], own[apart], RATE),
            float((shipped[mine] >= known.threshold).mean()),
        ]
        row += [recall_at(values[mine], values[apart], RATE) for values in scores.values()]
        cells = " | ".join(f"{value:.3f}" for value in row)
        print(f"| {kind} | {mine.sum()} | {cells} | {TARGETS.get(kind, 0.97):.2f} |")
    for kind in (NEGATIVE, "random_unrelated"):
        mine = pairs.kinds == kind
        passed = int((shipped[mine] >= known.threshold).sum())
        print(f"\n{kind}: {passed} of {mine.sum()} pairs pass the shipped threshold", end="")
    prints = [[fingerprint(as_text("", text)) for text in pair] for pair in pairs.texts[::10]]
    start = time.process_time()
    for one, two in prints:
        likeness(one, two)
    spent = (time.process_time() - start) / len(prints)
    print(f"\n{1000 * spent:.2f} ms of processor time a pair")


if __name__ == "__main__":
    main()
