"""A verb of saying that stands before what it reports, where the parse does not join the two.

"Kin said Monday the man, a stoker of the night shift, was injured": by the order of the words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from harmledger.claims.attribution.asides import behind_quotation, closed_by
from harmledger.claims.attribution.denials import denial_of
from harmledger.claims.attribution.hypothetical import bearing
from harmledger.claims.words.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from harmledger.claims.attribution.cue import Cue

__all__ = ["said_before"]

_STOPS = frozenset((";", '"', "''", "``"))


def said_before(cues: Sequence[Cue], trigger: Token) -> Cue | None:
    """The last "X said" before ``trigger`` with no other clause and no quotation between."""
    if denial_of(bearing(trigger, trigger)) is not None:
        return None  # "the Gazette wrongly reported"
    plain = words("reporting", "verbs") - words("reporting", "needs_clause")
    plain -= words("reporting", "never_aside")
    stops = _STOPS | words("reporting", "new_clause")
    for cue in reversed(cues):
        verb = cue.token
        if cue.kind != "verb" or verb.lower_ not in plain:
            continue
        if not cue.source.i < verb.i < trigger.i or closed_by(cue) or behind_quotation(cue):
            continue
        between = verb.doc[verb.i + 1 : trigger.i]
        if not any(t.lower_ in stops and not _lists(t) for t in between):
            return cue
    return None


def _lists(word: Token) -> bool:
    """ "... that 20 had died, 75 were hurt and over 400 had been taken": a count goes on."""
    ahead = word.doc[word.i + 1 : word.i + 4]
    return word.lower_ == "and" and any(t.pos_ == "NUM" for t in ahead)
