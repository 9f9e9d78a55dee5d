"""Where a figure comes from: "goes back to a newspaper", "is the figure in a cable".

Also who holds something for true: "the chamber was satisfied that", "for the court it is proven".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from harmledger.claims.attribution.mute import noun_words
from harmledger.claims.attribution.speakers import is_source
from harmledger.claims.attribution.tellings import named_source, owner_of
from harmledger.claims.parsing.syntax import child
from harmledger.claims.words.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["held_by", "origin_of"]

#: Ways in which a figure hangs on where it comes from: "goes back to", "appeared in".
_WAYS = frozenset(("to", "from", "with", "in"))


def held_by(word: Token) -> Token | None:
    """Who holds the clause of ``word`` for true: "was satisfied that", "it is clear for X"."""
    if word.lower_ not in words("reporting", "holding_true") or child(word, "ccomp") is None:
        return None
    verb = word.head if word.dep_ == "acomp" else word
    subject = child(verb, "nsubj", "nsubjpass", "expl")
    if subject is None or any(c.dep_ == "neg" for c in verb.children):
        return None
    if subject.lower_ != "it":
        return subject if is_source(noun_words(subject)) or subject.ent_type_ else None
    way = next((c for one in (verb, word) for c in one.children if c.lower_ == "for"), None)
    body = child(way, "pobj") if way is not None else None
    return body if body is not None and named_source(body) else None


def origin_of(verb: Token) -> Token | None:
    """The source to which the figure that is the subject of ``verb`` goes back."""
    subject = child(verb, "nsubj")
    if subject is None or any(c.dep_ == "neg" for c in verb.children):
        return None
    if verb.lower_ in words("grammar", "be"):
        return _figure_in(child(verb, "attr"))
    if verb.lower_ not in words("reporting", "coming_from") or not _counts(subject):
        return None
    for way in verb.children:
        back = child(way, "prep") if way.lower_ == "back" else way
        if back is not None and back.lower_ in _WAYS and back.i > verb.i:
            source = child(back, "pobj")
            if source is not None and (is_source(noun_words(source)) or _holds(source)):
                return source
    return None


def _counts(noun: Token) -> bool:
    """ "The number most often quoted, 3,000 dead"; not "the group of nine comes from the army"."""
    figures = words("reporting", "figures") | words("reporting", "more_figures")
    return noun.lower_ in figures | words("grammar", "toll_words")


def _figure_in(figure: Token | None) -> Token | None:
    """ "... is the figure in an embassy cable", "... is the figure everyone uses"."""
    kinds = words("reporting", "figures") | words("reporting", "more_figures")
    if figure is None or figure.lower_ not in kinds:
        return None
    for way in figure.children:
        if way.dep_ == "relcl" and way.lower_ in words("reporting", "using"):
            return child(way, "nsubj")
        work = child(way, "pobj") if way.lower_ in {"in", "from", "of", "on"} else None
        if work is not None and way.lower_ != "of" and _holds(work):
            return owner_of(work) or work
        if work is not None and named_source(work):
            return work
    return child(figure, "poss")


def _holds(work: Token) -> bool:
    """Whether a noun is that of a work that may hold a figure."""
    kinds = words("reporting", "documents") | words("reporting", "lists")
    return work.lower_ in kinds or work.lower_ in {"page", "pages"}
