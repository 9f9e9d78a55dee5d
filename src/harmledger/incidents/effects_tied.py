"""Which events of no harm are one across reports, and of which incident they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import log

from harmledger.dates import dates_agree
from harmledger.incidents.effects_clusters import MOST, Cluster, Counted
from harmledger.incidents.effects_named import Named, telling_word
from harmledger.incidents.events import LocalEvent
from harmledger.incidents.phrases import claim_words
from harmledger.places import is_fine, name_key, places_agree
from harmledger.records import Claim

__all__ = ["tied"]

#: How far a figure may lie above another that it may be a newer count of; from ten on.
_NEAR, _LARGE = 1.25, 10

#: Clusters of its day and figure, at places that its text may name, that an event of no place is
#: compared with.
_MOST_NAMED = 4 * MOST


def tied(clusters: Sequence[Cluster], named: Named) -> list[Cluster]:
    """The clusters, those joined that one day, one place and one figure tie together.

    A figure is the same, or within a quarter of the other from ten on, of the same measure and
    unit; at one town or village, of people or buildings, the measure alone. An event that states
    no place is at one that its report names (``named``). What is not ``firm`` only joins others,
    and else is no incident. Where two incidents of people harmed fit alike, none is taken. Two
    events that a text tells apart are never joined. Clusters come in an order that copies share,
    the lower figures first: each figure then has the one below it to be near to.
    """
    filed = _Filed(named)
    found = [one for one in clusters if one.incident is not None]
    for one in found:
        filed.add(one, one)
    alone = [one for one in clusters if one.incident is None]
    for one in sorted(alone, key=lambda one: not one.firm):
        near = filed.near(one)
        fitting = [(other, why) for other in near if (why := _tie(other, one, named))]
        harmed = [pair for pair in fitting if pair[0].incident is not None]
        chosen = harmed if len(harmed) == 1 else [p for p in fitting if p[0].incident is None]
        if chosen:
            home, why = chosen[0]
            home.join(one)
            home.reasons.append(why)
            filed.add(home, one)
        elif one.firm:
            found.append(one)
            filed.add(one, one)
    return found


class _Filed:
    """Clusters by day and area, and by day, word of a place's name and figure."""

    def __init__(self, named: Named) -> None:
        self._named = named
        self._by: dict[tuple[int, object], dict[int, Cluster]] = defaultdict(dict)
        self._figures: dict[int, dict[str, _Figures]] = defaultdict(dict)

    def add(self, home: Cluster, new: Cluster) -> None:
        """File ``home`` under the days and areas of its first events and of those of ``new``, which
        is it or has joined it."""
        figures = list(_figures(home))
        for event in home.first if new is home else (*home.first, *new.first):
            words = {telling_word(where.name) for where in event.places}
            for day in _days(event):
                for area in _areas(event):
                    self._by[day, area].setdefault(id(home), home)
                for word in words:
                    under = self._figures[day].setdefault(word, defaultdict(dict))
                    for figure in figures:
                        under[figure].setdefault(id(home), home)

    def near(self, one: Cluster) -> list[Cluster]:
        """Those that share a day and an area; of an event without a place some of its day with
        a figure like its own, at places that its text may name."""
        found: dict[int, Cluster] = {}
        bare: dict[int, Cluster] = {}
        for event in one.first:
            for day in _days(event):
                if event.places:
                    for area in _about(event):
                        found.update(self._by.get((day, area), {}))
                elif len(bare) < _MOST_NAMED:
                    for other in self._like(one, event, day):
                        bare[id(other)] = other
                        if len(bare) == _MOST_NAMED:
                            break
        return list((found | bare).values())

    def _like(self, one: Cluster, event: LocalEvent, day: int) -> Iterator[Cluster]:
        by_word = self._figures.get(day, {})
        words = self._named.words(event.text_id)
        few, many = sorted((by_word.keys(), words), key=len)
        for word in sorted(word for word in few if word in many):
            for kind, size in _figures(one):
                for beside in (size, size - 1, size + 1):
                    yield from by_word[word].get((kind, beside), {}).values()


#: By what is counted and its size.
_Figures = defaultdict[tuple[Counted, int], dict[int, Cluster]]


def _figures(one: Cluster) -> Iterator[tuple[Counted, int]]:
    """What is counted with the size of each number; those of like ones are at most one apart."""
    for kind, numbers in one.numbers.items():
        yield from dict.fromkeys((kind, int(log(n) / log(1.3))) for n in numbers if n > 0)


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


def _tie(one: Cluster, two: Cluster, named: Named) -> str:
    """The sentence that says why both are one; empty where they are not."""
    if not one.texts.isdisjoint(two.texts):
        return ""
    told = list(_told(one, two))
    alike = [pair for pair in told if pair[2]]
    pairs = [(first, second) for first in one.first for second in two.first] if told else []
    if not alike and not any(_one_town(first, second) for first, second in pairs):
        return ""
    if not all(_agree(first, second) for first, second in pairs):
        return ""
    bare = [(first, second) for first, second in pairs if not (first.places and second.places)]
    if not all(_named(first, second, named) for first, second in bare):
        return ""
    claim, other, same = (alike or told)[0]
    return (
        f"{claim.document} tells of it, too, by day, place and "
        f"{'figure' if same else 'what is counted'}: {claim_words(claim)}, "
        f"beside {claim_words(other)} in {other.document}."
    )


def _told(one: Cluster, two: Cluster) -> Iterator[tuple[Claim, Claim, bool]]:
    """Claims of both that may be of one thing, and whether their numbers are alike."""
    for kind, numbers in two.numbers.items():
        for number, claim in numbers.items():
            for beside, other in one.numbers.get(kind, {}).items():
                alike = _alike(number, beside)
                if alike or claim.measure != "aid":
                    yield claim, other, alike


def _agree(one: LocalEvent, two: LocalEvent) -> bool:
    """Whether the days are the same, and the places that both state."""
    if not any(dates_agree(a, b) == "agree" for a in one.spans for b in two.spans):
        return False
    places = {places_agree(a, b) for a in one.places for b in two.places}
    bare = not one.places or not two.places
    return bare or ("apart" not in places and not places.isdisjoint({"same", "near"}))


def _named(one: LocalEvent, two: LocalEvent, named: Named) -> bool:
    """Whether the text of that which states no place names one of the other."""
    placed, bare = (one, two) if one.places else (two, one)
    return any(named.names(bare.text_id, where.name) for where in placed.places)


def _one_town(one: LocalEvent, two: LocalEvent) -> bool:
    """Whether both are at the same town or village."""
    return any(
        places_agree(a, b) == "same" and is_fine(a) and is_fine(b)
        for a in one.places
        for b in two.places
    )


def _alike(one: int, two: int) -> bool:
    low, high = min(one, two), max(one, two)
    return low > 0 and (low == high or (low >= _LARGE and high <= _NEAR * low))
