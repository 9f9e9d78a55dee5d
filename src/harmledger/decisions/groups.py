"""Finding a group again whose id has changed: by the claims that a person saw in it.

Ids of incidents and tolls follow from their claims, so each report that joins one gives it a new
id. A decision therefore keeps the claims that it was made on. The group that is meant is the
one with the same id; else the one that holds more than half of those of its claims that are
still in the book. Where none does, the decision needs another look.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from harmledger.records import Decision, Incident, Toll

__all__ = ["MOST_SEEN", "Groups", "claims_edit", "seen_claims"]

#: Ids that a decision keeps of a large group: enough to tell which group holds most of them.
MOST_SEEN = 200


def claims_edit(claims: Iterable[str]) -> str:
    """The claims of a group as the value of an edit."""
    return " ".join(sorted(claims)[:MOST_SEEN])


def seen_claims(decision: Decision, name: str = "claims") -> tuple[str, ...]:
    """The claims of the group that the decision was made on."""
    return tuple(decision.edit(name).split())


class Groups:
    """Incidents or tolls by id, and by claim."""

    def __init__(self, groups: Iterable[Incident | Toll]) -> None:
        self.by_id: dict[str, Incident | Toll] = {group.id: group for group in groups}
        self._home: Mapping[str, str] = {
            claim: group.id for group in self.by_id.values() for claim in group.claims
        }

    def again(self, group_id: str, claims: Iterable[str]) -> str | None:
        """The id of the group that is meant; None where no group holds most of the claims."""
        if group_id in self.by_id:
            return group_id
        homes = Counter(self._home[claim] for claim in claims if claim in self._home)
        if not homes:
            return None
        found, most = min(homes.items(), key=lambda item: (-item[1], item[0]))
        return found if 2 * most > sum(homes.values()) else None

    def held(self, group_id: str, claims: Iterable[str]) -> tuple[str, ...]:
        """Those of the claims that the group holds."""
        return tuple(claim for claim in claims if self._home.get(claim) == group_id)
