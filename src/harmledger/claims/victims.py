"""From the head of a victim phrase to what is counted: span, bounds, population."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from harmledger.claims.gazetteer import known_name
from harmledger.claims.parse import Parsed
from harmledger.claims.people import age_of, is_anaphoric, is_person_word, sex_of, status_of
from harmledger.records import Population

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Counted", "counted"]

_ZERO = frozenset("no none nobody neither zero".split())
_DETERMINERS = frozenset("a an one another the his her their its my our this that".split())
_VAGUE = frozenset("several some many few numerous multiple various countless most".split())
_SINGULAR_PRONOUNS = frozenset("he she him her himself herself".split())
_NOT_VICTIMS = frozenset(("DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "GPE", "LOC",
                          "FAC", "EVENT", "WORK_OF_ART", "LAW"))  # fmt: skip
_TITLES = frozenset("mr mrs ms dr gen col lt sgt capt maj father monsignor bishop".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What one noun phrase counts. ``start:end`` is the quote in the text."""

    start: int
    end: int
    low: int | None
    high: int | None
    qualifier: str
    population: Population
    head: Token


def _conjuncts(head: Token) -> Iterator[Token]:
    yield head
    for child in head.children:
        if child.dep_ == "conj" and child.pos_ in {"NOUN", "PROPN", "NUM", "PRON"}:
            yield from _conjuncts(child)


def counted(parsed: Parsed, head: Token, *, pronouns: bool, people: bool = True) -> list[Counted]:
    """What the phrase headed by ``head`` counts, one item for each conjunct that counts.

    ``pronouns``: "he" counts as one (the argument of a finite verb). ``people`` False accepts
    phrases for goods and buildings and refuses nothing for not being a person.
    """
    heads = list(_conjuncts(head))
    names = [h for h in heads if _is_name(parsed, h)]
    found: list[Counted] = []
    if people and len(names) >= 2 and len(names) == len(heads):
        first, last = names[0], names[-1]
        left = min(t.i for t in first.subtree if t.dep_ in {"compound", "nmod"} or t.i == first.i)
        surface_start, surface_end = parsed.start(first.doc[left]), parsed.end(last)
        found.append(
            _item(parsed, surface_start, surface_end, len(names), len(names), "exactly", head,
                  names, named=True)
        )  # fmt: skip
        return found
    for one in heads:
        item = _one(parsed, one, pronouns=pronouns, people=people)
        if item is not None:
            found.append(item)
    return found


def _is_name(parsed: Parsed, token: Token) -> bool:
    if token.pos_ != "PROPN" or parsed.quantity(token) is not None:
        return False
    if token.ent_type_ not in {"PERSON", ""} or is_person_word(token.lower_):
        return False
    return token.ent_type_ == "PERSON" or (
        token.text[:1].isupper()
        and token.dep_ in {"nsubj", "nsubjpass", "conj", "dobj"}
        and not known_name(token.text)
    )


def _quantity_token(parsed: Parsed, head: Token) -> Token | None:
    if parsed.quantity(head) is not None:
        return head
    for child in head.children:
        if child.i < head.i and parsed.quantity(child) is not None and child.dep_ in {
            "nummod", "amod", "det", "quantmod", "nmod", "compound", "predet", "advmod", "dep",
        }:  # fmt: skip
            return child
        if child.dep_ in {"amod", "compound", "nummod"}:
            for below in child.children:
                if parsed.quantity(below) is not None and below.i < child.i:
                    return below
    return None


def _predicate(numeral: Token, pronoun: Token) -> Token | None:
    """The noun right behind "two of them", "two of whom were"."""
    for token in numeral.doc[pronoun.i + 1 : pronoun.i + 4]:
        if token.pos_ == "NOUN" and is_person_word(token.lower_):
            return token
        if token.pos_ not in {"AUX", "ADJ", "ADV"}:
            return None
    return None


def _one(parsed: Parsed, head: Token, *, pronouns: bool, people: bool) -> Counted | None:
    lowered = head.lower_
    modifiers = {child.lower_ for child in head.children if child.i < head.i}
    # "dozens of people", "two of the officers", "the bodies of 12 people".
    inner = next(
        (g for c in head.children if c.dep_ == "prep" and c.lower_ == "of" for g in c.children
         if g.dep_ == "pobj"),
        None,
    )  # fmt: skip
    quantity_token = _quantity_token(parsed, head)
    if quantity_token is not None:
        quantity = parsed.quantity(quantity_token)
        assert quantity is not None
        noun = inner if quantity_token.i == head.i and inner is not None else head
        if noun.lower_ in {"them", "whom", "those", "these"}:
            # "two of them children": the predicate noun says who they are.
            noun = _predicate(quantity_token, noun) or noun
        if people and not _countable(parsed, noun, bare=quantity_token.i == head.i):
            return None
        # "one of the victims" singles someone out; "one" alone counts.
        start, end = quantity.start, quantity.end
        qualifier, low, high = quantity.qualifier, quantity.low, quantity.high
        return _item(parsed, start, end, low, high, qualifier, head, [noun, head])
    if lowered in {"nobody", "none"} or (lowered == "one" and "no" in modifiers):
        first = head.nbor(-1) if lowered == "one" and head.i else head
        return _item(parsed, parsed.start(first), parsed.end(head), 0, 0, "exactly", head, [head])
    if "no" in modifiers or "zero" in modifiers:
        first = next(c for c in head.children if c.lower_ in _ZERO)
        if people and not (is_person_word(lowered) or lowered in _COUNT_NOUNS):
            return None
        return _item(parsed, parsed.start(first), parsed.end(head), 0, 0, "exactly", head, [head])
    if lowered == "both":
        return _item(parsed, parsed.start(head), parsed.end(head), 2, 2, "exactly", head, [head])
    if not people:
        return None
    if lowered in _SINGULAR_PRONOUNS:
        if not pronouns or lowered.endswith("self"):
            return None
        return _item(parsed, parsed.start(head), parsed.end(head), 1, 1, "exactly", head, [head])
    if head.pos_ == "PRON" or is_anaphoric(lowered):
        return None
    if _is_name(parsed, head):
        left = head.doc[min(t.i for t in head.subtree if t.dep_ in {"compound", "nmod"} or t.i == head.i)]
        return _item(parsed, parsed.start(left), parsed.end(head), 1, 1, "exactly", head, [head],
                     named=True)  # fmt: skip
    return _by_noun(parsed, head, modifiers)


