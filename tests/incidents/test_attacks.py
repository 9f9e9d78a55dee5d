"""Two attacks on one day in one town: apart where the text or the reports tell them apart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import singles, text
from harmledger.assessments import assess, load_method
from harmledger.claims import read_claims
from harmledger.figures import totals
from harmledger.incidents import find_incidents
from harmledger.records import Claim, Incident, Text


def read(*bodies: str) -> tuple[list[Text], list[Claim], list[Incident]]:
    texts = [text(body, f"r{n}", published_at="2015-10-07") for n, body in enumerate(bodies)]
    claims = [claim for _, own in read_claims(texts) for claim in own]
    return texts, claims, list(find_incidents(texts, claims, singles(texts)))


def lows(claims: list[Claim], found: list[Incident]) -> list[list[int | None]]:
    by_id = {claim.id: claim for claim in claims}
    return sorted(
        ([by_id[one].low for one in incident.claims] for incident in found),
        key=lambda row: str(row),
    )


FIRST = "A bomb killed 12 people at a market in Baghdad on Monday."


@pytest.mark.parametrize(
    ("body", "groups"),
    [
        (f"{FIRST} In a separate attack in Baghdad, gunmen shot dead two policemen.", [[12], [2]]),
        (f"{FIRST} Another bombing in Baghdad on Monday killed three people.", [[12], [3]]),
        (f"{FIRST} A second attack on the same day killed 4 soldiers in Baghdad.", [[12], [4]]),
        (f"{FIRST} Hours earlier, a car bomb killed 10 people in the city.", [[10], [12]]),
        (f"{FIRST} Also on Monday, snipers shot dead two journalists in Baghdad.", [[12], [2]]),
        (f"{FIRST} Elsewhere in the capital, gunmen shot dead two policemen.", [[12], [2]]),
        (
            "Shelling killed five people in Aleppo at 9 am on Sunday. At 4 pm on Sunday, an air "
            "strike killed eight people in Aleppo.",
            [[5], [8]],
        ),
        (
            "A roadside bomb killed six soldiers in Mosul on Monday. A gunman killed two "
            "journalists in Mosul on Monday.",
            [[2], [6]],
        ),
        (
            "Two attacks in Kirkuk on Thursday killed 11 people. A roadside bomb killed eight "
            "soldiers and gunmen shot dead three civilians.",
            [[11], [3], [8]],
        ),
    ],
)
def test_attacks_that_one_text_tells_apart(body: str, groups: list[list[int]]) -> None:
    _, claims, found = read(body)
    assert lows(claims, found) == groups


@pytest.mark.parametrize(
    "body",
    [
        f"{FIRST} The attack wounded 30 people. It was the second attack in Baghdad this month.",
        f"{FIRST} Minutes later another blast killed five rescuers who had gathered there.",
        f"{FIRST} Police feared another attack. Thirty people were wounded.",
        f"{FIRST} Hours later, three of the wounded died in a hospital in Baghdad.",
        "A car bomb killed six guards on Monday in Mosul, and gunmen shot dead two more.",
    ],
)
def test_one_attack_stays_one(body: str) -> None:
    assert len(read(body)[2]) == 1


def test_what_follows_is_of_the_second_attack_until_the_text_goes_back() -> None:
    _, claims, found = read(
        f"{FIRST} In a separate attack in Baghdad, gunmen shot dead two policemen. Three officers "
        "were wounded. The bombing at the market also wounded 30 people."
    )
    assert lows(claims, found) == [[12, 30], [2, 3]]


def test_their_sum_is_the_sum_of_both_and_no_range_spans_them() -> None:
    texts, claims, found = read(
        "A roadside bomb killed six soldiers in Mosul on Monday. In a separate attack, gunmen "
        "shot dead two journalists in Mosul."
    )
    method = load_method("airwars")
    made = list(assess(found, [], claims, singles(texts), method))
    graded = [replace(one, grade="fair") for one in made]
    whole = [t for t in totals(method, graded, found, claims) if t.measure == "killed"]
    assert [(t.counted.low, t.counted.high, t.counted.incidents) for t in whole] == [(8, 8, 2)]


def test_a_figure_for_several_attacks_as_one_event_is_not_counted_beside_its_parts() -> None:
    body = text("Two bombings killed 9 people. Another bombing killed 4 people.", "r")
    claims = [
        claim
        for _, own in read_claims([body])
        for claim in (replace(one, scope="event") for one in own)
    ]
    assert len(list(find_incidents([body], claims, singles([body])))) == 1


BOMB = "A roadside bomb killed three policemen in Baghdad on Monday, police said."


@pytest.mark.parametrize(
    ("other", "joined"),
    [
        ("Gunmen shot dead two policemen in Baghdad on Monday, police said.", False),
        ("A bomb killed a shopkeeper in Baghdad on Monday, police said.", False),
        ("A blast on a road in Baghdad killed three officers on Monday, a medic said.", True),
        ("An explosion on Monday killed four policemen in Baghdad, a medic said.", True),
    ],
)
def test_reports_of_the_same_day_and_town(other: str, joined: bool) -> None:
    _, _, found = read(BOMB, other)
    assert len(found) == (1 if joined else 2)


def test_sources_that_disagree_who_was_killed_still_tell_of_one_strike() -> None:
    _, _, found = read(
        "An airstrike killed eight civilians in a wedding hall in Herat on Monday, elders said.",
        "An airstrike on a wedding hall in Herat on Monday killed five militants, the army said.",
    )
    assert len(found) == 1


def test_a_reason_names_whole_words() -> None:
    _, _, (one,) = read(
        "Gunmen killed two policemen at a checkpoint in Baghdad on Monday, police said.",
        "Two officers were shot dead when gunmen attacked a checkpoint in Baghdad on Monday.",
    )
    assert "they share the words checkpoint, gunmen" in " ".join(one.reasons)


SHORJA = (
    "A car bomb at the Shorja market in Baghdad killed 12 people and wounded 30 on Monday, the "
    "interior ministry said."
)


@pytest.mark.parametrize(
    ("other", "joined"),
    [
        ("Gunmen shot dead five people at a bakery in the Mansour district of Baghdad on Monday, "
         "the interior ministry said.", False),
        ("A suicide bomber killed seven people in the Karrada district of Baghdad on Monday, "
         "hospital officials said.", False),
        # The market by its street, with its figures.
        ("A blast in the Rusafa district of Baghdad killed 12 people and wounded 30 on Monday, "
         "hospital officials said.", True),
        ("A car bomb in the Shorja district of Baghdad killed 15 people on Monday, hospital "
         "officials said.", True),
        ("A car bomb at a Baghdad market killed 15 people on Monday, hospital officials said.",
         True),
    ],
)  # fmt: skip
def test_two_parts_of_one_town_with_other_figures_are_proposed_not_joined(
    other: str, joined: bool
) -> None:
    _, _, found = read(SHORJA, other)
    assert len(found) == (1 if joined else 2)
    for one in found if not joined else ():
        (proposal,) = one.proposals
        assert "different parts or buildings of the town" in " ".join(proposal.reasons)


def test_the_sum_of_attacks_told_apart_is_of_neither() -> None:
    _, claims, found = read(
        "Violence in Baghdad leaves 17 dead\n\nA car bomb killed 12 people at the Shorja market in "
        "Baghdad on Monday, and in a separate attack gunmen killed five people at a bakery. In all "
        "17 people died in the capital on Monday."
    )
    assert lows(claims, found) == [[12], [17, 17], [5]]
    assert [c.scope for c in claims if c.low == 17] == ["cumulative", "cumulative"]
    # Without another attack it is the figure of one.
    _, claims, found = read(
        "A car bomb killed 12 people at the Shorja market in Baghdad on Monday and five people in "
        "a bakery. In all 17 people died."
    )
    assert len(found) == 1
    assert {c.scope for c in claims} == {"event"}


GORAZDE = (
    "Three strikes kill 20 in Gorazde\n\nThree artillery strikes on Gorazde on Monday killed 20 "
    "people, the hospital said. "
)


def parts(claims: list[Claim], found: list[Incident]) -> dict[tuple[object, ...], list[object]]:
    """By the figures of each whole the figures of its parts."""
    low = {claim.id: claim.low for claim in claims}
    held = {one.id: tuple(dict.fromkeys(low[c] for c in one.claims)) for one in found}
    assert {(one.id, link.incident) for one in found for link in one.part_of} == {
        (part, one.id) for one in found for part in one.parts
    }
    return {
        held[one.id]: sorted([held[part] for part in one.parts], key=str)
        for one in found
        if one.parts
    }


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # By ordinal, before and behind what they count.
        (f"{GORAZDE}The first, at dawn, killed eight people near the market. The second killed "
         "seven in a school. Five people died in the third, on the edge of the town.",
         {(20,): [(5,), (7,), (8,)]}),
        (f"{GORAZDE}Ten died in the first strike, six in the second and four in the third.",
         {(20,): [(10,), (4,), (6,)]}),
        (f"{GORAZDE}One killed nine people at the market. Another killed eleven in a school.",
         {(20,): [(11,), (9,)]}),
        # Only some of them.
        (f"{GORAZDE}The deadliest killed 12 people near the market.", {(20,): [(12,)]}),
        # By what makes up the sum.
        ("Two attacks in Kirkuk on Thursday killed 11 people. A roadside bomb killed eight people "
         "near a school. Gunmen shot dead three at a checkpoint.", {(11,): [(3,), (8,)]}),
        ("Air strikes on Aleppo on Friday killed at least 25 people. One strike hit a bakery, "
         "killing 15. A second strike on a school killed 10 children.", {(25,): [(10,), (15,)]}),
        # As a claim says itself; what is placed with its whole stays with it, as a part.
        ("Gunmen attacked hotels and cafes in Mumbai on Monday. At least 80 people were killed, "
         "the police chief said. Ten people were killed at the Leopold Cafe. At the Taj Mahal "
         "hotel 31 people were killed.", {(80, 31): [(10,)]}),
        # Groups of people, another attack, another year, and more than the sum: no parts.
        ("Two bombings killed 11 people in Mosul on Monday. Eight of the dead were soldiers. Three "
         "were civilians.", {}),
        ("Air strikes killed 25 people in Aleppo on Friday. In a separate attack gunmen shot dead "
         "three people in Aleppo.", {}),
        ("Two blasts in Mosul on Monday killed 11 people. The first blast killed 15 people, "
         "officials had said earlier.", {}),
        ("Three bombings killed 60 people in Baghdad on Monday. The first killed 30 near a mosque. "
         "In 2004 a bombing killed 20 people in Basra.", {(60,): [(30,)]}),
    ],
)  # fmt: skip
def test_a_series_keeps_its_parts(body: str, expected: dict[object, object]) -> None:
    _, claims, found = read(body)
    assert parts(claims, found) == expected


def test_a_report_of_one_strike_of_a_series_is_of_that_strike() -> None:
    _, claims, found = read(
        f"{GORAZDE}The first, at dawn, killed eight people near the market. The second killed "
        "seven in a school. Five people died in the third.",
        "A shell that fell near the market of Gorazde at dawn on Monday killed nine people, the "
        "Red Cross said.",
    )
    assert parts(claims, found) == {(20,): [(5,), (7,), (8, 9)]}
    link = next(one.part_of[0] for one in found if one.part_of)
    assert link.sentence == "r0 gives one figure for this and others together: 20 killed."


def test_a_series_is_not_the_strike_that_killed_most_of_them() -> None:
    _, claims, found = read(
        "Two attacks in Gorazde on Monday killed 77 people. A shell that fell near the market "
        "killed 69 people. Gunmen shot dead eight at a bridge.",
        "A shell that fell near the market of Gorazde on Monday killed 72 people, the Red Cross "
        "said.",
    )
    assert parts(claims, found) == {(77,): [(69, 72), (8,)]}


def test_a_series_is_counted_once_in_totals() -> None:
    texts, claims, found = read(
        f"{GORAZDE}The first killed eight people near the market. The second killed seven in a "
        "school. In Srebrenica a mine killed two people on Sunday."
    )
    made = list(assess(found, [], claims, singles(texts), load_method("airwars")))
    graded = [replace(one, grade="fair") for one in made]
    for by in ("all", "month", "place"):
        sums = list(totals(load_method("airwars"), graded, found, claims, by=by))
        assert sum(one.counted.low or 0 for one in sums) == 22
        assert sum(len(one.counted.parts) for one in sums) == 2
    # Where nothing is known of the whole, what is known of its parts counts.
    whole = next(one.id for one in found if one.parts)
    none = [
        replace(one, low=None, best=None, high=None) if one.subject == whole else one
        for one in graded
    ]
    (one,) = totals(load_method("airwars"), none, found, claims)
    assert (one.counted.known_low, one.counted.without_low, one.counted.parts) == (17, 1, ())
    # A part of another grade than its whole is not in the same sum: it stays.
    mixed = [replace(one, grade="weak") if one.subject == whole else one for one in graded]
    (one,) = totals(load_method("airwars"), mixed, found, claims)
    assert (one.counted.low, [each.low for each in one.beside]) == (17, [20])
