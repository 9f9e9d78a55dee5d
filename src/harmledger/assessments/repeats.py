"""Whether a narrator gives again what a speaker of the same text said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from harmledger.counters import speaker_key
from harmledger.incidents import status_of
from harmledger.records import Claim

__all__ = ["by_text", "nameless", "repeats", "same_figure"]


def by_text(
    claims: Iterable[Claim], family_of: Mapping[str, str] | None = None
) -> dict[str, list[Claim]]:
    """Claims by their text (or its family), one for each figure and status."""
    found: dict[str, dict[object, Claim]] = {}
    for claim in claims:
        home = (family_of or {}).get(claim.text_id, claim.text_id)
        figure = claim.low, claim.high, status_of(claim)
        found.setdefault(home, {}).setdefault(figure, claim)
    return {home: list(own.values()) for home, own in found.items()}


def nameless(claim: Claim) -> bool:
    """True where nobody is named as the speaker: the narrator, "it", "the group"."""
    speaker = claim.speaker
    return speaker is None or speaker_key(speaker.canonical or speaker.name) is None


def same_figure(narrator: Claim, speaker: Claim) -> bool:
    """One bound in common, as in "25 killed" over "at least 25", or a vague headline."""
    if narrator.qualifier == "vague":
        return True
    return (narrator.low is not None and narrator.low == speaker.low) or (
        narrator.high is not None and narrator.high == speaker.high
    )


def repeats(narrator: Claim, spoken: Iterable[Claim]) -> bool:
    """True where the narrator gives a figure of ``spoken`` for people who may be the same."""
    status = status_of(narrator)
    return any(
        same_figure(narrator, claim)
        and (status is None or status_of(claim) is None or status == status_of(claim))
        for claim in spoken
    )
