"""Incidents of people harmed in, and out with what the same events did beside: homes, flight, aid.

What ties reports of people harmed together is settled before, and nothing here changes it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from harmledger.dates import span_of
from harmledger.incidents.effect_records import alone, extended
from harmledger.incidents.effects import is_effect, makes_event, of_event
from harmledger.incidents.effects_clusters import Cluster, Key, key_of, of_copies
from harmledger.incidents.effects_named import Named
from harmledger.incidents.effects_tied import tied
from harmledger.incidents.effects_told import put_to_events
from harmledger.incidents.events import LocalEvent
from harmledger.incidents.losses import loss_of
from harmledger.incidents.parts import linked
from harmledger.kept import whole
from harmledger.records import Claim, Family, Incident, Text

__all__ = ["with_effects"]


def with_effects(
    incidents: Iterable[Incident],
    texts: Iterable[Text],
    claims: Iterable[Claim],
    families: Iterable[Family],
) -> Iterator[Incident]:
    """The incidents with claims of people displaced, buildings and aid, and those of these alone.

    Such a claim of scope ``event`` is in at most one incident: in that which its text tells at its
    time and place, or in one with others like it. Those of no known place or day are in none. No
    claim of harm moves, and the time and place of an incident of people harmed stay as they were.
    Incidents come in the order of their ids, whatever the input's order.
    """
    held = sorted(incidents, key=lambda one: one.id)
    by_id = {text.id: text for text in texts}
    every = {claim.id: claim for claim in claims}
    own: dict[str, list[Claim]] = defaultdict(list)
    for claim in every.values():
        if is_effect(claim):
            own[claim.text_id].append(claim)
    if not own:
        yield from held
        return
    made = _Effects(by_id, every, held)
    for text_id in sorted(own):
        made.add(text_id, own[text_id])
    found = tied(made.clusters(families), Named(by_id))
    changed = {
        one.incident.id: extended(one, every, made.losses)
        for one in found
        if one.incident is not None
    }
    others = [alone(one, made.by_text, made.losses) for one in found if one.incident is None]
    ids = {before: after.id for before, after in changed.items()}
    kept = (_renamed(changed.get(one.id, one), ids) for one in held)
    yield from sorted(linked([*kept, *others]), key=lambda one: one.id)


class _Effects:
    """Gathers, text by text, what was told beside harm."""

    def __init__(
        self, texts: Mapping[str, Text], claims: Mapping[str, Claim], incidents: Sequence[Incident]
    ) -> None:
        self._texts = texts
        self._claims = claims
        self.by_text: dict[str, list[Incident]] = defaultdict(list)
        for incident in incidents:
            for report in incident.reports:
                self.by_text[report.text_id].append(incident)
        self._joined: dict[str, list[tuple[Key, str, LocalEvent]]] = defaultdict(list)
        self._incidents = {one.id: one for one in incidents}
        self._alone: list[LocalEvent] = []
        self._keys: dict[int, Key] = {}
        self._firm: set[int] = set()
        self.losses: dict[str, str] = {}

    def add(self, text_id: str, claims: Sequence[Claim]) -> None:
        """The claims of one text."""
        text = whole(self._texts.get(text_id))
        incidents = self.by_text.get(text_id, [])
        homes = [self._told(incident, text_id) for incident in incidents]
        harmed = {claim.sentence_start for event in homes for claim in event.claims}
        own = [
            claim
            for claim in map(whole, claims)
            if of_event(claim, text, harmed=claim.sentence_start in harmed)
        ]
        self.losses.update({c.id: loss for c in own if (loss := loss_of(c, text))})
        told = put_to_events(homes, own)
        by_id = {claim.id: claim for claim in own}
        for number, incident in enumerate(incidents):
            joined = [by_id[one] for one, home in told.joined.items() if home == number]
            if joined:
                self._join(incident, text_id, joined, text)
        for event in told.alone:
            self._alone.append(event)
            self._keys[id(event)] = key_of(event, text)
            if makes_event(event, text):
                self._firm.add(id(event))

    def _told(self, incident: Incident, text_id: str) -> LocalEvent:
        """What the text tells of the incident; where it claims no harm, the incident's own time
        and place."""
        event = LocalEvent(text_id=text_id)
        event.main = any(r.main for r in incident.reports if r.text_id == text_id)
        for one in incident.claims:
            if one in self._claims and self._claims[one].text_id == text_id:
                claim = whole(self._claims[one])
                event.add(claim, span_of(claim.time))
        if not event.claims:
            span = span_of(incident.when)
            event.spans = [span] if span is not None else []
            event.places = [incident.where] if incident.where is not None else []
        return event

    def _join(
        self, incident: Incident, text_id: str, claims: Sequence[Claim], text: Text | None
    ) -> None:
        span = span_of(incident.when)
        event = LocalEvent(
            text_id=text_id,
            claims=list(claims),
            spans=[span] if span is not None else [],
            places=[incident.where] if incident.where is not None else [],
        )
        self._joined[incident.id].append((key_of(event, text), text_id, event))

    def clusters(self, families: Iterable[Family]) -> list[Cluster]:
        """Incidents with what joined them, then events of none; those of copies are one."""
        homes: list[tuple[Key, str, Cluster]] = []
        for one, joined in self._joined.items():
            incident = self._incidents[one]
            home = Cluster(incident)
            joined.sort(key=lambda told: told[:2])
            for key, _, event in joined:
                home.take(event, key)
            home.texts.update(report.text_id for report in incident.reports)
            homes.append((joined[0][0], one, home))
        homes.sort(key=lambda home: home[:2])
        others = of_copies(self._alone, self._keys, self._firm, families)
        return [*(home for _, _, home in homes), *others]


def _renamed(one: Incident, ids: Mapping[str, str]) -> Incident:
    """The incident with its proposals leading to the ids that others have now."""
    if not any(other.incident in ids for other in one.proposals):
        return one
    proposals = tuple(replace(p, incident=ids.get(p.incident, p.incident)) for p in one.proposals)
    return replace(one, proposals=proposals)
