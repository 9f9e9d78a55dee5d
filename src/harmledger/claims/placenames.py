"""Names of places that say of what kind they are: Mill Street, the town of Qana, Camp Badr.

The model labels few of them and the gazetteer holds only towns, so they are found by their form: a
name beside a word of the vocabulary ``places``, whose rank says how specific the place is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from harmledger.claims.eventwords import is_event
from harmledger.claims.gazetteer import known_name
from harmledger.claims.lexicon import LANGUAGE, words
from harmledger.claims.parse import Parsed
from harmledger.claims.prepare import is_upper
from harmledger.vocabulary import load

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["COUNTRY", "REGION", "TOWN", "PlacePhrase", "is_kind", "name_end", "place_phrases"]

#: Ranks of a place by its kind: the lower, the more specific.
TOWN, REGION, COUNTRY = 3, 4, 5
_STREET = 1
_KINDS = ("facility", "street", "neighbourhood", "nature", "town", "region")
#: Small words inside a name: Puerto del Rosario, Khan al Assal.
_LINKS = frozenset("de del la las los el al da do di des du".split())
_OF_THE = frozenset(("of", "the"))
_STONES = frozenset(("km", "kilometer", "kilometre", "mile"))
_SCHOOLS = frozenset(("university", "college"))
_CROSSINGS = frozenset(("corner", "corners", "intersection", "junction"))
_NEAR = frozenset(("at", "near"))
_QUARTERS = frozenset("N S E W NE NW SE SW North South East West".split())
_BLOCKS = frozenset(("block", "blocks"))
#: Words of a name before its kind, at most.
_LONGEST = 6


@dataclass(frozen=True, slots=True)
class PlacePhrase:
    """A place name of the tokens ``first`` to ``last``, of the ``rank`` of its kind.

    ``core``: the part that the gazetteer may know ("Kunduz" of "Kunduz province").
    """

    first: int
    last: int
    rank: int
    core: str


@cache
def _ranks() -> dict[str, int]:
    """The rank of each kind word that stands behind a name; of longer kinds the last word."""
    ranks: dict[str, int] = {}
    for kind in _KINDS:
        term = load(LANGUAGE, "places")[kind]
        for word in term.words("words"):
            ranks.setdefault(word.split()[-1], int(term.data["rank"]))
    return ranks


def is_kind(word: str) -> bool:
    """Whether the lower-case word is a kind of place: hospital, street, province."""
    return word in _ranks() or word.removesuffix("s") in _ranks()


def place_phrases(parsed: Parsed) -> list[PlacePhrase]:
    """The places that name their kind, in text order; of overlapping ones the longer."""
    doc = parsed.doc
    upper = is_upper(parsed.text[parsed.sentence.start : parsed.sentence.end])
    before = words("places", "before")
    found: list[PlacePhrase] = []
    for token in doc:
        word = token.lower_
        if word in _ranks():
            found.extend(_behind(doc, token, upper=upper))
        if word in _CROSSINGS or word in _NEAR:
            found.extend(_crossing(doc, token))
        if word == "capital" and token.i and _people(doc[token.i - 1]):
            name = doc[token.i - 1 : token.i + 1].text
            found.append(PlacePhrase(token.i - 1, token.i, TOWN, name))  # "the Peruvian capital"
        if word in before:
            found.extend(_leading(doc, token))
        if token.i + 2 < len(doc) and doc[token.i + 1].lower_ == "of":
            found.extend(_block(doc, token) if word in _BLOCKS else _of_name(doc, token))
    return _outermost(doc, found)


def _named(token: Token) -> bool:
    """Whether the token can be part of a name: a capital, and no word like "the" or "police"."""
    return token.text[:1].isupper() and token.lower_ not in words("places", "no_names")


def _ordinal(token: Token) -> bool:
    """ "50th", "9"."""
    return token.text[:1].isdigit()


def _behind(doc: Doc, kind: Token, *, upper: bool) -> Iterator[PlacePhrase]:
    """ "Escalon neighborhood", "207 Capri Court", "Alpine High School"."""
    rank = _ranks()[kind.lower_]
    capital = kind.text[:1].isupper()
    if rank == _STREET and not (capital or upper or kind.lower_ in {"street", "avenue", "road"}):
        return
    first = kind.i
    named = False
    at = kind.i - 1
    while at >= 0 and kind.i - at <= _LONGEST:
        token = doc[at]
        if _named(token) or (rank <= _STREET and _ordinal(token)):
            first, named = at, True
        elif not (
            token.lower_ in words("places", "modifiers")
            or (token.lower_ in _LINKS and named)
            or (token.text in {".", "-"} and at and doc[at - 1].text[:1].isupper())
            or (token.tag_ == "POS" and at and _owner(doc[at - 1], doc[at + 1]))
        ):
            break
        at -= 1
    if not named and upper and rank <= 2:
        first = _spelled(doc, kind)
        named = first < kind.i
    if kind.i + 2 < len(doc) and doc[kind.i + 1].lower_ == "of" and _named(doc[kind.i + 2]):
        return  # "the Scottish town of Lockerbie"
    name = [t for t in doc[first : kind.i] if t.pos_ != "PUNCT"]
    if not named or _is_office(doc, kind) or all(_people(t) for t in name):
        return
    core = doc[first : kind.i].text
    plain = rank == 0 or kind.lower_ in words("places", "plain")
    if plain and not capital and not upper and known_name(core):
        return  # "the Kunduz hospital": Kunduz is the name
    numbered = _numbered(doc, first) if rank == _STREET else first
    last = kind.i
    if rank == _STREET and last + 1 < len(doc) and doc[last + 1].text.rstrip(".") in _QUARTERS:
        last += 1  # "39th Avenue North"
    yield PlacePhrase(numbered, last, 0 if numbered < first else rank, core)


def _people(token: Token) -> bool:
    """ "Peruvian" in "the Peruvian port"."""
    return token.lower_ in words("people", "demonyms")


def _owner(name: Token, behind: Token) -> bool:
    """ "Cole's Place", "Prince George's County", but not "Chicago's Bridgeport neighborhood"."""
    return _named(name) and (
        behind.lower_ in {"county", "parish"}
        or (name.ent_type_ not in {"GPE", "LOC"} and is_kind(behind.lower_))
    )


def _spelled(doc: Doc, kind: Token) -> int:
    """In capitals throughout, a name may be of common words: ON THE NORTHERN TRUNK ROAD."""
    first = kind.i
    while first and doc[first - 1].dep_ in {"compound", "amod", "nmod"} and kind.i - first < 3:
        if doc[first - 1].lower_ in words("places", "no_names"):
            return kind.i
        first -= 1
    article = first and doc[first - 1].lower_ == "the"
    placed = article and first > 1 and doc[first - 2].lower_ in {"in", "on", "at", "near", "of"}
    only = all(t.lower_ in words("places", "directions") for t in doc[first : kind.i])
    return first if placed and not (only and _ranks()[kind.lower_] > 0) else kind.i


def _numbered(doc: Doc, first: int) -> int:
    """Where a street's name begins with its house number or block: the 4000 block of."""
    if first > 2 and doc[first - 1].lower_ == "of" and doc[first - 2].lower_ == "block":
        return first - 3 if _ordinal(doc[first - 3]) else first - 2
    return first - 1 if first and doc[first - 1].text.isdigit() else first


