"""What a party to the event concedes: its own range, beside that of the others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set

from harmledger.assessments.attribution import accepting
from harmledger.assessments.method import Method
from harmledger.assessments.sorting import reason
from harmledger.counters import Counters
from harmledger.incidents import counted, whole_readings
from harmledger.records import Claim, Reason
from harmledger.wording import figure_words

__all__ = ["conceded"]


def conceded(
    claims: Sequence[Claim],
    method: Method,
    counters: Counters,
    parties: Set[str],
    gone: Set[str],
) -> Iterator[Reason]:
    """A reason for each party that gives a figure of its own for harm that is laid to it.

    ``claims``: of one measure; ``gone``: ids of those replaced by later ones. The high is the low
    where the party gives none; of other figures nothing is taken.
    """
    rule = method.rule("conceded")
    if rule is None:
        return
    accepted = {counters.key(claim) for claim in accepting(claims)}
    by_party: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        own = claim.speaker is not None and counted(claim) and claim.id not in gone
        if own and (claim.id in parties or counters.key(claim) in accepted):
            by_party[counters.key(claim)].append(claim)
    for _, said in sorted(by_party.items()):
        readings = whole_readings(said, known=claims).readings
        lows = [reading.low for reading in readings if reading.low is not None]
        highs = [r.high if r.high is not None else r.low for r in readings]
        known = [high for high in highs if high is not None]
        if not known:
            continue
        low = min(lows, default=None)
        name = said[0].speaker.name if said[0].speaker else ""
        sentence = (
            f"Conceded by {name}, a range of its own beside the others: "
            f"{figure_words(low, max(known))}."
        )
        yield reason(rule.id, sentence, said)
