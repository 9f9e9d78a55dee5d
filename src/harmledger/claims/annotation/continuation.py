"""Sentences without a harm word that go on counting: "They were 14 staff and 24 patients"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.parsing.syntax import SUBJECTS, child
from harmledger.claims.quantities.grammar import find_quantities
from harmledger.claims.victims.count import Counted, counted
from harmledger.claims.victims.whom import told_of
from harmledger.claims.words.lexicon import alternatives, words
from harmledger.records import Claim, content_id

__all__ = ["continued_claims", "continues"]


@cache
def _opening() -> re.Pattern[str]:
    openers = alternatives(words("grammar", "continuations"))
    return re.compile(rf"\s*[\"“]?(?:{openers})\b", re.IGNORECASE)


def continues(sentence: str) -> bool:
    """Whether the sentence may list who the people counted in the sentence before were."""
    return _opening().match(sentence) is not None and bool(find_quantities(sentence))


def continued_claims(parsed: Parsed, before: Sequence[Claim]) -> Iterator[Claim]:
    """The parts that the sentence states of the last total of the sentence before.

    Measure, speaker, stance, time, place and scope are those of the total. A part is no larger
    than its total.
    """
    wholes = [claim for claim in before if claim.part_of is None and claim.population is not None]
    if not wholes:
        return
    whole = wholes[-1]
    limit = whole.high if whole.high is not None else whole.low
    taken: list[tuple[int, int]] = []
    for item in _listed(parsed):
        if limit is None or not 0 < (item.low or 0) <= limit or item.qualifier == "vague":
            continue
        if any(start < item.end and item.start < end for start, end in taken):
            continue
        taken.append((item.start, item.end))
        yield replace(
            whole,
            id=content_id("claim", whole.text_id, item.start, item.end, whole.measure),
            low=item.low,
            high=item.high,
            qualifier=item.qualifier,
            quote=parsed.text[item.start : item.end],
            start=item.start,
            end=item.end,
            population=item.population,
            part_of=whole.id,
            sentence_start=parsed.sentence.start,
            sentence_end=parsed.sentence.end,
        )


def _listed(parsed: Parsed) -> Iterator[Counted]:
    """What the sentence counts: "they were 14 staff", "of them, 11 were children"."""
    if any(t.lower_ == "of" for t in parsed.doc[:1]):
        yield from told_of(parsed, 1)
    for verb in parsed.doc:
        listed = child(verb, "attr", "dobj")
        if child(verb, *SUBJECTS) is None or listed is None:
            continue
        if verb.lower_ in words("grammar", "list_verbs"):
            yield from counted(parsed, listed, pronouns=False)
