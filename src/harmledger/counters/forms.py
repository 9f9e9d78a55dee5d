"""Offices and documents of a body, and bodies named by a short form: "a director of the group"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from harmledger.counters.known import Known
from harmledger.counters.names import speaker_key
from harmledger.counters.words import listed_words, name_words
from harmledger.records import Claim

__all__ = ["document_of", "forms_in", "named_in_full", "office_before", "office_of"]

#: Under this form stands the only source that a text names, if it names one only.
_ONLY = ""


@cache
def _of_office() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = sorted(listed_words("office_holders"), key=lambda word: (-len(word), word))
    office = rf"(?:[a-z-]+ ){{0,2}}(?:{'|'.join(map(re.escape, words))})"
    return (
        re.compile(
            rf"^(?:an? |the )?{office} (?:of|for|at|from|with) (?P<body>.+)$", re.IGNORECASE
        ),
        re.compile(rf"^(?P<body>.+?)['’]s? {office}$"),
    )


@cache
def _of_document() -> tuple[re.Pattern[str], re.Pattern[str]]:
    kinds, words = (
        "|".join(map(re.escape, sorted(listed_words(term))))
        for term in ("document_kinds", "documents")
    )
    document = rf"(?:(?:{kinds}) )*(?:{words})"
    return (
        re.compile(rf"^(?:an? |the )?{document} (?:by|from) (?P<body>.+)$", re.IGNORECASE),
        re.compile(rf"^(?:an? |the )?(?P<body>.+?)(?:['’]s?)? {document}$", re.IGNORECASE),
    )


def office_of(name: str, known: Known) -> str | None:
    """The body whose office a name states, where the vocabulary knows the body: "a director of
    MSF", "UNAMA's director"."""
    return _body(name, known, _of_office())


def document_of(name: str, known: Known) -> str | None:
    """The body whose document a name states, where the vocabulary knows the body: "a review by
    MSF", "UNAMA's report"."""
    return _body(name, known, _of_document())


@cache
def _high_office() -> re.Pattern[str]:
    """An office by which its body is known, directly before a person: "the UN High Commissioner
    for Human Rights, Navi Pillay,"."""
    heads = "|".join(map(re.escape, sorted(listed_words("high_offices"))))
    return re.compile(
        rf"\b(?P<office>(?:[A-Z][\w.]*\s+){{0,3}}(?:{heads})"
        r"(?: (?:for|of|on|in) [A-Z][\w ]{2,40})?),?\s*$"
    )


def office_before(passage: str, known: Known) -> str | None:
    """The office at the end of a passage under which the vocabulary knows a body."""
    found = _high_office().search(passage)
    words = found["office"].split() if found else []
    for first in range(len(words)):
        body = " ".join(words[first:])
        if known.meant_by(name_words(body)) is not None:
            return body
    return None


def _body(name: str, known: Known, patterns: Iterable[re.Pattern[str]]) -> str | None:
    for pattern in patterns:
        found = pattern.match(name)
        if found and known.meant_by(name_words(found["body"])) is not None:
            return found["body"]
    return None


def named_in_full(name: str, forms: Mapping[str, str]) -> str:
    """ "A director of the group" with the group's name, where its text gives it.

    ``forms``: what a short form ("group") stands for in the text.
    """
    for pattern in _of_office() if forms else ():
        found = pattern.match(name)
        if not found:
            continue
        full = forms.get(_short(found["body"]))
        if full is None and speaker_key(found["body"]) is None:
            full = forms.get(_ONLY)
        if full:
            return name[: found.start("body")] + full + name[found.end("body") :]
    return name


def forms_in(claims: Iterable[Claim], known: Known) -> dict[str, dict[str, str]]:
    """By text what its short forms of sources ("the group") stand for, by its own claims.

    Empty for a form that stands for two.
    """
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for claim in claims:
        if claim.speaker is None:
            continue
        form, full = _short(claim.speaker.name), claim.speaker.canonical or claim.speaker.name
        if not _is_source(full):
            continue
        # "Aid group" tells of "the group" too.
        short = {form, form.split()[-1]} if form and form != _short(full) else set()
        for one in (_ONLY, *short):
            before = found[claim.text_id].setdefault(one, full)
            if before and not _same(before, full, known):
                found[claim.text_id][one] = ""
    return found


@lru_cache(maxsize=1 << 14)
def _is_source(full: str) -> bool:
    """Whether it is a name, and not that of an office of somebody else."""
    return speaker_key(full) is not None and named_in_full(full, {_ONLY: "X Y"}) == full


@lru_cache(maxsize=1 << 14)
def _same(one: str, two: str, known: Known) -> bool:
    words = name_words(one), name_words(two)
    entries = [known.meant_by(own) for own in words]
    return words[0] == words[1] or (entries[0] is not None and entries[0] is entries[1])


@lru_cache(maxsize=1 << 14)
def _short(name: str) -> str:
    """A name as its text may say it again: without its article, in lower case."""
    return re.sub(r"^(?:the|an?|its|their) ", "", " ".join(name.casefold().split()))
