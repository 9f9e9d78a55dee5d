"""Places named once more: "a raid on the village of Qana. Qana was hit again".

What one sentence places something in is a place in the others too, whatever the model takes it for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.places.mention import Mention
from harmledger.claims.places.mentions import mention_at
from harmledger.claims.places.nesting import nested
from harmledger.claims.places.placekinds import COUNTRY, is_named
from harmledger.claims.words.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["names_placed", "with_named_again"]

#: Letters of a name of one word, at least: shorter ones are letters and endings.
_LEAST = 4
#: Names that are looked for, at most: the work must not grow with names times sentences.
_MOST = 200


def names_placed(mentions: Iterable[Mention]) -> dict[str, Mention]:
    """The names by which something is placed, each as it was first met."""
    names: dict[str, Mention] = {}
    for mention in (one for whole in mentions if whole.locative for one in (whole, *whole.within)):
        name = mention.core
        if mention.rank < COUNTRY and len(name) >= _LEAST and name[0].isupper():
            names.setdefault(name, mention)
        if len(names) >= _MOST:
            break
    return names


def with_named_again(
    parsed: Parsed, found: list[Mention], names: Mapping[str, Mention]
) -> list[Mention]:
    """``found`` of a sentence, with those of ``names`` that stand in it unseen."""
    raw = parsed.text[parsed.sentence.start : parsed.sentence.end]
    wanted = [name for name in names if name in raw]
    if not wanted:
        return found
    held = [(one.start, one.end) for whole in found for one in (whole, *whole.within)]
    more: list[Mention] = []
    for name in sorted(wanted, key=len, reverse=True):
        for first, last in _standing(parsed.doc, name):
            start, end = parsed.start(parsed.doc[first]), parsed.end(parsed.doc[last])
            if any(start < other_end and other < end for other, other_end in held):
                continue
            own = mention_at(parsed, first, last, names[name].rank, name)
            if own is not None:
                held.append((start, end))
                more.append(own)
    if not more:
        return found
    return nested(parsed, sorted((*found, *more), key=lambda m: m.start))


def _standing(doc: Doc, name: str) -> Iterator[tuple[int, int]]:
    """Where the words of a name stand by themselves, and no one speaks who is called so."""
    many = name.count(" ") + 1
    for first in range(len(doc) - many + 1):
        last = first + many - 1
        if doc[first].text != name.split()[0] or doc[first : last + 1].text != name:
            continue
        root = doc[first : last + 1].root
        if first and is_named(doc[first - 1]) and doc[first - 1].ent_type_:
            continue
        if last + 1 < len(doc) and is_named(doc[last + 1]) and doc[last + 1].ent_type_:
            continue
        speaks = root.dep_ == "nsubj" and root.head.lower_ in words("reporting", "verbs")
        if not speaks:
            yield first, last
