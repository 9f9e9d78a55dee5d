"""Two incidents that a person puts together or keeps apart."""

from __future__ import annotations

from typing import cast

from harmledger.decisions import Groups, about, claims_edit, seen_claims
from harmledger.errors import NotFound, UsageProblem
from harmledger.ledger import Book
from harmledger.pipeline.beginnings import begins
from harmledger.pipeline.renamed import renamed
from harmledger.pipeline.two import Two
from harmledger.records import Claim, Decision, Edit, Incident, Text, content_id

__all__ = ["is_incident", "two_incidents"]


def is_incident(book: Book, wanted: str) -> bool:
    """Whether an incident, of now or of an earlier decision, has this id or beginning."""
    try:
        _side(book, wanted)
    except NotFound:
        return renamed(book, wanted) is not None
    return True


def two_incidents(book: Book, one: str, other: str, verdict: str) -> Two:
    """Which two incidents are meant: ids or their beginnings.

    With ``unmerge`` the other may be a claim or a text (its id or document's name) in the first.
    Errors: NotFound; UsageProblem where there is nothing to put together or apart.
    """
    first_id, first, first_title = _side(book, one)
    earlier = _earlier(book, one, other)
    if verdict == "unmerge" and earlier is not None and earlier.verdict == "merge":
        first_id, first = earlier.subject, seen_claims(earlier)
        second_id, second = earlier.edit("with"), seen_claims(earlier, "with_claims")
        if begins(second_id, one) or begins(first_id, other):
            first_id, first, second_id, second = second_id, second, first_id, first
        second_title = earlier.edit("with_name")
    elif verdict == "merge":
        second_id, second, second_title = _side(book, other)
    else:
        second_id, second, second_title = _inside(book, first_id, first, other)
    if first_id == second_id or (verdict == "merge" and set(second) <= set(first)):
        raise UsageProblem(
            f"{one} and {other} are one incident already",
            hint="`book.incidents()` shows them",
        )
    stays = set(first) - set(second)
    if verdict == "unmerge" and not stays:
        raise UsageProblem(
            f"{other}: nothing of the incident would stay", hint="name a smaller part with `other`"
        )
    first = tuple(claim for claim in first if claim in stays)
    return Two(
        kind="incident",
        ids=(first_id, second_id),
        names=(first_title, second_title),
        seen=content_id("seen incidents", *sorted(first), "and", *sorted(second)),
        edits=(
            Edit(name="claims", value=claims_edit(first)),
            Edit(name="with_claims", value=claims_edit(second)),
        ),
        supersedes=earlier.id if earlier else None,
    )


def _side(book: Book, wanted: str) -> tuple[str, tuple[str, ...], str]:
    """The incident that is meant: id, claims and title."""
    try:
        found = cast("Incident", book.get(wanted, kind="incidents"))
        return found.id, found.claims, found.title
    except NotFound as error:
        past = _past(book, wanted)
        if past is not None:
            return past
        now = renamed(book, wanted)
        if now is None:
            raise
        raise NotFound(
            f"{wanted}: this incident has a new id, for a decision changed its claims",
            hint=f"it is now {now}",
        ) from error


def _past(book: Book, wanted: str) -> tuple[str, tuple[str, ...], str] | None:
    """An incident that an earlier decision names by an id it had then."""
    groups = Groups(book.incidents())
    for decision in book.decisions():
        if decision.subject_kind != "incident":
            continue
        for side, ids in ((decision.subject, "claims"), (decision.edit("with"), "with_claims")):
            if begins(side, wanted):
                home = groups.again(side, seen_claims(decision, ids))
                if home is not None:
                    found = cast("Incident", groups.by_id[home])
                    return found.id, found.claims, found.title
    return None


def _earlier(book: Book, one: str, other: str) -> Decision | None:
    """The decision in force on the two, by the ids they had then, or on what it made of them."""
    made = {
        review.decision: review.current
        for review in book.reviews()
        if review.subject_kind == "incident"
    }
    for decision in about(book.decisions(), "incident"):
        sides = (decision.subject, decision.edit("with"))
        known = (*sides, *made.get(decision.id, ()))
        hits = [
            next((side for side in known if begins(side, wanted)), None) for wanted in (one, other)
        ]
        if all(hits) and (hits[0] != hits[1]):
            return decision
    return None


def _inside(
    book: Book, incident: str, claims: tuple[str, ...], wanted: str
) -> tuple[str, tuple[str, ...], str]:
    """The part of an incident that is to leave it: a claim, or all claims of a text."""
    called = next(book.records("texts", {"document": wanted}), None)
    found = book.get(wanted) if called is None else called
    held = set(claims)
    if isinstance(found, Claim):
        own: tuple[str, ...] = (found.id,)
        name = f"“{found.quote}” in {found.document}"
    elif isinstance(found, Text):
        own = tuple(c.id for c in cast("list[Claim]", list(book.children("claims", found.id))))
        name = found.document
    elif isinstance(found, Incident):
        return found.id, found.claims, found.title
    else:
        raise UsageProblem(
            f"{wanted}: not an incident, a text or a claim",
            hint="take a report's claims out of an incident with `other` and its document's name",
        )
    leaving = tuple(claim for claim in own if claim in held)
    if not leaving:
        raise UsageProblem(f"{wanted}: nothing of it stands in incident {incident[:12]}")
    return found.id, leaving, name
