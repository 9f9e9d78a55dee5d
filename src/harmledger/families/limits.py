"""The thresholds of ``linking/families.toml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from harmledger.vocabulary import load

__all__ = ["Thresholds", "thresholds"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """The values of ``linking/families.toml``, explained there."""

    copy: float
    sure_copy: float
    whole: float
    part: float
    part_words: int
    jaccard: float
    containment_words: int
    near_words: int
    boilerplate_families: int
    same_length: float
    reordered: float
    reused_runs: int
    reused: float
    core: int
    apart: float
    unlisted: float
    taken: float
    taken_lead: float


@cache
def thresholds() -> Thresholds:
    """The thresholds as declared."""
    terms = {term.id: term.data["value"] for term in load("linking", "families").terms}
    return Thresholds(**terms)
