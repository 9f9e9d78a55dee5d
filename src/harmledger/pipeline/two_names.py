"""Two names of counters that a person puts together or keeps apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from harmledger.counters import RESTS, find_counters, in_force, ruling_on, speaker_key
from harmledger.errors import NotFound, UsageProblem
from harmledger.ledger import Book
from harmledger.pipeline.beginnings import begins
from harmledger.pipeline.marks import digest
from harmledger.pipeline.rules import own_and_decisions
from harmledger.pipeline.two import Two
from harmledger.records import Assessment, Counter, Decision, Figure, NamedAs

__all__ = ["refuse_contradiction", "two_names"]


def two_names(book: Book, one: str, other: str) -> Two:
    """Which two names are meant: as a report writes them, or by id or its beginning.

    Errors: NotFound; UsageProblem where both are one name.
    """
    first, second = _name(book, one), _name(book, other)
    if first[1].id == second[1].id:
        raise UsageProblem(
            f"“{one}” and “{other}” are one name: only the order of the words differs",
            hint="`book.counters()` shows each name with its id",
        )
    earlier = ruling_on(book.decisions(), first[1].id, second[1].id)
    return Two(
        kind="name",
        ids=(first[1].id, second[1].id),
        names=(first[1].name, second[1].name),
        seen=digest(msgspec.json.encode(counter) for counter, _ in (first, second)),
        supersedes=earlier.decision.id if earlier else None,
    )


def refuse_contradiction(book: Book, decision: Decision) -> None:
    """UsageProblem where the decision, or one that held until now, would not hold with it."""
    own, decisions = own_and_decisions(book)
    every = (*decisions, decision)
    found = find_counters(book.claims(), (), tuple(book.texts()), own, every)
    before = _counter_of(book.counters())
    after = _counter_of(found.counters.values())
    for ruling in in_force(every):
        if ruling.one not in after or ruling.other not in after:
            continue
        new = ruling.decision.id == decision.id
        held = (before[ruling.one] == before[ruling.other]) is ruling.together
        holds = (after[ruling.one] == after[ruling.other]) is ruling.together
        if holds or not (new or held):
            continue
        one, two = ruling.decision.edit("name"), ruling.decision.edit("with_name")
        which = "other decisions stand" if new else f"decision {ruling.decision.id[:12]} stands"
        says = "one counter" if ruling.together is not new else "two counters"
        raise UsageProblem(
            f"{which} against it: “{one}” and “{two}” are {says}",
            hint="`book.decisions()` shows them; undo one with `undo`",
        )


def _counter_of(counters: Iterable[Counter]) -> dict[str, str]:
    return {name.id: counter.id for counter in counters for name in counter.names}


def _name(book: Book, wanted: str) -> tuple[Counter, NamedAs]:
    """The name that is meant, with its counter; NotFound where none or several are."""
    found = {name.id: (counter, name) for counter, name in _meant(book, wanted)}
    if len(found) == 1:
        return next(iter(found.values()))
    if found:
        several = "; ".join(
            f"{name.id[:12]} “{name.name}” ({counter.name})" for counter, name in found.values()
        )
        raise NotFound(f"“{wanted}” is said of several: {several}", hint="give the id of the name")
    _refuse_other_id(book, wanted)
    raise NotFound(
        f"“{wanted}”: no report in {book.path} names a counter so",
        hint="`book.counters()` shows each name with its id",
    )


def _refuse_other_id(book: Book, wanted: str) -> None:
    """UsageProblem where what is given is the id of something that is never two."""
    try:
        other = book.get(wanted)
    except NotFound:
        return
    kind = type(other).__name__.lower()
    hint = "two incidents by their ids, or two names of counters as a report writes them"
    if isinstance(other, Figure | Assessment):
        of = other.subject_kind
        hint = f"it is of {of} {other.subject}" + (
            f"; {hint}" if of != "incident" else ": give that"
        )
    raise UsageProblem(
        f"{wanted}: this is the id of a{'n' if kind[0] in 'aeiou' else ''} {kind}; "
        "merge and unmerge take two incidents, or two names of counters",
        hint=hint,
    )


def _meant(book: Book, wanted: str) -> Iterator[tuple[Counter, NamedAs]]:
    key = speaker_key(wanted)
    by_id, by_words, as_written = [], [], []
    for counter in book.counters():
        for name in counter.names:
            if name.rule == RESTS:
                continue  # nobody calls the counter so
            if begins(name.id, wanted):
                by_id.append((counter, name))
            if wanted in (name.name, *name.written):
                as_written.append((counter, name))
            if key is not None and speaker_key(name.name) == key:
                by_words.append((counter, name))
    yield from by_id or as_written or by_words
