"""Verbs that give what is said to somebody: in the active, by an agent, quoting, hearing from."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from harmledger.claims.attribution.cue import Cue, cue_of
from harmledger.claims.attribution.denials import takes_back
from harmledger.claims.attribution.mute import agent_below, noun_words, says_nothing, unfit
from harmledger.claims.attribution.sayers import sayer_of
from harmledger.claims.attribution.speakers import is_source, kind_of
from harmledger.claims.parsing.syntax import child
from harmledger.claims.words.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["says_that", "verb_cue"]

#: Terms of the vocabulary that hold verbs of saying.
_SAYING = ("verbs", "quote_verbs", "accusing", "arriving")


@cache
def _saying() -> frozenset[str]:
    return frozenset().union(*(words("reporting", term) for term in _SAYING))


def verb_cue(token: Token) -> Cue | None:
    """The cue of a verb that says something here; None of any other word."""
    lowered = token.lower_
    if (
        (lowered in _saying() and _acts(token))
        or takes_back(token)
        or (lowered in words("reporting", "by_agent") and _agent(token) is not None)
        or (lowered in words("reporting", "hearing") and _heard_from(token) is not None)
        or (lowered in words("reporting", "known_from") and _at_hearing(token) is not None)
        or says_that(token)
    ):
        return _verb(token)
    return None


def says_that(token: Token) -> bool:
    """ "Airwatch assessed that nine had died": a source before a verb, and a clause with "that".

    Whatever the verb, unless it wishes or orders.
    """
    clause = child(token, "ccomp") if token.pos_ == "VERB" else None
    if clause is None or token.lower_ in words("reporting", "wishing"):
        return False
    subject = child(token, "nsubj")
    that = any(c.lower_ == "that" and c.dep_ == "mark" for c in clause.children)
    if not that or subject is None or not token.i < clause.i:
        return False
    works = words("reporting", "documents") | words("grammar", "bodies")
    named = is_source(noun_words(subject)) or subject.ent_type_ in {"PERSON", "ORG"}
    return subject.i < token.i and (named or subject.lower_ in works)


def _acts(token: Token) -> bool:
    """Whether the word is a verb; "media report nine dead" is tagged as a noun."""
    if token.pos_ in {"VERB", "AUX"}:
        return True
    subject = child(token, "nsubj", "compound")
    if subject is None or subject.i > token.i:
        return False
    if _set_apart(token, subject):
        return True
    if token.dep_ == "advcl":  # "as the Herald reports"
        return any(c.dep_ == "mark" and c.lower_ == "as" for c in token.children)
    return token.dep_ == "ROOT" and subject.tag_ in {"NNS", "NNPS"}


def _set_apart(token: Token, subject: Token) -> bool:
    """ "..., the news release states." at the end of a sentence."""
    before = subject.left_edge.i - 1
    while before >= 0 and token.doc[before].dep_ in {"det", "compound", "amod"}:
        before -= 1
    ends = all(t.is_punct for t in token.doc[token.i + 1 :])
    return ends and before > 0 and token.doc[before].text in {",", '"', "''"}


def _agent(verb: Token) -> Token | None:
    return next((c for a in verb.children if a.dep_ == "agent" for c in a.children), None)


def _agent_of_saying(verb: Token) -> Token | None:
    """ "Was quoted as saying by the agency": who passed it on."""
    told = (c for way in verb.children if way.lower_ == "as" for c in way.children)
    return next((agent for said in told if (agent := _agent(said)) is not None), None)


def _verb(verb: Token) -> Cue | None:
    if says_nothing(verb):
        return None
    agent = _agent(verb)
    if verb.lower_ in words("reporting", "quoting") or _as_saying(verb):
        # "The agency quoted a doctor as saying": the doctor counted, the agency passed it on.
        if (quoted := child(verb, "nsubjpass")) is not None:
            agent = agent or _agent_of_saying(verb)
            return cue_of(verb, quoted, "verb", *([agent] if agent is not None else []))
        subject = sayer_of(verb)
        return cue_of(verb, child(verb, "dobj"), "verb", *([subject] if subject else []))
    if (body := _at_hearing(verb)) and verb.lower_ in words("reporting", "known_from"):
        return cue_of(verb, body, "verb")
    if child(verb, "nsubjpass", "auxpass") is not None or (verb.tag_ == "VBN" and agent):
        # "Was reported killed" names no one; "was first reported by the agency" does.
        if agent is None:
            agent = agent_below(verb) or _at_hearing(verb)
        return cue_of(verb, agent, "verb") if agent is not None else None
    if verb.dep_ == "pcomp" and verb.head.lower_ == "as":
        return None  # "quoting a doctor as saying": told by "quoting"
    if verb.tag_ == "VBN" and verb.dep_ == "acl":
        # "..., a jury found on Tuesday" is parsed like "those said to have died".
        edge = verb.head.left_edge.i
        closing = verb.head.i == verb.i - 1 and edge and verb.doc[edge - 1].text == ","
        return cue_of(verb, verb.head, "verb") if closing else None
    if verb.tag_ == "VBN" and any(c.lower_ == "as" and c.dep_ == "mark" for c in verb.children):
        return _as_said(verb)
    sayer = sayer_of(verb)
    if verb.lower_ in words("reporting", "hearing"):
        sayer = _heard_from(verb) or sayer
    if sayer is not None and unfit(verb, sayer):
        return None
    if verb.lower_ in words("reporting", "arriving") and (
        sayer is None or sayer.lower_ not in words("reporting", "documents")
    ):
        return None  # "a report arrived at 12 dead"; but "the ambulance arrived"
    return cue_of(verb, sayer, "verb")


def _heard_from(verb: Token) -> Token | None:
    """ "The inquest heard from the surgeon that": the surgeon; else the inquest itself."""
    subject = child(verb, "nsubj")
    if child(verb, "ccomp") is None or subject is None:
        return None
    if subject.lower_ not in words("reporting", "hearers"):
        return None  # "officers learned from the boy that": the officers tell it
    giver = next((c for c in verb.children if c.lower_ == "from"), None)
    if giver is not None:
        return child(giver, "pobj")
    return subject


def _at_hearing(verb: Token) -> Token | None:
    """ "It was established at the inquest that nine had drowned": the inquest."""
    for way in verb.children:
        body = child(way, "pobj") if way.lower_ in {"at", "in", "before", "during"} else None
        if body is None or body.lower_ not in words("reporting", "hearers"):
            continue
        if child(verb, "ccomp") is not None or child(body, "acl", "relcl") is not None:
            return body
    return None


def _as_saying(verb: Token) -> bool:
    """ "The agency reported medics as saying": it quotes them, whatever the verb."""
    return child(verb, "dobj") is not None and any(
        c.lower_ == "as" and (said := child(c, "pcomp")) is not None and said.lower_ == "saying"
        for c in verb.children
    )


def _as_said(verb: Token) -> Cue | None:
    """ "As stated in the Gazette, the driver hit two": the paper, not the driver of the clause."""
    if child(verb, "nsubj") is not None:
        return cue_of(verb, sayer_of(verb), "verb")
    for prep in verb.children:
        within = child(prep, "pobj") if prep.lower_ in {"in", "on"} else None
        if within is not None and _is_paper(within):
            return cue_of(verb, within, "verb")
    return None


def _is_paper(noun: Token) -> bool:
    """Whether what was said is said in this: "in the Gazette", "on Radio Hill"; not "in Hull".

    A document says who made it: "in a Civic Watch report".
    """
    if noun.lower_ in words("reporting", "documents"):
        return any(c.dep_ in {"compound", "poss", "nmod"} for c in noun.lefts)
    if noun.ent_type_ == "ORG" or kind_of(noun.text) == "media":
        return True
    the = any(c.lower_ == "the" for c in noun.lefts)
    return the and noun.pos_ == "PROPN" and noun.ent_type_ not in {"GPE", "LOC", "FAC", "DATE"}
