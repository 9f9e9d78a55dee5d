"""How the name of a place stands in its sentence: whether it places something, and how.

"Killed in Basra" places; "a man from Basra", "Basra police" and "told reporters in Basra" do not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from harmledger.claims.places.placekinds import COUNTRY, is_kind
from harmledger.claims.words.eventwords import is_event
from harmledger.claims.words.lexicon import words
from harmledger.claims.words.people import is_person_word

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = [
    "came_from",
    "goal_of",
    "heals",
    "holds",
    "is_locative",
    "is_placed",
    "is_treated",
    "of_a_life",
    "places",
    "where_follows",
]


def is_locative(doc: Doc, first: int, last: int, token: Token, rank: int) -> bool:
    """Whether the name places something, rather than saying of whom or what one speaks."""
    behind = doc[last + 1] if last + 1 < len(doc) else None
    if behind is not None and behind.tag_ == "POS":
        return False
    head = token.head
    if behind is not None and rank < COUNTRY and behind.lower_ in words("places", "placed_events"):
        return True  # "the Omagh bombing"
    joined = token.dep_ in {"compound", "nmod", "amod"}
    if _seats(head if joined else head.head if token.dep_ == "pobj" else token):
        return False
    if not joined and where_follows(doc, last):
        return True
    if first and doc[first - 1].lower_ in words("places", "in_unknown"):
        return not joined or rank < COUNTRY
    if joined:
        # "The Kunduz hospital", but not "a Kunduz man" nor "a U.S. aircraft".
        return rank < COUNTRY and is_placed(head)
    if token.dep_ == "pobj" and places(head):
        return True
    if first and places(doc[first - 1]):
        return True
    if first > 1 and doc[first - 1].pos_ == "DET" and places(doc[first - 2]):
        return True
    if token.dep_ == "conj" and head.dep_ == "pobj" and places(head.head):
        return True
    if first > 1 and doc[first - 1].text == "," and doc[first - 2].lower_ == "capital":
        capital = doc[first - 2]  # "in the capital, Sanaa"
        if capital.dep_ == "pobj" and places(capital.head):
            return True
    if token.dep_ in {"appos", "npadvmod"} and head.i != token.i:
        return not is_person_word(head.lower_)
    # "20 trucks entered Gaza", "the town of X was attacked".
    reached = words("grammar", "arrivals") | words("grammar", "event_verbs")
    return token.dep_ in {"dobj", "nsubjpass"} and head.lower_ in reached


def _seats(body: Token) -> bool:
    """Whether a body that counts, finds or judges is at home there: "a court in Derry found"."""
    if body.lower_ not in words("places", "seats"):
        return False
    by = body.dep_ == "pobj" and body.head.lower_ in words("places", "by_bodies")
    return by or body.dep_ in {"nsubj", "nsubjpass", "poss"}


def where_follows(doc: Doc, last: int) -> bool:
    """ "The lordship of the islands, where 900 were killed"."""
    behind = [t.lower_ for t in doc[last + 1 : last + 3]]
    return behind == [",", "where"] or behind[:1] == ["where"]


def heals(token: Token) -> bool:
    """Whether the name stands with a house of healing: "a Hull clinic", "a clinic in Hull"."""
    healing = words("places", "healing")
    if token.dep_ in {"compound", "nmod"} and token.head.lower_ in healing:
        return True
    inside = token.dep_ == "pobj" and token.head.dep_ == "prep"
    return inside and token.head.head.lower_ in healing


def holds(token: Token) -> bool:
    """Whether people are held at the place: "a Hull jail", "a detention centre near Hull"."""
    nouns = [token.head.head if token.dep_ == "pobj" else token.head]
    nouns += [c for c in nouns[0].children if c.dep_ in {"compound", "amod"}]
    joined = token.dep_ in {"compound", "nmod", "pobj"}
    return joined and any(noun.lower_ in words("places", "holding") for noun in nouns)


def is_placed(noun: Token) -> bool:
    """Whether a noun behind the name of a place is where, or what, something happened."""
    word = noun.lower_
    if is_kind(word) or is_event(noun) or word in words("places", "dwellings"):
        return True
    # "In the rear of a Belfast barbershop".
    preposition = noun.head if noun.dep_ == "pobj" else None
    while preposition is not None and preposition.lower_ == "of":
        preposition = preposition.head.head if preposition.head.dep_ == "pobj" else None
    behind_in = preposition is not None and preposition.lower_ in words("places", "inside")
    return behind_in and noun.pos_ == "NOUN" and not is_person_word(word)


def places(preposition: Token) -> bool:
    """Whether the preposition places something: "in X", "the city of X", not "Mr Y of X"."""
    head = preposition.head
    if preposition.lower_ in {"of", "from"}:
        if head.pos_ == "ADP":
            return head.lower_ in words("time", "locative")  # "outside of Belgorod"
        nouns = words("grammar", "place_nouns") | words("grammar", "event_nouns")
        if came_from(preposition):
            return False  # "a doctor from the settlement of X"
        if preposition.lower_ == "of" and head.lower_ in words("places", "missions"):
            return False  # "the embassy of the United States"
        named = words("places", "those_of") | words("places", "with_of")
        if preposition.lower_ == "of":
            named |= words("places", "placed_events")
        return head.lower_ in nouns | named or is_kind(head.lower_)
    if preposition.lower_ == "off":
        return head.pos_ in {"VERB", "AUX"}  # "sank off Cape Moroni"
    if preposition.lower_ == "for":  # "the toll for Qana"
        return head.lower_ in words("places", "tolls")
    if preposition.lower_ in {"against", "upon"}:
        return is_event(head)
    if preposition.lower_ in words("places", "toward"):
        return head.pos_ in {"VERB", "AUX"}  # not "the ambassador to X", "a visit to X"
    return preposition.lower_ in words("time", "locative")


def came_from(preposition: Token) -> bool:
    """Whether a name behind the preposition is one that somebody or something came from: "from X",
    "from the town of X"."""
    kind = preposition.head
    of_kind = preposition.lower_ == "of" and is_kind(kind.lower_) and kind.dep_ == "pobj"
    return (kind.head if of_kind else preposition).lower_ == "from" and preposition.dep_ == "prep"


def is_treated(token: Token) -> bool:
    """Whether those harmed were treated or declared dead at the place."""
    for above in token.ancestors:
        if above.lower_ in words("places", "treating"):
            return True
        if above.pos_ in {"VERB", "AUX"} or (above.pos_ == "NOUN" and is_event(above)):
            return False  # "a week after the bomb at Hull dozens were still treated"
    return False


def of_a_life(token: Token) -> bool:
    """Whether the place is one of somebody's life, or of a plan: "born in X", "who had lived in X",
    "planned in X"."""
    for above in token.ancestors:
        if above.lower_ in words("places", "biography"):
            return True
        if above.pos_ in {"VERB", "AUX"}:
            if above.lower_ in words("places", "planning"):
                return True
            had = any(c.dep_ == "aux" and c.lower_ == "had" for c in above.children)
            return had and above.lower_ in words("places", "lived")
    return False


def goal_of(token: Token) -> int:
    """The verb that leads to the place: "was taken to Basra", "drove into Basra"; else -1."""
    preposition = first = None
    for above in token.ancestors:
        if above.pos_ == "ADP":
            preposition, first = above, first or above
        elif above.pos_ == "NOUN" and is_event(above):
            return -1
        elif above.pos_ in {"VERB", "AUX"}:
            toward = preposition is not None and preposition.lower_ in words("places", "toward")
            if above.lower_ in words("grammar", "moves") | words("places", "booking"):
                # "Took the roof off a bus in Mill Square", "brought down the house in Mill Street".
                held = first.head if first is not None and not toward else above
                stays = held.pos_ == "NOUN" and not is_person_word(held.lower_)
                return -1 if stays else above.i
            carrier = above.head.head
            if toward and above.dep_ == "acl" and carrier.lower_ in words("places", "carried"):
                return carrier.i  # "took 30 wounded to Basra"
            if above.lower_ in words("places", "responses") or is_event(above):
                return -1  # "police were called to Mill Street", "fired into a Belfast bar"
            return above.i if toward else -1
    return -1
