"""Reports of one event that share its name, an old day or a spelling, beside others that do not."""

from __future__ import annotations

from itertools import combinations

import pytest

from builders import claim, kabul, kunduz, singles, text, when
from harmledger.claims import claims_of
from harmledger.dates import round_day, span_of
from harmledger.incidents import find_incidents
from harmledger.incidents.calling import called_in, craft_in, looks_back_in
from harmledger.incidents.counted_on import spans_of
from harmledger.incidents.placed_alike import shared_place, spelt_alike
from harmledger.records import Text


@pytest.mark.parametrize(
    ("opening", "stems"),
    [
        ("The Omagh bombing was remembered.", {"omagh"}),
        ("Judges spoke of the massacre at Oradour.", {"oradou"}),
        ("The victims of Halabja were named.", {"halabj"}),
        ("What came to be called Bloody Sunday", {"bloody", "sunday"}),
        ("Israeli strikes and a NATO bombing", set()),
        ("Eleven people were killed in a village.", set()),
    ],
)
def test_the_names_by_which_an_event_is_called(opening: str, stems: set[str]) -> None:
    assert called_in(opening) == stems


@pytest.mark.parametrize(
    ("opening", "craft"),
    [
        ("The bomb on Pan Am Flight 103", {("flight", "103")}),
        ("The crew of KAL 007 did not know", {("flight", "7")}),
        ("An AK 47 was found", set()),
        ("A boat struck the USS Cole at Aden", {("ship", "cole")}),
    ],
)
def test_flights_and_ships_are_known_by_name(opening: str, craft: set[tuple[str, str]]) -> None:
    assert craft_in(opening) == craft


def test_a_report_says_that_it_looks_back() -> None:
    assert looks_back_in("Fifty years on, families walked in silence.")
    assert not looks_back_in("Two people were killed on Monday.")


@pytest.mark.parametrize(
    ("one", "two", "alike"),
    [
        ("Racak", "Rachak", True),
        ("Nisour Square", "Nisoor Square", True),
        ("Lockerbie", "Lokerbi", True),
        ("Gaza", "Giza", False),
        ("Basra", "Mosul", False),
    ],
)
def test_one_name_spelt_in_two_ways(one: str, two: str, alike: bool) -> None:
    assert spelt_alike(one, two) is spelt_alike(two, one) is alike


def test_another_place_that_both_name_is_shared() -> None:
    assert shared_place([kabul(), kunduz()], [kunduz()]) == (kunduz(), kunduz())
    assert shared_place([kabul()], [kunduz()]) is None


def test_ten_years_ago_points_to_a_day_and_a_year_does_not() -> None:
    ago = span_of(when("2003-08-19", precision="year"))
    assert ago is not None
    assert round_day(ago) == ago.low + 183
    assert round_day(span_of(when("2003", precision="year"))) is None


def test_the_day_of_a_count_does_not_date_the_event() -> None:
    said = "The death toll in the bombing of Basra rose to 91 on Saturday, police said."
    report = text(said, "count", published_at="2011-07-23")
    claims = [c for c in claims_of(report) if c.low == 91]
    assert claims
    assert claims[0].when is not None
    assert spans_of(report, claims)[0][1] is None
    later = text(said, "later", published_at="2011-08-23")
    assert spans_of(later, claims)[0][1] is not None


MILL = (
    "1961-06-05",
    "TARN - An explosion at the grain mill in Tarn on Saturday killed 21 workers and injured 40, "
    "the police said. Fire crews from three towns fought the blaze for hours. The mill's owner, "
    "Hugo Lema, said that dust had caught fire.",
)
AT_THE_MILL = "the explosion at the grain mill in Tarn"


