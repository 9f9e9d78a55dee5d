"""Forms of place names with the kind before or left out: Highway 61, town of Qana, 5th and Main."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from harmledger.claims.places.placekinds import (
    QUARTER,
    SITE,
    STREET,
    TOWN,
    is_kind,
    is_named,
    is_numbered,
    name_end,
    rank_of,
)
from harmledger.claims.words.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["PlacePhrase", "block", "capital", "crossing", "leading", "of_name"]


@dataclass(frozen=True, slots=True)
class PlacePhrase:
    """A place name of the tokens ``first`` to ``last``, of the ``rank`` of its kind.

    ``core``: the part that the gazetteer may know ("Kunduz" of "Kunduz province").
    """

    first: int
    last: int
    rank: int
    core: str


def capital(doc: Doc, token: Token) -> Iterator[PlacePhrase]:
    """ "The Peruvian capital"."""
    if token.i and doc[token.i - 1].lower_ in words("people", "demonyms"):
        name = doc[token.i - 1 : token.i + 1].text
        yield PlacePhrase(token.i - 1, token.i, TOWN, name)


def leading(doc: Doc, kind: Token) -> Iterator[PlacePhrase]:
    """ "Highway 61", "Camp Badr", "Km 12 of the Coast Road"."""
    last = kind.i
    if last + 1 < len(doc) and is_numbered(doc[last + 1]):
        last += 1
    last = name_end(doc, last)
    stone = kind.lower_ in words("places", "milestones")
    if (
        last == kind.i
        or (kind.i and is_numbered(doc[kind.i - 1]))
        or (not stone and not kind.text[:1].isupper() and not is_numbered(doc[kind.i + 1]))
    ):
        return
    if doc[last].ent_type_ in {"DATE", "TIME"}:
        return
    rank = SITE if stone else STREET if is_numbered(doc[kind.i + 1]) else QUARTER
    yield PlacePhrase(kind.i, last, rank, doc[kind.i : last + 1].text)


def block(doc: Doc, word: Token) -> Iterator[PlacePhrase]:
    """ "The 7200 block of West Mill", whether or not the street's kind is named."""
    first = word.i + 2
    if not (is_named(doc[first]) or is_numbered(doc[first])):
        return
    last = name_end(doc, first)
    start = word.i - 1 if word.i and is_numbered(doc[word.i - 1]) else word.i
    yield PlacePhrase(start, last, SITE, doc[first : last + 1].text)


def crossing(doc: Doc, before: Token) -> Iterator[PlacePhrase]:
    """ "The corner of Fleet and Mill", "near 5th and Main"."""
    first = before.i + 1
    if before.lower_ in words("places", "crossings"):
        if first >= len(doc) or doc[first].lower_ != "of":
            return
        first += 1
    if first >= len(doc) or not (is_named(doc[first]) or _street_number(doc[first])):
        return
    if before.lower_ in words("places", "at_crossings") and not _street_number(doc[first]):
        return
    middle = name_end(doc, first) + 1
    if middle + 1 >= len(doc) or doc[middle].lower_ != "and":
        return
    if is_named(doc[middle + 1]) or _street_number(doc[middle + 1]):
        last = name_end(doc, middle + 1)
        yield PlacePhrase(first, last, STREET, doc[first : last + 1].text)


def _street_number(token: Token) -> bool:
    """ "13th", "2nd"."""
    return token.text[:1].isdigit() and token.text[-2:].lower() in {"st", "nd", "rd", "th"}


def of_name(doc: Doc, kind: Token) -> Iterator[PlacePhrase]:
    """ "The town of Qana": Qana, of the rank of a town; "University of Basra" as a whole."""
    known = [rank_of(kind.lower_), rank_of(kind.lower_.removesuffix("s")), TOWN]
    rank = next(rank for rank in known if rank is not None)
    whole = rank == SITE and (kind.text[:1].isupper() or kind.lower_ in words("places", "schools"))
    holds = is_kind(kind.lower_) or kind.lower_ in words("places", "with_of")
    first = kind.i + 2
    if not holds or not is_named(doc[first]):
        return
    if not whole and rank < TOWN:
        rank = TOWN  # "the main square of Qana": a town
    agency = kind.lower_ in words("places", "agency_kinds") and kind.text[:1].isupper()
    if agency and kind.i and is_named(doc[kind.i - 1]):
        return  # "Kent Department of Health"
    last = name_end(doc, first)
    if doc[first].ent_type_ in {"DATE", "TIME", "NORP"}:
        return
    core = doc[first : last + 1].text
    yield PlacePhrase(kind.i if whole else first, last, rank, core)
