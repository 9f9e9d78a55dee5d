"""Words that a number is given to: the toll, the number of people killed, the dead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from harmledger.claims.harms.harm import Harm
from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.words.gate import HarmWord, harm_words
from harmledger.claims.words.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token


__all__ = ["numbered", "toll"]


def toll(parsed: Parsed, noun: Token, word: HarmWord) -> Iterator[Harm]:
    """ "The death toll rose to 41", "put the toll at 41", "a toll of 41"."""
    if word.id.startswith("label_"):
        yield from _labelled(parsed, noun, word)
        return
    if word.id == "number_of":
        yield from _number_of(parsed, noun, word)
        return
    if word.id == "total":
        near = _measures(parsed, 0, noun.i)[-1:]
        opened = {t.lower_ for t in noun.doc[max(0, noun.i - 2) : noun.i]}
        if not near or not opened & words("harm_words", "total", "openers"):
            return
        word = replace(word, measure=near[0])
    for token in noun.doc[noun.i + 1 : noun.i + 14]:
        if parsed.quantity(token) is None:
            continue
        if token.nbor(-1).lower_ in {"from"}:
            continue
        between = {t.lower_ for t in noun.doc[noun.i + 1 : token.i]}
        if _linked(between):
            yield Harm(word, noun, token, None, "toll")
        return


def _linked(between: set[str]) -> bool:
    """Whether the words between a toll and a number give it that number."""
    return bool(between & (words("grammar", "toll_links") | words("not_counts", "passed")))


def _measures(parsed: Parsed, start: int, stop: int) -> list[str]:
    """What the harm words of a stretch measure, in order: no goods, no other words for tolls.

    Words that leave the outcome open count only alone: "the number of dead in the shooting".
    """
    found: list[tuple[str, bool]] = []
    for token in parsed.doc[start:stop]:
        for row in harm_words().get(token.lower_, ()):
            if row.frame in {"transitive", "intransitive", "state", "count"} and not row.needs_noun:
                if not row.needs_verb:
                    found.append((row.measure, row.outcome_unknown))
                break
    plain = [measure for measure, unknown in found if not unknown]
    return [measure for measure, _ in groupby(plain or [measure for measure, _ in found])]


def _labelled(parsed: Parsed, token: Token, word: HarmWord) -> Iterator[Harm]:
    """ "Killed: 12": the number directly behind the colon."""
    ahead = token.doc[token.i + 1 : token.i + 3]
    first = token.i == 0 or token.nbor(-1).is_punct or token.nbor(-1).is_space
    if len(ahead) == 2 and first and ahead[0].text == ":" and parsed.quantity(ahead[1]) is not None:
        yield Harm(word, token, ahead[1], None, "toll")


def _number_of(parsed: Parsed, noun: Token, word: HarmWord) -> Iterator[Harm]:
    """ "The number of people killed rose to 19", "brings to 19 the number of people killed"."""
    doc = noun.doc
    if noun.i + 1 >= len(doc) or doc[noun.i + 1].lower_ != "of":
        return
    number: Token | None = None
    for token in doc[noun.i + 2 : noun.i + 20]:
        if parsed.quantity(token) is None or token.nbor(-1).lower_ == "from":
            continue
        near = {t.lower_ for t in doc[max(noun.i + 2, token.i - 3) : token.i]} - {"of"}
        # "Gives the number of dead as 23", and not "the number of dead, as 23 gunmen fled".
        given = (
            noun.head.lower_ in words("grammar", "puts_figures") and token.nbor(-1).lower_ == "as"
        )
        if given or _linked(near):
            number = token
        break
    stop = number.i if number is not None else min(len(doc), noun.i + 10)
    if number is None and noun.i >= 3 and doc[noun.i - 1].lower_ == "the":
        ahead = doc[noun.i - 2]
        if parsed.quantity(ahead) is not None and doc[noun.i - 3].lower_ in {"to", "at"}:
            number = ahead
    measures = sorted(set(_measures(parsed, noun.i + 2, stop)))
    if number is None or not measures:
        return
    if measures == ["injured", "killed"]:
        measures = ["casualties"]
    if len(measures) == 1:
        yield Harm(replace(word, measure=measures[0]), noun, number, None, "toll")
    yield from _number_beside(parsed, noun, number, word)


def _number_beside(parsed: Parsed, noun: Token, first: Token, word: HarmWord) -> Iterator[Harm]:
    """ "The number of dead as 23 and of wounded as 40": what is measured stands behind "of"."""
    ahead = list(noun.doc[first.i + 1 : first.i + 12])
    opened = 1 if ahead and ahead[0].text == "," else 0
    if len(ahead) <= opened + 1 or ahead[opened].lower_ != "and":
        return
    at = opened + (2 if ahead[opened + 1].lower_ in {"that", "those"} else 1)
    if len(ahead) <= at or ahead[at].lower_ not in {"of", "for"}:
        return
    for token in ahead[at + 1 :]:
        if parsed.quantity(token) is not None:
            measures = _measures(parsed, ahead[at].i, token.i)
            if len(measures) == 1 and token.nbor(-1).lower_ in {"at", "as", "to"}:
                yield Harm(replace(word, measure=measures[0]), noun, token, None, "toll")
            return


def numbered(parsed: Parsed, token: Token, word: HarmWord) -> Iterator[Harm]:
    """ "The dead numbered 23", "put the injured at 37", "the number of dead at 12"."""
    before = token.nbor(-1).lower_ if token.i else ""
    if before not in {"the", "of", "number", "count"}:
        # "Estimated the Somali dead at 200".
        own = token.i > 1 and token.nbor(-1).tag_ in {"JJ", "NNP"}
        label = token.i > 0 and before == ":"  # "Hospital: dead now number 42"
        if not label and (not own or token.nbor(-2).lower_ != "the"):
            return
    beside = token.doc[token.i + 1 : token.i + 5]
    of_all = len(beside) == 4 and f"{beside[2].lower_} {beside[3].lower_}" in words(
        "grammar", "in_all"
    )
    if of_all and beside[0].text == "," and parsed.quantity(beside[1]) is not None:
        yield Harm(word, token, beside[1], None, "toll")  # "the wounded, 14 in number, were"
        return
    between: set[str] = set()
    for ahead in token.doc[token.i + 1 : token.i + 8]:
        if parsed.quantity(ahead) is not None:
            if between & words("grammar", "numbered") and not between & {
                "and",
                ",",
            }:
                yield Harm(word, token, ahead, None, "toll")
            return
        between.add(ahead.lower_)
