"""The record of one counter: its name, and for each name in the reports why it is this one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from harmledger.counters.names import display_name, is_of_person
from harmledger.counters.resolve import Heard
from harmledger.counters.rulings import Ruling
from harmledger.records import Claim, Counter, NamedAs, content_id

__all__ = ["made_counter"]

#: All claims that cite a counter by one name.
Cited = Sequence[tuple[Heard, Claim]]


def made_counter(
    group: str, names: Sequence[Cited], rulings: Sequence[Ruling], family_of: Mapping[str, str]
) -> Counter:
    """The counter of a group of names. ``group``: what they were put together by, which gives
    the id; ``names`` in the order of their ids; ``family_of``: the family of each text, so that
    no copy says once more how a counter is called."""
    ids = {own[0][0].id for own in names}
    entry = next((h.entry for own in names for h, _ in own if f"entry:{_id(h)}" == group), None)
    claims = [claim for own in names for _, claim in own]
    decided = [r for r in rulings if _concerns(r, ids)]
    once = {own[0][0].id: _once(own, family_of) for own in names}
    meant = {r.other for r in decided if r.together}
    chief = min(
        names,
        key=lambda own: (
            # Of names that a person put together that of a body, then the one to which another
            # was put: a ministry, not its minister.
            bool(entry) and own[0][0].anchor != group,
            bool(meant) and is_of_person(_written(once[own[0][0].id])),
            bool(meant) and own[0][0].id not in meant,
            own[0][0].anchor != group,
            -len(once[own[0][0].id]),
            own[0][0].id,
        ),
    )
    return Counter(
        id=content_id("counter", group),
        name=entry.name if entry else _written(once[chief[0][0].id]),
        kind=entry.kind
        if entry
        else display_name(c.speaker.kind for held in once.values() for c in held if c.speaker),
        entry=entry.id if entry else None,
        names=tuple(_named(group, own, chief, decided) for own in names),
        claims=tuple(sorted(claim.id for claim in claims)),
        decisions=tuple(ruling.decision.id for ruling in decided),
    )


def _id(heard: Heard) -> str:
    return heard.entry.id if heard.entry else ""


def _concerns(ruling: Ruling, ids: set[str]) -> bool:
    """A merge of two of these names, or what keeps one of them out of another counter."""
    if ruling.together:
        return ruling.one in ids and ruling.other in ids
    return (ruling.one in ids) != (ruling.other in ids)


def _once(own: Cited, family_of: Mapping[str, str]) -> list[Claim]:
    """Of each family the claims of the text that has most of them."""
    texts: dict[str, dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for _, claim in own:
        texts[family_of.get(claim.text_id, claim.text_id)][claim.text_id].append(claim)
    return [claim for held in texts.values() for claim in max(held.values(), key=len)]


def _written(claims: Iterable[Claim]) -> str:
    """As most claims write it: in full where their text gives the full name."""
    return display_name(c.speaker.canonical or c.speaker.name for c in claims if c.speaker)


def _named(group: str, own: Cited, chief: Cited, decided: Sequence[Ruling]) -> NamedAs:
    heard = own[0][0]
    rule, why = _reason(group, heard, chief, decided)
    return NamedAs(
        id=heard.id,
        name=_written(claim for _, claim in own),
        written=tuple(sorted({claim.speaker.name for _, claim in own if claim.speaker})),
        documents=tuple(sorted({claim.document for _, claim in own})),
        claims=tuple(sorted(claim.id for _, claim in own)),
        rule=rule,
        why=why,
        person=heard.person,
    )


def _reason(group: str, heard: Heard, chief: Cited, decided: Sequence[Ruling]) -> tuple[str, str]:
    """The rule and the sentence that say why this name is in this group."""
    for ruling in reversed(decided):
        if heard.id not in (ruling.one, ruling.other):
            continue
        if ruling.together and heard.id != chief[0][0].id:
            return "decision", f"{_by(ruling, heard)} are one counter."
        if not ruling.together:
            return "kept_apart", f"{_by(ruling, heard)} are two counters."
    if heard.id == chief[0][0].id:
        return heard.rule, heard.why
    if heard.anchor != chief[0][0].anchor and not group.startswith("apart:"):
        return "decision", "Brought here by a decision about another of these names."
    if heard.rule != "as_named":
        return heard.rule, heard.why
    other = chief[0][0]
    if heard.words == other.words:
        return (
            "words",
            f"The same words as “{_written(claim for _, claim in chief)}”, in another form.",
        )
    return "spelling", f"Another spelling of “{_written(claim for _, claim in chief)}”."


def _by(ruling: Ruling, heard: Heard) -> str:
    decision = ruling.decision
    names = [decision.edit("name") or ruling.one, decision.edit("with_name") or ruling.other]
    if heard.id == ruling.other:
        names.reverse()
    why = f" ({decision.reason})" if decision.reason else ""
    who = decision.by or "somebody"
    return f"Decided by {who} on {decision.at[:10]}{why}: “{names[0]}” and “{names[1]}”"
