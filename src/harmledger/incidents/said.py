"""What texts say of events: their claims by text, and the events that these are put into."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from harmledger.incidents.events import LocalEvent, in_headline_apart, is_event, silent_event
from harmledger.incidents.local import local_events
from harmledger.kept import whole
from harmledger.records import Claim, Text

__all__ = ["Events", "Said"]


class Said:
    """Claims by text: of harm in one event, and running counts."""

    def __init__(self, claims: Iterable[Claim], texts: Mapping[str, Text]) -> None:
        self.texts = texts
        self._in_order: set[str] = set()
        self._by_text: dict[str, list[Claim]] = defaultdict(list)
        for claim in claims:
            if is_event(claim) or claim.scope == "cumulative":
                self._by_text[claim.text_id].append(claim)
        self.telling = {
            text_id
            for text_id, own in self._by_text.items()
            if text_id not in texts and any(map(is_event, own))
        }

    def of(self, text_id: str) -> list[Claim]:
        """All that bears on the events of a text, in the order of the text, each once."""
        own = self._by_text.get(text_id, [])
        if text_id not in self._in_order:
            self._in_order.add(text_id)
            each = {claim.id: claim for claim in own}
            own[:] = sorted(each.values(), key=lambda claim: (claim.start, claim.end, claim.id))
        return own

    def events(self, text_id: str) -> list[LocalEvent]:
        """The events of a text, with what its headline claims where that was given apart."""
        text = whole(self.texts.get(text_id))
        said = list(map(whole, self.of(text_id)))
        told = [claim for claim in said if is_event(claim)]
        apart = [claim for claim in told if in_headline_apart(claim, text)]
        own = [claim for claim in told if not in_headline_apart(claim, text)]
        running = [claim for claim in said if not is_event(claim)]
        found = local_events(text, own, running) if own else [silent_event(text_id, running)]
        for event in found:
            if event.main:
                event.headline = apart
        return found


class Events(Mapping[str, Sequence[LocalEvent]]):
    """By text the events that it speaks of, worked out when they are asked for.

    A text without any claim of harm in one event is about one event all the same.
    """

    def __init__(self, said: Said) -> None:
        self._said = said
        self._ids = said.texts.keys() | said.telling
        self._found: dict[str, list[LocalEvent]] = {}

    def __getitem__(self, text_id: str) -> list[LocalEvent]:
        known = self._found.get(text_id)
        if known is None:
            known = self._found[text_id] = self._said.events(text_id)
        return known

    def let_go(self, text_ids: Iterable[str]) -> None:
        """Those of these texts, of which nobody will ask again."""
        for text_id in text_ids:
            self._found.pop(text_id, None)

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)

    def __contains__(self, text_id: object) -> bool:
        return text_id in self._ids
