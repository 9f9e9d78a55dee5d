"""Texts that say themselves that they were taken from elsewhere, and the one they were taken from.

Such a text is a copy or a rewrite of something: the question is only of what. Where it is by far
the likest to one report of the book, less likeness is asked for than of two texts of which neither
says so.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set

from harmledger.families.credits import credits_of
from harmledger.families.limits import thresholds
from harmledger.families.unions import Unions
from harmledger.families.wordings import Wording
from harmledger.records import Text

__all__ = ["join_taken", "least_odds", "line_of"]


def least_odds() -> float:
    """Pairs below these log-odds bear on no text: none is so near behind the likest."""
    limits = thresholds()
    return limits.taken - limits.taken_lead


def line_of(text: Text) -> str | None:
    """The line of the text by which it says that it was taken from elsewhere, None without one."""
    lines = (credit for credit in credits_of(text) if credit.copied and credit.address is None)
    return next((" ".join(credit.mark.quote.split()) for credit in lines), None)


def join_taken(
    groups: Unions,
    weighed: Mapping[tuple[int, int], float],
    wordings: Sequence[Wording],
    settled: Set[int],
) -> None:
    """Join each text that stands alone and says so to the group of the one text it is likest to.

    ``weighed``: log-odds of pairs of positions that were compared at length, those below
    :func:`least_odds` left out. The likest must reach ``taken`` and lead by ``taken_lead`` over
    the texts of every other group (``linking/families.toml``), so that of two reports that are
    equally like it none is chosen; texts that stand alone and say so as well are neither the one
    nor the others. ``settled``: positions of parts and hosts, which join otherwise.
    """
    limits = thresholds()
    alike: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for (one, two), odds in weighed.items():
        alike[one].append((odds, two))
        alike[two].append((odds, one))
    stood = groups.roots()
    sizes = Counter(stood)

    def says_so(number: int) -> bool:
        """Alone with its words, and taken from elsewhere."""
        alone = sizes[stood[number]] == 1 == len(wordings[number].bearers)
        return alone and line_of(wordings[number].text) is not None

    for number in sorted(alike.keys() - settled):
        # Texts are read only where something is like enough.
        if max(odds for odds, _ in alike[number]) < limits.taken or not says_so(number):
            continue
        near = [(odds, other) for odds, other in alike[number] if not says_so(other)]
        best = max((odds for odds, _ in near), default=-math.inf)
        if best < limits.taken:
            continue
        roots = {stood[other] for odds, other in near if odds > best - limits.taken_lead}
        if len(roots) == 1:
            groups.join(number, roots.pop())
