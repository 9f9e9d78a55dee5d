"""The law of every edit: what is set is what stands, and nothing else is touched."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import claim, kunduz, text, when
from harmledger.decisions import CLAIM_FIELDS, as_edited, changes_between
from harmledger.records import Actor, Claim, Story, Where

TEXT = text("The group said that 22 people were killed and 37 hurt in Kunduz.", "a")
NAMESAKE = Where(
    name="Tyre", start=4, end=8, lat=42.0, lon=-76.7, precision="city", geonameid=1, country="US"
)
TOLD = Story(where=kunduz(), when=when("2015-10-03"))

#: How a field reads on a claim, in the words by which it is set.
READ: dict[str, Callable[[Claim], object]] = {
    "measure": lambda c: c.measure,
    "low": lambda c: c.low,
    "high": lambda c: c.high,
    "qualifier": lambda c: c.qualifier,
    "status": lambda c: c.population.status if c.population else "unstated",
    "stance": lambda c: c.stance,
    "scope": lambda c: c.scope,
    "speaker": lambda c: c.speaker and c.speaker.name,
    "speaker_kind": lambda c: c.speaker and c.speaker.kind,
    "place": lambda c: c.place and (c.place.name, c.place.country),
    "when": lambda c: c.time and (c.time.start, c.time.end),
    "actor": lambda c: c.actor and c.actor.name,
    "part_of": lambda c: c.part_of,
}
#: Values to set, and what must be read afterwards.
SETS: list[tuple[str, str, object]] = [
    ("measure", "injured", "injured"),
    ("low", "3", 3),
    ("low", "unknown", None),
    ("high", "90", 90),
    ("high", "unknown", None),
    ("qualifier", "at_least", "at_least"),
    ("status", "civilian", "civilian"),
    ("status", "unstated", "unstated"),
    ("stance", "denied", "denied"),
    ("scope", "cumulative", "cumulative"),
    ("speaker", "the board", "the board"),
    ("speaker", "unknown", None),
    ("speaker_kind", "medic", "medic"),
    ("place", "Tyre, Lebanon", ("Tyre", "LB")),
    ("place", "Tyre, LB", ("Tyre", "LB")),
    ("place", "Herat", ("Herat", "AF")),
    ("place", "the old mill, Lebanon", ("the old mill", "LB")),
    ("place", "Nowhere at all", ("Nowhere at all", None)),
    ("place", "unknown", None),
    ("when", "2011-02-03", ("2011-02-03", "2011-02-03")),
    ("when", "2011-02", ("2011-02", "2011-02")),
    ("when", "2011-02-03/2011-02-05", ("2011-02-03", "2011-02-05")),
    ("when", "unknown", None),
    ("actor", "the army", "the army"),
    ("actor", "unknown", None),
    ("part_of", "abc", "abc"),
    ("part_of", "unknown", None),
]


def _read(one: Claim) -> dict[str, object]:
    return {field: get(one) for field, get in READ.items()}


def _claims() -> st.SearchStrategy[Claim]:
    """A claim whose place and time are its own, the story's, both or neither."""

    def made(
        where: Where | None, day: str | None, story: Story | None, actor: str | None, said: str
    ) -> Claim:
        one = claim(22, 22, TEXT, speaker=said or "the group", kind="medic")
        return replace(
            one,
            where=where,
            when=when(day) if day else None,
            story=story,
            actor=Actor(name=actor, start=0, end=3) if actor else None,
            speaker=one.speaker if said else None,
        )

    return st.builds(
        made,
        st.sampled_from([None, NAMESAKE, kunduz()]),
        st.sampled_from([None, "2011-02-03", "2015-10-01"]),
        st.sampled_from([None, TOLD, Story(where=NAMESAKE), Story(when=when("2015-10-03"))]),
        st.sampled_from([None, "the army", "rebels"]),
        st.sampled_from(["", "the group", "the board"]),
    )


