"""Who of those that govern a word vouches for it: not the evidence, nor who came upon it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from harmledger.claims.attribution.asides import closes
from harmledger.claims.attribution.cue import Cue
from harmledger.claims.words.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["vouching"]


def vouching(cues: list[Cue], trigger: Token) -> list[Cue]:
    """The cues that govern ``trigger``, innermost first, from the one that vouches outwards."""
    if len(cues) > 1 and closes(cues[0]) and any(c.token.i < trigger.i for c in cues):
        # "Kin said he was hurt, the Herald reported": the parser hangs the clause on the Herald.
        cues = [*cues[1:], cues[0]]
    while len(cues) > 1 and _silent(cues[0]):
        cues = cues[1:]
    return cues


def _silent(cue: Cue) -> bool:
    """ "The ministry said that the evidence shows", "the sheriff said that officers learned"."""
    noun, verb = cue.source, cue.token.lower_
    if noun.lower_ in words("reporting", "silent"):
        # "The U.S. investigation found" names whose it is, as "the inquiry by the council" does.
        return not any(
            c.dep_ == "poss" or c.pos_ == "PROPN" or c.ent_type_ or c.lower_ in {"by", "from"}
            for c in noun.children
        )
    came_upon = verb in words("reporting", "coming_upon")
    return came_upon and noun.lower_ in words("reporting", "on_the_scene")
