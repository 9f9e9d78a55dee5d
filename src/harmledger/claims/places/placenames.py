"""Names of places that say of what kind they are: Mill Street, the town of Qana, Camp Badr.

The model labels few of them and the gazetteer holds only towns, so they are found by their form: a
name beside a word of the vocabulary ``places``, whose rank says how specific the place is.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from harmledger.claims.parsing.lowerwords import lower_words
from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.parsing.rebuilding import is_upper
from harmledger.claims.places.placeforms import (
    PlacePhrase,
    block,
    capital,
    crossing,
    leading,
    long_name,
    of_name,
)
from harmledger.claims.places.placekinds import (
    QUARTER,
    SITE,
    STREET,
    is_kind,
    is_named,
    is_numbered,
    rank_of,
)
from harmledger.claims.places.siteforms import housed, numbered
from harmledger.claims.words.eventwords import is_event
from harmledger.claims.words.gazetteer import known_name
from harmledger.claims.words.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["place_phrases"]

#: Words of a name before its kind, at most.
_LONGEST = 6


def place_phrases(parsed: Parsed) -> list[PlacePhrase]:
    """The places that name their kind, in text order; of overlapping ones the longer."""
    doc = parsed.doc
    upper = is_upper(parsed.text[parsed.sentence.start : parsed.sentence.end])
    lows = lower_words(doc)
    found: list[PlacePhrase] = []
    for token, word in zip(doc, lows, strict=True):
        named = token.text[:1].isupper()
        if named:
            found.extend(long_name(doc, token))
        if rank_of(word) is not None:
            found.extend(_behind(doc, token, upper=upper))
        if word in words("places", "crossings") or word in words("places", "at_crossings"):
            found.extend(crossing(doc, token))
        if named and word in words("places", "houses"):
            found.extend(housed(doc, token))
        if word == "capital":
            found.extend(capital(doc, token))
        if word in words("places", "before"):
            found.extend(leading(doc, token))
        if named and rank_of(word) is not None:
            found.extend(numbered(doc, token))
        if token.i + 2 < len(doc) and lows[token.i + 1] == "of":
            form = block if word in words("places", "blocks") else of_name
            found.extend(form(doc, token))
    return _outermost(doc, found)


def _behind(doc: Doc, kind: Token, *, upper: bool) -> Iterator[PlacePhrase]:
    """ "Escalon neighborhood", "12 Mill Court", "Pantglas Junior School"."""
    rank = rank_of(kind.lower_) or SITE
    written = kind.text[:1].isupper()
    if rank == STREET and not (written or upper or kind.lower_ in words("places", "plain_streets")):
        return
    first = _first_of_name(doc, kind, rank)
    if first == kind.i and upper and rank <= QUARTER:
        first = _spelled(doc, kind)
    if first == kind.i or _is_office(doc, kind):
        return
    if kind.i + 2 < len(doc) and doc[kind.i + 1].lower_ == "of" and is_named(doc[kind.i + 2]):
        return  # "the Scottish town of Lockerbie"
    of_state = kind.lower_ in words("places", "of_states")
    if not of_state and all(_people(t) for t in doc[first : kind.i] if t.pos_ != "PUNCT"):
        return
    core = doc[first : kind.i].text
    plain = rank == SITE or kind.lower_ in words("places", "plain")
    if plain and not written and not upper and known_name(core):
        return  # "the Kunduz hospital": Kunduz is the name
    last = kind.i
    if rank == STREET:
        numbered = _numbered(doc, first)
        first, rank = numbered, SITE if numbered < first else rank
        if last + 1 < len(doc) and _is_quarter(doc[last + 1]):
            last += 1  # "5th Avenue North"
    yield PlacePhrase(first, last, rank, core, kind.lower_)


def _first_of_name(doc: Doc, kind: Token, rank: int) -> int:
    """Where the name before a kind begins; the kind's own place if there is none."""
    first = at = kind.i
    while at > 0 and kind.i - at < _LONGEST:
        at -= 1
        token = doc[at]
        if is_named(token) or (rank <= STREET and is_numbered(token)):
            first = at
        elif not (
            token.lower_ in words("places", "modifiers")
            or (token.lower_ in words("places", "links") and first < kind.i)
            or (token.text in {".", "-"} and at and doc[at - 1].text[:1].isupper())
            or (token.tag_ == "POS" and at and _owner(doc[at - 1], doc[at + 1]))
        ):
            break
    return first


