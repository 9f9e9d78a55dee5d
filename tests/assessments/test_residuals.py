"""What a running count holds beyond incidents: each toll looks only at its own incidents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from builders import claim, kunduz, text, when
from harmledger.assessments import assess_tolls, load_method
from harmledger.counters import find_counters
from harmledger.records import Assessment, Incident, Toll, TollPoint

BODY = text("The agency has counted 100 people killed. " * 9, "toll")


class Walked(Sequence[Any]):
    """A sequence that counts how often somebody walks through it."""

    def __init__(self, items: Sequence[Any]) -> None:
        self.items, self.times = items, 0

    def __len__(self) -> int:
        return len(self.items)

    def __getitem__(self, index: Any) -> Any:
        return self.items[index]

    def __iter__(self) -> Iterator[Any]:
        self.times += 1
        return iter(self.items)


def valued(number: int, measure: str) -> tuple[Incident, Assessment]:
    event = Incident(
        id=f"i{number}",
        title=f"Event {number}",
        when=when("2015-10-03"),
        where=kunduz(),
        measures=(),
        claims=(),
        reports=(),
    )
    made = Assessment(
        id=f"a{number}",
        subject=event.id,
        subject_kind="incident",
        measure=measure,
        unit="people",
        status="civilian",
        method="ibc@1",
        low=3,
        best=3,
        high=3,
        grade="documented",
        independent_origins=1,
        origins=(),
        claims=(),
        reasons=(),
    )
    return event, made


def test_assessments_are_walked_once_however_many_tolls_there_are() -> None:
    period = when("2015-01-01", "2015-12-31", "period")
    wide = replace(kunduz(), name="Afghanistan", precision="country", geonameid=1149361)
    counts, tolls = {}, []
    for number in range(8):
        one = claim(100, 100, BODY, at=23 + 42 * number, scope="cumulative", status="civilian",
                    speaker="the agency", place=wide, date=period)  # fmt: skip
        point = TollPoint(as_of="2015-12-31", reported_at=None, low=100, high=100, claim_id=one.id)
        counts[one.id] = one
        tolls.append(
            Toll(
                id=f"t{number}",
                title="Civilians killed",
                counter="the agency",
                measure="killed",
                definition="",
                status="civilian",
                where="Afghanistan",
                points=(point,),
                claims=(one.id,),
            )
        )
    incidents = Walked([*(valued(n, "killed") for n in range(4)), valued(9, "injured")])
    counters = find_counters(counts.values(), [])
    made = list(assess_tolls(tolls, counts, load_method("ibc"), counters, incidents))
    assert incidents.times == 1
    assert len(made) == len(tolls)
    for one_made in made:
        said = one_made.reasons[-1].sentence
        assert "4 incidents of this book may be part of it, 4 surely are; left are 88." in said
