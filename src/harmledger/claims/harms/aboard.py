"""Those aboard of whom the sentence says that none lived: "crashed with 21 aboard; none survived".

"A helicopter carrying 14 commandos was shot down; all were killed".
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.words.lexicon import words
from harmledger.claims.words.people import is_person_word

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["all_aboard", "those_aboard"]

#: Tokens between those aboard and the word that says so: "21 people, all monks, aboard".
_REACH = 4


def all_aboard(parsed: Parsed, victim: Token) -> Token:
    """Those with a number before, where ``victim`` is "all" of them; else ``victim`` itself."""
    if victim.lower_ not in words("grammar", "all_aboard"):
        return victim
    return those_aboard(parsed, victim.i) or victim


def those_aboard(parsed: Parsed, before: int) -> Token | None:
    """The numbered noun for those aboard a vehicle, told before a token; None where none is."""
    doc = parsed.doc
    for at in sorted(i for i in parsed.quantity_at if i < before):
        number = doc[at]
        noun = number.head if number.dep_ == "nummod" and number.head.i > at else number
        people = noun.i == at or is_person_word(noun.lower_)
        if people and (_on_board(noun) or _carried(number)):
            return noun
    return None


def _on_board(noun: Token) -> bool:
    behind = [t.lower_ for t in noun.doc[noun.i + 1 : noun.i + 1 + _REACH]]
    return "aboard" in behind or ("on", "board") in pairwise(behind)


def _carried(number: Token) -> bool:
    """ "A helicopter with 14 commandos", "a bus carrying 30 pupils"."""
    before = number.nbor(-1) if number.i else None
    if before is None or before.lower_ not in words("grammar", "all_aboard", "links"):
        return False
    return before.i > 0 and before.nbor(-1).lower_ in words("things", "vehicles")
