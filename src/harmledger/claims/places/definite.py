"""Places that a text speaks of without their name: "79 people died in the church"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.places.clause import clause_distance
from harmledger.claims.places.locating import goal_of, is_treated, places
from harmledger.claims.places.mention import Mention
from harmledger.claims.places.placekinds import SITE
from harmledger.claims.places.telling import placed_by
from harmledger.claims.words.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["definite_place"]

#: What may stand between the and the word: "the far bank", "the concert hall".
_BESIDE = frozenset(("amod", "compound", "nmod"))

#: Clauses between the harm and the place, at most: "a man on the far bank was shot" has two.
_NEAR = 2


def definite_place(parsed: Parsed, trigger: Token) -> Mention | None:
    """The place with the that stands in the clause of the harm; None where none does.

    It is of the rank of a building: whatever it is, a town that holds it says where it was.
    """
    best: tuple[int, Token] | None = None
    for token in parsed.doc:
        if token.lower_ not in words("places", "definite_sites") or token.dep_ != "pobj":
            continue
        left = token.left_edge
        if left.lower_ != "the" or any(c.dep_ not in _BESIDE | {"det"} for c in token.lefts):
            continue
        preposition = token.head
        placed = places(preposition) and preposition.lower_ not in {"of", "from"}
        if not placed or placed_by(token) is not None or is_treated(token) or goal_of(token) >= 0:
            continue
        if clause_distance(trigger, token) > _NEAR:
            continue
        far = abs(token.i - trigger.i)
        if best is None or far < best[0]:
            best = far, token
    if best is None:
        return None
    token = best[1]
    start, end = parsed.start(token.left_edge), parsed.end(token)
    name = parsed.text[start:end]
    return Mention(start, end, name, token.i, SITE, name, locative=True, told=False)
