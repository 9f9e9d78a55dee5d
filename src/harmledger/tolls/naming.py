"""How a toll names its counter: "Ada Brisk, the mayor of Derry"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from harmledger.counters import Counters, display_name
from harmledger.records import Claim, Text
from harmledger.vocabulary import load

__all__ = ["counter_name"]

#: "..., the acting governor of Derry, said"
_BESIDE = re.compile(r",\s+(?P<office>(?:the|an?)\s[^,.;:()\"“”\n]{3,80}),")
#: Characters behind a name in which its office stands.
_NEAR = 100


def counter_name(claims: Sequence[Claim], texts: Mapping[str, Text], counters: Counters) -> str:
    """The counter's known name, or the one it has since a person put names together; else as most
    often cited in full; else publisher or document.

    A person is named with the office over a place that the report gives.
    """
    kind, key = counters.key(claims[0])
    counter = counters.counters[key] if kind == "speaker" else None
    if counter is not None and (counter.entry or counter.decisions):
        return counter.name
    if all(claim.speaker for claim in claims):
        office = display_name(found for claim in claims if (found := _office(claim, texts)))
        spoken = display_name(
            (claim.speaker.canonical if kind == "speaker" else None) or claim.speaker.name
            for claim in claims
            if claim.speaker
        )
        if spoken:
            return f"{spoken}, {office}" if office else spoken
    own = [texts[claim.text_id] for claim in claims if claim.text_id in texts]
    published = display_name(text.publisher for text in own if text.publisher)
    return published or min(claim.document for claim in claims)


def _office(claim: Claim, texts: Mapping[str, Text]) -> str | None:
    """What stands in commas behind a speaker's name, where it names an office."""
    text = texts.get(claim.text_id)
    if claim.speaker is None or text is None:
        return None
    found = _BESIDE.match(text.text[claim.speaker.end : claim.speaker.end + _NEAR])
    if found is None or _offices().isdisjoint(found["office"].casefold().split()):
        return None
    return " ".join(found["office"].split())


@cache
def _offices() -> frozenset[str]:
    return frozenset(load("en", "places")["area_offices"].words("words"))
