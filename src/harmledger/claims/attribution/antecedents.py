"""Whom a pronoun may point to: "he" to a person, "it" to an organisation, "they" to several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from harmledger.claims.attribution.speakers import is_speaker, kind_of
from harmledger.claims.words.gate import harm_words
from harmledger.claims.words.lexicon import words
from harmledger.claims.words.people import is_person_word

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

__all__ = ["antecedents", "is_person", "joined_subject"]

#: "According to him" points to whom "he said" does.
_SUBJECTS = {"him": "he", "her": "she", "them": "they", "its": "it", "his": "he", "their": "they"}
#: Labels of the model for what is no person.
_ORGANISATIONS = frozenset(("ORG", "GPE", "NORP", "LOC", "FAC"))


def antecedents(pronoun: Token, before: Span, sources: Sequence[Token]) -> Iterator[Token]:
    """The nouns of ``before`` that the pronoun may point to, the likeliest first.

    ``sources``: those of its nouns that say something. The last source comes before the first
    subject, and in the sentence of the pronoun any person named before it comes last; nobody whom
    that sentence tells of as harmed ("among the dead was Ames, he said") is meant.
    """
    subjects = [t for t in before if t.dep_ in {"nsubj", "nsubjpass"} and _may_speak(t)]
    beside = before if before.doc is pronoun.doc else ()
    named = [t for t in beside if t.ent_type_ == "PERSON" and t.dep_ != "compound"]
    for noun in [*reversed(sources), *subjects, *reversed(named)]:
        harmed = noun not in sources and noun.doc is pronoun.doc and _harmed(noun)
        if noun.pos_ != "PRON" and not harmed and _fits(pronoun.lower_, noun):
            yield noun


def _harmed(noun: Token) -> bool:
    """Whether the clause of ``noun`` says that its subject, or who is among them, was harmed."""
    below = noun
    for above in noun.ancestors:
        if above.pos_ in {"VERB", "AUX"} and above.dep_ != "prep":  # "including Ames"
            passive = any(c.dep_ in {"nsubjpass", "auxpass"} for c in above.children)
            frames = {row.frame for row in harm_words().get(above.lower_, ())}
            dead = any(c.dep_ in {"acomp", "attr"} and c.lower_ == "dead" for c in above.children)
            return below.dep_ != "agent" and (
                (passive and bool(frames)) or "intransitive" in frames or dead
            )
        below = above
    return False


def joined_subject(verb: Token, pronoun: Token) -> Token | None:
    """ "The court said that Prado would appeal and he said": Prado, who is the subject before."""
    if verb.dep_ != "conj":
        return None
    subject = next((c for c in verb.head.children if c.dep_ == "nsubj"), None)
    if subject is None or subject.pos_ != "PROPN" or not _fits(pronoun.lower_, subject):
        return None
    return subject


def _may_speak(noun: Token) -> bool:
    """A name or an office: "the boy was hurt, he said" speaks of the boy."""
    offices = words("grammar", "office_holders") | words("grammar", "bodies")
    offices |= words("reporting", "source_nouns")
    known = noun.pos_ == "PROPN" or noun.lower_ in offices
    return (known or kind_of(noun.lower_) != "other") and is_speaker(noun)


def _fits(pronoun: str, noun: Token) -> bool:
    pronoun = _SUBJECTS.get(pronoun, pronoun)
    several = noun.tag_ in {"NNS", "NNPS"} or any(c.dep_ == "conj" for c in noun.children)
    if pronoun == "they":
        return several or noun.ent_type_ in {"ORG", "NORP"} or noun.lower_ == "police"
    person = is_person(noun)
    if pronoun == "it":
        return not several and not person
    if several or not person:
        return False
    titles = {t.lower_ for t in noun.lefts} | {noun.lower_}
    other = "titles_female" if pronoun == "he" else "titles_male"
    return pronoun == "who" or not titles & words("grammar", other)


def is_person(noun: Token) -> bool:
    """Whether a noun in the singular stands for one person: "Ames", "the mayor"."""
    if noun.ent_type_ in _ORGANISATIONS:
        # A surname alone is often taken for an organisation.
        alone = noun.ent_type_ == "ORG" and noun.left_edge.i == noun.i and noun.pos_ == "PROPN"
        return alone and not noun.is_upper and kind_of(noun.text) == "other"
    if noun.lower_ in words("grammar", "bodies") | words("reporting", "organs"):
        return False
    if noun.ent_type_ == "PERSON" or is_person_word(noun.lower_):
        return True
    if noun.pos_ == "PROPN":
        # "The IRA", which the model does not know, is no surname in capitals.
        body = noun.is_upper and any(c.lower_ == "the" for c in noun.lefts)
        return not body and kind_of(noun.text) == "other"
    return noun.lower_ in words("grammar", "office_holders")
