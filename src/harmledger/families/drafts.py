"""A group of wordings on its way to a family: who came first, and what holds each wording in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from harmledger.families.clues import clues_of
from harmledger.families.copying import copied_in
from harmledger.families.decision import decide
from harmledger.families.fingerprint import fingerprint
from harmledger.families.grouping import Group
from harmledger.families.links import Link, copy_tie, link_of, link_tie
from harmledger.families.originals import original_of
from harmledger.families.side_by_side import copied_sentences
from harmledger.families.stated import Stated, stated
from harmledger.families.wordings import Bearer, Wording
from harmledger.records import Tie

__all__ = ["MOST_TIES", "Draft", "drafts_of"]

#: Ties of evidence before the rest is summed up in one.
MOST_TIES = 50

#: Wordings that a member unlike the original is compared with.
_MOST_COMPARED = 12


@dataclass(slots=True)
class Draft:
    """A group, its texts, which came first and why, and what ties each wording to the others.

    ``reference``: the wording that the others are told from. ``links``: None for the reference
    itself. ``ties``: of the first links, in their order. ``borrowed``: of texts of other groups
    that share passages.
    """

    group: Group
    bearers: list[Bearer]
    stated: Stated
    original: Bearer | None
    reference: Wording
    reason: Tie | None = None
    links: list[Link | None] = field(default_factory=list)
    ties: list[Tie] = field(default_factory=list)
    borrowed: list[Tie] = field(default_factory=list)

    @property
    def wordings(self) -> list[Wording]:
        """The group's wordings, longest first."""
        return self.group.wordings

    @property
    def named(self) -> Bearer:
        """The text that stands for the reference."""
        first = self.original
        return first if first in self.reference.bearers else self.reference.bearers[0]

    def shown(self) -> Iterator[tuple[Link, Bearer, Bearer]]:
        """The links that the evidence shows, each with its two texts, the nearer first."""
        links = (link for link in self.links if link is not None)
        for link in islice(links, MOST_TIES):
            near = self.named if link.near is self.reference else link.near.bearers[0]
            yield link, near, link.wording.bearers[0]


def drafts_of(groups: Sequence[Group]) -> list[Draft]:
    """A draft of each group.

    Where the words of the texts tell an original that nothing states, links are told anew from it.
    """
    drafts = [_draft(group) for group in groups]
    _link(drafts)
    moved = [draft for draft in drafts if len(draft.bearers) > 1 and _settle(draft)]
    _link(moved)
    return drafts


def _draft(group: Group) -> Draft:
    bearers = sorted(bearer for wording in group.wordings for bearer in wording.bearers)
    if len(bearers) == 1:
        return Draft(group, bearers, Stated(bearers[0], (), (), ()), bearers[0], group.wordings[0])
    known = stated(bearers)
    return Draft(group, bearers, known, known.first, _reference(group.wordings, known.first))


def _reference(wordings: Sequence[Wording], first: Bearer | None) -> Wording:
    return next((wording for wording in wordings if first in wording.bearers), wordings[0])


def _settle(draft: Draft) -> bool:
    """Decides which text came first; whether the links are to be told from another text."""
    clues = [
        clue
        for (link, near, far), tie in zip(draft.shown(), draft.ties, strict=True)
        for clue in clues_of(link, near, far, tie.passages)
    ]
    before = draft.named
    draft.original, draft.reason = original_of(draft.wordings, draft.stated, clues)
    if draft.original is None or draft.original == before:
        return False
    draft.reference = _reference(draft.wordings, draft.original)
    return True


def _link(drafts: Sequence[Draft]) -> None:
    """Adds the links and ties of each draft; those of copies are made side by side."""
    pairs = [
        (draft.reference, wording)
        for draft in drafts
        for wording in draft.wordings
        if wording is not draft.reference
    ]
    measured = iter(copied_in(pairs))
    compared: list[Tie] = []
    copies: list[tuple[Bearer, Bearer]] = []
    for draft in drafts:
        others = draft.wordings[:_MOST_COMPARED]
        draft.links = [
            None
            if wording is draft.reference
            else link_of(draft.reference, wording, next(measured), others)
            for wording in draft.wordings
        ]
        # while both fingerprints are at hand
        for link, near, far in draft.shown():
            if link.decision is None:
                copies.append((near, far))
            else:
                compared.append(link_tie(link, near, far))
        draft.borrowed = [_borrowed(*pair) for pair in draft.group.borrowed[:MOST_TIES]]
    beside = copied_sentences([(near.text, far.text) for near, far in copies])
    scored = iter(compared)
    for draft in drafts:
        draft.ties = [
            copy_tie(link, near, far, next(beside)) if link.decision is None else next(scored)
            for link, near, far in draft.shown()
        ]


def _borrowed(own: Wording, other: Wording) -> Tie:
    """A text of this family that shares passages with one of another: they stay apart."""
    decision = decide(fingerprint(own.text), fingerprint(other.text))
    link = Link(own, other, "partial", decision.score, decision)
    return link_tie(link, own.bearers[0], other.bearers[0])
