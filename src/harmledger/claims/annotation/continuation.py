"""Sentences without a harm word that go on counting: "They were 14 staff and 24 patients"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import cache

from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.parsing.syntax import SUBJECTS, child
from harmledger.claims.quantities.grammar import find_quantities
from harmledger.claims.victims.count import Counted, counted
from harmledger.claims.victims.piecewise import adding_up, of_those_counted, piecewise
from harmledger.claims.victims.whom import told_of
from harmledger.claims.words.lexicon import alternatives, words
from harmledger.records import Claim, content_id

__all__ = ["continued_claims", "continues"]

#: Characters that may stand before the number that opens a sentence: a quotation mark, a dash.
_FRONT = 3


@cache
def _opening() -> re.Pattern[str]:
    openers = alternatives(words("grammar", "continuations"))
    return re.compile(rf"\s*[\"“]?(?:{openers})\b", re.IGNORECASE)


@cache
def _pointing() -> re.Pattern[str]:
    """ "Nine were children", "Ten of them are known": behind a number that opens a sentence."""
    nouns = alternatives(words("grammar", "continuations", "nouns"))
    return re.compile(
        rf"\s+(?:(?:were|are)\s+\w|of\s+(?:them|these|those|the\s+(?:{nouns}|\d+))\b)"
    )


def continues(sentence: str, before: Collection[int] = ()) -> bool:
    """Whether the sentence may list who the people counted in the sentence before were.

    ``before``: how many those were; numbers that add up to one of them are its parts.
    """
    quantities = find_quantities(sentence)
    if not quantities:
        return False
    first = quantities[0]
    if _opening().match(sentence) or (
        first.start <= _FRONT and _pointing().match(sentence, first.end)
    ):
        return True
    return len(quantities) > 1 and sum(q.low or 0 for q in quantities) in before


def continued_claims(
    parsed: Parsed, before: Sequence[Claim], told: Sequence[tuple[int, int]] = ()
) -> Iterator[Claim]:
    """The parts that the sentence states of the last total of the sentence before.

    ``told``: spans of the sentence that are counted already. Measure, speaker, stance, time, place
    and scope are those of the total. A part is no larger than its total.
    """
    wholes = [claim for claim in before if claim.part_of is None and claim.population is not None]
    if not wholes:
        return
    whole = wholes[-1]
    limit = whole.high if whole.high is not None else whole.low
    taken = list(told)
    for item in (*_listed(parsed), *adding_up(piecewise(parsed), limit)):
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
    elif parsed.doc[:2] and any(parsed.quantity(t) is not None for t in parsed.doc[:2]):
        yield from told_of(parsed, 0)
    if parsed.doc[:2].text.lower() in {"the others", "the rest", "the remaining"}:
        yield from piecewise(parsed)
    yield from of_those_counted(parsed)
    for verb in parsed.doc:
        listed = child(verb, "attr", "dobj")
        if child(verb, *SUBJECTS) is None or listed is None:
            continue
        if verb.lower_ in words("grammar", "list_verbs"):
            yield from counted(parsed, listed, pronouns=False)
