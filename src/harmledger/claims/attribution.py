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
from typing import TYPE_CHECKING

from harmledger.claims.harms import subject_of
from harmledger.claims.parse import Parsed
from harmledger.records import Speaker
from harmledger.vocabulary import load

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Attribution", "attribute", "is_fragment", "kind_of", "sentence_speaker"]

_PRONOUNS = frozenset("he she it they who".split())
_NARRATOR = frozenset("i we you this that these those there which what".split())


@dataclass(frozen=True, slots=True)
class Attribution:
    """``speaker`` None: the narrator. ``verb`` is the reporting word, lower case, if any."""

    speaker: Speaker | None
    verb: str | None


@cache
def _words(term: str) -> frozenset[str]:
    return frozenset(load("en", "reporting")[term].words("words"))


@cache
def _kind_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = []
    for term in load("en", "source_kinds").terms:
        words = term.words("words")
        if words:
            joined = "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))
            rows.append((term.id, re.compile(rf"(?<!\w)(?:{joined})(?!\w)")))
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
            if child.dep_ in skip and not (child.dep_ in {"cc", "conj"} and token.i == head.i
                                           and head.pos_ == "PROPN" and child.pos_ == "PROPN"):  # fmt: skip
                # "the watchdog group Airwars" is parsed as an apposition without a comma.
                if not (child.dep_ == "appos" and child.i == token.i + 1 + sum(
                    1 for c in child.subtree if c.i < child.i)):  # fmt: skip
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
    if head.lower_ in _NARRATOR or head.ent_type_ in {"DATE", "TIME", "PERCENT", "MONEY"}:
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
        elif token.lower_ == "citing":
            heads.extend(c for c in token.children if c.dep_ in {"dobj", "pobj"})
    return heads


def _governs(verb: Token, trigger: Token) -> bool:
    """Whether the harm word stands in the clause that the reporting verb governs."""
    if verb.i == trigger.i:
        return False
    chain = [trigger, *trigger.ancestors]
    for below, above in zip(chain, chain[1:], strict=False):
        if above.i == verb.i:
            return below.dep_ in {"ccomp", "xcomp", "dobj", "pobj", "oprd", "advcl", "parataxis",
                                  "prep", "acl", "conj", "relcl", "dep", "nsubj", "attr", "pcomp"}  # fmt: skip
    # "X were killed, police said": the verb hangs under the harm word's clause.
    return verb.dep_ in {"parataxis", "ccomp", "advcl", "dep", "ROOT"} and (
        verb.head in chain and verb.i > trigger.i
    )


def attribute(
    parsed: Parsed, trigger: Token, before: Speaker | None, *, quoted: bool
) -> Attribution:
    """The attribution of the harm at ``trigger``.

    ``before`` is the speaker of the sentence before (None: the narrator); it is taken up by
    pronouns, by fragments and, where ``quoted`` says that an open quotation runs on, by a
    sentence without an attribution of its own.
    """
    verbs = _words("verbs")
    candidates: list[tuple[int, Token, Token]] = []
    for token in parsed.doc:
        if token.lower_ not in verbs or token.pos_ not in {"VERB", "AUX"}:
            continue
        if not _governs(token, trigger):
            continue
        if token.lower_ in _words("needs_clause") and not any(
            child.dep_ in {"ccomp", "parataxis"} or child.dep_ == "dobj" for child in token.children
        ) and token.dep_ != "parataxis":
            continue
        if trigger.lower_ == "lives" and token.lower_.startswith("claim"):
            continue
        subject = subject_of(token)
        if token.lower_ == "quoted":
            # "The agency quoted a doctor as saying": the doctor counted.
            subject = next((c for c in token.children if c.dep_ == "dobj"), subject)
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
        if subject.lower_ in _PRONOUNS:
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
    verbs = _words("verbs") - _words("needs_clause")
    for token in parsed.doc:
        if token.lower_ in verbs and token.pos_ == "VERB" and (
            token.dep_ in {"ROOT", "parataxis", "conj"}
            or any(c.dep_ == "ccomp" for c in token.children)
        ):
            subject = subject_of(token)
            if (
                subject is not None
                and _is_speaker(subject)
                and subject.lower_ not in _PRONOUNS
                and subject.dep_ != "nsubjpass"
            ):
                return _phrase(parsed, subject)
    return None
