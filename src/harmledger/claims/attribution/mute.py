"""Verbs of saying that say nothing here, by their subject or their object."""

from __future__ import annotations

from typing import TYPE_CHECKING

from harmledger.claims.attribution.antecedents import is_person
from harmledger.claims.attribution.speakers import is_source, kind_of
from harmledger.claims.parsing.syntax import child
from harmledger.claims.words.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["noun_words", "says_nothing", "unfit"]


def noun_words(noun: Token) -> str:
    """The noun with what stands before it, as the parser saw it."""
    return noun.doc[noun.left_edge.i : noun.i + 1].text


def _mute(noun: Token) -> bool:
    """Whether a subject cannot give a figure: a thing, or people who are counted themselves."""
    if noun.pos_ == "PRON":
        return False  # "it put the injured at 37"
    if any(c.dep_ == "nummod" for c in noun.children):
        return True
    told = is_source(noun_words(noun)) or noun.ent_type_ in {"PERSON", "ORG", "GPE"}
    works = words("reporting", "documents") | words("reporting", "figures")
    known = works | words("grammar", "bodies") | words("reporting", "organs")
    return not told and not is_person(noun) and noun.lower_ not in known


def _reports_none(verb: Token) -> bool:
    """ "Has not reported any casualties"."""
    counting = words("reporting", "with_object") | words("reporting", "about")
    taken = child(verb, "dobj") if verb.lower_ in counting else None
    return taken is not None and any(c.lower_ == "any" for c in taken.children)


def _is_accused(verb: Token) -> bool:
    """Whether nobody is accused by it: a participle whose object the parser has lost."""
    over = any(c.dep_ == "prep" and c.lower_ in {"of", "in"} for c in verb.children)
    return over and child(verb, "dobj", "ccomp", "agent") is None


def _adds_to(verb: Token) -> bool:
    """ "The raid adds to the 40 killed since May": more of it, and nobody speaks."""
    return child(verb, "ccomp") is None and any(
        c.dep_ in {"prep", "dative"} and c.lower_ == "to" and c.i > verb.i for c in verb.children
    )


def has_grounds(verb: Token) -> bool:
    """ "The panel has reasonable grounds to believe that": it believes so."""
    held = child(verb.head, "dobj") if verb.head.lower_ in {"has", "have", "had", "found"} else None
    return held is not None and held.lower_ in {"grounds", "reason", "reasons"}


def says_nothing(verb: Token) -> bool:
    """Whether a verb of saying says nothing here: negated, wished for, with another object."""
    negated = any(c.dep_ == "neg" for c in verb.children)
    if negated and verb.lower_ not in words("stance", "denied") and not _reports_none(verb):
        return True  # "did not say how many had died"
    if any(c.dep_ == "aux" and c.tag_ in {"TO", "MD"} for c in verb.children) and not (
        verb.dep_ == "xcomp"
        and (verb.head.lower_ in words("reporting", "going_on") or has_grounds(verb))
    ):
        return True  # "its task was to confirm that"; but "went on to say" says something
    if verb.lower_ == "began" and child(verb, "xcomp") is not None:
        return True  # "since the mission began to keep its count"; but ""Three died," he began"
    if any(c.dep_ == "mark" and c.lower_ in {"if", "unless"} for c in verb.children):
        return True  # "if he reveals where they are"
    if verb.lower_ in words("reporting", "accusing") and _is_accused(verb):
        return True  # "the man accused of shooting four"
    taken = child(verb, "dobj", "nsubjpass") if verb.lower_.startswith("claim") else None
    if taken is not None and taken.lower_ in words("reporting", "takes"):
        return True  # "claimed responsibility for the attack"
    if verb.lower_ in words("stance", "denied") and any(
        c.lower_ in words("stance", "parts_played") for c in verb.children
    ):
        return True  # "denied responsibility for the attack"
    return verb.lower_.startswith("add") and _adds_to(verb)


def agent_below(verb: Token) -> Token | None:
    """ "Reported killed by the Red Cross", "listed as missing by the police": who reports it.

    Where the harm word may have a doer of its own, only of those who do no harm.
    """
    for below in verb.children:
        harm = child(below, "pcomp", "pobj") if below.lower_ == "as" else below
        if harm is None or below.dep_ not in {"oprd", "xcomp", "ccomp", "acomp", "prep"}:
            continue
        by = next((c for c in (*harm.children, *below.children) if c.lower_ == "by"), None)
        noun = child(by, "pobj") if by is not None else None
        if noun is None:
            continue
        kind = kind_of(noun_words(noun))
        plain = harm.lower_ in {"missing", "dead"} and kind != "other"
        if plain or kind in {"un", "monitor", "medic", "media", "witness"}:
            return noun
    return None


def unfit(verb: Token, sayer: Token) -> bool:
    """Whether what the subject is, a thing, keeps the verb from saying anything.

    "The murder of two soldiers raised the toll"; "the wall gave him time"; "awakening fears that".
    """
    if verb.lower_ in words("reporting", "handing"):
        return _mute(sayer)
    if verb.lower_ in words("reporting", "seeing"):
        seer = sayer.lower_ in words("reporting", "seers") or sayer.ent_type_ == "PERSON"
        return not seer and kind_of(noun_words(sayer)) not in {"witness", "media", "un", "medic"}
    held = verb.lower_ in words("reporting", "holding") and sayer.tag_ not in {"NNS", "NNPS"}
    return held and _mute(sayer)
