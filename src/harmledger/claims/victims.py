"""From the head of a victim phrase to what is counted: span, bounds, population."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from harmledger.claims.lexicon import words
from harmledger.claims.names import is_name, named_before
from harmledger.claims.parse import Parsed
from harmledger.claims.people import is_anaphoric, is_person_word
from harmledger.claims.phrases import Counted, by_noun, countable, item, left_number, under_number
from harmledger.records import Population

if TYPE_CHECKING:
    from spacy.tokens import Token


__all__ = ["Counted", "counted"]


def _conjuncts(head: Token) -> Iterator[Token]:
    yield head
    for child in head.children:
        if (child.dep_ == "conj" and child.pos_ in {"NOUN", "PROPN", "NUM", "PRON"}) or (
            child.dep_ == "appos" and child.pos_ == head.pos_ and _listed(head, child)
        ):
            yield from _conjuncts(child)


def _plain_list(names: list[Token]) -> bool:
    """Whether nothing but names and commas stands between the first name and the last.

    "Akin and Uddin" are one phrase for two; names with an age or a clause are told one by one.
    """
    between = names[0].doc[names[0].i + 1 : names[-1].i]
    return all(
        (t.pos_ in {"PROPN", "PUNCT", "CCONJ", "DET", "SPACE"} and t.text != ";")
        or t.dep_ == "compound"
        for t in between
    )


def _listed(head: Token, second: Token) -> bool:
    """Whether what the parser takes for an apposition is the second of a list.

    "12 Shiites, 3 Christians and 5 Kurds", "his wife, son and daughter", "A. Ruiz, P. Black and
    T. Hill": numbers of their own, or an "and" that closes the list. Two names side by side
    without it are one person ("the mayor, Ana Ruiz").
    """
    marks = {below.dep_ for below in second.children}
    if head.pos_ == "PROPN" and "nummod" in marks and "det" not in marks:
        return True
    closed = any(
        below.dep_ == "conj" and below.pos_ in {"NOUN", "PROPN"} and below.i > second.i
        for below in second.children
    )
    return (
        closed
        and not marks & {"det", "relcl", "acl", "prep"}
        and (head.pos_ == "PROPN" or is_person_word(second.lower_))
    )


def _joined(head: Token) -> Iterator[Token]:
    """ "Three Ukrainians and two Russians": subjects that the parser left side by side."""
    if head.dep_ in {"nsubj", "nsubjpass"}:
        for other in head.head.children:
            joins = any(child.dep_ in {"cc", "punct"} for child in other.children)
            if other.i < head.i and other.dep_ == head.dep_ and joins:
                yield other


def counted(
    parsed: Parsed,
    head: Token,
    *,
    pronouns: bool,
    people: bool = True,
    strong: bool = False,
    apart: bool = False,
) -> list[Counted]:
    """What the phrase headed by ``head`` counts, one item for each conjunct that counts.

    ``pronouns``: "he" counts as one (the argument of a finite verb). ``people`` False accepts
    phrases for goods and buildings and refuses nothing for not being a person. ``strong``: the
    harm word befalls people only, so a noun that no list knows is a person ("an archivist").
    ``apart``: single persons that are joined are one item each, as in a list of parts.
    """
    head = named_before(parsed, head) or head
    heads = [one for first in (*_joined(head), head) for one in _conjuncts(first)]
    names = [h for h in heads if is_name(parsed, h) and left_number(parsed, h) is None]
    found: list[Counted] = []
    heads = [h for h in heads if not _how_many(h)]
    if people and len(names) >= 2 and len(names) == len(heads) and _plain_list(names):
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
            found.append(single)
    return found if apart or len(found) < 2 or len(found) < len(heads) else _together(found)


def _together(found: list[Counted]) -> list[Counted]:
    """ "A man and his son were killed": single persons joined, none with a number, are one count.

    Those whose status differs (a policeman and a villager) stay apart: methods count them apart.
    """
    statuses = {one.population.status for one in found} - {"unstated"}
    if len(statuses) > 1 or any((one.low, one.high) != (1, 1) for one in found):
        return found
    if any(one.head.pos_ == "NUM" for one in found):
        return found
    first, last = found[0], found[-1]
    number = len(found)
    agreed = all(one.population.status == first.population.status for one in found)
    population = Population(
        status=first.population.status if agreed else "unstated",
        age=first.population.age if len({one.population.age for one in found}) == 1 else None,
        sex=first.population.sex if len({one.population.sex for one in found}) == 1 else None,
        named=any(one.population.named for one in found),
    )
    return [
        Counted(
            start=first.start,
            end=last.end,
            low=number,
            high=number,
            qualifier="exactly",
            head=first.head,
            population=population,
        )
    ]


def _how_many(head: Token) -> bool:
    """ "How many civilians were killed" asks, it does not count."""
    return any(
        c.lower_ in {"many", "much"} and c.i and c.nbor(-1).lower_ in {"how", "so", "that", "too"}
        for c in (head, *head.children)
    )


#: "A double homicide".
MULTIPLES = {"double": 2, "triple": 3, "quadruple": 4, "quintuple": 5}


def _quantity_token(parsed: Parsed, head: Token) -> Token | None:
    if parsed.quantity(head) is not None:
        return head
    if head.tag_ in {"NNS", "NNPS"} or (head.pos_ == "PROPN" and head.lower_.endswith("s")):
        near = left_number(parsed, head)
        if near is not None:
            return near
    for child in head.children:
        if (
            child.i < head.i
            and parsed.quantity(child) is not None
            and child.dep_
            in {
                "nummod",
                "amod",
                "det",
                "quantmod",
                "nmod",
                "compound",
                "predet",
                "advmod",
                "dep",
            }
        ):
            return child
        if child.dep_ in {"amod", "compound", "nummod"}:
            for below in child.children:
                if parsed.quantity(below) is not None and below.i < child.i:
                    return below
    return None


def _copula(numeral: Token) -> Token | None:
    """The verb of a number that is a subject: by the parse, or directly behind it."""
    if numeral.dep_ in {"nsubj", "nsubjpass"}:
        return numeral.head
    behind = numeral.doc[numeral.i + 1] if numeral.i + 1 < len(numeral.doc) else None
    return behind if behind is not None and behind.pos_ == "AUX" else None


def _predicate(numeral: Token, pronoun: Token) -> Token | None:
    """The noun right behind "two of them", "two of whom were"."""
    for token in numeral.doc[pronoun.i + 1 : pronoun.i + 4]:
        if token.pos_ == "NOUN" and is_person_word(token.lower_):
            return token
        if token.pos_ not in {"AUX", "ADJ", "ADV"}:
            return None
    return None


def _numbered_noun(number: Token) -> Token | None:
    """ "The number of civilians killed rose to 19": whom a bare number counts."""
    if number.i == 0 or number.nbor(-1).lower_ not in words("grammar", "toll_links"):
        return None
    for token in number.doc:
        if is_person_word(token.lower_) and under_number(token):
            return token
    return None


def _suits(parsed: Parsed, head: Token) -> bool:
    """Whether ``head`` can be what a verb with other uses killed: "eliminated", "lost"."""
    verbs = [head.head.lower_, *(c.lower_ for c in head.children if c.dep_ == "acl")]
    if any(verb in words("harm_words", "lose", "forms") for verb in verbs):
        counted_here = _quantity_token(parsed, head) is not None
        return counted_here and head.lower_ in words("harm_words", "lose", "needs_verb")
    if any(verb in words("harm_words", "neutralise", "forms") for verb in verbs):
        return (
            is_person_word(head.lower_)
            or parsed.quantity(head) is not None
            or head.ent_type_ == "PERSON"
            or head.lower_ in words("harm_words", "neutralise", "needs_verb")
        )
    return True


def _one(
    parsed: Parsed, head: Token, *, pronouns: bool, people: bool, strong: bool
) -> Counted | None:
    lowered = head.lower_
    if people and not _suits(parsed, head):
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
    quantity_token = _quantity_token(parsed, head)
    if quantity_token is None and inner is not None and lowered in words("grammar", "sums"):
        # "A final figure of 216 homes".
        return _one(parsed, inner, pronouns=False, people=people, strong=strong)
    group = inner is not None and lowered in words("grammar", "no_count_singulars")
    if quantity_token is None and group and inner and parsed.quantity(inner) is not None:
        quantity_token = inner  # "a family of five"
    if quantity_token is not None:
        quantity = parsed.quantity(quantity_token)
        assert quantity is not None
        noun = inner if quantity_token.i == head.i and inner is not None else head
        if quantity_token.i == head.i and (verb := _copula(head)) is not None:
            # "30 were civilians": the predicate says who they are.
            noun = next((c for c in verb.children if c.dep_ == "attr"), noun)
        if noun.lower_ in words("grammar", "back_pronouns"):
            # "two of them children": the predicate noun says who they are.
            noun = _predicate(quantity_token, noun) or noun
        if people and not countable(parsed, noun, bare=quantity_token.i == head.i):
            return None
        if quantity_token.i == head.i:
            noun = _numbered_noun(head) or noun
        # "one of the victims" singles someone out; "one" alone counts.
        start, end = quantity.start, quantity.end
        qualifier, low, high = quantity.qualifier, quantity.low, quantity.high
        return item(parsed, start, end, low, high, qualifier, head, [noun, head])
    if (
        lowered == "one"
        and inner is not None
        and inner.lower_ not in words("grammar", "not_people")
    ):
        # "One of them was injured", "one of the ambassador's daughters".
        span = parsed.start(head), parsed.end(head)
        return item(parsed, *span, 1, 1, "exactly", head, [inner, head])
    if lowered in {"nobody", "none"} or (lowered == "one" and "no" in modifiers):
        first = head.nbor(-1) if lowered == "one" and head.i else head
        return item(parsed, parsed.start(first), parsed.end(head), 0, 0, "exactly", head, [head])
    if "no" in modifiers or "zero" in modifiers:
        first = next(c for c in head.children if c.lower_ in words("grammar", "zero"))
        if people and not (is_person_word(lowered) or lowered in words("grammar", "count_nouns")):
            return None
        return item(parsed, parsed.start(first), parsed.end(head), 0, 0, "exactly", head, [head])
    if lowered in words("grammar", "multiples"):
        number = MULTIPLES[lowered]
        span = parsed.start(head), parsed.end(head)
        return item(parsed, *span, number, number, "exactly", head, [head])
    if lowered == "both":
        return item(parsed, parsed.start(head), parsed.end(head), 2, 2, "exactly", head, [head])
    if not people:
        return None
    if lowered in words("grammar", "singular_pronouns"):
        if not pronouns or lowered.endswith("self"):
            return None
        return item(parsed, parsed.start(head), parsed.end(head), 1, 1, "exactly", head, [head])
    if lowered == "another" and head.pos_ in {"DET", "PRON"}:
        return item(parsed, parsed.start(head), parsed.end(head), 1, 1, "exactly", head, [head])
    if head.pos_ == "PRON":
        return None
    if is_anaphoric(lowered) and not modifiers & {"a", "an", "another"}:
        # "The victim, David Lane, died": the name is new, "the victim" only points back.
        named = next((c for c in head.children if c.dep_ == "appos" and is_name(parsed, c)), None)
        if named is None:
            return None
        head = named
    if is_name(parsed, head, strong=strong):
        left = head.doc[
            min(t.i for t in head.subtree if t.dep_ in {"compound", "nmod"} or t.i == head.i)
        ]
        return item(
            parsed, parsed.start(left), parsed.end(head), 1, 1, "exactly", head, [head], named=True
        )
    return by_noun(parsed, head, modifiers, strong=strong)
