"""From the head of a victim phrase to what is counted: span, bounds, population."""

from __future__ import annotations

from typing import TYPE_CHECKING

from harmledger.claims.bynoun import by_noun
from harmledger.claims.gazetteer import known_name
from harmledger.claims.joined import (
    conjuncts,
    of_the_last,
    plain_list,
    same_number,
    side_by_side,
    together,
)
from harmledger.claims.lexicon import words
from harmledger.claims.names import identified_as, is_name, late_name, name_front, named_before
from harmledger.claims.numbering import (
    copula,
    numbered_noun,
    predicate,
    quantity_token_of,
    suits,
)
from harmledger.claims.parse import Parsed
from harmledger.claims.people import is_anaphoric, is_person_word
from harmledger.claims.phrases import (
    Counted,
    countable,
    item,
    left_number,
    none_of,
)

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
) -> list[Counted]:
    """What the phrase headed by ``head`` counts, one item for each conjunct that counts.

    ``pronouns``: "he" counts as one (the argument of a finite verb). ``people`` False accepts
    phrases for goods and buildings and refuses nothing for not being a person. ``strong``: the
    harm word befalls people only, so a noun that no list knows is a person ("an archivist").
    ``apart``: single persons that are joined are one item each, as in a list of parts.
    ``before``: only what stands before this token ("a boy who was shot and a man who was robbed").
    """
    head = named_before(parsed, head) or head
    heads = [one for first in (*side_by_side(head), head) for one in conjuncts(first)]
    if before is not None:
        heads = [one for one in heads if one.i < before]
    names = [h for h in heads if is_name(parsed, h) and left_number(parsed, h) is None]
    found: list[Counted] = []
    heads = [h for h in heads if not _how_many(h) and not (h in names and of_the_last(h, heads))]
    if people and len(names) >= 2 and len(names) == len(heads) and plain_list(names):
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
        single = _one(parsed, one, pronouns=pronouns, people=people, strong=strong)
        if single is not None:
            if found and one.dep_ == "conj" and same_number(found[0], single):
                continue  # "five judges and magistrates": one number for both
            found.append(single)
    return found if apart or len(found) < 2 or len(found) < len(heads) else together(found)


def _how_many(head: Token) -> bool:
    """ "How many civilians were killed" asks, it does not count."""
    return any(
        c.lower_ in {"many", "much"} and c.i and c.nbor(-1).lower_ in {"how", "so", "that", "too"}
        for c in (head, *head.children)
    )


#: "A double homicide".
MULTIPLES = {"double": 2, "triple": 3, "quadruple": 4, "quintuple": 5}


