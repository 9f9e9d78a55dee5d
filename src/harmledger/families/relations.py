"""From a group of wordings to a family: who came first, how the rest relate, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from harmledger.families.copying import copied_in
from harmledger.families.decision import decide
from harmledger.families.fingerprint import fingerprint
from harmledger.families.grouping import Group
from harmledger.families.links import Link, copy_tie, link_of, link_tie
from harmledger.families.originals import original_of
from harmledger.families.side_by_side import copied_sentences
from harmledger.families.wordings import Bearer, Wording
from harmledger.records import Family, Member, Passage, Tie, content_id

__all__ = ["families_of"]

#: Ties of evidence before the rest is summed up in one.
_MOST_TIES = 50

#: Wordings that a member unlike the original is compared with.
_MOST_COMPARED = 12

#: Groups that are looked at together.
_LOT = 512


@dataclass(frozen=True, slots=True)
class _Draft:
    """A group, its texts, and what holds each wording in it.

    ``links``: None for the reference itself. ``compared`` and ``borrowed``: ties of what was
    compared at length, made while both fingerprints are at hand.
    """

    wordings: list[Wording]
    bearers: list[Bearer]
    original: Bearer | None
    reason: Tie | None
    reference: Wording
    links: list[Link | None]
    compared: list[Tie]
    borrowed: list[Tie]

    @property
    def named(self) -> Bearer:
        """The text that stands for the reference."""
        return self.original or self.reference.bearers[0]

    def shown(self) -> Iterator[tuple[Link, Bearer, Bearer]]:
        """The links that the evidence shows, each with its two texts, the nearer first."""
        links = [link for link in self.links if link is not None]
        for link in links[:_MOST_TIES]:
            near = self.named if link.near is self.reference else link.near.bearers[0]
            yield link, near, link.wording.bearers[0]


def families_of(groups: Iterable[Group]) -> Iterator[Family]:
    """The family of each group (longest wording first), one member a text.

    Some hundred groups are looked at together, for what is done faster side by side.
    """
    waiting = iter(groups)
    while lot := list(islice(waiting, _LOT)):
        drafts = _drafts(lot)
        shown = [link for draft in drafts for link in draft.shown()]
        copies = [(first, second) for link, first, second in shown if link.decision is None]
        beside = iter(copied_sentences([(first.text, second.text) for first, second in copies]))
        for draft in drafts:
            yield _family(draft, beside)


def _drafts(groups: Sequence[Group]) -> list[_Draft]:
    drafts = list(map(_draft, groups))
    pairs = [
        (draft.reference, wording)
        for draft in drafts
        for wording in draft.wordings
        if wording is not draft.reference
    ]
    measured = iter(copied_in(pairs))
    for draft, group in zip(drafts, groups, strict=True):
        for wording in draft.wordings:
            others = draft.wordings[:_MOST_COMPARED]
            draft.links.append(
                None
                if wording is draft.reference
                else link_of(draft.reference, wording, next(measured), others)
            )
        shown = [link for link in draft.shown() if link[0].decision is not None]
        draft.compared.extend(link_tie(*link) for link in shown)
        draft.borrowed.extend(_borrowed(*pair) for pair in group.borrowed[:_MOST_TIES])
    return drafts


def _draft(group: Group) -> _Draft:
    wordings = group.wordings
    bearers = sorted(bearer for wording in wordings for bearer in wording.bearers)
    original, reason = (bearers[0], None) if len(bearers) == 1 else original_of(bearers)
    reference = next((wording for wording in wordings if original in wording.bearers), wordings[0])
    return _Draft(wordings, bearers, original, reason, reference, [], [], [])


def _family(draft: _Draft, beside: Iterator[tuple[Passage, ...]]) -> Family:
    """``beside``: the sentences side by side of the copies among the links that are shown."""
    members: list[Member] = []
    evidence: list[Tie] = []
    shown, compared = draft.shown(), iter(draft.compared)
    for wording, link in zip(draft.wordings, draft.links, strict=True):
        if link is not None:
            one = next(shown, None)
            if one is None:
                evidence.append(Tie(kind="more", sentence=""))
            elif link.decision is None:
                evidence.append(copy_tie(*one, next(beside)))
            else:
                evidence.append(next(compared))
        members += [_member(bearer, draft.original, link) for bearer in wording.bearers]
        evidence += _same_words(wording, wording.bearers[0] if link else draft.named)
    evidence += draft.borrowed
    if draft.reason is not None or evidence:
        evidence = [*([draft.reason] if draft.reason else []), *_shortened(evidence)]
    ids = sorted(bearer.text_id for bearer in draft.bearers)
    members.sort(
        key=lambda member: (member.relation != "original", member.document, member.text_id)
    )
    return Family(id=content_id("family", *ids), members=tuple(members), evidence=tuple(evidence))


def _member(bearer: Bearer, original: Bearer | None, link: Link | None) -> Member:
    if original is None:
        relation = "unknown"
    elif bearer == original:
        relation = "original"
    else:
        relation = link.relation if link else "copy"
    return Member(
        text_id=bearer.text_id,
        document=bearer.document,
        relation=relation,
        score=round(link.score, 4) if link else 1.0,
    )


def _same_words(wording: Wording, first: Bearer) -> list[Tie]:
    others = [bearer for bearer in wording.bearers if bearer != first]
    if not others:
        return []
    listed = ", ".join(bearer.document for bearer in others[:3])
    if len(others) > 3:
        listed += f" and {len(others) - 3} more"
    have = "has" if len(others) == 1 else "have"
    sentence = (
        f"{listed} {have} the same {wording.length} words as {first.document}; case, "
        "white space, punctuation and headline are set aside."
    )
    bearers = [first, *others]
    return [
        Tie(
            kind="same_words",
            sentence=sentence,
            between=tuple(bearer.document for bearer in bearers),
            text_ids=tuple(bearer.text_id for bearer in bearers),
        )
    ]


def _borrowed(own: Wording, other: Wording) -> Tie:
    """A text of this family that shares passages with one of another: they stay apart."""
    decision = decide(fingerprint(own.text), fingerprint(other.text))
    link = Link(own, other, "partial", decision.score, decision)
    return link_tie(link, own.bearers[0], other.bearers[0])


def _shortened(ties: list[Tie]) -> list[Tie]:
    if len(ties) <= _MOST_TIES:
        return ties
    left = len(ties) - _MOST_TIES
    more = Tie(kind="more", sentence=f"{left} further sentences of this kind are left out.")
    return [*ties[:_MOST_TIES], more]
