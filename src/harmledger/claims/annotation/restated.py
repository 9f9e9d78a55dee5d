"""A count given anew: "Police say 91 were killed. Lawyers put the figure at 137".

The sentence has no harm word: "the figure" is that of the sentence before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from harmledger.claims.attribution.stance import stance_of
from harmledger.claims.attribution.voices import Voices
from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.words.lexicon import alternatives, words
from harmledger.records import Claim, content_id

if TYPE_CHECKING:
    from spacy.tokens import Token

    from harmledger.claims.quantities.grammar import Quantity

__all__ = ["restated_claim", "restates"]


@cache
def _puts_it_at() -> re.Pattern[str]:
    verbs, nouns = (alternatives(words("grammar", t)) for t in ("puts_at", "figures_back"))
    return re.compile(rf"\b(?:{verbs})\s+(?:the|that|this)\s+(?:{nouns})\s+at\b", re.IGNORECASE)


def restates(sentence: str) -> bool:
    """Whether the sentence gives "the figure" anew, without saying of what."""
    return _puts_it_at().search(sentence) is not None


def restated_claim(
    voices: Voices, index: int, parsed: Parsed, before: Sequence[Claim]
) -> Claim | None:
    """The count that sentence ``index`` gives of what the sentence before counts.

    What is counted, where and when are those of the last claim there that is no part; whoever
    gives the figure is the new sentence's own. None where that sentence counts several things.
    """
    wholes = [claim for claim in before if claim.part_of is None and claim.population is not None]
    if not wholes or len({claim.measure for claim in wholes}) > 1:
        return None
    found = _figure(parsed)
    if found is None:
        return None
    noun, quantity = found
    whole, attribution = wholes[-1], voices.at(index, noun)
    stance = stance_of(parsed, noun, noun, zero=False)
    return replace(
        whole,
        id=content_id("claim", whole.text_id, quantity.start, quantity.end, whole.measure),
        low=quantity.low,
        high=quantity.high,
        qualifier=quantity.qualifier,
        quote=parsed.text[quantity.start : quantity.end],
        start=quantity.start,
        end=quantity.end,
        speaker=attribution.speaker,
        stance=stance.term,
        hedges=stance.hedges,
        sentence_start=parsed.sentence.start,
        sentence_end=parsed.sentence.end,
    )


def _figure(parsed: Parsed) -> tuple[Token, Quantity] | None:
    """The noun of "put the figure at" and the number behind it."""
    for noun in parsed.doc[1:-2]:
        if noun.lower_ not in words("grammar", "figures_back") or noun.nbor(1).lower_ != "at":
            continue
        quantity = parsed.quantity(parsed.doc[noun.i + 2])
        verbs = {token.lower_ for token in parsed.doc[max(0, noun.i - 2) : noun.i]}
        if quantity is not None and verbs & words("grammar", "puts_at"):
            return noun, quantity
    return None
