"""Victims that are joined: which nouns a list holds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from harmledger.claims.parsing.syntax import labels
from harmledger.claims.victims.phrases import Counted
from harmledger.claims.words.lexicon import words
from harmledger.claims.words.people import is_person_word

if TYPE_CHECKING:
    from spacy.tokens import Token


__all__ = ["conjuncts", "of_the_last", "plain_list", "same_number", "side_by_side"]


_DASHES = frozenset(("-", "--", "–", "—"))


def conjuncts(head: Token) -> Iterator[Token]:
    yield head
    for child in head.children:
        if _of_them(child):
            continue
        if (child.dep_ == "conj" and child.pos_ in {"NOUN", "PROPN", "NUM", "PRON"}) or (
            child.dep_ == "appos" and child.pos_ == head.pos_ and _listed(head, child)
        ):
            yield from conjuncts(child)
        elif child.dep_ == "appos" and child.pos_ == "PROPN" and head.tag_ == "NN":
            # "The priest Luis Prat and the four workers": they are joined to the priest.
            for other in child.children:
                if other.dep_ == "conj" and any(c.dep_ == "nummod" for c in other.children):
                    yield from conjuncts(other)
        elif child.dep_ == "appos" and _in_brackets(head, child):
            yield child
        elif child.dep_ == "appos" and _of_one_list(head, child):
            yield from conjuncts(child)
    yield from _behind_a_limb(head)


def _of_them(noun: Token) -> bool:
    """ "Five people, four of them teenagers": who the four are."""
    if noun.i < 2 or noun.nbor(-1).lower_ not in words("grammar", "back_pronouns"):
        return False
    return noun.nbor(-2).lower_ == "of"


def _behind_a_limb(head: Token) -> Iterator[Token]:
    """ "A girl shot in the neck and a boy with wounds": the boy, whom the parser joins to the
    neck."""
    if not is_person_word(head.lower_) or head.dep_ not in {"nsubj", "nsubjpass", "dobj", "pobj"}:
        return
    for token in head.doc[head.i + 1 : head.right_edge.i + 1]:
        to = token.head
        clause = to.dep_ == "acl" and to.head.i == head.i and to.tag_ == "VBN"
        wound = to.lower_ in words("grammar", "none_nouns") | words("things", "body_parts")
        if (
            token.dep_ == "conj"
            and (clause or wound)
            and token.pos_ == "NOUN"
            and is_person_word(token.lower_)
        ):
            yield from conjuncts(token)


def _of_one_list(head: Token, second: Token) -> bool:
    return _own_kin(head, second) or _of_one_family(head, second) or _headline_pair(head, second)


def _headline_pair(head: Token, second: Token) -> bool:
    """ "On trial for murders of mother, daughter": headlines leave out articles."""
    if head.lower_ == second.lower_ or second.i - head.i not in {2, 3}:
        return False
    nouns = all(t.tag_ in {"NN", "NNP"} and is_person_word(t.lower_) for t in (head, second))
    bare = all(c.dep_ == "amod" for t in (head, second) for c in t.lefts)
    return nouns and bare and not list(second.rights) and second.nbor(-1).text in {",", "young"}


def _own_kin(head: Token, kin: Token) -> bool:
    """ "Luis Prat, his son, and 12 farmhands": the son is one more, where the list goes on."""
    if head.pos_ != "PROPN" or kin.lower_ not in words("grammar", "kin"):
        return False
    own = any(c.dep_ == "poss" and c.lower_ in {"his", "her"} for c in kin.lefts)
    behind = [t.lower_ for t in kin.doc[kin.i + 1 : kin.i + 3]]
    return own and (behind[:1] == ["and"] or behind == [",", "and"])


def _of_one_family(head: Token, second: Token) -> bool:
    """ "His wife, son, and daughter": the son, where the daughter is joined to the wife."""
    kin = words("grammar", "kin")
    if head.lower_ not in kin or second.lower_ not in kin or head.lower_ == second.lower_:
        return False
    own = any(c.dep_ == "poss" for c in head.lefts)
    bare = all(c.dep_ in {"amod", "compound", "punct"} for c in second.children)
    return own and bare and any(c.dep_ == "conj" and c.i > second.i for c in head.rights)


def _in_brackets(head: Token, people: Token) -> bool:
    """ "5,300 families (32,000 people)": the same people, counted by the head as well."""
    opens = people.left_edge
    return (
        head.lower_ in words("things", "households")
        and opens.i > 0
        and opens.nbor(-1).text == "("
        and any(c.dep_ == "nummod" for c in people.children)
    )


def plain_list(names: list[Token]) -> bool:
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
    if closed and head.tag_ == second.tag_ == "NN" and not marks & {"relcl", "acl", "prep"}:
        # "A colonel, a judge and a clerk", "the woman, the man and the child".
        front, behind = ({c.lower_ for c in one.lefts} for one in (head, second))
        last = next(c for c in second.children if c.dep_ == "conj")
        if last.tag_ == "NNP" or {c.lower_ for c in last.lefts} & words("grammar", "determiners"):
            for kind in ({"a", "an"}, {"the"}, words("grammar", "own")):
                if front & kind and behind & kind:
                    return is_person_word(second.lower_)
    return (
        closed
        and not marks & {"det", "relcl", "acl", "prep"}
        and (head.pos_ == "PROPN" or is_person_word(second.lower_))
    )


def of_the_last(name: Token, heads: list[Token]) -> bool:
    """ "Ines Prado and her son, 19-year-old Hugo Lema": the parser lists the name as a third."""
    left = name.left_edge.i
    if left < 2 or name.doc[left - 1].text != ",":
        return False
    before = name.doc[left - 2]
    return before in heads and before.tag_ == "NN" and is_person_word(before.lower_)


def side_by_side(head: Token) -> Iterator[Token]:
    """ "Three Ukrainians and two Russians": subjects that the parser left side by side."""
    if head.dep_ in {"nsubj", "nsubjpass"}:
        for other in head.head.children:
            joins = any(child.dep_ in {"cc", "punct"} for child in other.children)
            if other.i >= head.i or other.dep_ != head.dep_ or not joins:
                continue
            if not (_told_of_them(other) or labels(other, head)):
                yield other
        if (first := _cut_off(head)) is not None:
            yield first
    total = next((c for c in head.lefts if c.dep_ == "nmod" and c.tag_ == "NNS"), None)
    if total is not None and total.nbor(1).text in _DASHES and is_person_word(total.lower_):
        yield total  # "nine people - two soldiers and seven clerks": parsed as one phrase


def _cut_off(head: Token) -> Token | None:
    """ "Two mosques and three churches were damaged": taken for two clauses."""
    left = head.left_edge.i
    verb = head.head
    if left < 2 or head.doc[left - 1].lower_ != "and" or verb.dep_ != "conj":
        return None
    first = head.doc[left - 2]
    counted = any(c.dep_ == "nummod" for c in first.lefts)
    return first if counted and first.pos_ == "NOUN" and first.i == verb.head.i else None


def _told_of_them(noun: Token) -> bool:
    """ "19 of them members of its crew": what some are, which the parser takes for a subject."""
    before = noun.doc[max(0, noun.left_edge.i - 1) : noun.i]
    return any(token.lower_ in words("grammar", "back_pronouns") for token in before)


def same_number(first: Counted, second: Counted) -> bool:
    bare = second.qualifier == "vague" and second.head.tag_ in {"NNS", "NNPS"}
    numbered = (first.low or 0) > 1 and first.qualifier != "vague"
    return bare and numbered and not list(second.head.lefts)