def test_every_field_that_can_be_set_stands_under_the_law() -> None:
    assert set(READ) == set(CLAIM_FIELDS) == {field for field, _, _ in SETS}


@settings(deadline=None)
@given(_claims(), st.sampled_from(SETS))
def test_what_is_set_is_what_stands_and_all_else_is_as_it_was(
    one: Claim, setting: tuple[str, str, object]
) -> None:
    field, value, expected = setting
    made = as_edited(one, {field: value}, [one])
    was, now = _read(one), _read(made)
    if field == "speaker_kind" and one.speaker is None:
        expected = None
    assert now[field] == expected
    # The kind of source is that of the speaker: another one brings his own.
    follows = {"speaker": {"speaker_kind"}}.get(field, set())
    for other in READ.keys() - {field} - follows:
        assert now[other] == was[other], other
    # Whatever differs is told, in words that differ.
    told = changes_between(one, made)
    assert bool(told) is (now != was)
    assert all(change.was != change.now for change in told)
    assert {change.field for change in told} <= {field} | follows
    # Set once more, it says so already.
    assert changes_between(made, as_edited(made, {field: value}, [one, made])) == ()


@settings(deadline=None)
@given(_claims(), st.permutations(SETS))
def test_edits_of_several_fields_do_not_depend_on_their_order(
    one: Claim, rows: list[tuple[str, str, object]]
) -> None:
    values = {field: value for field, value, _ in rows}
    made = as_edited(one, values, [one])
    again = as_edited(one, dict(reversed(values.items())), [one])
    assert _read(made) == _read(again)
    for field, _, expected in {row[0]: row for row in rows}.values():
        if field == "speaker_kind" and made.speaker is None:
            continue
        assert _read(made)[field] == expected


def test_a_place_in_another_country_is_a_change_that_can_be_seen() -> None:
    one = claim(22, 22, TEXT, place=NAMESAKE)
    (change,) = changes_between(one, as_edited(one, {"place": "Tyre, Lebanon"}, [one]))
    assert (change.was, change.now) == ("Tyre (US)", "Tyre, Lebanon (LB)")


def test_two_places_of_one_name_in_one_country_are_told_apart_by_where_they_lie() -> None:
    one = claim(22, 22, TEXT, place=replace(NAMESAKE, lat=30.0))
    elsewhere = replace(claim(3, 3, TEXT), where=NAMESAKE)
    (change,) = changes_between(one, as_edited(one, {"place": "Tyre"}, [one, *[elsewhere] * 2]))
    assert change.now == "Tyre (US), 42.0, -76.7, city"
    assert change.was == "Tyre (US), 30.0, -76.7, city"


def test_who_passed_it_on_stays_when_the_speaker_is_set() -> None:
    one = claim(22, 22, TEXT, speaker="the group", kind="medic")
    assert one.speaker is not None
    one = replace(one, speaker=replace(one.speaker, via=("the agency", "the board")))
    made = as_edited(one, {"speaker": "the board"}, [one])
    assert made.speaker is not None
    assert made.speaker.via == ("the agency",)


@pytest.mark.parametrize(
    ("written", "country", "resolved"),
    [
        ("Hama, Syria", "SY", True),
        ("Hama, SY", "SY", True),
        ("Hama, Norway", "NO", False),
        ("Hama, NO", "NO", False),
        ("Hama, IL", None, False),
        ("Springfield, IL", "US", True),
        ("Haifa, IL", "IL", True),
        ("Sidon, Beirut", "LB", True),
        ("Hama, Oslo", "NO", False),
        ("a mill, Oslo, Norway", "NO", False),
    ],
)
def test_the_larger_place_that_a_person_names_is_never_contradicted(
    written: str, country: str | None, resolved: bool
) -> None:
    one = claim(22, 22, TEXT)
    where = as_edited(one, {"place": written}, [one]).place
    assert where is not None
    assert (where.country, where.lat is not None) == (country, resolved)
