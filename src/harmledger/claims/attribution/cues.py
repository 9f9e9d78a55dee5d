"""Words in a sentence that give what is said to somebody: "police said", "according to medics".

A :class:`Cue` is one such word with the noun that names the source. Which harm it governs is
the question of :mod:`harmledger.claims.attribution.governing`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from harmledger.claims.attribution.denials import earlier_text, takes_back, this_text
from harmledger.claims.attribution.figures import figure_noun, figure_of, telling_of
from harmledger.claims.attribution.labels import label_of
from harmledger.claims.attribution.meant import maker_of, person_meant
from harmledger.claims.attribution.mute import agent_below, noun_words, says_nothing, unfit
from harmledger.claims.attribution.sayers import sayer_of
from harmledger.claims.attribution.speakers import is_speaker, kind_of
from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.parsing.syntax import child
from harmledger.claims.words.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Cue", "cues_of", "not_sourced", "points_back"]

#: Terms of the vocabulary that hold verbs of saying.
_SAYING = ("verbs", "quote_verbs", "accusing", "arriving")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """``token`` gives its content to ``source``, the head of a noun phrase.

    ``kind``: verb, phrase ("according to"), noun ("the army's claim that"), figure ("the army's
    figure is"), label ("Police: ...").
    ``passed_on``: who quotes the source, outermost first ("was quoted by the agency").
    """

    token: Token
    source: Token
    kind: str
    passed_on: tuple[Token, ...] = ()


def points_back(cue: Cue) -> bool:
    """Whether the source is a pronoun, or "his spokesman" without a name.

    "The WHO" is none, and so is a firm that is called IT.
    """
    if cue.source.is_upper and cue.source.pos_ == "PROPN":
        return False
    own = cue.source.tag_ == "PRP$" and cue.source.lower_ in words("grammar", "own")
    return own or cue.source.lower_ in words("grammar", "speaker_pronouns")


def not_sourced(cue: Cue) -> bool:
    """ "According to preliminary information, nobody was hurt," the ministry said: the ministry."""
    owned = any(c.dep_ in {"poss", "prep"} or c.pos_ == "PROPN" for c in cue.source.children)
    plain = cue.source.lower_ in words("grammar", "not_sourced") and not owned
    return cue.kind == "phrase" and plain


def cues_of(parsed: Parsed) -> list[Cue]:
    """The cues of a sentence in the order of its words."""
    found: list[Cue] = []
    saying = frozenset().union(*(words("reporting", term) for term in _SAYING))
    for token in parsed.doc:
        lowered = token.lower_
        if (
            (lowered in saying and _acts(token))
            or takes_back(token)
            or (lowered in words("reporting", "by_agent") and _agent(token) is not None)
            or (lowered in words("reporting", "hearing") and _heard_from(token) is not None)
        ):
            cue = _verb(token)
        elif lowered in words("reporting", "prepositions"):
            cue = _phrase(token)
        elif lowered in words("reporting", "nouns") and token.pos_ == "NOUN":
            cue = _noun(token)
        elif lowered == ":" and not found:
            cue = _source(token, label_of(token), "label")
        else:
            cue = None
        found += [c for c in (cue, _figure(token)) if c is not None]
    return found


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


def _source(token: Token, noun: Token | None, kind: str, *passed_on: Token) -> Cue | None:
    noun = person_meant(noun)
    if noun is None or noun.i == token.i:
        return None
    # "Its count includes six": the owner of a figure may be one named before.
    its = kind == "figure" and noun.tag_ == "PRP$" and noun.lower_ in words("grammar", "own")
    if not its and not is_speaker(noun):
        return None
    if (
        earlier_text(noun)
        or this_text(noun)
        or any(c.lower_ in words("grammar", "neither") for c in noun.lefts)
    ):
        return None  # "an earlier version of this article said"; "neither the army nor the rebels"
    cited = _cited_by(noun, token)
    if cited is not None:
        return Cue(token=token, source=cited, kind=kind, passed_on=(*passed_on, noun))
    return Cue(token=token, source=noun, kind=kind, passed_on=passed_on)


def _cited_by(noun: Token, token: Token) -> Token | None:
    """ "According to the Herald, which cited an official": the official."""
    for clause in noun.children:
        citing = words("reporting", "quoting") | words("reporting", "citing")
        if clause.dep_ in {"relcl", "acl"} and clause.lower_ in citing and clause.i != token.i:
            cited = child(clause, "dobj")
            if cited is not None and is_speaker(cited):
                return cited
    return None


def _agent(verb: Token) -> Token | None:
    return next((c for a in verb.children if a.dep_ == "agent" for c in a.children), None)


def _verb(verb: Token) -> Cue | None:
    if says_nothing(verb):
        return None
    agent = _agent(verb)
    if verb.lower_ in words("reporting", "quoting") or _as_saying(verb):
        # "The agency quoted a doctor as saying": the doctor counted, the agency passed it on.
        if (quoted := child(verb, "nsubjpass")) is not None:
            return _source(verb, quoted, "verb", *([agent] if agent is not None else []))
        subject = sayer_of(verb)
        return _source(verb, child(verb, "dobj"), "verb", *([subject] if subject else []))
    if child(verb, "nsubjpass", "auxpass") is not None or (verb.tag_ == "VBN" and agent):
        # "Was reported killed" names no one; "was first reported by the agency" does.
        if agent is None:
            agent = agent_below(verb)
        return _source(verb, agent, "verb") if agent is not None else None
    if verb.dep_ == "pcomp" and verb.head.lower_ == "as":
        return None  # "quoting a doctor as saying": told by "quoting"
    if verb.tag_ == "VBN" and verb.dep_ == "acl":
        # "..., a jury found on Tuesday" is parsed like "those said to have died".
        edge = verb.head.left_edge.i
        closing = verb.head.i == verb.i - 1 and edge and verb.doc[edge - 1].text == ","
        return _source(verb, verb.head, "verb") if closing else None
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
    return _source(verb, sayer, "verb")


def _heard_from(verb: Token) -> Token | None:
    """ "The inquest heard from the surgeon that": the surgeon; else the inquest itself."""
    if child(verb, "ccomp") is None:
        return None
    giver = next((c for c in verb.children if c.lower_ == "from"), None)
    if giver is not None:
        return child(giver, "pobj")
    subject = child(verb, "nsubj")
    hears = subject is not None and subject.lower_ in words("reporting", "hearers")
    return subject if hears else None


def _as_saying(verb: Token) -> bool:
    """ "The agency reported medics as saying": it quotes them, whatever the verb."""
    return child(verb, "dobj") is not None and any(
        c.lower_ == "as" and (said := child(c, "pcomp")) is not None and said.lower_ == "saying"
        for c in verb.children
    )


def _as_said(verb: Token) -> Cue | None:
    """ "As stated in the Gazette, the driver hit two": the paper, not the driver of the clause."""
    if child(verb, "nsubj") is not None:
        return _source(verb, sayer_of(verb), "verb")
    for prep in verb.children:
        within = child(prep, "pobj") if prep.lower_ in {"in", "on"} else None
        if within is not None and _is_paper(within):
            return _source(verb, within, "verb")
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


def _phrase(word: Token) -> Cue | None:
    """ "According to medics", "citing the ministry", "by the army's count"."""
    if word.lower_ == "according":
        objects = [c for to in word.children if to.lower_ == "to" for c in to.children]
    elif word.dep_ == "compound" and word.lower_ in words("reporting", "citing") and not word.i:
        # "Quoting medics, the paper reported": the parser takes it for a name of the medics.
        return _source(word, word.head, "phrase")
    else:
        objects = list(word.children)
    noun = next((c for c in objects if c.dep_ in {"pobj", "dobj"} and c.i > word.i), None)
    if noun is not None and word.lower_ in words("reporting", "citing"):
        named = noun.ent_type_ in {"PERSON", "ORG", "GPE"} or kind_of(noun_words(noun)) != "other"
        saying = any(c.lower_ == "as" for c in word.children)
        if not named and not saying and noun.lower_ not in words("reporting", "documents"):
            return None  # "citing fears for their safety"
    pronoun = noun is not None and noun.lower_ in words("grammar", "speaker_pronouns")
    if noun is not None and (
        pronoun or (noun.lower_ in words("grammar", "hearsay") and not maker_of(noun))
    ):
        return Cue(token=word, source=noun, kind="phrase")  # "according to first reports"
    return _source(word, noun, "phrase")


def _noun(noun: Token) -> Cue | None:
    """ "The army's claim that ...", "reports by residents that ..."."""
    if not any(c.dep_ in {"acl", "ccomp", "relcl"} and c.i > noun.i for c in noun.children):
        return None
    owner = child(noun, "poss")
    if owner is None:
        giver = next((c for c in noun.children if c.lower_ in {"by", "from"}), None)
        owner = child(giver, "pobj") if giver is not None else None
    if owner is None:
        front = child(noun, "compound", "nmod")  # "a Gazette report that", "the army report that"
        owner = front if front is not None and kind_of(noun_words(front)) != "other" else None
    return _source(noun, owner, "noun") if owner is not None else None


def _figure(token: Token) -> Cue | None:
    """ "The police figure is 220", "by most accounts", "the council's list has 41"."""
    if token.pos_ in {"VERB", "AUX"}:
        return _source(token, figure_of(token), "figure")
    if token.pos_ == "NOUN" and (owner := figure_noun(token)) is not None:
        return _source(token, owner, "figure")
    return _source(token, telling_of(token), "phrase") if token.dep_ in {"prep", "agent"} else None
