"""Names that no list need know, told for a place's by the grammar: at Qana, the Qana bombing.

The model takes many a village for a person or a body, or labels it not at all.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from harmledger.claims.places.placekinds import is_kind, is_named, name_end
from harmledger.claims.words.eventwords import is_event
from harmledger.claims.words.gazetteer import known_name
from harmledger.claims.words.lexicon import words
from harmledger.claims.words.people import is_person_word

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["told_names"]

#: Labels of what is no place, whatever stands before it.
_TIMES = frozenset(("DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY"))
_VERBS = frozenset(("VERB", "AUX"))


def told_names(doc: Doc, taken: set[int]) -> Iterator[tuple[int, int, str]]:
    """Names behind at and on, and before what happened: first and last token, and a label.

    ``taken``: tokens of places found before; those of names found here are added.
    """
    for token in doc:
        if token.i in taken or not is_named(token) or token.text.isupper():
            continue
        found = _behind_at(doc, token) or _before_event(doc, token) or _struck(doc, token)
        if found is not None and taken.isdisjoint(range(found[0], found[1] + 1)):
            taken.update(range(found[0], found[1] + 1))
            yield found


def _behind_at(doc: Doc, first: Token) -> tuple[int, int, str] | None:
    """ "Killed at Qana", "on Utoya 69 died", "died at the Bataclan"."""
    if not first.i:
        return None
    article = doc[first.i - 1].lower_ == "the"
    at = first.i - 2 if article else first.i - 1
    preposition = doc[at] if at >= 0 else None
    if preposition is None:
        return None
    last = name_end(doc, first.i)
    if preposition.lower_ not in {"at", "on", "near"}:
        return None
    name = doc[first.i : last + 1]
    if any(t.ent_type_ in _TIMES for t in name) or _other(name.text):
        return None
    behind = doc[last + 1] if last + 1 < len(doc) else None
    if behind is not None and (behind.tag_ == "POS" or behind.pos_ == "NOUN"):
        return None
    head = preposition.head
    if preposition.lower_ == "on":
        fronted = head.pos_ in _VERBS and preposition.i < head.i and not preposition.i
        struck = head.lower_ in words("places", "strikes_on")
        if article or not (fronted or struck or (head.pos_ in _VERBS and is_event(head))):
            return None
    elif preposition.lower_ == "near":
        if article or not (head.pos_ in {"NOUN", "PROPN"} and is_event(head)):
            return None
    elif not _places(head):
        return None
    return first.i, last, "FAC" if article else "GPE"


def _places(head: Token) -> bool:
    """Whether what stands before at may be placed by it: "died at", "18 men at", "the post at"."""
    if head.pos_ in _VERBS:
        return head.lower_ not in words("reporting", "verbs")
    if is_person_word(head.lower_) and head.lower_ not in words("places", "gatherings"):
        return head.tag_ == "NNS" or any(c.dep_ == "nummod" for c in head.children)
    gathered = head.lower_ in words("places", "gatherings")
    return gathered or is_event(head) or is_kind(head.lower_)


def _other(name: str) -> bool:
    """Feasts, peoples, and what is named like a place and is none: at Christmas, on Facebook."""
    lowered = name.lower().split()
    parts = {name.lower(), lowered[0], lowered[-1]}
    return not (
        parts.isdisjoint(words("grammar", "not_places"))
        and parts.isdisjoint(words("time", "feasts"))
        and parts.isdisjoint(words("places", "no_sites"))
        and parts.isdisjoint(words("people", "demonyms"))
    )


def _inside(doc: Doc, first: Token) -> bool:
    """Whether the name goes on to the left of the token."""
    return first.i > 0 and is_named(doc[first.i - 1])


def _before_event(doc: Doc, first: Token) -> tuple[int, int, str] | None:
    """ "The Omagh bombing", "second Markale shelling": a name that the gazetteer has."""
    if first.dep_ not in {"compound", "nmod", "amod"} or _inside(doc, first):
        return None
    last = name_end(doc, first.i)
    name, behind = doc[first.i : last + 1], doc[last + 1 : last + 2]
    if not len(behind) or behind.text.lower() not in words("places", "placed_events"):
        return None
    if any(t.ent_type_ in _TIMES for t in name) or _other(name.text):
        return None
    # "The Lindholm bombing": so one calls what befell a place, be it on a list or not.
    article = first.i > 0 and first.nbor(-1).lower_ == "the"
    called = article and behind.text.lower() in words("places", "called_by_place")
    known = known_name(name.text) and all(t.ent_type_ != "PERSON" for t in name)
    return (first.i, last, "GPE") if called or known else None


def _struck(doc: Doc, first: Token) -> tuple[int, int, str] | None:
    """ "Shells struck Qana", "Durango had been bombed": a name that the gazetteer has."""
    last = name_end(doc, first.i)
    name = doc[first.i : last + 1]
    if name.root.dep_ not in {"dobj", "nsubjpass"} or _inside(doc, first):
        return None
    verb = name.root.head.lower_
    shelled = verb in words("places", "shelled")
    if not shelled and (verb not in words("places", "leaving") | {"hit", "struck", "attacked"}):
        return None
    labels = {t.ent_type_ for t in name}
    if labels & (_TIMES if shelled else _TIMES | {"PERSON"}) or _other(name.text):
        return None
    return (first.i, last, "GPE") if known_name(name.text) else None
