"""From a group of wordings to a family: its members, their relations, and the evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from harmledger.families.drafts import MOST_TIES, Draft, drafts_of
from harmledger.families.grouping import Group
from harmledger.families.links import Link
from harmledger.families.wordings import Bearer, Wording
from harmledger.kept import Kept, Shelf, digest, digest_of
from harmledger.records import Family, Member, Tie, content_id

__all__ = ["families_of"]

#: Groups that are looked at together.
_LOT = 512


def families_of(groups: Iterable[Group], kept: Kept | None = None) -> Iterator[Family]:
    """The family of each group (longest wording first), one member a text.

    Some hundred groups are looked at together, for what is done faster side by side. Those of
    several texts are made once: ``kept`` has them, for they follow from their texts alone.
    """
    shelf = Shelf(kept, "families", Family)
    waiting = iter(groups)
    while lot := list(islice(waiting, _LOT)):
        keys = [_key(group) for group in lot]
        known = [shelf.held(key) if key else None for key in keys]
        new = [number for number, family in enumerate(known) if family is None]
        made = map(_family, drafts_of([lot[number] for number in new]))
        for number, family in zip(new, made, strict=True):
            known[number] = family
            if keys[number]:
                shelf.put(keys[number], family)
        yield from (family for family in known if family is not None)


def _key(group: Group) -> bytes:
    """Of a group of several texts, or of one that shares passages with another group: a hash of all
    that the texts say of themselves, in their order."""
    own = [bearer.text for wording in group.wordings for bearer in wording.bearers]
    pairs = [bearer.text for pair in group.borrowed for one in pair for bearer in one.bearers]
    texts = [*own, *pairs]
    return digest(*map(digest_of, texts)) if len(texts) > 1 else b""


def _family(draft: Draft) -> Family:
    members: list[Member] = []
    evidence: list[Tie] = []
    ties = iter(draft.ties)
    more = Tie(kind="more", sentence="")
    for wording, link in zip(draft.wordings, draft.links, strict=True):
        if link is not None:
            evidence.append(next(ties, more))
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


def _shortened(ties: list[Tie]) -> list[Tie]:
    if len(ties) <= MOST_TIES:
        return ties
    left = len(ties) - MOST_TIES
    more = Tie(kind="more", sentence=f"{left} further sentences of this kind are left out.")
    return [*ties[:MOST_TIES], more]
