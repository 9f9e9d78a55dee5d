"""Where it happened: the places that a sentence names, and the one that it states for a harm.

"In clashes in the Escalon neighborhood in San Salvador" names one place, the neighbourhood, within
a city: names that stand nested are one mention, whose name is the most specific of them.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from harmledger.claims.clause import APART, clause_distance, placed_by
from harmledger.claims.eventwords import is_event
from harmledger.claims.gazetteer import known_name, large_town, resolve, resolve_region
from harmledger.claims.lexicon import alternatives, words
from harmledger.claims.parse import Parsed
from harmledger.claims.people import is_person_word
from harmledger.claims.placenames import COUNTRY, REGION, TOWN, is_kind, name_end, place_phrases
from harmledger.claims.speakers import kind_of
from harmledger.records import Where

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["Mention", "heals", "mentions_of", "place_for", "place_record", "points_back"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A place name at ``start:end`` of the text.

    ``token`` heads it; ``rank`` is of its kind (0 a building, 3 a town, 5 a country); ``core`` is
    what the gazetteer may know of it. ``locative``: it places something ("in X"). ``told``: it is
    where something was told, or where someone was taken. ``within``: the cores of the larger
    places named with it, from small to large.
    """

    start: int
    end: int
    name: str
    token: int
    rank: int
    core: str
    locative: bool
    told: bool
    goal: int = -1
    within: tuple[Mention, ...] = ()


_LABELS = frozenset(("GPE", "LOC", "FAC"))


def mentions_of(parsed: Parsed) -> list[Mention]:
    """The places that a sentence names, nested ones as one."""
    doc = parsed.doc
    found: list[Mention] = []
    taken: set[int] = set()
    for phrase in place_phrases(parsed):
        taken.update(range(phrase.first, phrase.last + 1))
        mention = _mention(parsed, phrase.first, phrase.last, phrase.rank, phrase.core)
        if mention is not None:
            found.append(mention)
    for first, last, label in _names(parsed, taken):
        name = doc[first : last + 1].text
        mention = _mention(parsed, first, last, _rank(name, label), name)
        if mention is not None:
            found.append(mention)
    return _nested(parsed, sorted(found, key=lambda m: m.start))


def _rank(name: str, label: str) -> int:
    place = resolve(name, Counter())
    if place is not None and place.precision == "country":
        return COUNTRY
    if place is not None and place.precision == "province_governorate":
        return REGION
    return {"FAC": 0, "LOC": REGION}.get(label, TOWN)


def _names(parsed: Parsed, taken: set[int]) -> list[tuple[int, int, str]]:
    """Names without a kind: what the model calls a place, and capital names behind in and at."""
    doc = parsed.doc
    titled = _titled(doc)
    found: list[tuple[int, int, str]] = []
    for entity in doc.ents:
        if not taken.isdisjoint(range(entity.start, entity.end)):
            continue
        root = entity.root
        placed = root.dep_ == "pobj" and _places(root.head)
        town = len(entity) > 1 and placed and known_name(entity.text)
        if entity.label_ not in _LABELS and not town:
            continue
        first, last = entity.start, entity.end - 1
        while first < last and doc[first].pos_ in {"DET", "ADP"}:
            first += 1
        while last > first and doc[last].tag_ == "POS":
            last -= 1
        taken.update(range(entity.start, entity.end))
        if parsed.quantity(doc[first]) is None:
            found.append((first, last, entity.label_))
    for token in doc:
        if token.i in taken or not token.text[:1].isupper():
            continue
        if token.dep_ == "compound" and _houses(token):
            found.append((token.i, token.i, "GPE"))  # "in a Feltonville home"
            continue
        behind = None if titled else _unknown(doc, token)
        if behind is not None and taken.isdisjoint(range(token.i, behind + 1)):
            found.append((token.i, behind, "GPE"))
            taken.update(range(token.i, behind + 1))
            continue
        if token.pos_ != "PROPN":
            continue
        placed = token.dep_ == "pobj" and _places(token.head)
        # The small model calls many a town an organisation; a large one it cannot mean otherwise.
        town = token.ent_type_ == "ORG" and token.dep_ in {"pobj", "dobj", "compound"}
        named = placed and token.ent_type_ in {"", "GPE", "ORG"} and known_name(token.text)
        if _lone(token) and (named or ((town or placed) and large_town(token.text))):
            found.append((token.i, token.i, "GPE"))
    return found


