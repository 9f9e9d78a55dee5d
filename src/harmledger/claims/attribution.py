"""Who said it: the speaker that governs a harm word, in its sentence or the one before.

In a sentence: the subject of a reporting verb that governs the harm, or the object of
"according to". Across sentences: a pronoun subject ("It added that") and an unbroken
quotation take the speaker of the sentence before; so does a fragment that bad scraping has
cut from its sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from harmledger.claims.harms import subject_of
from harmledger.claims.lexicon import alternatives, words
from harmledger.claims.parse import Parsed
from harmledger.records import Speaker
from harmledger.vocabulary import load

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = [
    "Attribution",
    "attribute",
    "is_fragment",
    "is_reporting",
    "kind_of",
    "leans_back",
    "sentence_speaker",
]


@dataclass(frozen=True, slots=True)
class Attribution:
    """``speaker`` None: the narrator. ``verb`` is the reporting word, lower case, if any."""

    speaker: Speaker | None
    verb: str | None


@cache
def _kind_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = []
    for term in load("en", "source_kinds").terms:
        names = frozenset(term.words("words"))
        if names:
            rows.append((term.id, re.compile(rf"(?<!\w)(?:{alternatives(names)})(?!\w)")))
    return tuple(rows)


def kind_of(name: str) -> str:
    """The source kind of a speaker's name by the vocabulary; ``other`` where no word tells."""
    lowered = name.lower().replace("’", "'")
    return next((kind for kind, pattern in _kind_patterns() if pattern.search(lowered)), "other")


def _phrase(parsed: Parsed, head: Token) -> Speaker | None:
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


def _is_speaker(head: Token) -> bool:
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


def _according_to(parsed: Parsed, trigger: Token) -> list[Token]:
    heads: list[Token] = []
    for token in parsed.doc:
        if token.lower_ == "according":
            for child in token.children:
                if child.lower_ == "to":
                    heads.extend(c for c in child.children if c.dep_ == "pobj")
        elif token.lower_ in words("grammar", "counts") and (
            token.dep_ == "pobj" and token.head.lower_ == "by"
        ):
            heads.extend(c for c in token.children if c.dep_ == "poss")
        elif token.lower_ == "citing":
            heads.extend(c for c in token.children if c.dep_ in {"dobj", "pobj"})
    return heads


def _governs(verb: Token, trigger: Token) -> bool:
    """Whether the harm word stands in the clause that the reporting verb governs."""
    if verb.i == trigger.i:
        return False
    chain = [trigger, *trigger.ancestors]
    for below, above in pairwise(chain):
        if above.i == verb.i:
            return below.dep_ in {
                "ccomp",
                "xcomp",
                "dobj",
                "pobj",
                "oprd",
                "advcl",
                "parataxis",
                "prep",
                "acl",
                "conj",
                "relcl",
                "dep",
                "nsubj",
                "attr",
                "pcomp",
            }
    # "X were killed, police said": the verb hangs under the harm word's clause.
    return verb.dep_ in {"parataxis", "ccomp", "advcl", "dep", "ROOT"} and (
        verb.head in chain and verb.i > trigger.i
    )


def _person_meant(subject: Token | None) -> Token | None:
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


def attribute(
    parsed: Parsed, trigger: Token, before: Speaker | None, *, quoted: bool
) -> Attribution:
    """The attribution of the harm at ``trigger``.

    ``before`` is the speaker of the sentence before (None: the narrator); it is taken up by
    pronouns, by fragments and, where ``quoted`` says that an open quotation runs on, by a
    sentence without an attribution of its own.
    """
    verbs = words("reporting", "verbs")
    candidates: list[tuple[int, Token, Token]] = []
    for token in parsed.doc:
        if token.lower_ not in verbs or token.pos_ not in {"VERB", "AUX"}:
            continue
        if not _governs(token, trigger):
            continue
        if token.lower_ in words("reporting", "needs_clause") and token not in list(
            trigger.ancestors
        ):
            continue
        if trigger.lower_ == "lives" and token.lower_.startswith("claim"):
            continue
        subject = subject_of(token)
        if token.lower_ == "quoted":
            # "The agency quoted a doctor as saying": the doctor counted.
            subject = next((c for c in token.children if c.dep_ == "dobj"), subject)
        subject = _person_meant(subject)
        if subject is None or not _is_speaker(subject) or subject.i == trigger.i:
            continue
        if subject.dep_ == "nsubjpass" or any(c.dep_ == "auxpass" for c in token.children):
            # "was reported killed" names no one; "12 were said to have died".
            continue
        candidates.append((abs(token.i - trigger.i), token, subject))
    phrases = _according_to(parsed, trigger)
    if phrases:
        nearest = min(phrases, key=lambda t: abs(t.i - trigger.i))
        speaker = _phrase(parsed, nearest)
        if speaker is not None:
            return Attribution(speaker, "according")
    # The innermost reporting verb names the one who counted.
    for _, verb, subject in sorted(candidates, key=lambda c: (c[0], c[1].i)):
        if subject.lower_ in words("grammar", "speaker_pronouns"):
            if before is not None:
                return Attribution(before, verb.lower_)
            continue
        speaker = _phrase(parsed, subject)
        if speaker is not None and not _holds(subject, trigger):
            return Attribution(speaker, verb.lower_)
    if quoted or is_fragment(parsed):
        return Attribution(before, None)
    return Attribution(None, None)


def _holds(subject: Token, trigger: Token) -> bool:
    return any(token.i == trigger.i for token in subject.subtree)


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
        "reporting", "needs_clause"
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


def sentence_speaker(parsed: Parsed) -> Speaker | None:
    """The main speaker of a sentence, for the sentence that follows it."""
    for token in parsed.doc:
        if token.lower_ == "according":
            for child in token.children:
                for grand in child.children:
                    if child.lower_ == "to" and grand.dep_ == "pobj":
                        return _phrase(parsed, grand)
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
                and _is_speaker(subject)
                and subject.lower_ not in words("grammar", "speaker_pronouns")
                and subject.dep_ != "nsubjpass"
            ):
                return _phrase(parsed, subject)
    return None
