"""Events of no harm that are one: those of copies, whose words come again, are one from the start.

Everything is ordered by what a copy has as well, so that one copy more changes nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import islice

from harmledger.incidents.events import LocalEvent
from harmledger.records import Claim, Family, Incident, Text

__all__ = ["MOST", "Cluster", "Counted", "Key", "key_of", "number_of", "of_copies"]

#: Events of a group that another is compared with, and numbers of one thing that are held of it.
MOST = 12

#: A measure and unit.
Counted = tuple[str, str | None]

#: What an event says, the lowest number first, and a digest of its text. Copies have the same.
Key = tuple[tuple[object, ...], str]


@dataclass(slots=True)
class Cluster:
    """Events of texts that are one, or ``incident`` with what its own texts tell beside harm.

    ``firm``: it may be an incident by itself. ``reasons``: why events of other texts are of it.
    ``numbers``: by what is counted the numbers that were told, each with its first claim.
    ``told``: the events without their exact copies.
    """

    incident: Incident | None
    firm: bool = True
    events: list[LocalEvent] = field(default_factory=list)
    texts: set[str] = field(default_factory=set)
    reasons: list[str] = field(default_factory=list)
    numbers: dict[Counted, dict[int, Claim]] = field(default_factory=dict)
    told: dict[Key, LocalEvent] = field(default_factory=dict)
    _unlike: dict[object, LocalEvent] = field(default_factory=dict)

    @property
    def claims(self) -> list[Claim]:
        """All claims of the events."""
        return [claim for event in self.events for claim in event.claims]

    @property
    def first(self) -> list[LocalEvent]:
        """The first events that say different things; of no place also those of other texts."""
        return list(islice(self._unlike.values(), MOST))

    def take(self, event: LocalEvent, key: Key) -> None:
        """One event more."""
        self.events.append(event)
        self.texts.add(event.text_id)
        self.told.setdefault(key, event)
        self._unlike.setdefault(key[0] if event.places else key, event)
        for claim in event.claims:
            self._count(claim)

    def join(self, other: Cluster) -> None:
        """All events of another."""
        self.events += other.events
        self.texts |= other.texts
        for key, event in other.told.items():
            self.told.setdefault(key, event)
        for said, event in other._unlike.items():
            self._unlike.setdefault(said, event)
        for numbers in other.numbers.values():
            for claim in numbers.values():
                self._count(claim)

    def _count(self, claim: Claim) -> None:
        numbers = self.numbers.setdefault((claim.measure, claim.unit), {})
        if len(numbers) < MOST:
            numbers.setdefault(number_of(claim), claim)


def number_of(claim: Claim) -> int:
    """The number that another may be compared with, also one denied; 0 where there is none."""
    return 0 if claim.qualifier == "vague" else claim.low or claim.high or 0


def key_of(event: LocalEvent, text: Text | None) -> Key:
    """Numbers, days, places and wording of an event, and then its text."""
    places = sorted(
        str((one.geonameid, one.name, one.precision, one.lat, one.lon, one.country))
        for one in event.places
    )
    words = sorted(
        str((one.wording, one.unit, one.phase, one.qualifier, one.stance)) for one in event.claims
    )
    numbers = sorted(map(number_of, event.claims))
    said = tuple(numbers), tuple(sorted(event.spans)), tuple(places), tuple(words)
    body = text.text.encode("utf-8", "surrogatepass") if text is not None else b""
    return said, blake2b(body, digest_size=8).hexdigest()


def of_copies(
    events: Sequence[LocalEvent],
    keys: Mapping[int, Key],
    firm: Collection[int],
    families: Iterable[Family],
) -> list[Cluster]:
    """The events, those of one family that share a wording in one; two of a text never are.

    ``keys``: the key of each event by its ``id``; ``firm``: those that make an incident. Where a
    text has a wording twice (rows of a table), its copies have both, each with the like one.
    """
    family = {m.text_id: one.id for one in families for m in one.members}
    of_text = Counter(event.text_id for event in events)
    homes = _Homes()
    found: list[tuple[Key, Cluster]] = []

    def rank(event: LocalEvent) -> tuple[int, Key, str]:
        first = min(claim.id for claim in event.claims)
        return -of_text[event.text_id], keys[id(event)], first

    for event in sorted(events, key=rank):
        kin = family.get(event.text_id, event.text_id)
        key = keys[id(event)]
        shared: list[object] = [(kin, key[0]), *((kin, c.wording) for c in event.claims)]
        free = (homes.free(event.text_id, one) for one in shared)
        home = next((one for one in free if one is not None), None)
        if home is None:
            home = Cluster(None, firm=False)
            found.append((key, home))
        home.take(event, key)
        home.firm = home.firm or id(event) in firm
        for one in shared:
            homes.add(one, home)
    return [one for _, one in sorted(found, key=lambda pair: pair[0])]


class _Homes:
    """Clusters by what their events share, in the order in which they came."""

    def __init__(self) -> None:
        self._by: dict[object, list[Cluster]] = defaultdict(list)
        self._known: set[tuple[object, int]] = set()
        self._held: dict[tuple[str, object], int] = {}

    def add(self, shared: object, home: Cluster) -> None:
        if (shared, id(home)) not in self._known:
            self._known.add((shared, id(home)))
            self._by[shared].append(home)

    def free(self, text_id: str, shared: object) -> Cluster | None:
        """The first that holds no event of the text; each is passed by once."""
        homes = self._by.get(shared, [])
        at = self._held.get((text_id, shared), 0)
        while at < len(homes) and text_id in homes[at].texts:
            at += 1
        self._held[text_id, shared] = at
        return homes[at] if at < len(homes) else None
