"""Decisions about claims: rejected ones are left out, edited ones count as a person set them."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass, replace

from harmledger.decisions.differing import changes_between
from harmledger.decisions.editing import as_edited
from harmledger.decisions.fields import as_set
from harmledger.decisions.reviewing import review
from harmledger.decisions.seen import claim_seen
from harmledger.kept import whole
from harmledger.records import Claim, Decision, Review

__all__ = ["JudgedClaims", "judge_claims"]


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedClaims:
    """Claims as they count, and what people decided about them."""

    claims: tuple[Claim, ...]
    reviews: tuple[Review, ...]


def judge_claims(
    claims: Iterable[Claim], decisions: Iterable[Decision], fallen: Container[str] = ()
) -> JudgedClaims:
    """Apply the decisions in force about claims. The order of the claims is kept.

    ``fallen``: ids of claims of withdrawn pages, which are not among ``claims``. A decision
    counts while the claim is read as it was when the person saw it; its id does not depend on
    the extractor, so a new version of that changes nothing by itself.
    """
    read = tuple(claims)
    by_id = {claim.id: claim for claim in read}
    changed: dict[str, Claim | None] = {}
    reviews = []
    for decision in decisions:
        claim = by_id.get(decision.subject)
        if decision.subject in fallen:
            reviews.append(review(decision, (decision.subject,), "Its page is withdrawn."))
        elif claim is None:
            why = "The program does not read this claim any more."
            reviews.append(review(decision, (), why, again=True))
        elif claim_seen(claim := whole(claim)) != decision.seen:
            why = "The program now reads this claim in another way."
            reviews.append(review(decision, (claim.id,), why, again=True))
        elif decision.verdict == "reject":
            changed[claim.id] = None
            reviews.append(review(decision, (claim.id,), "Counts in no figure."))
        else:
            edited = as_edited(claim, as_set(decision.edits), read)
            changes = changes_between(claim, edited)
            if changes:
                changed[claim.id] = edited
            said = "Counts as the person set it." if changes else "Counts as it was read."
            made = review(decision, (claim.id,), said)
            reviews.append(replace(made, changes=changes, claim=edited if changes else None))
    kept = [changed.get(claim.id, claim) for claim in read]
    return JudgedClaims(claims=tuple(c for c in kept if c is not None), reviews=tuple(reviews))
