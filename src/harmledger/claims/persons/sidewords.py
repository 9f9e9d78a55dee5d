"""Words that name a side: a body of the text, a force, an armed group, police, civilians."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from harmledger.claims.persons.glossed import Glossed
from harmledger.claims.words.lexicon import words
from harmledger.claims.words.people import is_group_name

__all__ = ["on_a_side", "side_of", "sides_of"]


def side_of(word: str, names: Glossed) -> str | None:
    """The status of those whom one word means: a glossed body, a force, a group, civilians."""
    low = re.sub(r"['’]s?$", "", word.lower())
    if low.upper() in names:
        return names[low.upper()]
    for term, status in (
        ("groups", "armed_group"),
        ("armed_group", "armed_group"),
        ("forces", "armed_forces"),
        ("armed_forces", "armed_forces"),
        ("police", "police"),
        ("civilian", "civilian"),
    ):
        if low in words("people", term) or low == "police" == term:
            return status
    return None


def sides_of(phrase: Sequence[str], names: Glossed) -> set[str]:
    """The statuses of those that a phrase names."""
    sides = {side for word in phrase if (side := side_of(word, names))}
    low = [word.lower() for word in phrase]
    if any(is_group_name(b, (a,)) or is_group_name(a, (b,)) for a, b in pairwise(low)):
        sides.add("armed_group")
    return sides or ({"armed_forces"} if "forces" in low else set())


def on_a_side(behind: str, names: Glossed) -> set[str]:
    """The side that stands behind a count: "died on the rebel side"; empty where none does."""
    match = _on_a_side().match(behind)
    if match is None:
        return set()
    of_state = match[1].strip().lower() in words("people", "forces", "of_state")
    return {"armed_forces"} if of_state else sides_of(match[1].split(), names)


@cache
def _on_a_side() -> re.Pattern[str]:
    return re.compile(
        r"(?:\s+(?!(?:and|but)\b)[\w’'-]+){0,6}?\s+on\s+(?:the\s+)?((?:[\w’'-]+\s+){1,3}?)side\b",
        re.IGNORECASE,
    )
