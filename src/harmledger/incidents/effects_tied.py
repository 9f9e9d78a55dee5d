"""Which events of no harm are one across reports, and of which incident they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from harmledger.dates import dates_agree
from harmledger.incidents.events import LocalEvent
from harmledger.incidents.phrases import claim_words
from harmledger.places import is_fine, name_key, places_agree
from harmledger.records import Claim, Incident, Where

__all__ = ["Cluster", "tied"]

#: Whether a text names a place.
Names = Callable[[str, Where], bool]

#: How far a figure may lie above another that it may be a newer count of; from ten on.
_NEAR, _LARGE = 1.25, 10

#: Events of a group that another is compared with, and numbers of one thing that are held of it.
_MOST = 12

#: A measure and unit.
_Counted = tuple[str, str | None]


@dataclass(slots=True)
class Cluster:
    """Events of texts that are one, or ``incident`` with what its own texts tell beside harm.

    ``firm``: it may be an incident by itself. ``reasons``: why events of other texts are of it.
    ``numbers``: by what is counted the numbers that were told, each with its first claim.
    """

    incident: Incident | None
    firm: bool = True
    events: list[LocalEvent] = field(default_factory=list)
    texts: set[str] = field(default_factory=set)
    reasons: list[str] = field(default_factory=list)
    numbers: dict[_Counted, dict[int, Claim]] = field(default_factory=dict)

    @property
    def claims(self) -> list[Claim]:
        """All claims of the events."""
        return [claim for event in self.events for claim in event.claims]

    def take(self, event: LocalEvent) -> None:
        """One event more."""
        self.events.append(event)
        self.texts.add(event.text_id)
        for claim in event.claims:
            told = self.numbers.setdefault((claim.measure, claim.unit), {})
            number = _number(claim)
            if len(told) < _MOST:
                told.setdefault(number, claim)


def tied(clusters: Sequence[Cluster], names: Names) -> list[Cluster]:
    """The clusters, those joined that one day, one place and one figure tie together.

    A figure is the same, or within a quarter of the other from ten on, of the same measure and
    unit; at one town or village, of people or buildings, the measure alone. An event that states
    no place is at one that its report names (``names``). What is not ``firm`` only joins others,
    and else is no incident. Where two incidents of people harmed fit alike, none is taken. Two
    events that a text tells apart are never joined.
    """
    filed = _Filed()
    found = [one for one in clusters if one.incident is not None]
    for one in found:
        filed.add(one)
    alone = [one for one in clusters if one.incident is None]
    for one in sorted(alone, key=lambda one: not one.firm):
        near = filed.near(one)
        fitting = [(other, why) for other in near if (why := _tie(other, one, names))]
        harmed = [pair for pair in fitting if pair[0].incident is not None]
        chosen = harmed if len(harmed) == 1 else [p for p in fitting if p[0].incident is None]
        if chosen:
            home, why = chosen[0]
            for event in one.events:
                home.take(event)
            home.reasons.append(why)
            filed.add(home)
        elif one.firm:
            found.append(one)
            filed.add(one)
    return found


class _Filed:
    """Clusters by day, and by day and area."""

    def __init__(self) -> None:
        self._by: dict[tuple[int, object], dict[int, Cluster]] = defaultdict(dict)

    def add(self, one: Cluster) -> None:
        """Under all its days and areas, and under its days alone."""
        for event in one.events[-_MOST:]:
            for day in _days(event):
                for area in (None, *_areas(event)):
                    self._by[day, area].setdefault(id(one), one)

    def near(self, one: Cluster) -> list[Cluster]:
        """Those that share a day and an area; of one without a place those of its day."""
        keys = [
            (day, area)
            for event in one.events[:_MOST]
            for day in _days(event)
            for area in (_about(event) if event.places else (None,))
        ]
        found: dict[int, Cluster] = {}
        for key in keys:
            found.update(self._by.get(key, {}))
        return list(found.values())


def _days(event: LocalEvent) -> Iterator[int]:
    for span in event.spans:
        if not span.coarse and not span.yearless:
            yield from range(span.low, span.high + 1)


def _areas(event: LocalEvent) -> Iterator[object]:
    """The words of its places' names, and squares of a degree."""
    for where in event.places:
        yield name_key(where.name)
        if where.lat is not None and where.lon is not None:
            yield int(where.lat // 1), int(where.lon // 1)


def _about(event: LocalEvent) -> Iterator[object]:
    """The same, with the squares beside."""
    for area in _areas(event):
        if isinstance(area, tuple):
            yield from ((area[0] + a, area[1] + b) for a in (-1, 0, 1) for b in (-1, 0, 1))
        else:
            yield area


def _tie(one: Cluster, two: Cluster, names: Names) -> str:
    """The sentence that says why both are one; empty where they are not."""
    if not one.texts.isdisjoint(two.texts):
        return ""
    pairs = [(first, second) for first in one.events[:_MOST] for second in two.events[:_MOST]]
    if not all(_together(first, second, names) for first, second in pairs):
        return ""
    town = any(_one_town(first, second) for first, second in pairs)
    for kind, told in two.numbers.items():
        for number, claim in told.items():
            for beside, other in one.numbers.get(kind, {}).items():
                alike = _alike(number, beside)
                if alike or (town and claim.measure != "aid"):
                    return (
                        f"{claim.document} tells of it, too, by day, place and "
                        f"{'figure' if alike else 'what is counted'}: {claim_words(claim)}, "
                        f"beside {claim_words(other)} in {other.document}."
                    )
    return ""


def _together(one: LocalEvent, two: LocalEvent, names: Names) -> bool:
    """Whether day and place are the same."""
    dates = {dates_agree(a, b) for a in one.spans for b in two.spans}
    places = {places_agree(a, b) for a in one.places for b in two.places}
    if "agree" not in dates or "apart" in places:
        return False
    if not one.places or not two.places:
        placed, bare = (one, two) if one.places else (two, one)
        return any(names(bare.text_id, where) for where in placed.places)
    return not places.isdisjoint({"same", "near"})


def _one_town(one: LocalEvent, two: LocalEvent) -> bool:
    """Whether both are at the same town or village."""
    return any(
        places_agree(a, b) == "same" and is_fine(a) and is_fine(b)
        for a in one.places
        for b in two.places
    )


def _number(claim: Claim) -> int:
    """The number that another may be compared with, also one denied; 0 where there is none."""
    return 0 if claim.qualifier == "vague" else claim.low or claim.high or 0


def _alike(one: int, two: int) -> bool:
    low, high = min(one, two), max(one, two)
    return low > 0 and (low == high or (low >= _LARGE and high <= _NEAR * low))
