"""Places that hold one another: "the Mill neighborhood in Hull" is one, within another."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.places.mention import Mention
from harmledger.claims.words.lexicon import alternatives, words

if TYPE_CHECKING:
    pass

__all__ = ["nested"]


@cache
def _inside() -> re.Pattern[str]:
    """What stands between a place and the larger one it lies in."""
    between = alternatives(
        words("places", "directions") | words("places", "with_of") | words("grammar", "place_nouns")
    )
    return re.compile(
        rf"[\s,(]*(?:['’]s\s+)?(?:also\s+)?"
        rf"(?:(?:{alternatives(words('places', 'lying'))})\s+)?"
        rf"(?:(?:\w+\s+)?\d+\s*(?:{alternatives(words('places', 'distances'))})\s+)?(?:to\s+)?"
        rf"(?:(?:{alternatives(words('places', 'inside'))})\s+)?(?:(?:the|an?)\s+)?"
        rf"(?:(?:{alternatives(words('people', 'demonyms'))})\s+)?"
        rf"(?:(?:{between})\s+(?:of\s+)?(?:the\s+)?)*\(?",
        re.IGNORECASE,
    )


#: "Basra, Mosul and Kirkuk", "Basra, Mosul, Kirkuk": a list, in which no place holds another.
_LISTED = re.compile(r"\s*,?\s*(?:and|or|&)\b|\s*,\s*[A-Z]", re.IGNORECASE)


def nested(parsed: Parsed, ordered: list[Mention]) -> list[Mention]:
    """The mentions with those that hold one another as one, named by its most specific part."""
    chains: list[list[Mention]] = []
    for mention in ordered:
        # Of "Colombia's Antioquia department" the department stands last.
        last = max(chains[-1], key=lambda m: m.end) if chains else None
        gap = parsed.text[last.end : mention.start] if last else ""
        if last and mention.start > last.end and gap.strip() and _inside().fullmatch(gap):
            if gap[0] in "'’":
                chains[-1].insert(-1, mention)  # "the North Side's Mill neighborhood"
            else:
                chains[-1].append(mention)
        else:
            chains.append([mention])
    return [_one(parsed, chain) for chain in chains]


def _one(parsed: Parsed, chain: list[Mention]) -> Mention:
    chosen = min(chain, key=lambda m: (m.bearing, m.rank))
    listed = _LISTED.match(parsed.text, chain[-1].end) is not None
    larger = [m for m in chain if m.rank > chosen.rank or (m.rank == chosen.rank and not listed)]
    return replace(
        chosen,
        locative=any(m.locative for m in chain),
        told=chain[0].told or chosen.told,
        goal=max(m.goal for m in chain),
        heals=any(m.heals for m in chain),
        within=tuple(sorted((m for m in larger if m is not chosen), key=lambda m: m.rank)),
    )
