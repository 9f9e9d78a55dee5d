"""How two wordings of one family belong together, as a tie that a person can check."""

from __future__ import annotations

from dataclasses import dataclass

from harmledger.families.copying import Copying, copied
from harmledger.families.decision import Decision, decide
from harmledger.families.evidence import passages, shared_names, words_in_order
from harmledger.families.fingerprint import fingerprint
from harmledger.families.limits import thresholds
from harmledger.families.scoring import features_of
from harmledger.families.taken import line_of
from harmledger.families.wordings import Bearer, Wording, overlap
from harmledger.records import Passage, Tie

__all__ = ["Link", "copy_tie", "link_of", "link_tie"]


@dataclass(frozen=True, slots=True)
class Link:
    """A wording and the one it is told from; ``decision`` where the cheap comparison fell short.

    ``relation``: copy, partial or rewrite; ``score`` 0 to 1.
    """

    near: Wording
    wording: Wording
    relation: str
    score: float
    decision: Decision | None


def _cheap(near: Wording, wording: Wording, likeness: Copying) -> Link | None:
    limits = thresholds()
    short, long = sorted((near.length, wording.length))
    sure = likeness.of_longer >= limits.sure_copy
    if sure or overlap(near, wording)[0] >= limits.jaccard:
        return Link(near, wording, "copy", likeness.of_shorter, None)
    if likeness.of_longer >= limits.copy:
        scored = _scored(near, wording)
        if scored.decision is not None and scored.decision.relation == "rewrite":
            return scored
        return Link(near, wording, "copy", likeness.of_shorter, None)
    if likeness.of_shorter >= limits.part and likeness.words >= limits.part_words:
        same = short >= limits.same_length * long
        return Link(near, wording, "copy" if same else "partial", likeness.of_shorter, None)
    return None


def _scored(near: Wording, wording: Wording) -> Link:
    decision = decide(fingerprint(near.text), fingerprint(wording.text))
    relation = decision.relation or ("rewrite" if _taken(near, wording, decision) else "partial")
    return Link(near, wording, relation, decision.score, decision)


def _taken(near: Wording, wording: Wording, decision: Decision) -> bool:
    """Alike enough for a text that says itself that it was taken from elsewhere."""
    if decision.odds < thresholds().taken:
        return False
    return any(line_of(one.text) is not None for one in (near, wording))


def link_of(reference: Wording, wording: Wording, likeness: Copying, others: list[Wording]) -> Link:
    """What holds a wording in its family: the reference where they are alike, else the likest.

    ``likeness``: what was copied between the reference and the wording.
    """
    cheap = _cheap(reference, wording, likeness)
    if cheap is not None:
        return cheap
    best = _scored(reference, wording)
    if best.decision is not None and best.decision.relation in {"copy", "rewrite"}:
        return best
    for other in others:
        if other is wording or other is reference:
            continue
        found = _cheap(other, wording, copied(other, wording))
        if found is not None:
            # A copy of a rewrite is a rewrite; of a part, a part.
            relation = best.relation if found.relation == "copy" else found.relation
            return Link(other, wording, relation, found.score, None)
    weighed = [_scored(other, wording) for other in others if other not in (wording, reference)]
    known = [link for link in (best, *weighed) if link.decision and link.decision.relation]
    return max(known, key=lambda link: (link.score, link.near.key)) if known else best


def copy_tie(link: Link, first: Bearer, second: Bearer, beside: tuple[Passage, ...]) -> Tie:
    """The tie between two texts of which one was copied; ``beside``: sentences of both."""
    return Tie(
        kind="link",
        sentence=f"{second.document} {_shares(link, first)}.",
        between=(first.document, second.document),
        text_ids=(first.text_id, second.text_id),
        relation=link.relation,
        score=round(link.score, 4),
        passages=beside,
    )


def link_tie(link: Link, first: Bearer, second: Bearer) -> Tie:
    """The tie between two texts that were compared at length."""
    near, wording = link.near, link.wording
    one, two = fingerprint(first.text), fingerprint(second.text)
    decision = decide(one, two)
    side_by_side = passages(one, two, decision.alike)
    order = words_in_order(one, decision.alike)
    how = {
        "rewrite": "tells in other words what stands in",
        "copy": "has, in another order, the words of",
        "partial": "shares passages with",
    }[link.relation]
    sentence = (
        f"{second.document} {how} {first.document}: {len(decision.alike.alignment.matched)} of "
        f"{len(two.sentences)} sentences have a match there, {len(order)} rare words stand in the "
        f"same order ({wording.length} and {near.length} words)."
    )
    if decision.relation is None and link.relation == "rewrite":
        sentence += _said(first, second)
    return Tie(
        kind="link",
        sentence=sentence,
        between=(first.document, second.document),
        text_ids=(first.text_id, second.text_id),
        relation=link.relation,
        score=round(link.score, 4),
        features=features_of(decision.alike),
        passages=side_by_side,
        words=order,
        names=shared_names(one, two),
    )


def _said(*bearers: Bearer) -> str:
    """Which text says that it was taken from elsewhere, and by which words."""
    for bearer in bearers:
        line = line_of(bearer.text)
        if line is not None:
            return (
                f" {bearer.document} says that it was taken from elsewhere (“{line}”), and no "
                "other report is nearly as like it: with that line less likeness is asked for."
            )
    return ""


def _shares(link: Link, first: Bearer) -> str:
    share = f"{100 * link.score:.0f} %"
    near, wording = link.near, link.wording
    if link.relation == "copy":
        return (
            f"has {share} of the shorter one's words in step with {first.document} "
            f"({wording.length} and {near.length} words)"
        )
    if wording.length < near.length:
        return (
            f"stands with {share} of its words, in step, inside {first.document} "
            f"({wording.length} of {near.length} words)"
        )
    return (
        f"holds {share} of the words, in step, of {first.document} "
        f"({near.length} of its {wording.length} words)"
    )
