"""Claims in, counters out: names that are one counter are put together, with the reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from harmledger.counters.basing import Basing
from harmledger.counters.forms import forms_in
from harmledger.counters.known import known
from harmledger.counters.make import made_counter
from harmledger.counters.resolve import Heard, Resolver
from harmledger.counters.rests import find_rests
from harmledger.counters.rulings import Ruling, in_force
from harmledger.counters.told import told_by
from harmledger.counters.who import Counters, Spoken, originals_of
from harmledger.kept import Kept
from harmledger.records import Claim, Decision, Family, Text

__all__ = ["find_counters"]


def find_counters(
    claims: Iterable[Claim],
    families: Iterable[Family],
    texts: Iterable[Text] = (),
    own: str = "",
    decisions: Iterable[Decision] = (),
    kept: Kept | None = None,
) -> Counters:
    """Who counted each claim.

    ``texts`` explain short forms and say who speaks for whom; ``own``: the text of a user's
    vocabulary of counters; ``decisions`` put names together or keep them apart. The order of
    none of them matters. ``kept`` spares reading texts again. Errors: VocabularyProblem for a fault
    in ``own``.
    """
    families = tuple(families)
    every = sorted(claims, key=lambda c: (c.document, c.start, c.end, c.id))
    words = known(own)
    texts = tuple(texts)
    resolver = Resolver(words, told_by(texts, every, words, own, kept), forms_in(every, words))
    beside: dict[str, list[Claim]] = defaultdict(list)
    for claim in every:
        beside[claim.text_id].append(claim)
    cited: dict[str, list[tuple[Heard, Claim]]] = defaultdict(list)
    for claim in every:
        heard = resolver.heard(claim, beside[claim.text_id])
        if heard is not None:
            cited[heard.id].append((heard, claim))
    rulings = in_force(decisions)
    group_of = _grouped({name: rows[0][0].anchor for name, rows in cited.items()}, rulings)
    groups: dict[str, list[str]] = defaultdict(list)
    for name in sorted(cited):
        groups[group_of[name]].append(name)
    anchors = {rows[0][0].anchor for rows in cited.values()}
    rests = find_rests(texts, beside, resolver, anchors, kept)
    basing = Basing(rests, cited, group_of, rulings)
    family_of = {m.text_id: family.id for family in families for m in family.members}
    found = basing.named(
        {
            group: made_counter(group, [cited[name] for name in names], rulings, family_of)
            for group, names in groups.items()
        }
    )
    return Counters(
        family_of=family_of,
        counters={c.id: c for c in sorted(found.values(), key=lambda c: (c.name.casefold(), c.id))},
        spoken={
            claim.id: Spoken(found[group_of[name]].id, name, heard.words)
            for name, rows in cited.items()
            for heard, claim in rows
        },
        apart=frozenset(frozenset((r.one, r.other)) for r in rulings if not r.together),
        resting=basing.resting(found),
        originals=originals_of(families),
    )


def _grouped(anchors: Mapping[str, str], rulings: Sequence[Ruling]) -> dict[str, str]:
    """By name the group it belongs to: names of one anchor, as far as decisions allow."""
    group = dict(anchors)
    present = [r for r in rulings if r.one in group and r.other in group]
    apart = [(r.one, r.other) for r in present if not r.together]
    for one, other in apart:
        if group[one] == group[other]:
            # The name that was decided about leaves; whoever else is there stays.
            group[one] = f"apart:{one}"
    for ruling in present:
        if not ruling.together:
            continue
        pair = {group[ruling.one], group[ruling.other]}
        # A known counter stays the one it is.
        stays = min(pair, key=lambda key: (not key.startswith("entry:"), key))
        joined = {name: stays if at in pair else at for name, at in group.items()}
        # To keep apart is the more careful of two decisions that contradict each other.
        if all(joined[one] != joined[other] for one, other in apart):
            group = joined
    return group