@pytest.mark.parametrize(
    ("published", "said"),
    [
        (
            "1961-06-07",
            "TARN - Firemen pulled three more bodies from the ruins of the grain mill in Tarn on "
            "Tuesday, bringing the number of dead to 24, the police said. Two of the injured are "
            "in a critical condition. Nine people remain in hospital.\n\nIn May last year more "
            "than 60 people died when a ferry sank on Lake Orr.",
        ),
        (
            "1961-06-07",
            "TARN - Firemen pulled three more bodies from the ruins of the grain mill in Tarn on "
            "Tuesday, the police said. Two people are still missing.",
        ),
        (
            "1961-06-13",
            f"TARN - The police on Tuesday cut the death toll of {AT_THE_MILL} to 19. Two men "
            "counted among the dead had been found alive, the prefect, Ana Ruiz, said.",
        ),
        (
            "1961-06-14",
            f"TARN - The prefect announced on Tuesday that 25 people had died in {AT_THE_MILL}.",
        ),
    ],
)
def test_bodies_found_later_and_a_toll_that_changes_are_of_the_event(
    published: str, said: str
) -> None:
    texts = [
        text(MILL[1], "mill", published_at=MILL[0]),
        text(said, "later", published_at=published),
    ]
    claims = [claim for one in texts for claim in claims_of(one)]
    found = list(find_incidents(texts, claims, singles(texts)))
    main = {r.document: one for one in found for r in one.reports if r.main}
    assert main["mill"] == main["later"]
    assert main["mill"].when is not None
    assert main["mill"].when.start == "1961-06-03"
    ferry = {claim.id for claim in claims if claim.quote == "more than 60"}
    assert ferry.isdisjoint(main["mill"].claims)


def report(name: str, published: str, said: str) -> Text:
    return text(said, name, headline=None, published_at=published)


BOLOGNA = (
    report(
        "wire",
        "1980-08-03",
        "An explosion tore through the waiting room of the railway station at Bologna on Saturday "
        "morning, at the height of the holidays. The prefect put the dead at 76 and the injured "
        "at 203.",
    ),
    report(
        "court",
        "1995-11-23",
        "Italy's highest court confirmed on Thursday the life sentences of two men for the "
        "massacre at Bologna station, in which 85 people were killed and 200 wounded on 2 August "
        "1980.",
    ),
    report(
        "memory",
        "2020-08-02",
        "The president met families of those killed in the Bologna bombing. The clock of the "
        "station still stands at 10.25, the time at which a suitcase blew up forty years ago, "
        "killing 85 people.",
    ),
    report(
        "train",
        "1974-08-05",
        "Twelve people were killed and 44 injured when a bomb exploded in the Rome to Munich "
        "express south of Bologna early on Sunday.",
    ),
)


def test_an_event_is_known_decades_later_and_another_near_it_stays_apart() -> None:
    claims = [c for one in BOLOGNA for c in claims_of(one)]
    incidents = list(find_incidents(BOLOGNA, claims, singles(BOLOGNA)))
    home = {r.document: one for one in incidents for r in one.reports if r.main}
    together = {p for p in combinations(sorted(home), 2) if home[p[0]].id == home[p[1]].id}
    assert ("court", "memory") in together
    assert ("court", "wire") in together
    assert not any("train" in pair for pair in together)
    said = " ".join(home["memory"].reasons)
    assert "round" in said or "long after" in said


def test_counts_over_time_tie_a_report_that_claims_nothing_of_one_event() -> None:
    event = report("event", "1992-02-03", "In Kunduz 575 people were killed on 26 January 1992.")
    study = report("study", "1999-03-01", "A commission counted 575 dead from 26 January 1992 on.")
    first = claim(575, 575, event, quote="575 people", date=when("1992-01-26"), place=kunduz())
    count = claim(
        575, 575, study, quote="575", date=when("1992-01-26"), place=kunduz(), scope="cumulative"
    )
    both = list(find_incidents([event, study], [first, count], singles([event, study])))
    assert len(both) == 1
    assert {r.document for r in both[0].reports} == {"event", "study"}
    assert both[0].claims == (first.id,)
