"""The words of the quantity grammar, put together into one pattern."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from harmledger.claims.words.lexicon import LANGUAGE, alternatives, words
from harmledger.claims.words.numbers import NUMBER, NUMBER_WORDS
from harmledger.vocabulary import load

__all__ = ["Grammar", "grammar_of_quantities", "may_have_number"]

_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Grammar:
    """The pattern of a quantity, and what the phrases in it say.

    ``before`` and ``after``: the qualifier of a phrase beside the number; ``vague``: the least of
    a vague word; ``changing`` and ``passing``: what stands before a number that was come to.
    """

    pattern: re.Pattern[str]
    before: dict[str, str]
    after: dict[str, str]
    vague: dict[str, int]
    further: frozenset[str]
    changing: re.Pattern[str]
    passing: re.Pattern[str]
    near: frozenset[str]


@cache
def _number_words() -> Any:
    """An automaton of words of which every quantity without a digit has one."""
    import ahocorasick

    automaton = ahocorasick.Automaton()
    vague = load(LANGUAGE, "quantities")["vague"].data["words"]
    for word in {*NUMBER_WORDS, *(max(phrase.split(), key=len) for phrase in vague)}:
        automaton.add_word(word, len(word))
    automaton.make_automaton()
    return automaton


def may_have_number(low: str) -> bool:
    """A quick look, for most sentences have none: whether a quantity can stand in a text.

    ``low``: the text in lower case.
    """
    if _DIGIT.search(low):
        return True
    for last, length in _number_words().iter(low):
        before = low[last - length] if last >= length else " "
        if not (before.isalnum() or before == "_"):  # not in "someone", "often"
            return True
    return False


@cache
def grammar_of_quantities() -> Grammar:
    """The grammar of the vocabulary; put together once."""
    terms = load(LANGUAGE, "quantities").terms
    before = {phrase: t.id for t in terms for phrase in t.words("before")}
    after = {phrase: t.id for t in terms for phrase in t.words("after")}
    closing = load(LANGUAGE, "quantities")["at_least"].words("closing")
    vague: dict[str, int] = dict(load(LANGUAGE, "quantities")["vague"].data["words"])
    # A dash of two hyphens stands before a number, too: "were wounded--seven villagers".
    # So does a colon without its blank: "on Tuesday:25 militants".
    # A few words have the digits behind them stuck to them: "police said15 people".
    behind = "|".join(rf"(?<=\b{word})" for word in sorted(words("not_counts", "stuck")))
    stuck = rf"|(?=\d)(?<=[a-z])(?:{behind})"
    number = rf"(?:(?<![\w.,:/$€£#+-])|(?<=[a-z]--)|(?<=[a-z]{{3}}:){stuck})(?<!\d['’]){NUMBER}"
    least = (load(LANGUAGE, "quantities")[term] for term in ("at_least", "more_than"))
    lower = alternatives([*(phrase for term in least for phrase in term.words("before")), "from"])
    upper = load(LANGUAGE, "quantities")["at_most"]
    upto = alternatives([*upper.words("before"), *upper.words("guesses")])
    # Every alternative begins with a word, which the first line finds soonest; the pattern is
    # matched against lower case, which takes half the time of ignoring case.
    pattern = re.compile(
        rf"(?:(?<!\w){stuck})(?=\w)(?:\b(?P<between>between|from|anywhere\s+from|anywhere\s+between)\s+"
        rf"(?P<b1>{NUMBER})\s+(?:and|to|or|up\s+to)\s+(?:(?:about|around|some|nearly|almost)\s+)?"
        rf"(?P<b2>{NUMBER})"
        # "at least 7 and as many as 11", but not "at least 7 and up to 11 injured".
        rf"|\b(?:{lower})\s+(?P<l1>{NUMBER})(?:,?\s+(?:and|but|or|to)|,)\s+(?:{upto})\s+(?P<l2>{NUMBER})"
        rf"(?![\w-]|\s+(?:others?|more|injured|wounded|hurt|missing)\b)"
        rf"|(?:(?P<q>\b(?:{alternatives(list(before))}))\s+)?"
        rf"(?:(?P<n1>{number})(?:(?:\s*(?:-|–|\bto\b|\bor\b)\s*|—)(?P<n2>{NUMBER})(?![\w-]))?"
        rf"|(?P<vague>\b(?:{alternatives(list(vague))})\b(?=(?:\s+more)?\s+of\b|\s+\w|[\s.,;:\"”’']|$)))"
        rf"(?:\s*(?P<plus>\+)|-(?P<tied>odd|some|plus)\b|\s+(?P<a>{alternatives(list(after))}"
        # "4,000 and more", but not "40 and more than 50".
        rf"|(?:{alternatives(list(closing))})(?=\s*(?:[.,;:)\"”]|$)))\b)?)"
    )
    return Grammar(
        pattern=pattern,
        before=before,
        after=after | dict.fromkeys(closing, "at_least"),
        vague=vague,
        further=frozenset(load(LANGUAGE, "quantities")["exactly"].words("further")),
        changing=re.compile(
            rf"\b(?:{alternatives(words('not_counts', 'rise'))})\s+(?:\w+\s+)??"
            rf"(?P<how>by\s+|from\s+)?(?:another\s+)?$",
            re.IGNORECASE,
        ),
        passing=re.compile(
            rf"\b(?:{alternatives(words('not_counts', 'passed', 'tolls'))})\b[^.;,]*"
            rf"\s(?:{alternatives(words('not_counts', 'passed'))})\s+(?:the\s+)?$",
            re.IGNORECASE,
        ),
        near=frozenset(load(LANGUAGE, "quantities")["about"].words("after")),
    )
