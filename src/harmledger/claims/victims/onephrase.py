"""One noun phrase for people or goods, and the number in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.victims.numbering import (
    copula,
    numbered_noun,
    predicate,
    quantity_token_of,
    suits,
)
from harmledger.claims.victims.phrases import Counted, countable, item
from harmledger.claims.victims.unnumbered import without_number
from harmledger.claims.words.lexicon import words
from harmledger.claims.words.people import is_person_word

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["one_phrase"]


def one_phrase(
    parsed: Parsed, head: Token, *, pronouns: bool, people: bool, strong: bool
) -> Counted | None:
    """What the phrase headed by ``head`` counts by itself, without those joined to it.

    The arguments are those of :func:`harmledger.claims.victims.count.counted`.
    """
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
    if people and (first := _not_one(head)) is not None:
        # "Not a single driver was hurt", "not one of the crew died".
        return item(parsed, parsed.start(first), parsed.end(head), 0, 0, "exactly", head, [head])
    quantity_token = quantity_token_of(parsed, head)
    if quantity_token is None and inner is not None and lowered in words("grammar", "sums"):
        # "A final figure of 216 homes".
        return one_phrase(parsed, inner, pronouns=False, people=people, strong=strong)
    group = inner is not None and lowered in words("grammar", "no_count_singulars")
    if quantity_token is None and group and inner:
        # "A family of five", "an escort of nine gendarmes"; not "the family of two monks".
        bodies = inner.lefts if lowered in words("grammar", "of_members") else ()
        quantity_token = next((t for t in (inner, *bodies) if parsed.quantity(t)), None)
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
        if inner is not None and quantity_token.head.i == inner.i != quantity_token.i:
            noun = inner  # "an escort of nine gendarmes"
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
    return without_number(parsed, head, inner, pronouns=pronouns, people=people, strong=strong)


def _not_one(head: Token) -> Token | None:
    """The "not" before "a single driver" or "one of them"; None where there is none."""
    only = words("grammar", "only_one") | {"one"}
    one = head if head.lower_ in only else next((c for c in head.lefts if c.lower_ in only), None)
    if one is None:
        return None
    at = one.i - 1
    while at > 0 and head.doc[at].lower_ in words("grammar", "only_one", "before"):
        at -= 1
    return head.doc[at] if at >= 0 and head.doc[at].lower_ == "not" else None
