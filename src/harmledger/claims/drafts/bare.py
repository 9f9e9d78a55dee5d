"""Counts whose noun and harm were told before: "12 died. The ministry spoke of 15".

What is counted is what the sentence itself, else the last sentence that tells of harm, counts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from harmledger.claims.attribution.cues import cues_of
from harmledger.claims.attribution.rivals import held_up, rival_at
from harmledger.claims.attribution.speakers import is_source
from harmledger.claims.drafts.draft import GOODS, Draft, plain_draft
from harmledger.claims.harms.figures import measures_of
from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.parsing.syntax import child
from harmledger.claims.quantities.bare import bare_numbers
from harmledger.claims.victims.phrases import Counted, item
from harmledger.claims.victims.piecewise import parts_behind
from harmledger.claims.words import gazetteer
from harmledger.claims.words.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["BARE", "bare_drafts", "told_before"]

#: The rule that such a claim names.
BARE = "bare"
_MEASURES = frozenset(("killed", "injured", "missing", "abducted", "detained", "casualties"))


def told_before(drafts: Sequence[Draft], sentence: str) -> list[str]:
    """What a sentence counts, and what harm it tells of without a count."""
    people = [d.measure for d in drafts if d.measure not in GOODS]
    return list(dict.fromkeys([*people, *measures_of(sentence)]))


def bare_drafts(
    parsed: Parsed,
    own: Sequence[Draft],
    before: Callable[[], Sequence[str]],
    *,
    answers: bool = False,
) -> list[Draft]:
    """The drafts of a sentence with its bare numbers, and their parts, behind its ``own``.

    ``before`` gives what the sentences before count; ``answers``: the last of them is a question.
    """
    sentence = parsed.sentence
    raw = parsed.text[sentence.start : sentence.end]
    tokens = {q.start: parsed.doc[i] for i, q in reversed(parsed.quantity_at.items())}
    out = list(own)
    for quantity in bare_numbers(raw, answers=answers):
        start, end = sentence.start + quantity.start, sentence.start + quantity.end
        token = tokens.get(start)
        if token is None or any(d.counted.start < end and start < d.counted.end for d in out):
            continue
        measure = _measure(raw[: quantity.start], start, own, before)
        if measure is None:
            continue
        bounds = quantity.low, quantity.high, quantity.qualifier
        counted = item(parsed, start, end, *bounds, token, [token])
        out = _with(out, plain_draft(counted, measure, _figure(token) or token, BARE))
    for further, first in _beside(parsed, out):
        out = _with(out, plain_draft(further, first.measure, further.head, BARE))
    for further, measure in _of_rivals(parsed, out):
        out = _with(out, plain_draft(further, measure, further.head, BARE))
    wholes = [d for d in out if d.measure in _MEASURES - {"casualties"} and d.whole is None]
    for one in wholes:
        for part in parts_behind(parsed, one.counted):
            whole = next((n for n, d in enumerate(out) if d.counted is one.counted), None)
            if whole is not None and not _told_so(out, part, one.measure):
                made = plain_draft(part, one.measure, one.trigger, BARE)
                out = _with(out, replace(made, whole=whole, rule="part"))
    return out


def _beside(parsed: Parsed, drafts: Sequence[Draft]) -> list[tuple[Counted, Draft]]:
    """ "Spoke of 140 in Nairobi, and nine in Tanzania": further numbers, and the one they go with.

    Beside any count: "29 died in most accounts, 22 according to the court".
    """
    found: list[tuple[Counted, Draft]] = []
    last = len(parsed.doc) - 1
    for at in sorted(parsed.quantity_at) if drafts else ():
        if not 0 < at < last:
            continue
        token = parsed.doc[at]
        quantity = parsed.quantity(token)
        first = next((d for d in reversed(drafts) if d.counted.head.i < token.i), None)
        if quantity is None or first is None or first.measure not in _MEASURES:
            continue
        if any(d.counted.start < quantity.end and quantity.start < d.counted.end for d in drafts):
            continue
        before, behind = token.nbor(-1).lower_, token.nbor(1).lower_
        placed = first.rule == BARE and behind in words("grammar", "elided_places")
        closed = first.rule == BARE and before == "and" and behind in {".", ",", ";"}
        joined = closed and first.counted.end + 5 == quantity.start
        if before in words("grammar", "joins_numbers") and (
            placed or joined or behind == "according"
        ):
            bounds = quantity.low, quantity.high, quantity.qualifier
            found.append(
                (item(parsed, quantity.start, quantity.end, *bounds, token, [token]), first)
            )
    return found


def _of_rivals(parsed: Parsed, drafts: Sequence[Draft]) -> Iterator[tuple[Counted, str]]:
    """ "The army says 12 died, the rebels 40": numbers of others who count the same, each with what
    it counts."""
    sentence, text = parsed.sentence, parsed.text
    sources = [cue.source for cue in cues_of(parsed)] if len(parsed.quantity_at) > 1 else []
    places = any(
        gazetteer.known_name(one.text) and not is_source(one.text) for one in sources
    )  # "Moscow says 12 died, Kyiv 40"; "Police" is a town, too
    for at in sorted(parsed.quantity_at):
        token = parsed.doc[at]
        quantity = parsed.quantity(token)
        if quantity is None or any(
            d.counted.start < quantity.end and quantity.start < d.counted.end for d in drafts
        ):
            continue
        raw = text[sentence.start : quantity.start]
        told = [d.measure for d in drafts if d.counted.start < quantity.start]
        measure = told[-1] if told else next(iter(measures_of(raw)), None)
        if measure not in _MEASURES or not (sources or held_up(raw)):
            continue
        if rival_at(text, sentence.start, quantity.start, quantity.end, places=places):
            bounds = quantity.low, quantity.high, quantity.qualifier
            yield (
                item(parsed, quantity.start, quantity.end, *bounds, token, [token]),
                measure,
            )


def _told_so(drafts: Sequence[Draft], part: Counted, measure: str) -> bool:
    return any(
        d.counted.start < part.end and part.start < d.counted.end and d.measure == measure
        for d in drafts
    )


def _with(drafts: list[Draft], more: Draft) -> list[Draft]:
    """The drafts and one more, which stands for another of the same words."""
    span = more.counted.start, more.counted.end
    same = {n for n, d in enumerate(drafts) if (d.counted.start, d.counted.end) == span}
    place = {old: new for new, old in enumerate(n for n in range(len(drafts)) if n not in same)}
    whole = place.get(more.whole) if more.whole is not None else None
    kept = [
        d if d.whole is None else replace(d, whole=place.get(d.whole))
        for n, d in enumerate(drafts)
        if n not in same
    ]
    return [*kept, replace(more, whole=whole)]


def _figure(number: Token) -> Token | None:
    """ "Puts the figure at 140": the figure, on which who says so is looked for."""
    verb = number.head.head
    noun = child(verb, "dobj") if number.dep_ == "pobj" else None
    named = noun is not None and noun.lower_ in words("grammar", "bare_links", "nouns")
    return noun if named and verb.lower_ in words("grammar", "puts_figures") else None


def _measure(
    raw: str, start: int, own: Sequence[Draft], before: Callable[[], Sequence[str]]
) -> str | None:
    mine = [d.measure for d in own if d.counted.start < start and d.measure not in GOODS]
    told = mine[-1:] or list(dict.fromkeys(measures_of(raw))) or list(before())
    # A figure without a word of what it counts is the toll of the dead, where any were told of.
    measure = "killed" if "killed" in told else told[0] if told else None
    return measure if measure in _MEASURES else None