def _is_office(doc: Doc, kind: Token) -> bool:
    """ "Cook County Sheriff", "Fire Department": who acts, not where."""
    if kind.lower_ in words("places", "agency_kinds"):
        before = doc[kind.i - 1].lower_ if kind.i else ""
        of = kind.i + 1 < len(doc) and doc[kind.i + 1].lower_ == "of"
        if before in words("places", "agencies") or of:
            return True  # "Fire Department", "Michigan Department of Corrections"
    behind = doc[kind.i + 1] if kind.i + 1 < len(doc) else None
    if behind is None:
        return False
    if behind.text.rstrip(".") in _QUARTERS or behind.ent_type_ in {"DATE", "TIME"}:
        return False
    joined = kind.dep_ == "compound" and kind.head.i == behind.i and behind.pos_ == "NOUN"
    if joined and not (is_kind(behind.lower_) or is_event(behind)):
        return True  # "Renault station wagon"
    return behind.lower_ in words("places", "offices") or (
        behind.pos_ == "PROPN" and behind.text[:1].isupper() and kind.text[:1].isupper()
    )


def _leading(doc: Doc, kind: Token) -> Iterator[PlacePhrase]:
    """ "Highway 61", "Camp Badr", "Km 9.5 of the Northern Trunk Road"."""
    last = kind.i
    if last + 1 < len(doc) and _ordinal(doc[last + 1]):
        last += 1
    last = name_end(doc, last)
    stone = kind.lower_ in _STONES
    if (
        last == kind.i
        or (kind.i and _ordinal(doc[kind.i - 1]))
        or (not stone and not kind.text[:1].isupper() and not _ordinal(doc[kind.i + 1]))
    ):
        return
    if doc[last].ent_type_ in {"DATE", "TIME"}:
        return
    rank = 0 if stone else _STREET if _ordinal(doc[kind.i + 1]) else 2
    yield PlacePhrase(kind.i, last, rank, doc[kind.i : last + 1].text)


