"""Those harmed together with the victim of a harm word, told outside its own phrase.

The rules are with ("killed along with two others") and likewise ("as were three passengers").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from harmledger.claims.harms.harm import Harm
from harmledger.claims.parsing.lowerwords import word_set
from harmledger.claims.parsing.syntax import SUBJECTS, child, is_passive
from harmledger.claims.words.lexicon import words

__all__ = ["likewise", "together"]

_FRONTS = frozenset(("along", "together"))


def together(harm: Harm) -> Iterator[Harm]:
    """ "Killed along with two others", "Prat, together with his son, died": those with them."""
    said = word_set(harm.trigger.doc)
    if "with" not in said or _FRONTS.isdisjoint(said):
        return
    parts = [harm.trigger, harm.victim]
    if harm.trigger.dep_ in {"oprd", "acomp"}:
        parts.append(harm.trigger.head)  # "was found dead along with his son"
    for part in parts:
        below = list(part.children)
        fronts = [c for c in below if c.lower_ in _FRONTS]
        behind = [c for front in fronts for c in (*front.children, *below) if c.lower_ == "with"]
        # The parser may hang "together" on "with".
        behind += [
            c for c in below if c.lower_ == "with" and any(b.lower_ in _FRONTS for b in c.lefts)
        ]
        for preposition in behind:
            other = child(preposition, "pobj")
            if other is not None:
                yield replace(harm, victim=other, rule="with")


def likewise(harm: Harm) -> Iterator[Harm]:
    """ "The guard was hit, as were three guests", "was killed, and so was his driver"."""
    if harm.rule not in {"passive", "state"}:
        return
    verb = harm.trigger if is_passive(harm.trigger) else harm.trigger.head
    for other in (*verb.rights, verb.head):
        if other.lower_ not in words("grammar", "be") or other.i < verb.i:
            continue
        opens = other.nbor(-1).lower_
        whom = child(other, *SUBJECTS)
        if opens == "so" and whom is None:
            whom = child(other, "attr")  # as the parser may have it
        bare = child(other, "acomp") is None and (opens == "so" or child(other, "attr") is None)
        if bare and opens in {"as", "so"} and whom is not None and whom.i > other.i:
            yield replace(harm, victim=whom, rule="likewise")
