"""A noun phrase without a number: the one, the some or the nobody that it stands for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.parsing.syntax import SUBJECTS
from harmledger.claims.quantities.ages import age_beside
from harmledger.claims.victims.bynoun import by_noun
from harmledger.claims.victims.denied import any_denied
from harmledger.claims.victims.joined import conjuncts
from harmledger.claims.victims.names import identified_as, is_name, late_name, name_front
from harmledger.claims.victims.newones import one_not_told_of
from harmledger.claims.victims.phrases import Counted, item, none_of
from harmledger.claims.words.gazetteer import known_name
from harmledger.claims.words.lexicon import words
from harmledger.claims.words.people import is_anaphoric, is_person_word

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["without_number"]

#: "A double homicide".
_MULTIPLES = {"double": 2, "triple": 3, "quadruple": 4, "quintuple": 5}


def without_number(
    parsed: Parsed, head: Token, inner: Token | None, *, pronouns: bool, people: bool, strong: bool
) -> Counted | None:
    """What the phrase stands for; ``inner``: the noun behind its "of".

    The other arguments are those of :func:`harmledger.claims.victims.onephrase.one_phrase`.
    """
    lowered = head.lower_
    modifiers = {child.lower_ for child in head.children if child.i < head.i}
    no_one = "no" in modifiers  # "no one in custody"
    alone = not no_one and inner is None and any(c.lower_ == "in" for c in head.children)
    beside = head.head.children if head.dep_ == "nsubj" and not no_one else ()
    alone = alone or any(
        c.dep_ == "acomp" and c.lower_ in words("grammar", "states_of_one") for c in beside
    )
    if (
        lowered == "one"
        and (inner is not None or alone)
        and (inner is None or inner.lower_ not in words("grammar", "not_people"))
    ):
        # "One of them was injured", "one of the ambassador's daughters", "one in bad condition".
        span = parsed.start(head), parsed.end(head)
        return item(parsed, *span, 1, 1, "exactly", head, [inner or head, head])
    of_them = inner is not None and inner.lower_ in words("grammar", "back_pronouns")
    if lowered in {"all", "some", "most", "many", "several"} and of_them:
        # "All of them died", "some of whom were arrested".
        span = parsed.start(head), parsed.end(head)
        return item(parsed, *span, 2, None, "vague", head, [head])
    if lowered in {"some", "more"} and inner is None and pronouns and _subject_alone(head):
        # "Some died weeks afterwards", "more were hurt".
        span = parsed.start(head), parsed.end(head)
        return item(parsed, *span, 2, None, "vague", head, [head])
    if lowered in {"anyone", "anybody"} and any(c.dep_ == "neg" for c in head.head.children):
        # "Have not arrested anyone".
        return item(parsed, parsed.start(head), parsed.end(head), 0, 0, "exactly", head, [head])
    if lowered in {"anyone", "anybody"} and any_denied(head):
        # "Denied that it had killed anyone": what is denied is of one and more.
        return item(parsed, parsed.start(head), parsed.end(head), 1, None, "at_least", head, [head])
    # "Neither of the two was hurt", "but neither was hurt".
    neither = lowered == "neither" and (inner is not None or (pronouns and head.dep_ in SUBJECTS))
    if neither or lowered in {"nobody", "none"} or (lowered == "one" and "no" in modifiers):
        first = head.nbor(-1) if lowered == "one" and head.i else head
        return item(parsed, parsed.start(first), parsed.end(head), 0, 0, "exactly", head, [head])
    if (none := none_of(head)) is not None:
        nouns = words("grammar", "count_nouns") | words("grammar", "none_nouns")
        if people and not (is_person_word(lowered) or lowered in nouns):
            return None
        return item(parsed, parsed.start(none), parsed.end(head), 0, 0, "exactly", head, [head])
    if lowered in words("grammar", "multiples"):
        number = _MULTIPLES[lowered]
        span = parsed.start(head), parsed.end(head)
        return item(parsed, *span, number, number, "exactly", head, [head])
    pairs = words("grammar", "groups_of_known_size")
    one_of_them = modifiers & {"the", "a", "an", "another", "this"}
    if people and pronouns and lowered in pairs and one_of_them and inner is None:
        number = 2 if lowered in words("grammar", "groups_of_known_size", "two") else 3
        span = parsed.start(head.left_edge), parsed.end(head)
        return item(parsed, *span, number, number, "exactly", head, [head])
    if lowered == "both":
        return item(parsed, parsed.start(head), parsed.end(head), 2, 2, "exactly", head, [head])
    if not people:
        return None
    inflicted = head.head.lower_ in words("grammar", "inflicts")
    if lowered in words("grammar", "toll_nouns") and head.dep_ == "dobj" and inflicted:
        # "Inflicted casualties on the troops", "did not inflict casualties".
        span = parsed.start(head), parsed.end(head)
        if any(c.dep_ == "neg" for c in head.head.children):
            return item(parsed, *span, 0, 0, "exactly", head, [head])
        return item(parsed, *span, 2, None, "vague", head, [head])
    if lowered in words("grammar", "singular_pronouns"):
        if not pronouns or lowered.endswith("self"):
            return None
        return item(parsed, parsed.start(head), parsed.end(head), 1, 1, "exactly", head, [head])
    verbs = [head.head, *(c for c in head.children if c.dep_ == "relcl")]
    past = any(t.tag_ == "VBD" for verb in verbs for t in (verb, *verb.lefts))
    if lowered in {"someone", "somebody"} and pronouns and past:
        return item(parsed, parsed.start(head), parsed.end(head), 1, 1, "exactly", head, [head])
    if lowered == "another" and head.pos_ in {"DET", "PRON"}:
        return item(parsed, parsed.start(head), parsed.end(head), 1, 1, "exactly", head, [head])
    if head.pos_ == "PRON":
        return None
    if (single := one_not_told_of(parsed, head, modifiers, pronouns=pronouns)) is not None:
        return single
    more = {one.i for one in conjuncts(head)}
    named = next(
        (c for c in head.children if c.dep_ == "appos" and c.i not in more and is_name(parsed, c)),
        None,
    )
    named = named or late_name(parsed, head)
    place = head.pos_ == "PROPN" and bool(known_name(head.text)) and not is_name(parsed, head)
    if named is not None and (
        place or head.tag_ == "NN" or (head.tag_ == "NNP" and is_person_word(lowered))
    ):
        # "The victim, David Lane, died", "a clerk, Luis Prat": the name says who it is.
        span = _told_and_named(parsed, head, named)
        return item(parsed, *span, 1, 1, "exactly", head, [named, head], named=True)
    told = next((c for c in head.children if c.dep_ == "appos" and c.tag_ == "NN"), None)
    front = {c.lower_ for c in told.lefts} if told is not None else set()
    if told is not None and head.tag_ == "NN" and is_anaphoric(lowered) and front & {"a", "an"}:
        # "The victim, a 20-year-old man, was shot": the words behind say who it is.
        said = by_noun(parsed, told, front, strong=strong)
        near = told.left_edge.i == head.i + 2
        left = parsed.start(head.left_edge) if said and near else None
        return replace(said, start=left) if said and left is not None else said
    named = identified_as(parsed, head) if is_anaphoric(lowered) and head.tag_ == "NN" else None
    if named is not None:
        span = parsed.start(name_front(named)), parsed.end(named)
        return item(parsed, *span, 1, 1, "exactly", head, [named, head], named=True)
    # "Boy, 14, dies": a headline leaves out the article.
    aged = not modifiers and head.tag_ in {"NN", "NNP"} and age_beside(head) is not None
    new = aged or modifiers & ({"a", "an", "another", "both"} | words("grammar", "ordinals"))
    if is_anaphoric(lowered) and not new:
        if lowered == "victim" and pronouns and "the" in modifiers:
            # "Police say the victim was shot": one, as "he" is.
            span = parsed.start(head.left_edge), parsed.end(head)
            return item(parsed, *span, 1, 1, "exactly", head, [head])
        return None
    if is_name(parsed, head, strong=strong):
        span = parsed.start(name_front(head)), parsed.end(head)
        return item(parsed, *span, 1, 1, "exactly", head, [head], named=True)
    return by_noun(parsed, head, modifiers, strong=strong)


def _subject_alone(head: Token) -> bool:
    plain = head.dep_ in {"nsubj", "nsubjpass"} and not list(head.children)
    return plain and head.head.pos_ in {"VERB", "AUX"}


#: Tokens between a noun and its name; behind more, the name alone is quoted.
_NEAR = 4


def _told_and_named(parsed: Parsed, noun: Token, name: Token) -> tuple[int, int]:
    """The span of "the driver, Luis Prat": the noun with what stands before it, and the name."""
    front = name_front(name)
    comma = noun.i + 1 < len(noun.doc) and noun.nbor(1).text == ","
    if not (comma and front.i <= noun.i + _NEAR):
        return parsed.start(front), parsed.end(name)
    kinds = {"det", "poss", "amod", "compound", "nmod", "nummod"}
    left = min((c.left_edge.i for c in noun.lefts if c.dep_ in kinds), default=noun.i)
    return parsed.start(noun.doc[left]), parsed.end(name)