#: Count nouns may carry a zero themselves: "no casualties", "no deaths".
_COUNT_NOUNS = frozenset(
    "casualties casualty deaths fatalities injuries victims arrests hostages dead wounded".split()
)


def _by_noun(parsed: Parsed, head: Token, modifiers: set[str]) -> Counted | None:
    """Nouns without a number: "a policeman" is one, "several villagers" vague."""
    lowered = head.lower_
    if not is_person_word(lowered) or head.ent_type_ in _NOT_VICTIMS - {"CARDINAL"}:
        return None
    plural = head.tag_ in {"NNS", "NNPS"} or lowered in {"people", "police", "personnel", "troops"}
    vague = next((c for c in head.children if c.lower_ in _VAGUE and c.i < head.i), None)
    if plural:
        if modifiers & {"both"}:
            first = next(c for c in head.children if c.lower_ == "both")
            return _item(parsed, parsed.start(first), parsed.end(head), 2, 2, "exactly", head, [head])
        if vague is not None:
            return _item(parsed, parsed.start(vague), parsed.end(vague), 2, None, "vague", head,
                         [head])  # fmt: skip
        if modifiers & {"the", "these", "those", "all", "whose", "any", "more", "such"}:
            return None
        left = min((c for c in head.children if c.i < head.i and c.dep_ in {"amod", "compound"}),
                   key=lambda c: c.i, default=head)  # fmt: skip
        return _item(parsed, parsed.start(left), parsed.end(head), 2, None, "vague", head, [head])
    if lowered in {"family", "crew", "staff", "population", "majority", "police", "household",
                   "group", "couple", "generation"} or modifiers & {"every", "each", "any", "no"}:  # fmt: skip
        return None
    if modifiers & _DETERMINERS or head.tag_ in {"NN", "NNP"}:
        left = min((c for c in head.children if c.i < head.i and c.dep_ in {
            "det", "amod", "compound", "poss", "nmod", "nummod"}), key=lambda c: c.i, default=head)  # fmt: skip
        left = min((t for t in left.subtree), key=lambda t: t.i) if left.i != head.i else left
        return _item(parsed, parsed.start(left), parsed.end(head), 1, 1, "exactly", head, [head])
    return None


_NOT_PEOPLE = frozenset(
    "attack attacks strike strikes airstrike airstrikes bomb bombs explosion explosions blast "
    "vehicle vehicles car cars truck trucks tank tanks aircraft plane planes helicopter helicopters "
    "missile missiles rocket rockets house houses building buildings home homes incident incidents "
    "case cases shooting shootings animal animals sheep cow cows dog dogs cattle horse horses bird "
    "birds weapon weapons gun guns rifle rifles mine mines hospital hospitals school schools city "
    "cities town towns village villages country countries site sites location locations time times "
    "place places province provinces day days night year years hour hours reason reasons shot shots "
    "percent area areas way ways goal goals suspicion connection charge charges".split()
)


def _countable(parsed: Parsed, noun: Token, *, bare: bool) -> bool:
    """Whether a number with this noun can count people."""
    lowered = noun.lower_
    if lowered in _NOT_PEOPLE:
        return False
    if is_person_word(lowered) or lowered in _COUNT_NOUNS or bare:
        return True
    return noun.ent_type_ not in {"MONEY", "PERCENT", "TIME", "DATE"} or noun.pos_ == "NUM"


def _item(
    parsed: Parsed, start: int, end: int, low: int | None, high: int | None, qualifier: str,
    head: Token, nouns: list[Token], *, named: bool = False,
) -> Counted:  # fmt: skip
    words: list[str] = []
    status, modifiers = "unstated", ()
    for noun in nouns:
        modifiers = tuple(
            t.lower_ for t in noun.children if t.dep_ in {"amod", "compound", "nmod", "poss", "appos"}
            and (t.i < noun.i or t.dep_ == "appos")
        )  # fmt: skip
        words.extend((*modifiers, noun.lower_))
        if status == "unstated":
            status = status_of(noun.lower_, modifiers)
    noun = nouns[0]
    left = min((t.i for t in noun.children if t.i < noun.i and t.dep_ in {"amod", "compound", "nmod"}),
               default=noun.i)  # fmt: skip
    role = noun.lower_ if noun.pos_ == "NOUN" and status not in {"unstated"} else None
    surface_start = parsed.start(noun.doc[left])
    surface = None
    if noun.pos_ in {"NOUN", "PROPN", "PRON", "ADJ"} and parsed.quantity(noun) is None:
        surface = parsed.text[surface_start : parsed.end(noun)]
    return Counted(
        start=start, end=end, low=low, high=high, qualifier=qualifier, head=head,
        population=Population(
            status=status, age=age_of(tuple(words)), sex=sex_of(tuple(words)), role=role,
            surface=surface, named=named,
        ),
    )  # fmt: skip
