"""Place names without a word for their kind: Qana, Puerto del Rosario, a Bogside home."""

from __future__ import annotations

from typing import TYPE_CHECKING

from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.places.locating import is_placed, places, where_follows
from harmledger.claims.places.placekinds import name_end
from harmledger.claims.places.toldnames import told_names
from harmledger.claims.words.gazetteer import (
    great_city,
    is_capital,
    known_country,
    known_name,
    known_region,
    large_region,
    large_town,
    large_town_spelled,
)
from harmledger.claims.words.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["BareName", "bare_names"]

#: First and last token of a name, and the model's label for it.
BareName = tuple[int, int, str]

_LABELS = frozenset(("GPE", "LOC", "FAC"))


def bare_names(parsed: Parsed, taken: set[int]) -> list[BareName]:
    """What the model calls a place, and capital names that stand where a place does.

    ``taken``: the tokens of places found before; those of names found here are added.
    """
    titled = _titled(parsed.doc)
    return [
        *_labelled(parsed, taken, titled=titled),
        *_unlabelled(parsed.doc, taken, titled=titled),
        *(() if titled else told_names(parsed.doc, taken)),
    ]


def _labelled(parsed: Parsed, taken: set[int], *, titled: bool) -> list[BareName]:
    """What the model calls a place, and known names behind in that it calls something else."""
    doc = parsed.doc
    found: list[BareName] = []
    for entity in doc.ents:
        if not taken.isdisjoint(range(entity.start, entity.end)):
            continue
        root = entity.root
        placed = root.dep_ == "pobj" and places(root.head)
        town = len(entity) > 1 and placed and _by_own_name(entity.text)
        if entity.label_ not in _LABELS and not town:
            continue
        first, last = entity.start, entity.end - 1
        while first < last and doc[first].pos_ in {"DET", "ADP"}:
            first += 1
        while last > first and (doc[last].tag_ == "POS" or doc[last].pos_ == "ADP"):
            last -= 1
        if last > first and _counts_on(parsed, doc[last]):
            last -= 1
        taken.update(range(entity.start, entity.end))
        if titled and first == last and not _known(doc[first].text):
            continue  # "Shot At Vigil": the model takes any capital for a name
        if parsed.quantity(doc[first]) is None:
            found.append((first, last, entity.label_))
    return found


def _counts_on(parsed: Parsed, last: Token) -> bool:
    """ "In Basra two bombs killed 20": the model takes "Basra two" for a name, but not Sector 2."""
    if parsed.quantity(last) is None:
        return False
    worded = parsed.text[parsed.start(last) : parsed.end(last)].islower()
    return worded or (last.dep_ == "nummod" and last.head.i > last.i)


def _unlabelled(doc: Doc, taken: set[int], *, titled: bool) -> list[BareName]:
    found: list[BareName] = []
    for token in doc:
        if token.i in taken or not token.text[:1].isupper():
            continue
        last = None if titled else _unknown(doc, token)
        if token.dep_ == "compound" and _houses(token):
            last = token.i  # "in a Bogside home"
        elif last is None and _is_town(token):
            last = token.i
        if last is not None and taken.isdisjoint(range(token.i, last + 1)):
            found.append((token.i, last, "GPE"))
            taken.update(range(token.i, last + 1))
    return found


def _is_town(token: Token) -> bool:
    """A name that the gazetteer knows, where a place may stand.

    The small model calls many a town an organisation; a large one it cannot mean otherwise.
    """
    placed = token.dep_ == "pobj" and places(token.head)
    if token.pos_ != "PROPN":
        return False
    if placed and token.ent_iob_ != "I" and _unmistakable(token):
        return not _goes_on(token)  # the model takes Winnipeg for a day, Sanaa for a man
    if token.ent_iob_ != "I" and _mislabelled(token) and not _goes_on(token):
        return True
    if not _lone(token):
        return False
    town = token.ent_type_ == "ORG" and token.dep_ in {"pobj", "dobj", "compound"}
    named = placed and token.ent_type_ in {"", "GPE", "ORG"} and known_name(token.text)
    named = named or (placed and token.ent_type_ == "ORG" and known_region(token.text))
    return named or ((town or placed) and large_town(token.text))


