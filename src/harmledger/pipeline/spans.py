"""Checks of one record against the text it points into. Each yields what is wrong, in words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from harmledger.records import Claim, Text, content_id

__all__ = ["claim_faults", "range_faults", "text_faults"]

_SHOWN = 60
_SPACE = re.compile(r"\s*")


def text_faults(text: Text) -> Iterator[str]:
    """Blocks must be in order, inside the text, apart, and cover all that is not space."""
    if text.id != content_id("text", text.page_id, text.text):
        yield "its id does not follow from its words"
    reached = 0
    for number, block in enumerate(text.blocks, start=1):
        where = f"block {number} ({block.kind}, {block.start} to {block.end})"
        if not 0 <= block.start <= block.end <= len(text.text):
            yield f"{where} lies outside the text of {len(text.text)} characters"
            return
        if block.start < reached:
            yield f"{where} overlaps the block before it, which ends at {reached}"
        elif not _SPACE.fullmatch(text.text, reached, block.start):
            yield f"the words between {reached} and {block.start} belong to no block"
        if not block.kept and not block.reason:
            yield f"{where} is dropped without a reason"
        reached = max(reached, block.end)
    if text.blocks and not _SPACE.fullmatch(text.text, reached):
        yield f"the words after {reached} belong to no block"


def claim_faults(claim: Claim, text: Text) -> Iterator[str]:
    """Every surface of a claim must stand in the text exactly where the claim says.

    A speaker's name holds no line breaks, though it may be wrapped in the text.
    """
    if claim.id != content_id("claim", text.id, claim.start, claim.end, claim.measure):
        yield "its id does not follow from what it says"
    spans: list[tuple[str, str, int, int]] = [("quote", claim.quote, claim.start, claim.end)]
    if claim.speaker:
        spans.append(("speaker", claim.speaker.name, claim.speaker.start, claim.speaker.end))
    for where in (claim.where, claim.story.where if claim.story else None):
        if where:
            spans.append(("place", where.name, where.start, where.end))
    if claim.actor:
        spans.append(("actor", claim.actor.name, claim.actor.start, claim.actor.end))
    for when in (claim.when, claim.story.when if claim.story else None):
        if when:
            spans.append(("date", when.surface, when.offset, when.offset + len(when.surface)))
    for name, surface, start, end in spans:
        found = text.text[start:end] if 0 <= start < end <= len(text.text) else None
        if found is None:
            yield f"its {name} points to {start} to {end}, outside the text"
            continue
        if name in {"place", "speaker"}:
            found = " ".join(found.split())  # such names stand in one line
        if found != surface:
            yield (
                f"its {name} says {_short(surface)} but the text has {_short(found)} "
                f"at {start} to {end}"
            )
    called = claim.population.surface if claim.population else None
    if called and called not in text.text:
        yield f"those harmed are called {_short(called)}, words that the text does not have"
    if not 0 <= claim.sentence_start <= claim.start < claim.end <= claim.sentence_end:
        yield (
            f"its quote ({claim.start} to {claim.end}) is not inside its sentence "
            f"({claim.sentence_start} to {claim.sentence_end})"
        )
    if claim.sentence_end > len(text.text):
        yield f"its sentence ends at {claim.sentence_end}, outside the text"


def range_faults(low: int | None, high: int | None, best: int | None = None) -> Iterator[str]:
    """A range must not be negative or upside down; None is unknown and fits anything."""
    for name, value in (("low", low), ("best", best), ("high", high)):
        if value is not None and value < 0:
            yield f"{name} is {value}, below nothing"
    if low is not None and high is not None and low > high:
        yield f"low is {low}, above high, {high}"
    if best is not None and not ((low is None or low <= best) and (high is None or best <= high)):
        yield f"best is {best}, outside {low} to {high}"


def _short(words: str) -> str:
    return repr(words if len(words) <= _SHOWN else words[:_SHOWN] + "...")
