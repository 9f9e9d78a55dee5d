"""Numbers whose noun is left out: "the ministry spoke of 108", "How many? Ninety-one.".

They are told by the words around them alone; whether harm was told of before, and which, is asked
elsewhere (:mod:`harmledger.claims.drafts.bare`).
"""

from __future__ import annotations

import re
from functools import cache

from harmledger.claims.quantities.grammar import Quantity, find_quantities
from harmledger.claims.quantities.ofwhat import of_others
from harmledger.claims.words.lexicon import alternatives, words
from harmledger.claims.words.people import is_person_word

__all__ = ["bare_numbers", "may_have_bare"]

#: Characters before a number in which the words that give it stand.
_REACH = 90
#: Vague words below this count nothing by themselves: "some", "several".
_FEWEST = 12
#: Below this, digits that stand alone number a list.
_LEAST_ALONE = 40
#: What may stand between the words that give a number and the number.
_FILLERS = (
    r"(?:(?:then|only|even|now|first|just|already|again|still|somewhat|well|far)\s+)?"
    r"(?:[\"“‘']\s*)?"
)
_OPEN = re.compile(r"\s*[\"“‘']?\s*$")
_CLOSED = re.compile(r"\s*(?:[.;:!?)]|[\"”’](?!\s*[a-z])|$|--|[—–])")
_QUOTE = re.compile(r"[\"“]$")
_UNQUOTE = re.compile(r"[.,]?[\"”]\s*(?:[.,;:)]|$|(?:is|was|are|were|in|as)\b)")
#: One or two words that end a sentence, a quotation or a heading.
_PHRASE = re.compile(
    r"\s+(?!(?:are|were|is|was|had|have)\b)(?:[a-z]+\s+)?([A-Za-z]+s|people|children|women|men)"
    r"\s*(?:[.;:\"”]|$)"
)
_NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|\w+teen|eleven|twelve|\w+ty|hundreds?"
    r"|thousands?|dozens?)\b",
    re.IGNORECASE,
)


@cache
def _given() -> re.Pattern[str]:
    """The words that give a number, up to the number."""
    links = alternatives(words("grammar", "bare_links"))
    nouns = alternatives(words("grammar", "bare_links", "nouns"))
    tolls = alternatives(words("grammar", "bare_links", "tolls"))
    sums = alternatives(words("grammar", "bare_links", "sums"))
    # "The count was at least 30", "by the latest count it is 140", "the figure, she says, is 12".
    noted = rf"\b(?:{nouns})\b[^.;:]{{0,60}}?\b(?:{tolls})"
    # "Estimates go as high as 300", "the injured come to 238".
    going = r"\b(?:estimates|figures|counts|reports)\s+(?:go|run)(?:\s+(?:up\s+)?to)?"
    # "The identified victims exceed 500", "figures from 12 to 57".
    harmed = alternatives(words("grammar", "bare_links", "harmed"))
    reach = alternatives(words("grammar", "bare_links", "reach"))
    going += rf"|\b(?:{harmed})\b[^.;:]{{0,40}}?\b(?:{reach})|\b(?:figures|estimates|counts)"
    return re.compile(
        rf"(?:\b(?<!to\s)(?<!would\s)(?<!['’]d\s)(?<!might\s)(?:{links})|{noted}|{going}|\b(?:which|that|this|alone|together)\b[^.;:]*"
        rf"\b(?:{sums})|\b(?:{sums})(?=\s*$))\s+{_FILLERS}$",
        re.IGNORECASE,
    )


@cache
def _behind() -> re.Pattern[str]:
    """What stands behind a number without a noun."""
    behind = alternatives(words("grammar", "bare_behind"))
    return re.compile(rf"{_CLOSED.pattern}|\s+(?:{behind})\b|,(?!\s*\d)", re.IGNORECASE)


@cache
def _said() -> re.Pattern[str]:
    """ "More than a hundred, say parents": who says so, behind a number that opens a clause."""
    sayers = alternatives(words("grammar", "bare_behind", "sayers"))
    return re.compile(rf",?\s+(?:{sayers})\b", re.IGNORECASE)


def may_have_bare(sentence: str) -> bool:
    """A quick look: whether a number stands in the sentence at all."""
    return _NUMBER.search(sentence) is not None


def bare_numbers(sentence: str, *, answers: bool = False) -> list[Quantity]:
    """The numbers of a sentence that are given without saying of whom, in order.

    ``answers``: it stands behind a question, so that a number may open it.
    """
    return [q for q in find_quantities(sentence) if _enough(q) and _is_bare(sentence, q, answers)]


def _people_behind(behind: str) -> bool:
    """ "“Several thousand civilians.”": a number that has nothing but a noun for people."""
    match = _PHRASE.match(behind)
    return match is not None and is_person_word(match[1].lower())


def _enough(quantity: Quantity) -> bool:
    vague = quantity.qualifier == "vague" or not quantity.size
    return quantity.size >= (_FEWEST if vague else 2)


def _is_bare(sentence: str, one: Quantity, answers: bool) -> bool:
    behind, before = sentence[one.end :], sentence[: one.start]
    if of_others(before):
        return False
    worded = re.search(r"[A-Za-z]", sentence[one.start : one.end])  # not "the channel “360”"
    if worded and _QUOTE.search(before) and _UNQUOTE.match(behind):
        return True  # "“About 50” is what one hears"
    if _OPEN.match(before) or before.rstrip()[-1:] in {"!", "?"}:
        if sentence[one.start : one.end].isdigit() and one.size < _LEAST_ALONE:
            return False  # "(2)", "3.": the number of a note or point
        if _people_behind(behind):
            return True
        told = _behind() if answers and not before.strip() else _CLOSED
        return bool(told.match(behind) or _said().match(behind))
    if not _behind().match(behind):
        return False
    return _given().search(before[-_REACH:]) is not None