def _unmistakable(name: Token) -> bool:
    known = great_city(name.text) or is_capital(name.text) or large_region(name.text)
    return known and name.lower_ not in words("places", "directions")


def _mislabelled(name: Token) -> bool:
    """Whether a town of the list stands where only a place can, whatever the model calls it.

    "In Kidal", which it takes for a people, "around Moyale", for a product; "Keren, where 40 were
    killed"; "Syria's second city, Aleppo". A person or a day is none.
    """
    if name.ent_type_ in {"PERSON", "DATE", "TIME"} or not great_city(name.text, least=0):
        return False
    if name.lower_ in words("people", "demonyms") or name.lower_ in words("grammar", "not_places"):
        return False
    before = name.nbor(-1).lower_ if name.i else ""
    if before in words("places", "before_towns") and name.dep_ == "pobj":
        return True
    if where_follows(name.doc, name.i):
        return True
    kind = name.head.lower_ if name.dep_ == "appos" else ""
    return kind in words("grammar", "place_nouns") and name.head.i < name.i


def _known(name: str) -> bool:
    return known_name(name) or known_region(name)


def _by_own_name(name: str) -> bool:
    """Known, and not only by a translation: the White House is Casablanca's too."""
    town = great_city(name, least=0) or large_town_spelled(name)
    return town or known_country(name) or known_region(name)


def _goes_on(token: Token) -> bool:
    """Whether a name goes on behind the token: "in Winnipeg Tuesday" does not."""
    if token.i + 1 >= len(token.doc):
        return False
    behind = token.nbor(1)
    return behind.ent_iob_ == "I" and behind.pos_ == "PROPN" and behind.dep_ != "npadvmod"


def _titled(doc: Doc) -> bool:
    """Whether most words have a capital, as in a headline, so that a capital tells nothing."""
    long = [t for t in doc if t.is_alpha and len(t) > 3]
    return sum(t.text[0].isupper() for t in long) > 0.7 * len(long)


def _unknown(doc: Doc, first: Token) -> int | None:
    """The end of a name that no list knows, right behind in or at: in Isle of the Winds."""
    if not first.i or doc[first.i - 1].lower_ not in words("places", "in_unknown"):
        return None
    last = name_end(doc, first.i)
    behind = doc[last + 1] if last + 1 < len(doc) else None
    dated = behind is None or behind.ent_type_ in {"DATE", "TIME"}
    if not dated and behind is not None and (behind.tag_ == "POS" or behind.pos_ == "NOUN"):
        return None  # "in Kabul's", "in Newtonian mechanics"
    labels = {t.ent_type_ for t in doc[first.i : last + 1]}
    known = {"", "GPE", "LOC", "FAC", "ORG"}
    if doc[first.i - 1].lower_ == "in":
        known.add("PERSON")
    return last if labels <= known else None


def _houses(name: Token) -> bool:
    """ "In a Bogside home": no person's name where the article is indefinite."""
    house = name.head.lower_
    indefinite = name.i > 0 and name.nbor(-1).lower_ in {"a", "an"}
    unnamed = name.ent_type_ in {"", "GPE", "LOC", "FAC"} or indefinite
    unnamed = unnamed and name.i + 1 == name.head.i
    return unnamed and house in words("places", "dwellings") and is_placed(name.head)


def _lone(token: Token) -> bool:
    """Whether the token is a name by itself, not a part of a person's or organisation's name."""
    near = token.doc[max(0, token.i - 1) : token.i + 2]
    return token.ent_type_ not in {"DATE", "TIME"} and not any(
        t.i != token.i and t.ent_type_ in {"ORG", "PERSON"} and t.ent_type_ == token.ent_type_
        for t in near
    )