def _one(
    parsed: Parsed, head: Token, *, pronouns: bool, people: bool, strong: bool
) -> Counted | None:
    lowered = head.lower_
    if people and not suits(parsed, head):
        return None
    modifiers = {child.lower_ for child in head.children if child.i < head.i}
    # "dozens of people", "two of the officers", "the bodies of 12 people".
    inner = next(
        (
            g
            for c in head.children
            if c.dep_ == "prep" and c.lower_ == "of"
            for g in c.children
            if g.dep_ == "pobj"
        ),
        None,
    )
    quantity_token = quantity_token_of(parsed, head)
    if quantity_token is None and inner is not None and lowered in words("grammar", "sums"):
        # "A final figure of 216 homes".
        return _one(parsed, inner, pronouns=False, people=people, strong=strong)
    group = inner is not None and lowered in words("grammar", "no_count_singulars")
    if quantity_token is None and group and inner and parsed.quantity(inner) is not None:
        quantity_token = inner  # "a family of five"
    some = group and inner is not None and inner.tag_ == "NNS" and is_person_word(inner.lower_)
    if quantity_token is None and some and inner and {"a", "an"} & modifiers:
        # "A group of bodyguards": some, at least two.
        span = parsed.start(head.left_edge), parsed.end(inner)
        return item(parsed, *span, 2, None, "vague", head, [inner, head])
    if quantity_token is not None:
        quantity = parsed.quantity(quantity_token)
        assert quantity is not None
        noun = inner if quantity_token.i == head.i and inner is not None else head
        if quantity_token.i == head.i and (verb := copula(head)) is not None:
            # "30 were civilians": the predicate says who they are.
            noun = next((c for c in verb.children if c.dep_ == "attr"), noun)
        if noun.lower_ in words("grammar", "back_pronouns"):
            # "two of them children": the predicate noun says who they are.
            noun = predicate(quantity_token, noun) or noun
        if people and not countable(parsed, noun, bare=quantity_token.i == head.i):
            return None
        if quantity_token.i == head.i:
            noun = numbered_noun(head) or noun
        # "one of the victims" singles someone out; "one" alone counts.
        start, end = quantity.start, quantity.end
        qualifier, low, high = quantity.qualifier, quantity.low, quantity.high
        return item(parsed, start, end, low, high, qualifier, head, [noun, head])
    alone = inner is None and any(c.lower_ == "in" for c in head.children)
    if (
        lowered == "one"
        and (inner is not None or alone)
        and (inner is None or inner.lower_ not in words("grammar", "not_people"))
    ):
        # "One of them was injured", "one of the ambassador's daughters", "one in bad condition".
        span = parsed.start(head), parsed.end(head)
        return item(parsed, *span, 1, 1, "exactly", head, [inner or head, head])
    if lowered in {"anyone", "anybody"} and any(c.dep_ == "neg" for c in head.head.children):
        # "Have not arrested anyone".
        return item(parsed, parsed.start(head), parsed.end(head), 0, 0, "exactly", head, [head])
    if lowered in {"nobody", "none"} or (lowered == "one" and "no" in modifiers):
        first = head.nbor(-1) if lowered == "one" and head.i else head
        return item(parsed, parsed.start(first), parsed.end(head), 0, 0, "exactly", head, [head])
    if (none := none_of(head)) is not None:
        if people and not (is_person_word(lowered) or lowered in words("grammar", "count_nouns")):
            return None
        return item(parsed, parsed.start(none), parsed.end(head), 0, 0, "exactly", head, [head])
    if lowered in words("grammar", "multiples"):
        number = MULTIPLES[lowered]
        span = parsed.start(head), parsed.end(head)
        return item(parsed, *span, number, number, "exactly", head, [head])
    if lowered == "both":
        return item(parsed, parsed.start(head), parsed.end(head), 2, 2, "exactly", head, [head])
    if not people:
        return None
    inflicted = head.head.lower_ in words("grammar", "inflicts")
    if lowered in words("grammar", "toll_nouns") and head.dep_ == "dobj" and inflicted:
        # "Inflicted casualties on the troops".
        return item(parsed, parsed.start(head), parsed.end(head), 2, None, "vague", head, [head])
    if lowered in words("grammar", "singular_pronouns"):
        if not pronouns or lowered.endswith("self"):
            return None
        return item(parsed, parsed.start(head), parsed.end(head), 1, 1, "exactly", head, [head])
    if lowered in {"someone", "somebody"} and pronouns and head.head.tag_ == "VBD":
        return item(parsed, parsed.start(head), parsed.end(head), 1, 1, "exactly", head, [head])
    if lowered == "another" and head.pos_ in {"DET", "PRON"}:
        return item(parsed, parsed.start(head), parsed.end(head), 1, 1, "exactly", head, [head])
    if head.pos_ == "PRON":
        return None
    named = next((c for c in head.children if c.dep_ == "appos" and is_name(parsed, c)), None)
    named = named or late_name(parsed, head)
    place = head.pos_ == "PROPN" and bool(known_name(head.text)) and not is_name(parsed, head)
    if named is not None and (
        place or head.tag_ == "NN" or (head.tag_ == "NNP" and is_person_word(lowered))
    ):
        # "The victim, David Lane, died", "a clerk, Luis Prat": the name says who it is.
        span = parsed.start(name_front(named)), parsed.end(named)
        return item(parsed, *span, 1, 1, "exactly", head, [named, head], named=True)
    told = next((c for c in head.children if c.dep_ == "appos" and c.tag_ == "NN"), None)
    front = {c.lower_ for c in told.lefts} if told is not None else set()
    if told is not None and head.tag_ == "NN" and is_anaphoric(lowered) and front & {"a", "an"}:
        # "The victim, a 20-year-old man, was shot": the words behind say who it is.
        return by_noun(parsed, told, front, strong=strong)
    named = identified_as(parsed, head) if is_anaphoric(lowered) and head.tag_ == "NN" else None
    if named is not None:
        span = parsed.start(name_front(named)), parsed.end(named)
        return item(parsed, *span, 1, 1, "exactly", head, [named, head], named=True)
    new = modifiers & ({"a", "an", "another"} | words("grammar", "ordinals"))
    if is_anaphoric(lowered) and not new:
        return None
    if is_name(parsed, head, strong=strong):
        span = parsed.start(name_front(head)), parsed.end(head)
        return item(parsed, *span, 1, 1, "exactly", head, [head], named=True)
    return by_noun(parsed, head, modifiers, strong=strong)
