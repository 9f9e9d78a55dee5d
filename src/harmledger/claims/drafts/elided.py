"""Counts whose verb is left out: "12 were killed in Herat and nine in Kabul"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.victims.phrases import Counted, item
from harmledger.claims.words.gate import harm_words
from harmledger.claims.words.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from harmledger.claims.quantities.grammar import Quantity


__all__ = ["elided"]


def elided(parsed: Parsed, last: Token, taken: Sequence[tuple[int, int]]) -> list[Counted]:
    """The bare numbers behind ``last`` (the harm word) that each stand before a place.

    ``taken``: spans that are counted already. The list ends at the next verb.
    """
    found: list[Counted] = []
    for token in parsed.doc[last.i + 1 :]:
        if token.pos_ in {"VERB", "AUX"} and token.lower_ != "compared":
            break
        quantity = parsed.quantity(token)
        if quantity is None or any(a < quantity.end and quantity.start < b for a, b in taken):
            continue
        if token.i + 1 >= len(parsed.doc):
            continue
        before = token.nbor(-1)
        while before.pos_ == "ADV" and before.i > last.i + 1:
            before = before.nbor(-1)
        if before.lower_ == "not" and quantity.low is not None:
            # "29 were killed, and not 28, as police had said"
            found.append(_bare(parsed, token, quantity))
            continue
        # "... in Leyte, compared to perhaps 90 in Samar".
        against = before.lower_ in {"to", "with"} and before.nbor(-1).lower_ == "compared"
        if not against and before.lower_ not in {"and", ",", ":"}:
            continue
        behind = token.nbor(1).lower_
        if parsed.doc[token.i + 2 : token.i + 3].text in {"all", "total"}:
            continue  # "3 in all"
        if behind not in words("grammar", "elided_places") or _tells_state(token):
            continue
        found.append(_bare(parsed, token, quantity))
    return found


def _tells_state(number: Token) -> bool:
    """ "Nine died in Gao, two are in a critical condition", "300 in hospital": how they are."""
    behind = takewhile(lambda t: not t.is_punct and t.pos_ != "CCONJ", number.doc[number.i + 1 :])
    states = {"condition", "in_hospital"}
    return any(row.frame in states for t in behind for row in harm_words().get(t.lower_, ()))


def _bare(parsed: Parsed, token: Token, quantity: Quantity) -> Counted:
    bounds = quantity.low, quantity.high, quantity.qualifier
    return item(parsed, quantity.start, quantity.end, *bounds, token, [token])