def _titled(doc: Doc) -> bool:
    """Whether most words have a capital, as in a headline, so that a capital tells nothing."""
    long = [t for t in doc if t.is_alpha and len(t) > 3]
    return sum(t.text[0].isupper() for t in long) > 0.7 * len(long)


def _unknown(doc: Doc, first: Token) -> int | None:
    """The end of a name that no list knows, right behind in or at: in Back of the Yards."""
    if not first.i or doc[first.i - 1].lower_ not in words("places", "in_unknown"):
        return None
    last = name_end(doc, first.i)
    behind = doc[last + 1] if last + 1 < len(doc) else None
    if (
        behind is not None
        and behind.ent_type_ not in {"DATE", "TIME"}
        and (behind.tag_ == "POS" or behind.pos_ == "NOUN")
    ):
        return None  # "in Kabul's", "in Newtonian mechanics"
    labels = {t.ent_type_ for t in doc[first.i : last + 1]}
    known = {"", "GPE", "LOC", "FAC", "ORG"}
    if doc[first.i - 1].lower_ == "in":
        known.add("PERSON")
    return last if labels <= known else None


def _houses(name: Token) -> bool:
    house = name.head.lower_
    indefinite = name.i > 0 and name.nbor(-1).lower_ in {"a", "an"}
    unnamed = name.ent_type_ in {"", "GPE", "LOC", "FAC"} or indefinite
    unnamed = unnamed and name.i + 1 == name.head.i
    return unnamed and house in words("places", "dwellings") and _placed_noun(name.head)


def _lone(token: Token) -> bool:
    """Whether the token is a name by itself, not a part of a person's or organisation's name."""
    near = token.doc[max(0, token.i - 1) : token.i + 2]
    return token.ent_type_ not in {"DATE", "TIME"} and not any(
        t.i != token.i and t.ent_type_ in {"ORG", "PERSON"} and t.ent_type_ == token.ent_type_
        for t in near
    )


def _mention(parsed: Parsed, first: int, last: int, rank: int, core: str) -> Mention | None:
    doc = parsed.doc
    start, end = parsed.start(doc[first]), parsed.end(doc[last])
    name = parsed.text[start:end]
    kind = kind_of(name)
    if kind == "belligerent" or (kind != "other" and rank == TOWN and not known_name(name)):
        return None  # an organisation is no place
    lowered = name.lower()
    if lowered in words("people", "demonyms") or lowered in words("grammar", "not_places"):
        return None
    if not any(c.isalpha() for c in name) or (rank >= TOWN and name[0].isdigit()):
        return None
    token = doc[first : last + 1].root
    locative = _locative(doc, first, last, token, rank)
    told = placed_by(token) is not None or _treated(token)
    return Mention(start, end, name, token.i, rank, core, locative, told, _goal(token))


def _locative(doc: Doc, first: int, last: int, token: Token, rank: int) -> bool:
    """Whether the name places something, rather than saying of whom or what one speaks."""
    behind = doc[last + 1] if last + 1 < len(doc) else None
    if behind is not None and behind.tag_ == "POS":
        return False
    head = token.head
    joined = token.dep_ in {"compound", "nmod", "amod"}
    if first and doc[first - 1].lower_ in words("places", "in_unknown"):
        return not joined or rank < COUNTRY
    if joined:
        # "The Kunduz hospital", but not "a Kunduz man" nor "a U.S. aircraft".
        return rank < COUNTRY and _placed_noun(head)
    if token.dep_ == "pobj" and _places(head):
        return True
    if first and _places(doc[first - 1]):
        return True
    if first > 1 and doc[first - 1].pos_ == "DET" and _places(doc[first - 2]):
        return True
    if token.dep_ == "conj" and head.dep_ == "pobj" and _places(head.head):
        return True
    if token.dep_ in {"appos", "npadvmod"} and head.i != token.i:
        return not is_person_word(head.lower_)
    # "20 trucks entered Gaza", "the town of X was attacked".
    reached = head.lower_ in words("grammar", "arrivals") | words("grammar", "event_verbs")
    return token.dep_ in {"dobj", "nsubjpass"} and reached


