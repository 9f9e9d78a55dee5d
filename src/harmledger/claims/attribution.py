"""Who said it: the speaker that governs a harm word, in its sentence or the one before.

In a sentence: the subject of a reporting verb that governs the harm, or the object of
"according to". Across sentences: a pronoun subject ("It added that") and an unbroken
quotation take the speaker of the sentence before; so does a fragment that bad scraping has
cut from its sentence.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from harmledger.claims.lexicon import words
from harmledger.claims.parse import Parsed
from harmledger.claims.speakers import (
    closing_speaker,
    is_fragment,
    is_speaker,
    person_meant,
    phrase,
)
from harmledger.claims.syntax import child, subject_of
from harmledger.records import Speaker

if TYPE_CHECKING:
    from spacy.tokens import Token


__all__ = ["Attribution", "attribute"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """``speaker`` None: the narrator. ``verb`` is the reporting word, lower case, if any."""

    speaker: Speaker | None
    verb: str | None


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
        elif token.lower_ in {"citing", "quoting"}:
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
    if verb.i < trigger.i or child(verb, "ccomp") is not None:
        # A verb of saying that has its own clause says that, not what stands before it.
        return False
    if verb.dep_ == "acl":
        # "..., a jury found": the parser takes the closing clause for a phrase of its own.
        edge = verb.head.left_edge.i
        return edge > 0 and verb.doc[edge - 1].text == "," and verb.head.head in chain
    # "X were killed, police said": the verb hangs under the harm word's clause.
    return verb.dep_ in {"parataxis", "ccomp", "advcl", "dep", "ROOT"} and verb.head in chain


def attribute(
    parsed: Parsed, trigger: Token, before: Speaker | None, *, quoted: bool
) -> Attribution:
    """The attribution of the harm at ``trigger``.

    ``before`` is the speaker of the sentence before (None: the narrator); it is taken up by
    pronouns, by fragments and, where ``quoted`` says that an open quotation runs on, by a
    sentence without an attribution of its own.
    """
    verbs = words("reporting", "verbs")
    above = [token.i for token in trigger.ancestors]
    candidates: list[tuple[int, int, Token, Token]] = []
    for token in parsed.doc:
        if token.lower_ not in verbs or token.pos_ not in {"VERB", "AUX"}:
            continue
        if not _governs(token, trigger):
            continue
        if token.lower_ in words("reporting", "needs_clause") and not (
            token in list(trigger.ancestors) or _closes(token)
        ):
            continue
        if any(c.dep_ == "aux" and c.lower_ == "to" for c in token.children):
            continue  # "its task was to confirm that ..." says nothing yet
        if trigger.lower_ in {"life", "lives"} and token.lower_.startswith("claim"):
            continue
        subject = subject_of(token)
        if token.lower_ == "quoted":
            # "The agency quoted a doctor as saying": the doctor counted.
            subject = next((c for c in token.children if c.dep_ == "dobj"), subject)
        subject = person_meant(subject)
        if subject is None or not is_speaker(subject) or subject.i == trigger.i:
            continue
        if subject.dep_ == "nsubjpass" or any(c.dep_ == "auxpass" for c in token.children):
            # "was reported killed" names no one; "12 were said to have died".
            continue
        depth = above.index(token.i) if token.i in above else len(above)
        candidates.append((depth, abs(token.i - trigger.i), token, subject))
    phrases = _according_to(parsed, trigger)
    if phrases:
        nearest = min(phrases, key=lambda t: abs(t.i - trigger.i))
        speaker = phrase(parsed, nearest)
        if speaker is not None:
            return Attribution(speaker, "according")
    # The innermost reporting verb names the one who counted.
    for _, _, verb, subject in sorted(candidates, key=lambda c: (c[0], c[1], c[2].i)):
        if subject.lower_ in words("grammar", "speaker_pronouns"):
            if before is not None:
                return Attribution(before, verb.lower_)
            continue
        speaker = phrase(parsed, subject)
        if speaker is not None and not _holds(subject, trigger):
            return Attribution(speaker, verb.lower_)
    closing = closing_speaker(parsed)
    if closing is not None and closing.start > parsed.end(trigger):
        return Attribution(closing, "said")
    if quoted or is_fragment(parsed):
        return Attribution(before, None)
    return Attribution(None, None)


def _closes(verb: Token) -> bool:
    """Whether the verb only closes a sentence: "..., a jury found on Tuesday"."""
    return child(verb, "dobj") is None and not any(c.lower_ == "of" for c in verb.children)


def _holds(subject: Token, trigger: Token) -> bool:
    return any(token.i == trigger.i for token in subject.subtree)
