"""Hashes of what a person saw: a decision counts as long as they stay the same.

A hash leaves out what the person did not judge: versions of the program, and the ids of groups,
which change with every claim that joins.
"""

from __future__ import annotations

from dataclasses import asdict

from harmledger.records import Assessment, Claim, Figure, content_id

__all__ = ["assessment_seen", "claim_seen", "figure_seen"]

#: Of a claim: how the program came to it, and facts about its text.
_NOT_JUDGED = frozenset({"extractor", "basis", "story", "document", "reported_by", "reported_at"})


def claim_seen(claim: Claim) -> str:
    """The claim as read: its span, its sentence and every field that a reader can judge."""
    fields = {key: value for key, value in asdict(claim).items() if key not in _NOT_JUDGED}
    return content_id("seen claim", sorted(fields.items()))


def assessment_seen(assessment: Assessment) -> str:
    """What is said of how many, how sure, by which method, and who counted.

    Not the list of claims: another copy of the same report changes nothing.
    """
    a = assessment
    origins = sorted((origin.name, origin.kind) for origin in a.origins)
    return content_id(
        *("seen assessment", a.measure, a.unit, a.status, a.method),
        *(a.low, a.best, a.high, a.grade, origins),
        *((a.phase,) if a.phase is not None else ()),
    )


def figure_seen(figure: Figure, assessment: Assessment) -> str:
    """The statement, word for word, and the assessment behind it."""
    return content_id("seen figure", figure.statement, assessment_seen(assessment))
