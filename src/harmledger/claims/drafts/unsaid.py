"""Harm words with a victim that state no harm of their own, and pronouns that only go on with one.

"Tried to arrest him", "unclear if she was hurt", "was taken to a hospital, where he lies ill".
"""

from __future__ import annotations

from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from harmledger.claims.drafts.undone import (
    aimed_at,
    as_a_rule,
    by_sentence,
    named_for,
    no_longer,
    of_a_place,
    of_a_rate,
    shot_down,
    undeserved,
    would_not,
)
from harmledger.claims.harms.figurative import figurative
from harmledger.claims.parsing.lowerwords import word_set
from harmledger.claims.parsing.syntax import SUBJECTS, child
from harmledger.claims.words.gate import harm_words
from harmledger.claims.words.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from harmledger.claims.drafts.draft import Draft
    from harmledger.claims.harms.harm import Harm


__all__ = ["goes_on", "of_illness", "states_none"]


_GOODS = frozenset(("aid", "arms", "damaged"))


def states_none(harm: Harm) -> bool:
    """Whether the sentence leaves open or denies that this happened to anyone.

    One whose arrest was only tried is none; a number sought, or a killing tried, stays a
    hypothetical claim.
    """
    if harm.word.measure == "killed" and of_illness(harm.trigger):
        return True
    if aimed_at(harm.trigger) or shot_down(harm.trigger):
        return True
    if named_for(harm) or undeserved(harm.trigger):
        return True
    if as_a_rule(harm) or by_sentence(harm.trigger) or of_a_place(harm):
        return True
    if harm.word.measure not in _GOODS and figurative(harm.trigger):
        return True
    chain = [harm.trigger, *islice(harm.trigger.ancestors, 4)]
    if any(no_longer(t) for t in chain[:3]):
        return True
    if of_a_rate(harm.victim):
        return True
    numbered = [t for t in (harm.victim, *harm.victim.children) if t.pos_ == "NUM"]
    if harm.word.measure == "detained" and not numbered and any(_attempted(t) for t in chain[:3]):
        return True
    if any(_open_question(t) for t in chain[:2]):
        return True
    if not numbered and would_not(harm.trigger):
        return True
    if _prayed_for(harm.trigger) or _not_so_badly(harm) or _not_fatally(harm.trigger):
        return True
    if not numbered and (_intent_denied(chain) or _figure_withheld(harm.victim)):
        return True
    if not numbered and _defines(harm.victim):
        return True
    if harm.word.measure == "killed" and any(
        c.lower_ in words("grammar", "not_quite") and c.dep_ == "advmod"
        for c in harm.trigger.children
    ):
        return True  # "was nearly killed"
    if harm.rule == "active" and (_forbidden(harm.trigger) or _asked(harm.trigger)):
        return True
    if harm.rule == "active" and harm.word.measure == "killed" and harm.victim.lower_ == "me":
        return True  # "they killed me": who says so lives
    above = harm.victim.head
    denied = any(c.dep_ == "neg" for c in above.children)
    # "He was not the first child killed": of others; none of them is told of here.
    first = any(c.lower_ == "first" for c in harm.victim.children)
    return harm.rule == "participle" and harm.victim.dep_ == "attr" and denied and first


def _defines(victim: Token) -> bool:
    """ "The figure counts only people killed in raids": of whom a figure is, and no count."""
    verb = victim.head
    if victim.dep_ != "dobj" or verb.lower_ not in words("grammar", "defining"):
        return False
    subject = child(verb, *SUBJECTS)
    counted = words("grammar", "defining", "subjects") | words("reporting", "source_nouns")
    return subject is not None and subject.lower_ in counted


def _not_fatally(verb: Token) -> bool:
    """ "But he was not fatally shot": that he was shot, the sentence says elsewhere."""
    behind = (c.nbor(1).lower_ for c in verb.children if c.dep_ == "neg" and c.i + 1 < len(c.doc))
    return "fatally" in behind


def _not_so_badly(harm: Harm) -> bool:
    """ "Did not have life-threatening wounds": whether there were others is open."""
    graded = any(c.lower_ == "threatening" for c in harm.trigger.lefts)
    return graded and any(c.dep_ == "neg" for c in harm.trigger.head.children)


@cache
def _ill_words() -> frozenset[str]:
    """The first words of all names of illnesses."""
    return frozenset(name.split()[0] for name in words("grammar", "illnesses"))


