"""Counters: who counted, under every name by which reports cite them."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Counter", "MayBeOne", "NamedAs"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedAs:
    """One name of a counter, and why it is taken for that counter.

    ``name``: as most reports write it; ``written``: every spelling met; ``documents``: where;
    ``claims``: ids of those that cite it so.
    ``rule``: ``as_named``, ``words``, ``spelling``, ``acronym``, ``spokesperson``, ``cited``,
    ``vocabulary``, ``context``, ``shorter``, ``kept_apart`` or ``decision``; ``why``: the same
    in a sentence. With the rule ``rests_on`` it is the name of another whose figures, in these
    claims, are this counter's; nobody calls the counter so. ``person``: whoever spoke for the
    counter, where a report names the person.
    ``id`` is what a decision names.
    """

    id: str
    name: str
    written: tuple[str, ...]
    documents: tuple[str, ...]
    claims: tuple[str, ...]
    rule: str
    why: str
    person: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Counter:
    """A named counter of a book. ``name``: the vocabulary's, else the fullest one written.

    ``entry``: the row of the vocabulary of counters, where one is known. ``decisions``: ids of
    the decisions that put names together or keep them apart here.
    """

    id: str
    name: str
    kind: str
    entry: str | None
    names: tuple[NamedAs, ...]
    claims: tuple[str, ...]
    decisions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MayBeOne:
    """Two counters (ids) of a book whose names may mean one, which nobody has decided.

    ``names``: of both, in the order in which a merge takes them; ``why``: in a sentence;
    ``subjects``: ids of the incidents and tolls for which both counted.
    """

    one: str
    two: str
    names: tuple[str, str]
    why: str
    subjects: tuple[str, ...]
