"""Noun phrases for sources: their extent, their kind, and the speaker of a whole sentence."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.words.kinds import kind_of, kinds_by_word
from harmledger.claims.words.lexicon import alternatives, words
from harmledger.records import Speaker

if TYPE_CHECKING:
    from spacy.tokens import Token


__all__ = [
    "is_fragment",
    "is_source",
    "is_speaker",
    "kind_of",
    "phrase",
    "source_in",
    "speaker_at",
]


#: Days that the parser takes into a name: "On Friday Mayor A. Name said".
_WEEKDAYS = frozenset(f"{day}day" for day in "mon tues wednes thurs fri satur sun".split())


@cache
def _in_headings() -> re.Pattern[str]:
    nouns = alternatives([*kinds_by_word(), *words("reporting", "source_nouns")])
    works = alternatives(words("reporting", "told_works"))
    return re.compile(
        rf"(?:\b(?i:the)\s)?(?:(?!(?i:by|of|from|the|{works})\b)[A-Z][\w.’'-]*\s){{0,4}}?"
        rf"(?<!\w)(?i:{nouns})(?!\w)(?:\s(?!(?i:{works})\b)(?i:{nouns})(?!\w))*"
        rf"(?:\s(?i:of|for)\s(?:(?i:the)\s)?[A-Z][\w-]*(?:\s[A-Z][\w-]*){{0,3}})?"
    )


def source_in(heading: str) -> tuple[int, int] | None:
    """Where the first source stands that a heading names; none where it is a medium or the UN."""
    for found in _in_headings().finditer(heading):
        kind = kind_of(found[0])
        # "UN" alone may be a letterhead or whom the heading speaks to; "UN mission" counts.
        name = found[0].lower().removeprefix("the ")
        un = kind == "un" and name in words("reporting", "letterheads")
        if kind not in {"media", "witness"} and not un:
            return found.span()
    return None


def is_source(name: str) -> bool:
    """Whether the name is that of one who counts: a kind of source, or a noun such as "bishop"."""
    told = name.lower().replace("’s", "").replace("'s", "").split()
    return kind_of(name) != "other" or bool(set(told) & words("reporting", "source_nouns"))


def speaker_at(text: str, start: int, end: int, kind: str | None = None) -> Speaker:
    """The source whose name stands at ``start:end``, white space folded."""
    name = " ".join(text[start:end].split())
    return Speaker(name=name, kind=kind or kind_of(name), start=start, end=end)


def phrase(parsed: Parsed, head: Token) -> Speaker | None:
    """The noun phrase of ``head`` without clauses hanging on it, as a speaker."""
    skip = {"relcl", "acl", "appos", "punct", "cc", "conj", "advcl", "parataxis"}
    kept = {head.i}
    stack = [head]
    while stack:
        token = stack.pop()
        for child in token.children:
            names = token.i == head.i and head.pos_ == child.pos_ == "PROPN"
            # "A spokesman for Dumfries and Galloway Constabulary"
            names = names or (token.dep_ == "pobj" and _two_names(token))
            # "Local and foreign media"
            paired = token.pos_ == child.pos_ == "ADJ" or child.head.pos_ == "ADJ"
            joined = child.dep_ in {"cc", "conj"} and (names or paired)
            # "the watchdog group Airwars" is parsed as an apposition without a comma.
            close = child.dep_ == "appos" and child.left_edge.i == token.i + 1
            if child.dep_ == "case" and token.i == head.i:
                continue  # "the group's": the possessive mark is not the name
            if child.dep_ == "acl" and token.lower_ == "those" and child.i == token.i + 1:
                kept.add(child.i)  # "the association of those affected"
                continue
            if child.dep_ in skip and not joined and not close:
                continue
            if child.dep_ == "compound" and child.lower_ in words("reporting", "citing"):
                continue  # "Quoting medics, the paper said"
            if child.dep_ == "prep" and child.lower_ not in words("grammar", "name_links"):
                continue
            kept.add(child.i)
            stack.append(child)
    left = head.i
    while left - 1 in kept:
        left -= 1
    right = head.i
    doc = head.doc
    while right + 1 in kept or (right + 2 in kept and doc[right + 1].text == "-"):
        right += 1
    # Names stay whole: over hyphens ("Hamas-run") and to the ends of what the model calls one name.
    while (
        left
        and not doc[left - 1].whitespace_
        and (doc[left - 1].is_alpha or doc[left - 1].text == "-")
    ):
        left -= 1
    # "The New York-based group"
    hyphened = {"GPE"} if doc[left + 1 : left + 2].text == "-" else frozenset[str]()
    while doc[left].ent_iob_ == "I" and doc[left].ent_type_ in {"ORG", "PERSON", *hyphened}:
        left -= 1
    while hyphened and left - 1 in kept:
        left -= 1
    while right + 1 < len(doc) and doc[right + 1].ent_iob_ == "I" and doc[right].ent_type_ == "ORG":
        right += 1
    while right > head.i and doc[right].pos_ in {"PUNCT", "CCONJ", "ADP", "PART"}:
        right -= 1
    if doc[right].lower_ in words("reporting", "ranks") and right + 2 < len(doc):
        # "Sgt. Prado": the stop is taken for the end of the sentence.
        after = right + 1 + (doc[right + 1].text == ".")
        while after < len(doc) and doc[after].pos_ == "PROPN":
            right, after = after, after + 1
    while left < head.i and doc[left].lower_ in _WEEKDAYS:
        left += 1  # "On Friday Mayor A. Name issued"
    start, end = parsed.start(doc[left]), parsed.end(doc[right])
    if not parsed.text[start:end].strip() or end - start > 160:
        return None
    found = speaker_at(parsed.text, start, end)
    if found.kind == "other" and head.dep_ == "appos":
        # "The deputy mayor, Ada Brisk": the office says what kind of source she is.
        office = doc[head.head.left_edge.i : head.head.i + 1].text
        found = replace(found, kind=kind_of(office))
    return found


def _two_names(first: Token) -> bool:
    """Whether one other name is joined to a name: "Dumfries and Galloway Constabulary"."""
    others = [c for c in first.children if c.dep_ == "conj"]
    return first.pos_ == "PROPN" and len(others) == 1 and others[0].pos_ == "PROPN"


def _named_reports(head: Token) -> bool:
    """ "Press reports", "military reports": someone's, not hearsay."""
    return any(
        c.lower_ in words("grammar", "hearsay_named")
        or c.ent_type_ == "ORG"
        or (c.i < head.i and kind_of(c.text) != "other")
        for c in head.children
    )


