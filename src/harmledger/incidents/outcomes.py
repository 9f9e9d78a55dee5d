"""Those shot or taken to hospital of whom another sentence says that they died.

"A man was shot" counts one injured as long as nobody says what became of him. Where the same text
says that one man died, he is that man; where it says that five were shot and two died, three
are left.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from harmledger.claims import same_person
from harmledger.incidents.events import TELLING
from harmledger.incidents.readings import counted, individual, speaks_of_others
from harmledger.records import Claim

__all__ = ["open_outcome", "settle_outcomes"]

_PRONOUNS = frozenset(("he", "she", "him", "her"))


def open_outcome(claim: Claim) -> bool:
    """True where the words leave open whether those harmed lived.

    Never of the killed: "shot" told of one who died is settled, whatever the word leaves open.
    """
    return claim.measure != "killed" and claim.basis is not None and claim.basis.outcome_open


def settle_outcomes(
    claims: Sequence[Claim], known: Iterable[Claim], dead: dict[str, int]
) -> tuple[list[Claim], list[Claim]]:
    """The injured who are left, and the claims that speak of the dead alone.

    ``known``: all claims of the subject; ``dead``: by text how many it says were killed. A group
    keeps its claim with the number that is left.
    """
    killed: dict[str, list[Claim]] = defaultdict(list)
    for claim in known:
        if claim.measure == "killed" and counted(claim) and claim.low != 0:
            killed[claim.text_id].append(claim)
    left: list[Claim] = []
    gone: list[Claim] = []
    for claim in claims:
        deaths = killed.get(claim.text_id, [])
        if not open_outcome(claim) or not deaths or speaks_of_others(claim):
            left.append(claim)
        elif claim.low == claim.high == 1:
            died = any(_is_the_dead(claim, death) for death in deaths)
            (gone if died else left).append(claim)
        elif _told_apart(claim, deaths) or _died_elsewhere(claim, dead.get(claim.text_id, 0)):
            left.append(claim)
        else:
            number = dead.get(claim.text_id, 0)
            if claim.low is not None and claim.low > number:
                high = claim.high - number if claim.high is not None else None
                left.append(replace(claim, low=claim.low - number, high=high))
            else:
                gone.append(claim)
    return left, gone


def _is_the_dead(claim: Claim, death: Claim) -> bool:
    """One person shot and one person dead, told in two sentences, are one where nothing differs."""
    if claim.sentence_start == death.sentence_start:
        return death.quote.casefold() in _PRONOUNS and claim.start < death.start
    return individual(death) and same_person(claim, death)


def _died_elsewhere(claim: Claim, number: int) -> bool:
    """Ten dead and more, where others were taken to hospital: most died before they got there."""
    basis = claim.basis
    hospital = basis is not None and "hospital" in basis.word.casefold()
    return hospital and number >= TELLING


def _told_apart(claim: Claim, deaths: Sequence[Claim]) -> bool:
    """ "One was killed and four were shot": side by side in one sentence."""
    return any(
        death.sentence_start == claim.sentence_start and death.part_of != claim.id
        for death in deaths
    )