def _placed_noun(noun: Token) -> bool:
    """Whether a noun behind the name of a place is where, or what, something happened."""
    word = noun.lower_
    if is_kind(word) or is_event(noun) or word in words("places", "dwellings"):
        return True
    # "In the rear of a Detroit barbershop".
    preposition = noun.head if noun.dep_ == "pobj" else None
    while preposition is not None and preposition.lower_ == "of":
        preposition = preposition.head.head if preposition.head.dep_ == "pobj" else None
    inside = {"in", "at", "near", "outside", "inside", "into"}
    behind_in = preposition is not None and preposition.lower_ in inside
    return behind_in and noun.pos_ == "NOUN" and not is_person_word(word)


def _places(preposition: Token) -> bool:
    """Whether the preposition places something: "in X", "the city of X", not "Mr Y of X"."""
    head = preposition.head
    if preposition.lower_ in {"of", "from"}:
        if head.pos_ == "ADP":
            return head.lower_ in words("time", "locative")  # "outside of Belgorod"
        nouns = words("grammar", "place_nouns") | words("grammar", "event_nouns")
        return head.lower_ in nouns or is_kind(head.lower_)
    if preposition.lower_ == "against":
        return is_event(head)
    if preposition.lower_ in words("places", "toward"):
        return head.pos_ in {"VERB", "AUX"}  # not "the ambassador to X", "a visit to X"
    return preposition.lower_ in words("time", "locative")


def _treated(token: Token) -> bool:
    """Whether those harmed were treated or declared dead at the place."""
    for above in token.ancestors:
        if above.lower_ in words("places", "treating"):
            return True
        if above.pos_ in {"VERB", "AUX"}:
            return False
    return False


def _goal(token: Token) -> int:
    """The verb that leads to the place: "was taken to Basra", "drove into Basra"; else -1."""
    preposition = None
    for above in token.ancestors:
        if above.pos_ == "ADP":
            preposition = above
        elif above.pos_ == "NOUN" and is_event(above):
            return -1
        elif above.pos_ in {"VERB", "AUX"}:
            toward = preposition is not None and preposition.lower_ in words("places", "toward")
            if above.lower_ in words("grammar", "moves"):
                return above.i
            if above.lower_ in words("places", "responses") or is_event(above):
                return -1  # "police were called to Mill Street", "fired into a Detroit bar"
            return above.i if toward else -1
    return -1


@cache
def _inside() -> re.Pattern[str]:
    """What stands between a place and the larger one it lies in."""
    between = alternatives(
        words("places", "directions") | words("places", "with_of") | words("grammar", "place_nouns")
    )
    return re.compile(
        r"[\s,(]*(?:['’]s\s+)?(?:(?:located|situated|lying)\s+)?"
        r"(?:(?:about|approximately|some|just)\s+)?(?:\d+\s*(?:km|kilometers|kilometres|miles)\s+)?"
        r"(?:to\s+)?(?:(?:in|of|on|at|near|inside|outside|from)\s+)?(?:(?:the|an?)\s+)?"
        rf"(?:(?:{between})\s+(?:of\s+)?(?:the\s+)?)*\(?",
        re.IGNORECASE,
    )


def _nested(parsed: Parsed, ordered: list[Mention]) -> list[Mention]:
    """The mentions with those that hold one another as one, named by its most specific part."""
    chains: list[list[Mention]] = []
    for mention in ordered:
        last = chains[-1][-1] if chains else None
        gap = parsed.text[last.end : mention.start] if last else ""
        if last and mention.start > last.end and gap.strip() and _inside().fullmatch(gap):
            if "s" in gap.lower().split()[0] and gap[0] in "'’":
                chains[-1].insert(-1, mention)  # "the North Side's Jordan neighborhood"
            else:
                chains[-1].append(mention)
        else:
            chains.append([mention])
    return [_one(chain) for chain in chains]