def _is_quarter(token: Token) -> bool:
    """ "North", "SE" behind a street."""
    return token.text[:1].isupper() and token.lower_.rstrip(".") in words("places", "quarters")


def _people(token: Token) -> bool:
    """ "Peruvian" in "the Peruvian port"."""
    return token.lower_ in words("people", "demonyms")


def _owner(name: Token, behind: Token) -> bool:
    """ "Cole's Place", "Prince George's County", but not "London's Brixton neighborhood"."""
    return is_named(name) and (
        behind.lower_ in {"county", "parish"}
        or (name.ent_type_ not in {"GPE", "LOC"} and is_kind(behind.lower_))
    )


def _spelled(doc: Doc, kind: Token) -> int:
    """In capitals throughout, a name may be of common words: ON THE OLD COAST ROAD."""
    first = kind.i
    while first and doc[first - 1].dep_ in {"compound", "amod", "nmod"} and kind.i - first < 3:
        if doc[first - 1].lower_ in words("places", "no_names"):
            return kind.i
        first -= 1
    article = first and doc[first - 1].lower_ == "the"
    placed = article and first > 1 and doc[first - 2].lower_ in words("time", "locative")
    only = all(t.lower_ in words("places", "directions") for t in doc[first : kind.i])
    return first if placed and not (only and rank_of(kind.lower_) != SITE) else kind.i


def _numbered(doc: Doc, first: int) -> int:
    """Where a street's name begins with its house number or block: the 4000 block of."""
    if (
        first > 2
        and doc[first - 1].lower_ == "of"
        and doc[first - 2].lower_ in words("places", "blocks")
    ):
        return first - 3 if is_numbered(doc[first - 3]) else first - 2
    return first - 1 if first and doc[first - 1].text.isdigit() else first


def _is_office(doc: Doc, kind: Token) -> bool:
    """ "Kent County Sheriff", "Fire Department": who acts, not where."""
    if kind.lower_ in words("places", "agency_kinds"):
        before = doc[kind.i - 1].lower_ if kind.i else ""
        of = kind.i + 1 < len(doc) and doc[kind.i + 1].lower_ == "of"
        if before in words("places", "agencies") or of:
            return True  # "Fire Department", "Kent Department of Health"
    behind = doc[kind.i + 1] if kind.i + 1 < len(doc) else None
    if behind is None:
        return False
    if _is_quarter(behind) or behind.ent_type_ in {"DATE", "TIME"}:
        return False
    joined = kind.dep_ == "compound" and kind.head.i == behind.i and behind.pos_ == "NOUN"
    if joined and not (is_kind(behind.lower_) or is_event(behind)):
        return True  # "Ford station wagon"
    return behind.lower_ in words("places", "offices") or (
        behind.pos_ == "PROPN" and behind.text[:1].isupper() and kind.text[:1].isupper()
    )


def _outermost(doc: Doc, found: list[PlacePhrase]) -> list[PlacePhrase]:
    """The longest of overlapping phrases; a milestone together with its road."""
    kept: list[PlacePhrase] = []
    for phrase in sorted(found, key=lambda p: (p.first, -p.last)):
        if kept and phrase.first <= kept[-1].last:
            continue
        if kept and doc[kept[-1].first].lower_ in words("places", "milestones"):
            gap = [t.lower_ for t in doc[kept[-1].last + 1 : phrase.first]]
            if gap in (["of"], ["on"], ["of", "the"], ["on", "the"]):
                phrase = PlacePhrase(kept.pop().first, phrase.last, SITE, phrase.core)
        kept.append(phrase)
    return kept
