"""Noun phrases for sources: their extent, their kind, and the speaker of a whole sentence."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from harmledger.claims.lexicon import LANGUAGE, alternatives, words
from harmledger.claims.parse import Parsed
from harmledger.claims.syntax import subject_of
from harmledger.records import Speaker
from harmledger.vocabulary import load

if TYPE_CHECKING:
    from spacy.tokens import Token


__all__ = [
    "is_fragment",
    "is_reporting",
    "is_speaker",
    "kind_of",
    "leans_back",
    "person_meant",
    "phrase",
    "sentence_speaker",
]


@cache
def _kind_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = []
    for term in load(LANGUAGE, "source_kinds").terms:
        names = frozenset(term.words("words"))
        if names:
            rows.append((term.id, re.compile(rf"(?<!\w)(?:{alternatives(names)})(?!\w)")))
    return tuple(rows)


def kind_of(name: str) -> str:
    """The source kind of a speaker's name by the vocabulary; ``other`` where no word tells."""
    lowered = name.lower().replace("’", "'")
    return next((kind for kind, pattern in _kind_patterns() if pattern.search(lowered)), "other")


def phrase(parsed: Parsed, head: Token) -> Speaker | None:
    """The noun phrase of ``head`` without clauses hanging on it, as a speaker."""
    skip = {"relcl", "acl", "appos", "punct", "cc", "conj", "advcl", "parataxis"}
    kept = {head.i}
    stack = [head]
    while stack:
        token = stack.pop()
        for child in token.children:
            names = token.i == head.i and head.pos_ == child.pos_ == "PROPN"
            joined = child.dep_ in {"cc", "conj"} and names
            # "the watchdog group Airwars" is parsed as an apposition without a comma.
            close = child.dep_ == "appos" and child.left_edge.i == token.i + 1
            if child.dep_ == "case" and token.i == head.i:
                continue  # "the group's": the possessive mark is not the name
            if child.dep_ in skip and not joined and not close:
                continue
            if child.dep_ == "prep" and child.lower_ not in {"of", "for", "from", "in", "at"}:
                continue
            kept.add(child.i)
            stack.append(child)
    left = head.i
    while left - 1 in kept:
        left -= 1
    right = head.i
    while right + 1 in kept:
        right += 1
    doc = head.doc
    while right > head.i and doc[right].pos_ in {"PUNCT", "CCONJ", "ADP"}:
        right -= 1
    start, end = parsed.start(doc[left]), parsed.end(doc[right])
    name = parsed.text[start:end]
    if not name.strip() or end - start > 160:
        return None
    return Speaker(name=name, kind=kind_of(name), start=start, end=end)


def is_speaker(head: Token) -> bool:
    if head.lower_ in words("grammar", "narrator") or head.ent_type_ in {
        "DATE",
        "TIME",
        "PERCENT",
        "MONEY",
    }:
        return False
    return head.pos_ in {"NOUN", "PROPN", "PRON", "ADJ", "NUM"} and not (
        head.pos_ in {"ADJ", "NUM"} and head.ent_type_ not in {"ORG", "PERSON"}
    )


def person_meant(subject: Token | None) -> Token | None:
    """ "MSF, whose own review counted": MSF; "its spokesman, A. Name": the name."""
    if subject is None:
        return None
    owner = next((c for c in subject.children if c.dep_ == "poss"), None)
    if owner is not None and owner.lower_ == "whose" and subject.head.dep_ == "relcl":
        return subject.head.head
    if owner is not None and owner.lower_ in words("grammar", "own"):
        named = next((c for c in subject.children if c.dep_ == "appos" and c.pos_ == "PROPN"), None)
        return named if named is not None else subject
    return subject


def sentence_speaker(parsed: Parsed) -> Speaker | None:
    """The main speaker of a sentence, for the sentence that follows it."""
    for token in parsed.doc:
        if token.lower_ == "according":
            for child in token.children:
                for grand in child.children:
                    if child.lower_ == "to" and grand.dep_ == "pobj":
                        return phrase(parsed, grand)
    verbs = words("reporting", "verbs") - words("reporting", "needs_clause")
    for token in parsed.doc:
        if (
            token.lower_ in verbs
            and token.pos_ == "VERB"
            and (
                token.dep_ in {"ROOT", "parataxis", "conj"}
                or any(c.dep_ == "ccomp" for c in token.children)
            )
        ):
            subject = subject_of(token)
            if (
                subject is not None
                and is_speaker(subject)
                and subject.lower_ not in words("grammar", "speaker_pronouns")
                and subject.dep_ != "nsubjpass"
            ):
                return phrase(parsed, subject)
    return None


def leans_back(parsed: Parsed) -> bool:
    """Whether the speaker of the sentence is a pronoun that points to the one before."""
    verbs = words("reporting", "verbs")
    return any(
        token.lower_ in verbs
        and any(
            c.dep_ == "nsubj" and c.lower_ in words("grammar", "speaker_pronouns")
            for c in token.children
        )
        for token in parsed.doc
    )


def is_reporting(token: Token) -> bool:
    """Whether the token is a verb of saying."""
    return token.pos_ == "VERB" and token.lower_ in words("reporting", "verbs") - words(
        "reporting", "not_dated"
    )


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