def _whose(head: Token) -> bool:
    return any(c.dep_ not in {"det", "punct"} and c.i < head.i for c in head.children) or any(
        c.dep_ == "prep" for c in head.rights
    )


def _surname(noun: Token) -> bool:
    """ "Chief Ed Winter", whom the model takes for a season."""
    return noun.pos_ == "PROPN" and any(
        c.dep_ == "compound" and c.pos_ == "PROPN" and c.ent_type_ != "DATE" for c in noun.children
    )


def is_speaker(head: Token) -> bool:
    """Whether a noun can name a source: no narrator, no date, no "unconfirmed reports"."""
    if head.lower_ in words("grammar", "hearsay") and not _named_reports(head):
        return False
    if head.lower_ in words("reporting", "figure_words") and not _whose(head):
        return False  # "The figure shows": nobody, unlike "the ministry's figure"
    if head.lower_ == "one" and not any(c.lower_ == "of" for c in head.children):
        return False  # "when one recalls"
    if (
        head.lower_ in words("grammar", "narrator")
        # "Those close to him say"
        and not (head.lower_ == "those" and any(c.i > head.i for c in head.children))
    ) or (head.ent_type_ in {"DATE", "TIME", "PERCENT", "MONEY"} and not _surname(head)):
        return False
    if head.pos_ in {"ADJ", "NUM"}:
        # "One of his aides", "many of the villagers"
        some = any(c.lower_ == "of" and c.i > head.i for c in head.children)
        return some or head.ent_type_ in {"ORG", "PERSON"}
    return head.pos_ in {"NOUN", "PROPN", "PRON"}


def is_fragment(parsed: Parsed) -> bool:
    """A sentence that begins with a verb and has no subject: cut from the one before it."""
    first = next((t for t in parsed.doc if not t.is_punct and not t.is_space), None)
    if first is None or parsed.sentence.kind == "headline":
        return False
    root = next((t for t in parsed.doc if t.dep_ == "ROOT"), first)
    return (
        first.tag_ in {"MD", "VBD", "VBZ", "VBP"}
        and not any(c.dep_ in {"nsubj", "nsubjpass", "expl"} for c in root.children)
        and not parsed.doc.text.rstrip().endswith("?")
    )
