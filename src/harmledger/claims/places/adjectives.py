"""The country that an adjective gives a place: "the Lebanese village of Qana" is in Lebanon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from harmledger.claims.places.placekinds import is_kind
from harmledger.claims.words.countryforms import country_called
from harmledger.claims.words.lexicon import words
from harmledger.claims.words.people import is_person_word

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["country_before", "country_behind"]

#: Words between the adjective and the kind, at most: "the Mexican tourist resort of".
_BETWEEN = 2
_ARTICLES = frozenset(("a", "an", "the"))


def country_before(doc: Doc, first: int) -> str:
    """The country of "the Lebanese village of", "the Syrian port city," right before a name."""
    at = first - 1
    while at > 0 and doc[at].lower_ in {"of", "the", ","}:
        at -= 1
    return _adjective(doc, at) if 0 <= at < first - 1 or _is_kind(doc, at) else ""


def country_behind(doc: Doc, last: int) -> str:
    """The country of ", a Lebanese village" right behind a name."""
    if last + 3 >= len(doc) or doc[last + 1].text != "," or doc[last + 2].lower_ not in _ARTICLES:
        return ""
    for at in range(last + 3, min(last + 5 + _BETWEEN, len(doc))):
        if _is_kind(doc, at):
            return _adjective(doc, at)
    return ""


def _is_kind(doc: Doc, at: int) -> bool:
    if not 0 <= at < len(doc) or not doc[at].text.islower():
        return False
    word = doc[at].lower_
    return is_kind(word) or word in words("grammar", "place_nouns") | words("places", "with_of")


def _adjective(doc: Doc, kind: int) -> str:
    """The country whose adjective stands before the kind of place at ``kind``, or ""."""
    if not _is_kind(doc, kind):
        return ""
    for at in range(kind - 1, max(kind - 2 - _BETWEEN, -1), -1):
        two = doc[at - 1 : at + 1].text.lower() if at else ""
        found = country_called(two) or country_called(doc[at].lower_)
        if found:
            return found if doc[at].text[:1].isupper() else ""
        # "Israeli soldiers stormed the village of": of the soldiers, not of the village.
        plain = doc[at].text.islower() and doc[at].pos_ in {"NOUN", "ADJ"}
        if not plain or (is_person_word(doc[at].lower_) and doc[at].lower_.endswith("s")):
            return ""
    return ""
