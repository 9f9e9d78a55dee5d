"""What counts of a book's texts and claims, by what people decided about pages and claims."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from harmledger.decisions import Fallen, JudgedClaims, about, judge_claims, withdrawn
from harmledger.records import Claim, Decision, Text

__all__ = ["Base", "standing_base"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """Texts and claims without withdrawn pages. ``read``: the claims as read, by id;
    ``judged``: as they count."""

    texts: tuple[Text, ...]
    read: Mapping[str, Claim]
    judged: JudgedClaims
    fallen: Fallen


def standing_base(
    texts: Iterable[Text], claims: Iterable[Claim], decisions: Iterable[Decision]
) -> Base:
    """What counts, by the decisions in force about pages and claims."""
    decisions = tuple(decisions)
    every, said = tuple(texts), tuple(claims)
    fallen = withdrawn(every, about(decisions, "page"))
    read = {claim.id: claim for claim in said if claim.text_id not in fallen.texts}
    gone = {claim.id for claim in said if claim.text_id in fallen.texts}
    return Base(
        texts=tuple(text for text in every if text.id not in fallen.texts),
        read=read,
        judged=judge_claims(read.values(), about(decisions, "claim"), gone),
        fallen=fallen,
    )
