"""Sites by the form of their name: in the Trade Guilds House, School No. 1."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from harmledger.claims.places.placeforms import PlacePhrase
from harmledger.claims.places.placekinds import SITE, is_named, is_numbered
from harmledger.claims.words.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["housed", "numbered"]


def housed(doc: Doc, house: Token) -> Iterator[PlacePhrase]:
    """ "In the Trade Guilds House"."""
    first = house.i
    while first > 0 and is_named(doc[first - 1]):
        first -= 1
    behind = doc[house.i + 1 : house.i + 2].text
    article = first > 1 and first < house.i and doc[first - 1].lower_ == "the"
    inside = article and doc[first - 2].lower_ in words("places", "inside")
    if inside and behind.lower() != "of" and not behind[:1].isupper():
        yield PlacePhrase(first, house.i, SITE, doc[first : house.i + 1].text, house.lower_)


def numbered(doc: Doc, kind: Token) -> Iterator[PlacePhrase]:
    """ "School No. 1", "Hospital number 3"."""
    at = kind.i + 1
    if at + 1 < len(doc) and doc[at].lower_ in words("places", "numbering"):
        at += 2 if doc[at + 1].text == "." else 1
        if at < len(doc) and is_numbered(doc[at]):
            yield PlacePhrase(kind.i, at, SITE, doc[kind.i : at + 1].text, kind.lower_)
