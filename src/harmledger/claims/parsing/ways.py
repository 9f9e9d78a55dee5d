"""The way through the parse from a phrase to a harm word, and what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from harmledger.claims.words.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["does_it", "path"]


def does_it(trigger: Token, steps: tuple[str, ...]) -> bool:
    """ "Five men shot a guard", "a man who killed two", "they fled after wounding him": the doer.

    Not "he ran off after injuring his foot": what is harmed is his own. "Shot himself and a friend"
    counts him there.
    """
    hurt = [c for c in trigger.children if c.dep_ == "dobj"]
    alone = [c for c in hurt if not any(b.dep_ == "conj" for b in c.children)]
    own = words("things", "body_parts")
    himself = any(c.lower_ in words("grammar", "reflexives") for c in alone)
    if not hurt or himself or any(c.lower_ in own for c in hurt):
        return False
    up = [step for step in steps if not step.startswith(">")]
    return set(up) <= {"nsubj", "conj", "appos"} and (up[-1:] == ["nsubj"] or not up)


def path(head: Token, trigger: Token) -> tuple[str, ...]:
    """The relations from ``head`` up to where the two meet, and down to ``trigger`` (marked ">").

    Prepositions are named: "the deaths of 12 men" is ``("pobj", "prep of")``.
    """
    above = [head, *head.ancestors]
    up = [trigger, *trigger.ancestors]
    places = {token.i: n for n, token in enumerate(up)}
    meeting = next((n for n, token in enumerate(above) if token.i in places), None)
    if meeting is None:
        return ("apart",) * 9
    down = up[: places[above[meeting].i]]
    return (
        *(_relation(token) for token in above[:meeting]),
        *(f">{_relation(token)}" for token in reversed(down)),
    )


def _relation(token: Token) -> str:
    return f"prep {token.lower_}" if token.dep_ == "prep" else token.dep_
