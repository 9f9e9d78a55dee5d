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
from harmledger.claims.words.gazetteer import (
    CAPITAL_OF,
    begins_long_name,
    great_city,
    is_capital,
    known_name,
    large_town_spelled,
)
from harmledger.claims.words.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = [
    "PlacePhrase",
    "block",
    "capital",
    "crossing",
    "leading",
    "long_name",
    "of_name",
]

#: Tokens of a town's name, at most.
_LONGEST = 7
#: People of a town whose longer name is known wherever it stands as a place.
_LEAST = 50_000


@dataclass(frozen=True, slots=True)
class PlacePhrase:
    """A place name of the tokens ``first`` to ``last``, of the ``rank`` of its kind.

    ``core``: the part that the gazetteer may know ("Kunduz" of "Kunduz province"). ``kind``: the
    word for its kind in lower case, if it stands behind the name or with of before it.
    """

    first: int
    last: int
    rank: int
    core: str
    kind: str = ""


def capital(doc: Doc, token: Token) -> Iterator[PlacePhrase]:
    """ "The Peruvian capital", "the capital of Peru", "the capital, Lima"."""
    first = token.i + 1
    if first + 1 < len(doc) and doc[first].lower_ == "of":
        last = name_end(doc, first + 1)
        name = CAPITAL_OF + doc[first + 1 : last + 1].text
        if is_named(doc[first + 1]) and known_name(name):
            yield PlacePhrase(token.i, last, TOWN, name)
    two = doc[token.i - 2 : token.i + 1] if token.i > 1 else None
    if two is not None and two[0].lower_ != "the" and known_name(two.text):
        # "The Sri Lankan capital".
        yield PlacePhrase(token.i - 2, token.i, TOWN, two.text)
    elif token.i and doc[token.i - 1].lower_ in words("people", "demonyms"):
        name = doc[token.i - 1 : token.i + 1].text
        yield PlacePhrase(token.i - 1, token.i, TOWN, name)
    if first < len(doc) and doc[first].text == ",":
        first += 1
    if first < len(doc) and is_named(doc[first]):
        last = name_end(doc, first)
        if is_capital(doc[first : last + 1].text):
            yield PlacePhrase(first, last, TOWN, doc[first : last + 1].text)


def _may_end(doc: Doc, first: Token) -> int:
    """The last token that a name from here on may have: capitals, small links, hyphens."""
    last = first.i
    for token in doc[first.i + 1 : first.i + _LONGEST]:
        link = token.lower_ in words("places", "links") or "-" in {token.text, doc[last].text}
        if not (token.text[:1].isupper() or link):
            break
        last = token.i
    return last


def long_name(doc: Doc, first: Token) -> Iterator[PlacePhrase]:
    """A town's own name of several words, whatever they mean: Cape Town, Fort Worth, La Paz."""
    if not is_named(first) or not begins_long_name(first.text):
        return
    before = doc[first.i - 1] if first.i else None
    goes_before = before is not None and is_named(before) and first.ent_iob_ == "I"
    if goes_before and before is not None and before.lower_ not in words("places", "directions"):
        return  # "Bay St. Louis"
    for last in range(_may_end(doc, first), first.i, -1):
        span = doc[first.i : last + 1]
        if not span[-1].text[:1].isalpha() or not (
            great_city(span.text, least=_LEAST) or large_town_spelled(span.text)
        ):
            continue
        behind = doc[last + 1] if last + 1 < len(doc) else None
        labels = {t.ent_type_ for t in span}
        joined = behind is not None and bool(behind.ent_type_) and behind.ent_iob_ == "I"
        inside = words("places", "in_unknown") | words("places", "inside")
        placed = before is not None and before.lower_ in inside
        if joined and behind is not None and is_named(behind) and not is_kind(behind.lower_):
            return  # "San Jose Sharks"
        if placed or labels <= {"GPE", "LOC", "FAC"}:
            yield PlacePhrase(first.i, last, TOWN, span.text)
        return


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
        or not (
            stone
            or kind.text[:1].isupper()
            or is_numbered(doc[kind.i + 1])
            or kind.lower_ in words("places", "before_streets")
        )
    ):
        return
    if doc[last].ent_type_ in {"DATE", "TIME"}:
        return
    street = is_numbered(doc[kind.i + 1]) or kind.lower_ in words("places", "before_streets")
    rank = SITE if stone else STREET if street else QUARTER
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
    last = name_end(doc, first)
    core = doc[first : last + 1].text
    if kind.lower_ in words("places", "named_for") and not known_name(core):
        whole = True  # "the temple of Hatshepsut", but "the church of Qana"
    if not whole and rank < TOWN:
        rank = TOWN  # "the main square of Qana": a town
    agency = kind.lower_ in words("places", "agency_kinds") and kind.text[:1].isupper()
    if agency and kind.i and is_named(doc[kind.i - 1]):
        return  # "Kent Department of Health"
    if doc[first].ent_type_ in {"DATE", "TIME", "NORP"}:
        return
    yield PlacePhrase(kind.i if whole else first, last, rank, core, kind.lower_)
