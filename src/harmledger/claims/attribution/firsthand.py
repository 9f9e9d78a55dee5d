"""Texts that somebody tells in the first person, and who: a witness, a body that says "our men"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from harmledger.claims.attribution.quotations import Quotation, quotation_at
from harmledger.claims.attribution.speakers import is_source, source_in
from harmledger.claims.parsing.sentences import Sentence
from harmledger.claims.words.lexicon import alternatives, words

__all__ = ["told_by"]

#: Sentences from the start, or at the end, that may name who tells.
_OPENING, _CLOSING = 4, 3
#: How often a witness says "I", and a body "we", outside of quotations.
_I, _WE = 2, 1
#: Words of a heading that names a body.
_HEADING = 14
_NAME = r"(?P<name>(?:Dr\.?\s|Mrs?\.?\s|Sister\s|Father\s)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'.-]+){0,3})"
_INTRODUCED = re.compile(rf"\b(?:[Mm]y\sname\sis|[Ii]\sam\scalled|I,)\s{_NAME}(?=[,.;]|\s[a-z])")
#: Characters of a heading.
_HEAD = 120
_US = re.compile(r"\b(?:[Ww]e|[Oo]urs?|us)\b")
_FIRST = re.compile(r"\bI\b(?!\.)")


@cache
def _testimony() -> re.Pattern[str]:
    """ "Testimony of Ada Brisk, weaver": a heading of what one person tells."""
    works = alternatives(words("reporting", "testimonies"))
    return re.compile(rf"^[^\n]{{0,40}}?\b(?i:{works})\s(?i:of|by|from|given\sby)\s{_NAME}")


@cache
def _ours() -> re.Pattern[str]:
    """ "Our delegates", "our forces": who speaks for a body, not for a country or a town."""
    people = alternatives(words("reporting", "our_people"))
    return re.compile(rf"\b[Oo]ur\s(?:\w+\s)?(?:{people})\b")


def told_by(
    text: str, sentences: Sequence[Sentence], quotations: list[Quotation]
) -> tuple[int, tuple[int, int]] | None:
    """Who tells the whole text in the first person: from where on, and the span of the name."""
    opening = sentences[:_OPENING]
    if not opening:
        return None
    begin, last = opening[0].start, opening[-1].end
    often = _often(_FIRST, text, quotations)
    for pattern, least in ((_INTRODUCED, _I), (_testimony(), 1)):
        if often >= least:
            found = pattern.search(text, begin, last)
            if found is not None and quotation_at(quotations, found.start()) is None:
                return begin, found.span("name")
    paper = _paper_of(text, sentences[0])
    if paper is not None and _often(_US, text, quotations) >= _WE:
        return sentences[0].end, paper
    if _often(_ours(), text, quotations) >= _WE:
        for one in [*opening, *sentences[-_CLOSING:]]:
            told = text[one.start : one.end]
            plain = len(told.split()) <= _HEADING and told[-1] not in '.!?”"'
            body = source_in(told) if plain else None
            if body is not None and is_source(told):
                return begin, (one.start + body[0], one.start + body[1])
    return None


@cache
def _papers() -> re.Pattern[str]:
    """ "Harbour Clinic Newsletter, Spring 1991", "News from the Tarn Relief Society"."""
    papers = alternatives(words("reporting", "own_papers"))
    name = r"(?:[Tt]he\s)?[A-Z][\w’'-]+(?:\s(?:(?:of|for|and)\s)?[A-Z][\w’'-]+){0,5}"
    return re.compile(
        rf"^\W*(?:(?P<a>{name}?)(?:['’]s)?\s(?i:{papers})\b|(?i:{papers})\s(?P<b>{name}))"
    )


def _paper_of(text: str, first: Sentence) -> tuple[int, int] | None:
    """The body whose own paper the heading says that the text is."""
    found = _papers().match(text[first.start : first.end])
    if found is None or first.end - first.start > _HEAD:
        return None
    start, end = found.span("a") if found["a"] else found.span("b")
    return first.start + start, first.start + end


def _often(pattern: re.Pattern[str], text: str, quotations: list[Quotation]) -> int:
    """How often the pattern stands outside of quotations, counted up to two."""
    number = 0
    for found in pattern.finditer(text):
        number += quotation_at(quotations, found.start()) is None
        if number > 1:
            break
    return number
