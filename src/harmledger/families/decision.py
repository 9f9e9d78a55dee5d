"""What two wordings are to each other, once the cheap comparison has not settled it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from harmledger.families.fingerprint import Fingerprint
from harmledger.families.likeness import Likeness, likeness
from harmledger.families.limits import thresholds
from harmledger.families.scoring import log_odds, probability, weights

__all__ = ["Decision", "decide"]

#: Decisions held at once, for the evidence of what was just decided.
_MOST_HELD = 256


@dataclass(frozen=True, slots=True)
class Decision:
    """``relation``: rewrite, copy (the same words in another order), partial, or None.

    ``odds``: the scored likeness in log-odds; ``score``: how sure the relation is, 0 to 1;
    ``reused``: runs of five words outside quotations that both have.
    """

    relation: str | None
    odds: float
    score: float
    reused: int
    alike: Likeness


@lru_cache(maxsize=_MOST_HELD)
def decide(first: Fingerprint, second: Fingerprint) -> Decision:
    """Compare two texts and say what they are to each other.

    Rewrite by the weights of ``linking/likeness.toml``; partial where passages stand word for
    word in both, though as wholes they are not alike (``linking/families.toml``).
    """
    limits = thresholds()
    alike = likeness(first, second)
    odds = log_odds(alike)
    shared = len(first.runs & second.runs)
    share = shared / max(1, min(len(first.runs), len(second.runs)))
    short, long = sorted((len(first.words), len(second.words)))
    if odds >= weights().threshold:
        same = alike["triples"] >= limits.reordered and short >= limits.same_length * long
        return Decision("copy" if same else "rewrite", odds, probability(odds), shared, alike)
    if shared >= limits.reused_runs and share >= limits.reused:
        return Decision("partial", odds, share, shared, alike)
    return Decision(None, odds, probability(odds), shared, alike)
