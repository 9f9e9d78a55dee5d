"""From a group of wordings to a family: who came first, how the rest relate, and why."""

from __future__ import annotations

from harmledger.families.decision import decide
from harmledger.families.fingerprint import fingerprint
from harmledger.families.grouping import Group
from harmledger.families.links import Link, link_of, link_tie
from harmledger.families.originals import original_of
from harmledger.families.wordings import Bearer, Wording
from harmledger.records import Family, Member, Tie, content_id

__all__ = ["family_of"]

#: Ties of evidence before the rest is summed up in one.
_MOST_TIES = 50

#: Wordings that a member unlike the original is compared with.
_MOST_COMPARED = 12


def family_of(group: Group) -> Family:
    """The family of a group (longest wording first), one member a text."""
    wordings = group.wordings
    bearers = sorted(bearer for wording in wordings for bearer in wording.bearers)
    original, reason = (bearers[0], None) if len(bearers) == 1 else original_of(bearers)
    reference = next((wording for wording in wordings if original in wording.bearers), wordings[0])
    named = original or reference.bearers[0]
    members: list[Member] = []
    evidence: list[Tie] = []
    for wording in wordings:
        link = None
        if wording is not reference:
            link = link_of(reference, wording, wordings[:_MOST_COMPARED])
            if len(evidence) < _MOST_TIES:
                near = named if link.near is reference else link.near.bearers[0]
                evidence.append(link_tie(link, near, wording.bearers[0]))
            else:
                evidence.append(Tie(kind="more", sentence=""))
        members += [_member(bearer, original, link) for bearer in wording.bearers]
        first = named if wording is reference else wording.bearers[0]
        evidence += _same_words(wording, first)
    evidence += [_borrowed(own, other) for own, other in group.borrowed[:_MOST_TIES]]
    if reason is not None or evidence:
        evidence = [*([reason] if reason else []), *_shortened(evidence)]
    ids = sorted(bearer.text_id for bearer in bearers)
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
