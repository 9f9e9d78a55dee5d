"""Aid, arms and buildings: what is counted, in which unit, and how far it got."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.words.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["goods_unit", "phase_of", "phase_word"]

#: Weapons seized or given up have gone nowhere that a phase names.
_SEIZED = "seized"

#: The phases, the first of two that stand as near; "seized" is none.
_PHASES = ("denied", "distributed", "promised", "approved", _SEIZED, "entered", "delivered")


def _own_words(head: Token) -> Iterator[Token]:
    """The words of a phrase without what is joined to it: of "30 tents and 4 tonnes" the tents."""
    yield head
    for below in head.children:
        if below.dep_ not in {"conj", "appos"}:
            yield from _own_words(below)


def goods_unit(parsed: Parsed, measure: str, head: Token, rule: str) -> str | None:
    """The unit of the goods that ``head`` counts under a harm read by ``rule``.

    None where it counts nothing of the kind.
    """
    phrase = {t.lower_ for t in _own_words(head)}
    if measure == "damaged":
        if head.pos_ == "NUM":
            # "Destroyed 150 houses and damaged another 900": the noun of the number before.
            before = (t.lower_ for t in reversed(parsed.doc[: head.i]) if t.pos_ == "NOUN")
            told = next((noun for noun in before), None)
            return told if told in words("things", "buildings") else None
        return head.lower_ if head.lower_ in words("things", "buildings") else None
    if measure == "aid":
        if head.head.lower_ in words("things", "trade") and head.dep_ in {"dobj", "nsubjpass"}:
            return None  # "the farm sold 600 tonnes of wheat"
        units = sorted(phrase & words("things", "aid_units"), key=lambda w: w != head.lower_)
        if rule == "share":
            around = (t.lower_ for t in (head, *head.subtree, *reversed(parsed.doc[: head.i])))
            return next((w for w in around if w in words("things", "aid_units")), None)
        sentence = {t.lower_ for t in parsed.doc}
        handed_out = rule in {"passive", "active", "participle"} and sentence & words(
            "things", "distributes"
        )
        aid = bool(sentence & words("things", "aid") or handed_out)
        if head.pos_ == "NUM" and not units and aid:
            # "Of 95 trucks that entered, only 40 were distributed".
            before = (t.lower_ for t in reversed(parsed.doc[: head.i]) if t.pos_ == "NOUN")
            units = [noun for noun in before if noun in words("things", "aid_units")][:1]
        if units and aid:
            return units[0]
        return None
    pieces = words("things", "arms_pieces")
    if rule == "pieces":
        named = pieces | words("things", "arms_parts") | words("things", "arms_weights")
        plain = head.lower_ in named
        told = head.lower_ if plain else "weapons"  # "24 SAM-7's"
        return told if told.endswith("s") else f"{told}s"
    if not phrase & (words("things", "arms") | words("things", "arms_units")):
        return None
    if head.lower_ in words("things", "arms_weights"):
        return head.lower_
    units = sorted(phrase & words("things", "arms_units"))
    if units:
        return units[0]
    # "over 100 weapons delivered", "100 arms shipments": deliveries are what is counted.
    near = {t.lower_ for t in parsed.doc[head.i : head.i + 4]}
    return "deliveries" if near & {"delivered", "shipped", "transferred"} else None


def phase_word(verb: Token) -> str | None:
    """The phase that a verb tells by itself: "handed out" is distributed."""
    return next((p for p in _PHASES if verb.lower_ in words("things", "phases", p)), None)


def phase_of(parsed: Parsed, trigger: Token) -> str | None:
    """How far the goods got, by the words nearest to the trigger; None where none says.

    None, too, where the nearest say that they were seized.
    """
    above = trigger.head
    if trigger.pos_ == "NOUN" and any(
        above.lower_ in words("things", "phases", phase) for phase in _PHASES
    ):
        trigger = above  # "approved the delivery of 20 tanks": not delivered yet
    distances: list[tuple[int, int, str]] = []
    for rank, phase in enumerate(_PHASES):
        forms = words("things", "phases", phase)
        for token in parsed.doc:
            # "The Red Cross" crossed nothing.
            if token.lower_ in forms and token.text != "Cross":
                distances.append((abs(token.i - trigger.i), rank, phase))
    nearest = min(distances)[2] if distances else None
    return None if nearest == _SEIZED else nearest
