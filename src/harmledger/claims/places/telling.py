"""Places and times of a telling, not of what is told: "told reporters in Washington on Monday"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from harmledger.claims.attribution.speakers import kind_of
from harmledger.claims.words.eventwords import is_event
from harmledger.claims.words.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["is_told", "placed_by", "told_by"]


def told_by(token: Token) -> Token | None:
    """The verb of telling that a time or place hangs on: "said on Tuesday", "said in Kabul"."""
    for above in token.ancestors:
        if above.lower_ in words("grammar", "telling"):
            return above
        if above.pos_ in {"VERB", "AUX"}:
            if above.dep_ in {"acl", "relcl"} and above.head.lower_ in words("grammar", "telling"):
                return above  # "a statement made in Basra"
            return above if is_told(above) else None
        if above.pos_ == "NOUN" and is_event(above):
            return None  # "reported on the fighting in Basra in May"
    return None


def placed_by(token: Token) -> Token | None:
    """The verb or noun of telling that a place stands behind: "told reporters in Washington".

    "In Basra, officials said" and "a woman in Basra confessed" may well place the harm.
    """
    if (paper := _paper_in(token)) is not None:
        return paper
    teller = told_by(token)
    telling = words("grammar", "telling")
    if teller is None or teller.lower_ in telling or teller.head.lower_ in telling:
        return teller
    direct = token.head.i == teller.i or token.head.head.i == teller.i
    return teller if direct and token.i > teller.i else None


def _paper_in(token: Token) -> Token | None:
    """The verb of "the Evening Post in Basra reported": where a paper or station is at home."""
    behind = token.doc[token.i + 1 : token.i + 2]
    if token.dep_ != "pobj" or behind.text.lower() not in words("reporting", "verbs"):
        return None
    source = token.head.head
    named = source.doc[source.left_edge.i : source.i + 1].text
    return behind[0] if kind_of(named) == "media" else None


def is_told(verb: Token) -> bool:
    """Whether what hangs on the verb dates or places a telling, not what is told of.

    "Was reported at noon" dates the event; "police reported today that" dates the telling.
    """
    word = verb.lower_
    behind = verb.doc[verb.i + 1 : verb.i + 2].text.lower()
    if f"{word} {behind}" in words("grammar", "tellings", "phrases"):
        return True  # "in a report made public on Monday"
    if word in words("reporting", "puts") and any(
        c.dep_ == "dobj" and c.lower_ in words("reporting", "puts", "counts") for c in verb.children
    ):
        return True  # "on Tuesday put the number of dead at 68"
    if verb.pos_ != "VERB" or word not in words("reporting", "verbs"):
        return word in words("grammar", "tellings")
    passive = _is_passive(verb)
    if passive and any(c.lower_ == "it" and c.dep_ == "nsubjpass" for c in verb.children):
        # "It was reported today in Basra that": of the telling.
        return any(c.dep_ == "ccomp" for c in verb.children)
    if word in words("reporting", "not_dated"):
        clauses = [c for c in verb.children if c.dep_ == "ccomp"]
        # "The court found in 2001 that"; but "found on Tuesday 12 had died"
        that = any(t.lower_ == "that" for c in clauses for t in c.lefts)
        finding = that and word in words("reporting", "finding")
        return not passive and bool(clauses) and (word == "reported" or finding)
    return True


def _is_passive(verb: Token) -> bool:
    return any(c.dep_ in {"auxpass", "nsubjpass"} for c in verb.children)
