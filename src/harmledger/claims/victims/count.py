"""From the head of a victim phrase to what is counted: span, bounds, population."""

from __future__ import annotations

from typing import TYPE_CHECKING

from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.victims.himself import and_himself
from harmledger.claims.victims.inorder import in_order
from harmledger.claims.victims.joined import (
    conjuncts,
    of_the_last,
    plain_list,
    same_number,
    side_by_side,
)
from harmledger.claims.victims.names import is_name, name_front, named_before
from harmledger.claims.victims.oneperson import one_person
from harmledger.claims.victims.onephrase import one_phrase
from harmledger.claims.victims.phrases import Counted, item, left_number
from harmledger.claims.victims.together import together
from harmledger.claims.words.people import is_person_word

if TYPE_CHECKING:
    from spacy.tokens import Token


__all__ = ["Counted", "counted"]


def counted(
    parsed: Parsed,
    head: Token,
    *,
    pronouns: bool,
    people: bool = True,
    strong: bool = False,
    apart: bool = False,
    before: int | None = None,
    trigger: Token | None = None,
) -> list[Counted]:
    """What the phrase headed by ``head`` counts, one item for each conjunct that counts.

    ``pronouns``: "he" counts as one (the argument of a finite verb). ``people`` False accepts
    phrases for goods and buildings and refuses nothing for not being a person. ``strong``: the
    harm word befalls people only, so a noun that no list knows is a person ("an archivist").
    ``apart``: single persons that are joined are one item each, as in a list of parts.
    ``before``: only what stands before this token ("a boy who was shot and a man who was robbed").
    ``trigger``: the harm word, under which a list that the parser broke is read by its order.
    """
    head = named_before(parsed, head) or _names_behind(parsed, head) or head
    heads = [one for first in (*side_by_side(head), head) for one in conjuncts(first)]
    heads = [one for one in heads if one.i == head.i or not one_person(one.head, one)]
    if before is not None:
        heads = [one for one in heads if one.i < before]
    names = [h for h in heads if is_name(parsed, h) and left_number(parsed, h) is None]
    found: list[Counted] = []
    heads = [h for h in heads if not _how_many(h) and not (h in names and of_the_last(h, heads))]
    heads = [h for h in heads if not _title(h, names)]
    plain = people and len(names) >= 2 and len(names) == len(heads) and plain_list(names)
    if plain and trigger is not None:
        singles = [one_phrase(parsed, n, pronouns=False, people=True, strong=strong) for n in names]
        more = in_order(parsed, [one for one in singles if one is not None], trigger)
        if more:
            return more
    if plain:
        first, last = names[0], names[-1]
        left = min(t.i for t in first.subtree if t.dep_ in {"compound", "nmod"} or t.i == first.i)
        surface_start, surface_end = parsed.start(first.doc[left]), parsed.end(last)
        found.append(
            item(
                parsed,
                surface_start,
                surface_end,
                len(names),
                len(names),
                "exactly",
                head,
                names,
                named=True,
            )
        )
        return found
    for one in heads:
        single = one_phrase(parsed, one, pronouns=pronouns, people=people, strong=strong)
        if single is not None:
            if found and one.dep_ == "conj" and same_number(found[0], single):
                continue  # "five judges and magistrates": one number for both
            found.append(single)
    if trigger is not None and people and found:
        more = and_himself(parsed, heads, found) or in_order(parsed, found, trigger)
        if more and sum(one.low or 0 for one in more) >= len(heads):
            return more
    if len(found) == len(heads) == 2 and not list(heads[1].lefts) and heads[0].tag_ == "NN":
        return together(found)  # "including a father and son"
    # "Priests, nuns, clerks and peasants": one count, also where one of them is not known.
    whole = len(found) >= len(heads) or all(one.qualifier == "vague" for one in found)
    return together(found) if whole and not apart and len(found) > 1 else found


def _names_behind(parsed: Parsed, head: Token) -> Token | None:
    """ "Arrested students Ana Ruiz and Luis Prat": the names right behind a bare plural."""
    if head.tag_ != "NNS" or not is_person_word(head.lower_):
        return None
    if any(parsed.quantity(c) is not None or c.dep_ == "det" for c in head.lefts):
        return None
    named = next((c for c in head.children if c.dep_ == "appos"), None)
    if named is None or named.left_edge.i != head.i + 1 or not is_name(parsed, named):
        return None
    return named if any(c.dep_ == "conj" for c in named.children) else None


def _title(head: Token, names: list[Token]) -> bool:
    """ "Lieutenant Prat and soldiers Ana Ruiz and Hugo Lema": what some of the names are."""
    bare = head.tag_ == "NNS" and is_person_word(head.lower_) and not list(head.lefts)
    return bare and head.dep_ == "conj" and any(name_front(n).i == head.i + 1 for n in names)


def _how_many(head: Token) -> bool:
    """ "How many civilians were killed" asks, it does not count."""
    return any(
        c.lower_ in {"many", "much"} and c.i and c.nbor(-1).lower_ in {"how", "so", "that", "too"}
        for c in (head, *head.children)
    )
