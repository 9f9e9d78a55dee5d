"""Where it happened: the most specific place stated for the harm, in its sentence or nearby."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from harmledger.claims.gazetteer import known_name, large_town, resolve
from harmledger.claims.lexicon import words
from harmledger.claims.parse import Parsed
from harmledger.claims.speakers import is_reporting, kind_of
from harmledger.records import Where

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Mention", "mentions_of", "place_for", "place_record", "points_back"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A place name at ``start:end`` of the text. ``locative``: it places something ("in X")."""

    start: int
    end: int
    name: str
    token: int
    locative: bool
    country: bool
    verb: int
    told: bool


_LABELS = frozenset(("GPE", "LOC", "FAC"))


def mentions_of(parsed: Parsed) -> list[Mention]:
    """Place names of a sentence: what the model calls a place, or a capital name of the gazetteer
    behind a locative preposition."""
    found: list[Mention] = []
    taken: set[int] = set()
    for entity in parsed.doc.ents:
        root = entity.root
        town = root.dep_ == "pobj" and _places(root.head) and known_name(entity.text)
        if entity.label_ not in _LABELS and not (len(entity) > 1 and town):
            continue
        first, last = entity.start, entity.end - 1
        while first < last and parsed.doc[first].pos_ in {"DET", "ADP"}:
            first += 1
        while last > first and parsed.doc[last].tag_ == "POS":
            last -= 1
        taken.update(range(entity.start, entity.end))
        if parsed.quantity(parsed.doc[first]) is not None:
            continue
        mention = _mention(parsed, parsed.doc[first], parsed.doc[last], entity.label_)
        if mention is not None:
            found.append(mention)
    for token in parsed.doc:
        if token.i in taken or token.pos_ != "PROPN" or not _lone(token):
            continue
        placed = token.dep_ == "pobj" and _places(token.head)
        # The small model calls many a town an organisation; a large one it cannot mean otherwise.
        town = token.ent_type_ == "ORG" and token.dep_ in {"pobj", "dobj", "compound"}
        named = placed and token.ent_type_ in {"", "GPE", "ORG"} and known_name(token.text)
        if named or ((town or placed) and large_town(token.text)):
            mention = _mention(parsed, token, token, "GPE")
            if mention is not None:
                found.append(mention)
    ordered = sorted(found, key=lambda m: m.start)
    # "Aurora, Colorado": the second only says where the first lies.
    return [
        mention
        for before, mention in zip([None, *ordered], ordered, strict=False)
        if before is None or parsed.text[before.end : mention.start].strip(" \n") != ","
    ]


def _lone(token: Token) -> bool:
    """Whether the token is a name by itself, not a part of a person's or organisation's name."""
    near = token.doc[max(0, token.i - 1) : token.i + 2]
    return token.ent_type_ not in {"DATE", "TIME"} and not any(
        t.i != token.i and t.ent_type_ in {"ORG", "PERSON"} and t.ent_type_ == token.ent_type_
        for t in near
    )


def _mention(parsed: Parsed, first: Token, last: Token, label: str) -> Mention | None:
    start, end = parsed.start(first), parsed.end(last)
    name = parsed.text[start:end]
    kind = kind_of(name)
    if kind == "belligerent" or (kind != "other" and not known_name(name)):
        return None  # an organisation is no place
    if (
        not name.strip()
        or name.lower() in words("grammar", "not_places")
        or not any(c.isalpha() for c in name)
    ):
        return None
    root = next(iter(parsed.doc[first.i : last.i + 1].root.ancestors), None)
    token = parsed.doc[first.i : last.i + 1].root
    behind = parsed.doc[last.i + 1] if last.i + 1 < len(parsed.doc) else None
    possessive = behind is not None and behind.tag_ == "POS"
    locative = not possessive and (
        (token.dep_ == "pobj" and _places(token.head))
        or (token.dep_ in {"appos", "npadvmod"} and root is not None)
        or (
            token.dep_ == "conj" and root is not None and root.dep_ == "pobj" and _places(root.head)
        )
        or (first.i > 0 and _places(parsed.doc[first.i - 1]))
    )
    if token.dep_ == "dobj" and token.head.lower_ in words("grammar", "arrivals"):
        locative = True  # "20 trucks entered Gaza"
    place = resolve(name, Counter())
    country = place is not None and place.precision == "country"
    if token.dep_ == "compound" and label == "GPE" and not country and not possessive:
        # "the Kunduz hospital", but not "a U.S. aircraft".
        locative = True
    verb, told = _governor(token)
    return Mention(start, end, name, token.i, bool(locative), country, verb, told)


def _places(preposition: Token) -> bool:
    """Whether the preposition places something: "in X", "the city of X", not "Mr Y of X"."""
    if preposition.lower_ in {"of", "from"}:
        return preposition.head.lower_ in words("grammar", "place_nouns") | words(
            "grammar", "event_nouns"
        )
    return preposition.lower_ in words("time", "locative")


def _governor(token: Token) -> tuple[int, bool]:
    """The first verb above a place name, and whether the place is where something was told or
    someone was taken, rather than where the harm was done."""
    told = False
    for above in token.ancestors:
        if above.lower_ in words("grammar", "telling"):
            told = True
        if above.pos_ in {"VERB", "AUX"}:
            return above.i, told or is_reporting(above) or above.lower_ in words("grammar", "moves")
    return -1, told


def _inside_speaker(mention: Mention, speaker: tuple[int, int] | None) -> bool:
    return speaker is not None and speaker[0] <= mention.start < speaker[1]


def points_back(trigger: Token) -> bool:
    """Whether "there" stands right behind the harm word ("have been killed there")."""
    return any(
        t.lower_ == "there" and t.dep_ != "expl" for t in trigger.doc[trigger.i : trigger.i + 5]
    )


def place_for(
    parsed: Parsed,
    trigger: Token,
    here: list[Mention],
    before: list[Mention],
    *,
    speaker: tuple[int, int] | None,
) -> Mention | None:
    """The place of the harm at ``trigger``: a locative mention of its sentence, nearest first and
    towns before countries; else the last locative mention of ``before`` (what stands ahead of the
    sentence, in text order)."""
    usable = [m for m in here if m.locative and not m.told and not _inside_speaker(m, speaker)]
    clause = {trigger.i, *(a.i for a in trigger.ancestors)}
    if usable and not points_back(trigger):
        return min(
            usable,
            key=lambda m: (m.country, m.verb not in clause, abs(m.token - trigger.i), m.start),
        )
    earlier = [m for m in before if not m.told]
    return earlier[-1] if earlier else None


def place_record(mention: Mention, context: Counter[str]) -> Where:
    """The claim's Where, resolved by the gazetteer where the context allows it."""
    place = resolve(mention.name, context)
    if place is None:
        return Where(name=mention.name, start=mention.start, end=mention.end)
    return Where(
        name=mention.name,
        start=mention.start,
        end=mention.end,
        lat=place.lat,
        lon=place.lon,
        precision=place.precision,
        geonameid=place.geonameid,
        country=place.country,
    )