def _one(chain: list[Mention]) -> Mention:
    chosen = min(chain, key=lambda m: m.rank)
    larger = [m for m in chain if m is not chosen and m.rank >= chosen.rank]
    return replace(
        chosen,
        locative=any(m.locative for m in chain),
        told=chain[0].told or chosen.told,
        goal=max(m.goal for m in chain),
        within=tuple(sorted(larger, key=lambda m: m.rank)),
    )


def points_back(trigger: Token) -> bool:
    """Whether "there" stands right behind the harm word ("have been killed there")."""
    return any(
        t.lower_ == "there" and t.dep_ != "expl" for t in trigger.doc[trigger.i : trigger.i + 5]
    )


def place_for(
    parsed: Parsed,
    trigger: Token,
    here: list[Mention],
    *,
    measure: str,
    speaker: tuple[int, int] | None = None,
) -> Mention | None:
    """The place that its own sentence states for the harm at ``trigger``.

    Of the places in the clauses of the harm the most specific, then the nearest.
    """
    best: tuple[tuple[object, ...], Mention] | None = None
    for mention in here:
        if not mention.locative or mention.told or not _reached(mention, trigger, measure):
            continue
        if speaker is not None and speaker[0] <= mention.start < speaker[1]:
            continue
        if trigger.lower_ in words("places", "later_deaths") and heals(mention):
            continue  # "died at Mercy Hospital"
        token = parsed.doc[mention.token]
        far = clause_distance(trigger, token)
        if far >= APART or (measure in _CUSTODY and _of_the_deed(trigger, token)):
            continue
        near = far <= 1
        key = (
            mention.rank == COUNTRY,
            not near,
            mention.rank if near else far,
            far,
            abs(mention.token - trigger.i),
        )
        if best is None or key < best[0]:
            best = (key, mention)
    return best[1] if best else None


#: Measures of what is brought or goes somewhere: the goal is its place.
_GOING = frozenset(("aid", "arms", "displaced", "detained", "abducted"))


#: Measures of what follows a deed: its place and time are not theirs.
_CUSTODY = frozenset(("detained",))


def _of_the_deed(arrest: Token, token: Token) -> bool:
    """Whether a place or time is that of the deed: "arrested over a shooting in Larose"."""
    for above in token.ancestors:
        if above.i == arrest.i:
            return False
        if above.pos_ == "NOUN" and is_event(above) and arrest.is_ancestor(above):
            return True
    return False


def heals(mention: Mention) -> bool:
    """Whether the place is one where the harmed are treated: it need not be where it was done."""
    return not words("places", "healing").isdisjoint(mention.name.lower().split())


def _reached(mention: Mention, trigger: Token, measure: str) -> bool:
    """Whether the place someone went to is where the harm was done: "drove to Basra to kill"."""
    if mention.goal < 0 or measure in _GOING:
        return True
    after = trigger.i > mention.token and trigger.pos_ in {"VERB", "AUX"}
    return after and trigger.doc[mention.goal].is_ancestor(trigger)


def place_record(mention: Mention, context: Counter[str]) -> Where:
    """The claim's Where, resolved by the gazetteer where the context allows it.

    A street or building has the coordinates of the town named with it, if any.
    """
    larger = [m.core for m in mention.within]
    place = resolve(mention.core, context, larger) if mention.rank in {TOWN, COUNTRY} else None
    country = place.country if place is not None else None
    if mention.rank == REGION:
        place = resolve_region(mention.core, context)
        namesake = place or resolve(mention.core, context, larger)  # its town, mostly inside it
        country = namesake.country if namesake is not None else None
    for number, holder in enumerate(mention.within):
        if place is not None or mention.rank > TOWN:
            break
        if holder.rank < TOWN:
            continue
        held = resolve(holder.core, context, larger[number + 1 :])
        country = held.country if held is not None else None
        place = held if held is not None and held.lat is not None else None
    return Where(
        name=mention.name,
        start=mention.start,
        end=mention.end,
        lat=place.lat if place else None,
        lon=place.lon if place else None,
        precision=place.precision if place else "unresolved",
        geonameid=place.geonameid if place else None,
        country=country,
        within=next((m.name for m in mention.within if m.rank >= TOWN), None),
    )
