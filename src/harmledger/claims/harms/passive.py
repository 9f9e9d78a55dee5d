"""Who was harmed, of a passive verb: its subject, wherever the parser hangs that."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from harmledger.claims.harms.clauses import beside_the_place
from harmledger.claims.harms.harm import Harm
from harmledger.claims.harms.misled import (
    behind,
    first_of_list,
    not_the_date,
    not_the_place,
    number_before,
    swallowed,
    told_victim,
)
from harmledger.claims.harms.participles import (
    all_of,
    behind_the_clause,
    identified,
    named_ahead,
    ranked,
)
from harmledger.claims.parsing.outside import outside_the_clause
from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.parsing.syntax import (
    SUBJECTS,
    child,
    left_quantity,
    outer_subject,
    subject_of,
)
from harmledger.claims.words.gate import HarmWord
from harmledger.claims.words.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token


__all__ = ["passive"]


def passive(parsed: Parsed, verb: Token, word: HarmWord, actor: Token | None) -> Iterator[Harm]:
    """ "Two were killed and 5 wounded", "of the 40 hurt, 12 have been moved"."""
    near = None if child(verb, *SUBJECTS) else left_quantity(parsed, verb)
    # "2 were killed and 5 wounded": the nearer number is the victim of the second verb.
    victim = near if near is not None and verb.dep_ == "conj" else subject_of(verb)
    victim = ranked(verb) or victim
    if victim is None and verb.dep_ == "pcomp":
        victim = outer_subject(verb)  # "in hospital after being shot"
    victim = victim or beside_the_place(parsed, verb)
    if victim is None or victim.pos_ == "ADP":
        # "Of the 40 hurt, 12 have been moved": the parser takes "of" for the subject.
        first = next((c for c in verb.lefts if c.dep_ in {"aux", "auxpass"}), verb)
        victim = left_quantity(parsed, first, reach=2) or near
        victim = first_of_list(parsed, victim) if victim is not None else behind(verb)
    if victim is not None:
        victim = number_before(parsed, verb, victim) or not_the_place(verb, victim) or victim
    if victim is not None and victim.lower_ in words("not_counts", "months"):
        victim = not_the_date(parsed, verb) or victim
    if victim is not None:
        victim = behind_the_clause(verb, victim) or outside_the_clause(verb) or victim
    victim = told_victim(verb) or victim
    if victim is not None and (more := swallowed(parsed, victim)) is not None:
        yield Harm(word, verb, more, actor, "passive")
    if victim is not None:
        victim = named_ahead(victim) or identified(victim) or all_of(victim, verb) or victim
        yield Harm(word, verb, victim, actor, "passive")
