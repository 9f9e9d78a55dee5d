"""Kinds of places and the shape of a name: what makes "Escalon neighborhood" a place.

The vocabulary ``places`` lists the kinds with their rank, from a building to a region.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from harmledger.claims.words.lexicon import LANGUAGE, words
from harmledger.vocabulary import load

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = [
    "COUNTRY",
    "QUARTER",
    "REGION",
    "SITE",
    "STREET",
    "TOWN",
    "is_kind",
    "is_named",
    "is_numbered",
    "name_end",
    "rank_of",
]

#: Ranks of a place by its kind: the lower, the more specific.
SITE, STREET, QUARTER, TOWN, REGION, COUNTRY = range(6)
_OF_THE = frozenset(("of", "the"))
_KINDS = ("facility", "street", "neighbourhood", "nature", "town", "region")


@cache
def _ranks() -> dict[str, int]:
    """The rank of each kind word that stands behind a name; of longer kinds the last word."""
    ranks: dict[str, int] = {}
    for kind in _KINDS:
        term = load(LANGUAGE, "places")[kind]
        for word in term.words("words"):
            ranks.setdefault(word.split()[-1], int(term.data["rank"]))
    return ranks


def rank_of(word: str) -> int | None:
    """The rank of a kind word in lower case ("street": 1); None for any other word."""
    return _ranks().get(word)


def is_kind(word: str) -> bool:
    """Whether the lower-case word is a kind of place, one or many: hospital, streets, province."""
    return word in _ranks() or word.removesuffix("s") in _ranks()


def is_named(token: Token) -> bool:
    """Whether the token can be part of a name: a capital, and no word like "the" or "police"."""
    return token.text[:1].isupper() and token.lower_ not in words("places", "no_names")


def is_numbered(token: Token) -> bool:
    """ "50th", "9"."""
    return token.text[:1].isdigit()


def _links(token: Token, links: frozenset[str]) -> bool:
    """Small words and hyphens inside a name: Khan al Assal, Sharm el-Sheikh."""
    hyphen = token.text == "-" and not token.whitespace_ and not token.nbor(-1).whitespace_
    return hyphen or token.lower_ in links


def name_end(doc: Doc, first: int) -> int:
    """The last token of the name that begins at ``first``: Puerto Rico, Isle of the Winds."""
    links = words("places", "links") | _OF_THE
    last = first
    while last + 1 < len(doc):
        step = 1
        while step < 4 and last + step < len(doc) and _links(doc[last + step], links):
            step += 1
        if last + step >= len(doc) or not is_named(doc[last + step]):
            break
        if step > 1 and doc[last + 1].lower_ in _OF_THE and step < 3:
            break  # "in Basra of Iraq" is no name, "Isle of the Winds" is
        if doc[last + step].ent_type_ in {"DATE", "TIME"}:
            break
        last += step
    return last
