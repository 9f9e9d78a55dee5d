"""Words in a sentence that give what is said to somebody: "police said", "according to medics".

Which harm a cue governs is the question of :mod:`harmledger.claims.attribution.governing`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from harmledger.claims.attribution.cue import Cue, cue_of
from harmledger.claims.attribution.figures import figure_of
from harmledger.claims.attribution.labels import label_of
from harmledger.claims.attribution.meant import maker_of
from harmledger.claims.attribution.mute import noun_words
from harmledger.claims.attribution.origins import held_by, origin_of
from harmledger.claims.attribution.speakers import is_source, kind_of
from harmledger.claims.attribution.tellings import figure_noun, telling_of
from harmledger.claims.attribution.verbcues import verb_cue
from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.parsing.syntax import child
from harmledger.claims.words.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["cues_of"]


def cues_of(parsed: Parsed) -> list[Cue]:
    """The cues of a sentence in the order of its words."""
    found: list[Cue] = []
    for token in parsed.doc:
        lowered = token.lower_
        if (said := verb_cue(token)) is not None:
            cue: Cue | None = said
        elif lowered in words("reporting", "prepositions"):
            cue = _phrase(token)
        elif lowered in words("reporting", "nouns") and token.pos_ == "NOUN":
            cue = _noun(token)
        elif (holder := held_by(token)) is not None:
            cue = cue_of(token, holder, "verb")
        elif (trusted := _trusted(token)) is not None:
            cue = cue_of(trusted.head, trusted, "phrase")
        elif lowered == ":" and not found:
            cue = cue_of(token, label_of(token), "label")
        else:
            cue = None
        found += [c for c in (cue, _figure(token)) if c is not None]
    return found


def _phrase(word: Token) -> Cue | None:
    """ "According to medics", "citing the ministry", "by the army's count"."""
    if word.lower_ == "per" and not (word.i and word.nbor(-1).lower_ == "as"):
        body = child(word, "pobj")
        named = body is not None and is_source(noun_words(body))
        if not named or body is None or not (body.pos_ == "PROPN" or child(body, "det")):
            return None  # "12 per day"; but "as per the ministry", "per the ministry"
    if word.lower_ == "according":
        objects = [c for to in word.children if to.lower_ == "to" for c in to.children]
    elif word.dep_ == "compound" and word.lower_ in words("reporting", "citing") and not word.i:
        # "Quoting medics, the paper reported": the parser takes it for a name of the medics.
        return cue_of(word, word.head, "phrase")
    else:
        objects = list(word.children)
    noun = next((c for c in objects if c.dep_ in {"pobj", "dobj"} and c.i > word.i), None)
    if noun is not None and word.lower_ in words("reporting", "citing"):
        named = noun.ent_type_ in {"PERSON", "ORG", "GPE"} or kind_of(noun_words(noun)) != "other"
        named = named or noun.lower_ in words("grammar", "office_holders")
        saying = any(c.lower_ == "as" for c in word.children)
        if not named and not saying and noun.lower_ not in words("reporting", "documents"):
            return None  # "citing fears for their safety"
    pronoun = noun is not None and noun.lower_ in words("grammar", "speaker_pronouns")
    if noun is not None and (
        pronoun or (noun.lower_ in words("grammar", "hearsay") and not maker_of(noun))
    ):
        return Cue(token=word, source=noun, kind="phrase")  # "according to first reports"
    return cue_of(word, noun, "phrase")


def _trusted(verb: Token) -> Token | None:
    """ "If the chronicle is to be believed"."""
    if verb.lower_ not in words("reporting", "trusted") or verb.tag_ != "VBN":
        return None
    main = verb if child(verb, "nsubjpass", "nsubj") is not None else verb.head
    subject = child(main, "nsubjpass", "nsubj")
    opens = any(c.lower_ == "if" and c.dep_ == "mark" for one in (verb, main) for c in one.children)
    return subject if opens else None


def _noun(noun: Token) -> Cue | None:
    """ "The army's claim that ...", "reports by residents that ..."."""
    if not any(c.dep_ in {"acl", "ccomp", "relcl"} and c.i > noun.i for c in noun.children):
        return None
    owner = child(noun, "poss")
    if owner is None:
        giver = next((c for c in noun.children if c.lower_ in {"by", "from"}), None)
        owner = child(giver, "pobj") if giver is not None else _maker(noun)
    if owner is None:
        front = child(noun, "compound", "nmod")  # "a Gazette report that", "the army report that"
        owner = front if front is not None and kind_of(noun_words(front)) != "other" else None
    return cue_of(noun, owner, "noun") if owner is not None else None


def _maker(noun: Token) -> Token | None:
    """ "The allegation, made by an official in April, that 500 were killed": the official."""
    for made in noun.children:
        agent = child(made, "agent") if made.dep_ == "acl" else None
        if agent is not None and made.lower_ in words("reporting", "kept"):
            return child(agent, "pobj")
    return None


def _figure(token: Token) -> Cue | None:
    """ "The police figure is 220", "by most accounts", "the council's list has 41"."""
    if token.pos_ in {"VERB", "AUX"}:
        return cue_of(token, figure_of(token) or origin_of(token), "figure")
    if token.pos_ == "NOUN" and (owner := figure_noun(token)) is not None:
        return cue_of(token, owner, "figure")
    return cue_of(token, telling_of(token), "phrase") if token.dep_ in {"prep", "agent"} else None
