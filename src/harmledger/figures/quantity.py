"""How many, in words: every bound as it was given, and no number where nobody gave one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from harmledger.assessments import DISPUTED
from harmledger.figures.nouns import Subject
from harmledger.records import Assessment, Claim
from harmledger.vocabulary import load
from harmledger.wording import figure_words

__all__ = [
    "disputed",
    "grade_note",
    "how_many",
    "of_words",
    "shown_range",
    "singular",
    "what_words_count",
]

_APPROXIMATE = "about"

#: The rule of a reason that says that a person set the values.
_DECISION = "decision"


def shown_range(assessment: Assessment, claims: Sequence[Claim]) -> tuple[int | None, int | None]:
    """The bounds that a sentence gives: those assessed, but for a low that a dispute made 0.

    Where sources disagree about who was harmed, "at least 0 civilians" would say what nobody
    said. What is known is then what the ``claims`` behind the figure say, where they agree, and
    otherwise the highest that was said.
    """
    if not disputed(assessment):
        return assessment.low, assessment.high
    said = {(claim.low, claim.high) for claim in claims}
    return said.pop() if len(said) == 1 else (None, assessment.high)


def of_words(assessment: Assessment, claims: Sequence[Claim]) -> bool:
    """Whether all that the figure stands on are words without a number, such as "dozens"."""
    worded = bool(claims) and all(claim.qualifier == "vague" for claim in claims)
    return worded and not _set(assessment)


def how_many(assessment: Assessment, subject: Subject, claims: Sequence[Claim]) -> str:
    """At least 30 people; between 30 and 42 people; no one; dozens are no number."""
    if of_words(assessment, claims):
        words = {word for claim in claims if (word := _vague_word(claim))}
        quoted = f" (“{words.pop()}”)" if len(words) == 1 else ""
        return f"an unstated number of {subject.many}{quoted}"
    low, high = shown_range(assessment, claims)
    about = "about " if _all_approximate(claims) else ""
    if low is not None and high is not None:
        if low == high == 0:
            nobody = subject.people and assessment.status is None
            return "no one" if nobody else f"no {subject.many}"
        if low == high:
            return f"{about}{low:,} {subject.noun(low)}"
        return f"between {about}{low:,} and {high:,} {subject.many}"
    if low is not None and low == assessment.low and assessment.highest_said:
        return f"between {about}{low:,} and {assessment.highest_said:,} or more {subject.many}"
    if low is not None:
        return f"at least {about}{low:,} {subject.noun(low)}"
    if high is not None:
        return f"at most {about}{high:,} {subject.noun(high)}"
    return f"an unstated number of {subject.many}"


def singular(assessment: Assessment, subject: Subject, claims: Sequence[Claim]) -> bool:
    """Whether what :func:`how_many` gives takes "was"."""
    low, high = shown_range(assessment, claims)
    if of_words(assessment, claims) or (low is None and high is None):
        return False
    if low == high == 0:
        return subject.people and assessment.status is None
    if low is not None and high is not None and low != high:
        return False
    if high is None and assessment.highest_said:
        return False
    return (low if low is not None else high) == 1


def what_words_count(
    assessment: Assessment, subject: Subject, claims: Sequence[Claim]
) -> list[str]:
    """What the method takes words without a number for, and what it does where who is disputed."""
    sentences = []
    if of_words(assessment, claims):
        taken = figure_words(assessment.low, assessment.high)
        known = not disputed(assessment) and assessment.low is not None
        sentences.append(f"No source gives a number{f': counted as {taken}' if known else ''}.")
    if disputed(assessment):
        sentences.append(
            f"{DISPUTED}: how many of them were {subject.many} is not settled, so that "
            f"{assessment.method} takes 0 for the lowest number of these."
        )
    return sentences


def grade_note(assessment: Assessment) -> str:
    """What a grade means that a reader would take for something else; may be empty."""
    if _set(assessment) or disputed(assessment):
        return ""
    return str(load("en", "statements")["grade_notes"].data.get(assessment.grade, ""))


def _set(assessment: Assessment) -> bool:
    return any(reason.rule == _DECISION for reason in assessment.reasons)


def disputed(assessment: Assessment) -> bool:
    """Whether the low is 0 because sources disagree about who was harmed."""
    return (
        assessment.status is not None
        and assessment.low == 0
        and assessment.high != 0
        and not _set(assessment)
        and any(reason.sentence.startswith(DISPUTED) for reason in assessment.reasons)
    )


def _all_approximate(claims: Sequence[Claim]) -> bool:
    return bool(claims) and all(claim.qualifier == _APPROXIMATE for claim in claims)


def _vague_word(claim: Claim) -> str:
    """The word for the quantity, lower case; empty for a bare plural, which may be a name."""
    word = " ".join(claim.quote.split()).casefold()
    return word if word in _vague() else ""


@cache
def _vague() -> frozenset[str]:
    """Words for a quantity that say more than that it is not known."""
    words = load("en", "quantities")["vague"].data["words"]
    return frozenset(word for word in words if not word.startswith("an un"))