def of_illness(told: Token) -> bool:
    """ "Died after a long battle with cancer": no death of violence or disaster."""
    if _ill_words().isdisjoint(word_set(told.doc)):
        return False
    for link in told.rights:
        if link.dep_ not in {"prep", "agent"} or link.lower_ not in words(
            "grammar", "illness_links"
        ):
            continue
        phrase = f" {' '.join(t.lower_ for t in islice(link.subtree, 12))} "
        ill = [name for name in words("grammar", "illnesses") if f" {name} " in phrase]
        if not words("grammar", "illnesses", "of_itself").isdisjoint(ill):
            return True  # "the killer died of old age"
        around = word_set(told.doc) - {told.lower_, *" ".join(ill).split()}
        if any(not row.needs_verb for w in around for row in harm_words().get(w, ())):
            return False  # "died of a stroke after the shooting"
        if ill:
            return True
    return False


def _attempted(verb: Token) -> bool:
    tried = verb.head.lower_ in words("stance", "attempts") and verb.dep_ == "xcomp"
    # "Have a warrant to arrest him".
    sought = [verb.head, *(c for c in verb.head.children if c.dep_ == "dobj" and c.i < verb.i)]
    only = verb.tag_ == "VB" and any(t.lower_ in words("grammar", "seeks_arrest") for t in sought)
    tried = tried or only
    return tried or (verb.lower_ == "leading" and verb.head.lower_ in {"information", "tips"})


def _intent_denied(chain: list[Token]) -> bool:
    """ "Denied that it had meant to kill civilians": that it meant to, not that any died."""
    meant = next((t for t in chain[1:] if t.lower_ in words("stance", "meaning_to")), None)
    if meant is None:
        return False
    return any(
        t.lower_ in words("stance", "denied") or any(c.dep_ == "neg" for c in t.children)
        for t in (meant, meant.head)
    )


def _figure_withheld(victim: Token) -> bool:
    """ "Neither side has given a figure for soldiers killed": no number, and nobody counted."""
    link = victim.head
    figure = link.head
    if victim.dep_ != "pobj" or link.lower_ not in {"for", "of", "on"} or figure.dep_ != "dobj":
        return False
    if figure.lower_ not in words("grammar", "figures_for"):
        return False
    verb = figure.head
    given_none = any(c.lower_ in words("grammar", "neither") for c in figure.lefts)
    subject = child(verb, *SUBJECTS)
    nobody = subject is not None and any(
        t.lower_ in words("grammar", "neither") for t in (subject, *subject.lefts)
    )
    return given_none or nobody or any(c.dep_ == "neg" for c in verb.children)


def _forbidden(verb: Token) -> bool:
    """ "Don't shoot him", "begged them not to shoot him"."""
    negated = any(c.dep_ == "neg" for c in verb.children)
    subject = child(verb, *SUBJECTS)
    bidden = verb.tag_ == "VB" and subject is None and verb.dep_ in {"ROOT", "ccomp", "xcomp"}
    return negated and bidden and not any(c.tag_ == "MD" for c in verb.lefts)


def _prayed_for(verb: Token) -> bool:
    """ "Please don't let him die"."""
    above = verb.head
    negated = any(c.dep_ == "neg" for c in above.children)
    return verb.tag_ == "VB" and above.lower_ == "let" and negated


def _asked(verb: Token) -> bool:
    """ "Did you shoot him?"."""
    subject = child(verb, *SUBJECTS)
    asks = subject is not None and any(
        c.dep_ == "aux" and c.i < subject.i and c.lower_ in words("grammar", "asking")
        for c in verb.lefts
    )
    return asks and any(t.text == "?" for t in verb.doc[verb.i :])


def _open_question(verb: Token) -> bool:
    """ "It was unclear if she had been hit"."""
    if not any(c.dep_ == "mark" and c.lower_ in {"if", "whether"} for c in verb.children):
        return False
    asked = {verb.head.lower_, *(c.lower_ for c in verb.head.children if c.dep_ == "acomp")}
    return bool(asked & {"unclear", "uncertain", "unknown"})


def goes_on(draft: Draft, drafts: list[Draft]) -> bool:
    """ "Was taken to a hospital, where he is in bad condition": the same person, once more."""
    pronoun = draft.counted.head.lower_ in words("grammar", "singular_pronouns")
    if not pronoun or draft.measure == "killed":
        return False
    clause = next(
        (t for t in (draft.trigger, *draft.trigger.ancestors) if child(t, *SUBJECTS)), None
    )
    if clause is None or not any(c.lower_ == "where" for c in clause.children):
        return False
    return any(
        other.measure == draft.measure
        and other.counted.low == other.counted.high == 1
        and other.counted.start < draft.counted.start
        for other in drafts
    )