def name_end(doc: Doc, first: int) -> int:
    """The last token of the name that begins at ``first``: Ojo de Agua, Back of the Yards."""
    last = first
    while last + 1 < len(doc):
        step = 1
        while step < 3 and last + step < len(doc) and doc[last + step].lower_ in _LINKS | _OF_THE:
            step += 1
        if last + step >= len(doc) or not _named(doc[last + step]):
            break
        if step > 1 and doc[last + 1].lower_ in _OF_THE and step < 3:
            break  # "in Basra of Iraq" is no name, "Back of the Yards" is
        if doc[last + step].ent_type_ in {"DATE", "TIME"}:
            break
        last += step
    return last


def _block(doc: Doc, block: Token) -> Iterator[PlacePhrase]:
    """ "The 7200 block of West Grace", whether or not the street's kind is named."""
    first = block.i + 2
    if not (_named(doc[first]) or _ordinal(doc[first])):
        return
    last = name_end(doc, first)
    start = block.i - 1 if block.i and _ordinal(doc[block.i - 1]) else block.i
    yield PlacePhrase(start, last, 0, doc[first : last + 1].text)


def _crossing(doc: Doc, before: Token) -> Iterator[PlacePhrase]:
    """ "The corner of Archer and Western", "near 13th and Grove"."""
    first = before.i + 1
    if before.lower_ in _CROSSINGS:
        if first >= len(doc) or doc[first].lower_ != "of":
            return
        first += 1
    if first >= len(doc) or not (_named(doc[first]) or _street_number(doc[first])):
        return
    if before.lower_ in _NEAR and not _street_number(doc[first]):
        return
    middle = name_end(doc, first) + 1
    if middle + 1 >= len(doc) or doc[middle].lower_ != "and":
        return
    if _named(doc[middle + 1]) or _street_number(doc[middle + 1]):
        last = name_end(doc, middle + 1)
        yield PlacePhrase(first, last, _STREET, doc[first : last + 1].text)


def _street_number(token: Token) -> bool:
    """ "13th", "2nd"."""
    return token.text[:1].isdigit() and token.text[-2:].lower() in {"st", "nd", "rd", "th"}


def _of_name(doc: Doc, kind: Token) -> Iterator[PlacePhrase]:
    """ "The town of Qana": Qana, of the rank of a town; "University of Basra" as a whole."""
    rank = _ranks().get(kind.lower_, _ranks().get(kind.lower_.removesuffix("s"), TOWN))
    whole = rank == 0 and (kind.text[:1].isupper() or kind.lower_ in _SCHOOLS)
    known = is_kind(kind.lower_) or kind.lower_ in words("places", "with_of")
    first = last = kind.i + 2
    if not known or not _named(doc[first]):
        return
    if not whole and rank < TOWN:
        rank = TOWN  # "the main square of Soacha": a town
    agency = kind.lower_ in words("places", "agency_kinds") and kind.text[:1].isupper()
    if agency and kind.i and _named(doc[kind.i - 1]):
        return  # "Michigan Department of Corrections"
    last = name_end(doc, first)
    if doc[first].ent_type_ in {"DATE", "TIME", "NORP"}:
        return
    core = doc[first : last + 1].text
    yield PlacePhrase(kind.i if whole else first, last, rank, core)


def _outermost(doc: Doc, found: list[PlacePhrase]) -> list[PlacePhrase]:
    """The longest of overlapping phrases; a milestone together with its road."""
    kept: list[PlacePhrase] = []
    for phrase in sorted(found, key=lambda p: (p.first, -p.last)):
        if kept and phrase.first <= kept[-1].last:
            continue
        if kept and doc[kept[-1].first].lower_ in _STONES:
            gap = [t.lower_ for t in doc[kept[-1].last + 1 : phrase.first]]
            if gap in (["of"], ["on"], ["of", "the"], ["on", "the"]):
                phrase = PlacePhrase(kept.pop().first, phrase.last, 0, phrase.core)
        kept.append(phrase)
    return kept
