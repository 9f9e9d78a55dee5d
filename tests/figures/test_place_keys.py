"""Places in totals: one town is one place, however written; two namesakes are two."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import where
from harmledger.figures.place_keys import place_keys
from harmledger.records import Incident, Where

HERAT = where("Herat", lat=34.35, lon=62.2, geonameid=1140026, country="AF")


def at(*places: Where | None) -> list[str]:
    """The keys of incidents at these places, in their order."""
    events = [
        Incident(id=f"i{n}", title="", when=None, where=one, measures=(), claims=(), reports=())
        for n, one in enumerate(places)
    ]
    keys = place_keys(events)
    return [keys.get(one.id, "none") for one in events]


@pytest.mark.parametrize(
    ("places", "keys"),
    [
        ([HERAT, replace(HERAT, name="HERAT")], ["Herat", "Herat"]),
        # A description gives way to the name, even where it is more common.
        (
            [replace(HERAT, name="western capital")] * 2 + [HERAT],
            ["Herat", "Herat", "Herat"],
        ),
        ([replace(HERAT, name="western capital")], ["western capital"]),
        ([replace(HERAT, name="Market Street", within="Herat"), HERAT], ["Herat", "Herat"]),
        (
            [replace(HERAT, name="Market Street", within="Herat", geonameid=None), HERAT],
            ["Market Street, Herat", "Herat"],
        ),
        (
            [
                where("Tripoli", lat=32.9, lon=13.2, geonameid=2210247, country="LY"),
                where("Tripoli", lat=34.4, lon=35.8, geonameid=266826, country="LB"),
                where("TRIPOLI"),
            ],
            ["Tripoli (LY)", "Tripoli (LB)", "Tripoli (country not known)"],
        ),
        (
            [
                where("Springfield", lat=39.8, lon=-89.6, geonameid=4250542, country="US"),
                where("Springfield", lat=42.1, lon=-72.6, geonameid=4951788, country="US"),
            ],
            ["Springfield (US) (39.8 N, 89.6 W)", "Springfield (US) (42.1 N, 72.6 W)"],
        ),
        ([where("Dashti"), where("DASHTI"), None], ["Dashti", "Dashti", "none"]),
    ],
)
def test_one_town_is_one_place(places: list[Where | None], keys: list[str]) -> None:
    assert at(*places) == keys
