"""Claims about one event come together, background and other events stay apart."""

from __future__ import annotations

import itertools
import random
import re
import time
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import claim, family, kabul, kunduz, singles, text, when, where
from harmledger.incidents import find_incidents
from harmledger.records import Basis, Block, Claim, Incident, Text, When, Where

THIRD = when("2015-10-03")

PAPER = text(
    "At least 19 people were killed on Saturday when an airstrike hit a trauma hospital run by "
    "Médecins Sans Frontières in Kunduz. Another 37 were injured. In 2009, 90 people died when "
    "fuel tankers were bombed near Kunduz.",
    "paper",
    headline="19 killed as airstrike hits Kunduz trauma hospital",
    published_at="2015-10-03",
)
AGENCY = text(
    "The bombing of the trauma hospital of Médecins Sans Frontières in the Afghan city of Kunduz "
    "killed 22 people, the charity said on Sunday. The airstrike lasted an hour.",
    "agency",
    headline="Death toll of Kunduz trauma hospital airstrike at 22, charity says",
    published_at="2015-10-04",
)
KABUL_BOMB = text(
    "A suicide bomber killed 22 people at a wedding hall in the west of Kabul, the interior "
    "ministry said. The groom survived.",
    "kabul",
    headline="Wedding bombing in Kabul",
    published_at="2015-10-04",
)


def paper_claims(of: Text = PAPER) -> list[Claim]:
    return [
        claim(19, 19, of, quote="19", at=0),
        claim(19, None, of, quote="At least 19", qualifier="at_least", date=THIRD, place=kunduz()),
        claim(37, 37, of, measure="injured"),
        claim(90, 90, of, date=when("2009", precision="year"), place=kunduz()),
    ]


def agency_claims(of: Text = AGENCY) -> list[Claim]:
    return [claim(22, 22, of, quote="22 people", date=THIRD, place=kunduz())]


def groups(
    texts: Sequence[Text], claims: Sequence[Claim], *families: Sequence[Text]
) -> list[set[str]]:
    found = run(texts, claims, *families)
    return sorted((set(incident.claims) for incident in found), key=sorted)


def run(
    texts: Sequence[Text], claims: Sequence[Claim], *families: Sequence[Text]
) -> list[Incident]:
    made = [family(*one) for one in families] or singles(texts)
    return list(find_incidents(texts, claims, made))


def ids(claims: Sequence[Claim]) -> set[str]:
    return {one.id for one in claims}


KEEPER = (
    "Goalkeeper Anton Verde was hurt when a forward of the Rovers fell on him in the second half. "
    "The winning goal of the league match came late, by a header, and the crowd sang for an hour."
)
MIDFIELD = (
    "Midfielder Karl Brandt was hurt in training. His club leads the league by five points after a "
    "goal in the last match, and hopes to sign a younger player before the spring."
)


def test_words_and_days_alone_make_no_event_of_two_reports_on_one_league() -> None:
    texts = [
        text(words, name, published_at="2015-10-04", headline=None)
        for name, words in (("keeper", KEEPER), ("midfield", MIDFIELD))
    ]
    claims = [
        claim(1, 1, one, measure="injured", quote=name)
        for one, name in zip(texts, ("Anton Verde", "Karl Brandt"), strict=True)
    ]
    assert len(run(texts, claims)) == 2
    # The same with a place in both.
    there = [replace(one, where=kunduz()) for one in claims]
    assert len(run(texts, there)) == 1


def test_the_background_of_a_report_is_another_incident() -> None:
    claims = paper_claims()
    found = run([PAPER], claims)
    assert sorted(len(one.claims) for one in found) == [1, 3]
    main = max(found, key=lambda one: len(one.claims))
    assert main.title == "Kunduz, 3 October 2015: people killed and injured"
    assert [(r.document, r.main) for r in main.reports] == [("paper", True)]
    background = min(found, key=lambda one: len(one.claims))
    assert background.title == "Kunduz, 2009: people killed"
    assert [(r.document, r.main) for r in background.reports] == [("paper", False)]


def test_two_reports_of_one_event_are_one_incident_and_say_why() -> None:
    claims = paper_claims() + agency_claims()
    found = run([PAPER, AGENCY], claims)
    assert len(found) == 2
    main = max(found, key=lambda one: len(one.claims))
    assert {report.document for report in main.reports} == {"paper", "agency"}
    spread = {one.measure: (one.low, one.high) for one in main.measures}
    assert spread == {"killed": (19, 22), "injured": (37, 37)}
    (why,) = main.reasons
    assert "date the event 3 October 2015" in why
    assert "same place (Kunduz)" in why
    assert "they share the words" in why
    assert main.when == THIRD
    assert main.where == kunduz()


@pytest.mark.parametrize(
    ("place", "date", "published"),
    [
        (kabul(), THIRD, "2015-10-04"),  # the same day in another city
        (kunduz(), when("2015-10-06"), "2015-10-07"),  # the same city three days later
        (kunduz(), None, "2015-10-01"),  # undated, reported before the event
    ],
)
def test_an_event_at_another_time_or_place_stays_apart(
    place: Where, date: When | None, published: str
) -> None:
    words = AGENCY.text.replace("Kunduz", place.name)
    other = text(words, "other", headline="", published_at=published)
    claims = [claim(22, 22, other, quote="22 people", date=date, place=place)]
    found = run([AGENCY, other], agency_claims() + claims)
    assert len(found) == 2


def test_two_events_of_one_day_in_one_town_stay_apart() -> None:
    market = text(
        "Gunmen on motorcycles shot 3 shopkeepers at the vegetable market of Kunduz.",
        "market",
        headline="Shopkeepers shot at Kunduz market",
        published_at="2015-10-03",
    )
    shot = [claim(3, 3, market, date=THIRD, place=kunduz())]
    assert len(run([PAPER, market], [*paper_claims()[:3], *shot])) == 2


def test_same_figure_and_day_in_another_city_is_another_event() -> None:
    other = [claim(22, 22, KABUL_BOMB, quote="22 people", date=THIRD, place=kabul())]
    assert len(run([AGENCY, KABUL_BOMB], agency_claims() + other)) == 2


def test_copies_are_one_incident_even_without_date_and_place() -> None:
    body = "Nine people died in the fire. Four were injured."
    texts = [text(body, name) for name in "abc"]
    claims = [
        one
        for each in texts
        for one in (
            claim(9, 9, each, quote="Nine"),
            claim(4, 4, each, quote="Four", measure="injured"),
        )
    ]
    (found,) = run(texts, claims, texts)
    assert found.reasons == ("Copies of one text: a, b and c.",)
    assert [report.document for report in found.reports] == ["a", "b", "c"]


def test_a_copy_changes_no_grouping() -> None:
    copy = text(AGENCY.text.split("\n\n")[1], "copy", headline="Other", published_at="2015-10-06")
    claims = paper_claims() + agency_claims()
    copied = [claim(22, 22, copy, quote="22 people", date=THIRD, place=kunduz())]
    before = groups([PAPER, AGENCY], claims)
    after = run([PAPER, AGENCY, copy], claims + copied, [PAPER], [AGENCY, copy])
    mine = ids(copied)
    assert sorted((set(one.claims) - mine for one in after), key=sorted) == before
    main = max(after, key=lambda one: len(one.claims))
    assert "Copies of one text: agency and copy." in main.reasons


def test_no_chain_across_days() -> None:
    """Each day is one day from the next, but the first and last are four apart."""
    texts, claims = [], []
    for day in range(1, 6):
        one = text(
            f"Shelling of the grain terminal of Odesa harbour wounded dockers. {day}0 were hurt.",
            f"d{day}",
            published_at=f"2023-07-1{day}",
        )
        texts.append(one)
        claims.append(
            claim(
                day * 10,
                day * 10,
                one,
                quote=f"{day}0",
                measure="injured",
                date=when(f"2023-07-1{day}"),
                place=where("Odesa", lat=46.48, lon=30.73, geonameid=9, country="UA"),
            )
        )
    for incident in run(texts, claims):
        days = [one.when for one in claims if one.id in incident.claims]
        stated = sorted(day.start for day in days if day and day.start)
        assert int(stated[-1][-2:]) - int(stated[0][-2:]) <= 1


def test_two_events_that_a_text_tells_apart_are_not_joined_by_another() -> None:
    both = text(
        "A rocket killed 5 people in Rafah. Another rocket killed 4 people in Khan Younis.", "both"
    )
    rafah = where("Rafah", lat=31.29, lon=34.25, geonameid=1, country="PS")
    khan = where("Khan Younis", lat=31.34, lon=34.30, geonameid=2, country="PS")
    claims = [
        claim(5, 5, both, date=THIRD, place=rafah),
        claim(4, 4, both, date=THIRD, place=khan),
    ]
    assert len(run([both], claims)) == 2


def test_a_recalled_event_keeps_its_paragraphs() -> None:
    recalling = text(
        "Bombs killed 22 people in Kunduz on 3 October.\n\nOn 4 September 2009 a jet bombed two "
        "tankers and 50 fighters died.\n\nAn investigator later counted 99 dead. Lawyers put "
        "the figure at 137.\n\nThe group said that 37 were hurt in the hospital.",
        "recalling",
    )
    starts = [0, *(m.end() for m in re.finditer("\n\n", recalling.text)), len(recalling.text) + 2]
    blocks = tuple(
        Block(kind="body", start=start, end=end - 2) for start, end in itertools.pairwise(starts)
    )
    recalling = replace(recalling, blocks=blocks)
    tankers = when("2009-09-04")
    claims = [
        claim(22, 22, recalling, quote="22 people", date=THIRD, place=kunduz()),
        claim(50, 50, recalling, quote="50 fighters", date=tankers, place=kunduz()),
        claim(99, 99, recalling, quote="99"),
        claim(137, 137, recalling, quote="137"),
        claim(37, 37, recalling, quote="37 were", measure="injured"),
    ]
    found = {one.title: len(one.claims) for one in run([recalling], claims)}
    assert found == {
        "Kunduz, 3 October 2015: people killed and injured": 2,
        "Kunduz, 4 September 2009: people killed": 3,
    }


def _strike(town: str, document: str) -> Text:
    return text(
        f"Several people were killed on Saturday when warplanes hit a bakery in {town}, where "
        "residents had queued for bread since dawn, medics and a civil defence volunteer said.",
        document,
        headline="Warplanes hit bakery, medics say",
        published_at="2015-10-03",
    )


@pytest.mark.parametrize(
    ("one", "two", "figures", "joined"),
    [
        ("Sarmada", "Atarib", (3, 5), False),  # like words alone join no two towns
        ("Sarmada", "Atarib", (12, 12), True),  # with the same figure they do
        ("Sarmada", "Sarmada", (3, 5), True),
        ("Sarmada", "North Sarmada", (3, 5), True),
        ("Sarmada", "a bakery", (3, 5), True),  # a building may be in the town
    ],
)
def test_two_towns_are_not_joined_by_words_alone(
    one: str, two: str, figures: tuple[int, int], joined: bool
) -> None:
    texts = [_strike("that town", "one"), _strike("this town", "two")]
    claims = [
        claim(low, low, of, at=70, quote="several", date=THIRD, place=where(town))
        for low, of, town in zip(figures, texts, (one, two), strict=True)
    ]
    assert len(groups(texts, claims)) == (1 if joined else 2)


def test_one_text_that_names_two_towns_tells_of_two_events() -> None:
    both = text("Bombs killed 3 people in Sarmada. Shells killed 5 people in Atarib.", "both")
    claims = [
        claim(3, 3, both, quote="3 people", date=THIRD, place=where("Sarmada")),
        claim(5, 5, both, quote="5 people", date=THIRD, place=where("Atarib")),
    ]
    assert len(groups([both], claims)) == 2


@pytest.mark.parametrize(
    ("second", "apart"),
    [
        ("Another 7 people were killed elsewhere.", True),
        ("Elsewhere, 7 people were killed.", True),
        ("The shells also killed 7 people in other areas.", True),
        ("The charity said that 7 people were killed.", False),
        ("The charity said that 7 people were killed, and that it had worked elsewhere.", False),
    ],
)
def test_a_place_is_not_carried_elsewhere(second: str, apart: bool) -> None:
    both = text(f"Bombs killed 3 people in Kunduz on Saturday. {second}", "both")
    claims = [
        claim(3, 3, both, quote="3 people", date=THIRD, place=kunduz()),
        claim(7, 7, both, quote="7 people"),
    ]
    found = run([both], claims)
    assert len(found) == (2 if apart else 1)
    assert {one.where.name for one in found if one.where} == {"Kunduz"}


def test_the_name_of_a_place_does_not_shout() -> None:
    claims = [
        claim(5, 5, PAPER, quote="19", place=replace(kunduz(), name="KUNDUZ")),
        claim(5, 5, PAPER, quote="At", place=kunduz()),
    ]
    (found,) = run([PAPER], claims)
    assert found.title.startswith("Kunduz, ")


def test_headline_takes_time_and_place_from_the_lede() -> None:
    (found,) = run([PAPER], paper_claims()[:2])
    assert len(found.claims) == 2


@pytest.mark.parametrize(
    ("change", "kept"),
    [
        ({"scope": "cumulative"}, 0),
        ({"stance": "hypothetical"}, 0),
        ({"measure": "displaced"}, 0),
        ({"measure": "arms", "status": None, "unit": "deliveries"}, 0),
        ({"stance": "denied"}, 1),
        ({"stance": "hedged"}, 1),
        ({"measure": "abducted"}, 1),
        ({"low": 0, "high": 0}, 1),
    ],
)
def test_which_claims_make_incidents(change: dict[str, object], kept: int) -> None:
    values = {"low": 5, "high": 5, "quote": "19"} | change
    low, high = values.pop("low"), values.pop("high")
    one = claim(low, high, PAPER, **values)  # type: ignore[arg-type]  # rows of mixed types
    assert len(run([PAPER], [one])) == kept


@pytest.mark.parametrize(
    ("low", "high", "measure", "title"),
    [
        (0, 0, "killed", "Place not stated, date not stated: no one killed"),
        (3, None, "abducted", "Place not stated, date not stated: people abducted"),
        (None, 3, "casualties", "Place not stated, date not stated: people killed or injured"),
    ],
)
def test_titles_say_what_was_reported(
    low: int | None, high: int | None, measure: str, title: str
) -> None:
    (found,) = run([PAPER], [claim(low, high, PAPER, measure=measure)])
    assert found.title == title


def test_claims_without_their_text_still_make_an_incident() -> None:
    (found,) = run([], [claim(5, 5, PAPER, date=THIRD)])
    assert [report.document for report in found.reports] == ["paper"]


def test_undated_reports_of_one_event_can_meet() -> None:
    plain = [text(one.text, one.document) for one in (PAPER, AGENCY)]
    claims = [
        claim(19, 19, plain[0], quote="19", place=kunduz()),
        claim(22, 22, plain[1], quote="22", place=kunduz()),
    ]
    assert len(run(plain, claims)) == 1


def test_five_thousand_claims_in_one_text() -> None:
    long = text("word " * 60_000, "long")
    claims = [
        claim(
            number,
            number,
            long,
            at=number * 40,
            sentence=(number * 40, number * 40 + 30),
            date=when(f"20{number % 20:02d}-01-01") if number % 3 else None,
            place=where(f"Town {number % 700}") if number % 2 else None,
        )
        for number in range(5000)
    ]
    started = time.process_time()
    found = run([long], claims)
    assert time.process_time() - started < 30
    assert sum(len(one.claims) for one in found) == 5000


def test_five_thousand_reports_of_one_event_stay_cheap() -> None:
    texts = [
        text(
            f"At least 19 people were killed in Kunduz when an airstrike hit a hospital, "
            f"witness {number} said beside street {number % 90}.",
            f"d{number}",
            published_at="2015-10-03",
        )
        for number in range(1500)
    ]
    claims = [claim(19, None, one, quote="19", date=THIRD, place=kunduz()) for one in texts]
    started = time.process_time()
    found = run(texts, claims)
    assert time.process_time() - started < 30
    assert max(len(one.claims) for one in found) == 1500


@st.composite
def collections(draw: st.DrawFn) -> tuple[list[Text], list[Claim]]:
    """A few reports, each with a few claims, of overlapping times, places and figures."""
    texts, claims = [], []
    words = ["hospital airstrike trauma charity", "wedding bomber hall groom", "market gunmen"]
    for number in range(draw(st.integers(1, 5))):
        one = text(
            (draw(st.sampled_from(words)) + " people. ") * 6,
            f"d{number}",
            published_at=draw(st.sampled_from([None, "2015-10-03", "2015-10-04", "2015-11-01"])),
        )
        texts.append(one)
        for place in range(draw(st.integers(0, 3))):
            low = draw(st.sampled_from([0, 1, 5, 22, None]))
            claims.append(
                claim(
                    low,
                    draw(st.sampled_from([low, None, 3])),
                    one,
                    at=place * 20,
                    measure=draw(st.sampled_from(["killed", "injured"])),
                    date=draw(st.sampled_from([None, THIRD, when("2009"), when("XXXX-10-03")])),
                    place=draw(st.sampled_from([None, kunduz(), kabul(), where("the hall")])),
                )
            )
    return texts, claims


@given(drawn=collections(), shuffle=st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_every_claim_is_in_one_incident_whatever_the_order(
    drawn: tuple[list[Text], list[Claim]], shuffle: random.Random
) -> None:
    texts, claims = drawn
    found = run(texts, claims)
    unique = {one.id for one in claims}
    assert sorted(one for incident in found for one in incident.claims) == sorted(unique)
    assert [one.id for one in found] == sorted(one.id for one in found)
    mixed, shuffled = texts[:], claims[:]
    shuffle.shuffle(mixed)
    shuffle.shuffle(shuffled)
    # Claims with equal ids are one claim; keep the first of each wherever it stands.
    if len(unique) == len(claims):
        assert run(mixed, shuffled) == found


@given(drawn=collections(), which=st.integers(0, 4), later=st.booleans())
@settings(max_examples=60, deadline=None)
def test_a_copy_moves_no_claim_to_another_incident(
    drawn: tuple[list[Text], list[Claim]], which: int, later: bool
) -> None:
    texts, claims = drawn
    original = texts[which % len(texts)]
    # The date of a copy tells when a report was out at the latest: only where its original
    # has none does it bring something new.
    published = "2015-12-24" if later and original.published_at else original.published_at
    copy = replace(original, id="copy", document="zz", published_at=published)
    copied = [
        replace(one, id=f"{one.id}-copy", text_id="copy", document="zz")
        for one in claims
        if one.text_id == original.id
    ]
    families = [[original, copy]] + [[one] for one in texts if one is not original]
    after = run([*texts, copy], claims + copied, *families)
    mine = ids(copied)
    kept = [set(one.claims) - mine for one in after]
    assert sorted((one for one in kept if one), key=sorted) == groups(texts, claims)
    for one in copied:
        home = next(incident for incident in after if one.id in incident.claims)
        assert one.id.removesuffix("-copy") in home.claims


MILL = text(
    "Carlos Ibarra, 34, a night guard, was shot dead at the Halvorsen mill on Tuesday. "
    "His brother Emil Ibarra found him by the weighbridge.",
    "mill",
    headline="Guard shot dead at Halvorsen mill",
    published_at="2015-10-07",
)


def mill_claims() -> list[Claim]:
    return [claim(1, 1, MILL, quote="Carlos Ibarra", named=True, date=when("2015-10-06"))]


def test_a_person_named_with_an_age_joins_a_later_report_of_another_date() -> None:
    trial = text(
        "A jury convicted a foreman on Thursday of killing Carlos Ibarra, 34, whose body lay "
        "by the weighbridge of the Halvorsen mill.",
        "trial",
        headline="Foreman convicted in Halvorsen mill killing",
        published_at="2016-05-20",
    )
    said = [claim(1, 1, trial, quote="Carlos Ibarra", named=True, date=when("2016-05-19"))]
    (one,) = run([MILL, trial], mill_claims() + said)
    assert {report.document for report in one.reports} == {"mill", "trial"}
    (why,) = one.reasons
    assert "both name Carlos Ibarra" in why
    assert "their dates contradict each other" in why


def test_a_report_without_a_claim_joins_the_incident_it_is_about_and_no_other() -> None:
    vigil = text(
        "Neighbours of Carlos Ibarra, 34, gathered by the weighbridge of the Halvorsen mill.",
        "vigil",
        headline="Vigil at Halvorsen mill",
        published_at="2015-10-12",
    )
    harvest = text(
        "Wheat prices rose as rain delayed the harvest, traders in the port of Varna said.",
        "harvest",
        headline="Wheat prices rise",
        published_at="2015-10-07",
    )
    (one,) = run([MILL, vigil, harvest], mill_claims())
    assert [(r.document, r.main) for r in one.reports] == [("mill", True), ("vigil", True)]
    assert len(one.claims) == 1


def test_a_likely_duplicate_is_proposed_not_merged() -> None:
    other = text(AGENCY.text, "other", headline=AGENCY.title, published_at="2015-10-07")
    claims = [claim(22, 22, other, quote="22 people", date=when("2015-10-06"), place=kunduz())]
    one, two = run([AGENCY, other], agency_claims() + claims)
    assert [proposal.incident for proposal in one.proposals] == [two.id]
    assert [proposal.incident for proposal in two.proposals] == [one.id]
    (proposal,) = one.proposals
    assert proposal.score > 0
    assert "contradict" in proposal.reasons[0]


def test_two_events_that_one_text_tells_apart_are_not_proposed_as_one() -> None:
    found = run([PAPER], paper_claims())
    assert len(found) == 2
    assert not any(one.proposals for one in found)


@pytest.mark.parametrize(("first", "main"), [(True, False), (False, True)])
def test_a_report_that_opens_with_running_counts_is_not_about_the_event_recalled(
    first: bool, main: bool
) -> None:
    counts = "The UN counted 300 dead and 700 hurt in 1992."
    event = "A shell killed 42 in Kabul on 3 May."
    body = f"{counts} {event}" if first else f"{event} {counts}"
    one = text(body, "year", published_at="1993-02-14")
    claims = [
        claim(300, 300, one, at=body.index("300"), scope="cumulative"),
        claim(700, 700, one, at=body.index("700"), scope="cumulative", measure="injured"),
        claim(42, 42, one, at=body.index("42"), place=kabul(), date=when("1992-05-03")),
    ]
    (found,) = find_incidents([one], claims, singles([one]))
    assert [report.main for report in found.reports] == [main]


@pytest.mark.parametrize(("day", "number"), [("2015-10-05", 1), ("1971-03-02", 2)])
def test_who_was_shot_and_who_died_are_one_only_where_the_death_came_later(
    day: str, number: int
) -> None:
    report = text("A boy was shot in Kunduz. He died in a hospital in Kabul.", "report")
    open_basis = Basis(word="shot", rule="passive", start=10, end=14, outcome_open=True)
    shot = claim(1, 1, report, measure="injured", quote="A boy", date=THIRD, place=kunduz())
    died = claim(1, 1, report, quote="He", date=when(day), place=kabul())
    assert len(run([report], [replace(shot, basis=open_basis), died])) == number


RECALLED = (
    "Four people were wounded on Monday when a grenade was thrown into a tavern in Linz. Police "
    "closed the street and looked for a man who had run towards the river, and they asked everyone "
    "who had been in the tavern or near it that night to come forward. Doctors at the general "
    "hospital said that all four would recover, and that two of them had gone home to their "
    "families. The owner, who had opened it with his sister, said that the windows were out "
    "and that the ceiling of the large room had come down, but that he would begin to repair it as "
    "soon as he was allowed in. Neighbours had heard shouting before the blast. "
)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("They mourned a student who was killed in a previous attack.", "a previous attack"),
        ("The owner said that his brother was shot dead almost two years ago.", "years ago"),
        ("It was the worst attack there since an anarchist was killed in 1927.", "in 1927"),
    ],
)  # fmt: skip
def test_what_a_report_recalls_of_another_time_is_an_incident_of_its_own(
    said: str, words: str
) -> None:
    report = text(RECALLED + said, "report", published_at="1936-03-10")
    wounded = claim(4, 4, report, measure="injured", quote="Four", date=when("1936-03-09"))
    dead = claim(
        1,
        1,
        report,
        quote=next(w for w in ("a student", "his brother", "an anarchist") if w in said),
    )
    found = run([report], [wounded, dead])
    assert [len(one.claims) for one in found] == [1, 1]
    (recalled,) = (one for one in found if dead.id in one.claims)
    assert not recalled.reports[0].main
    assert recalled.when is None
    assert words in " ".join(recalled.reasons)


def test_a_report_that_opens_with_another_time_recalls_nothing() -> None:
    report = text(
        "Ten years ago a grenade killed four people in a tavern in Linz. " + RECALLED
        + "A cook also died years ago, in that blast.",
        "report",
        published_at="1946-03-09",
    )  # fmt: skip
    four = claim(4, 4, report, quote="four people")
    cook = claim(1, 1, report, quote="A cook")
    assert len(run([report], [four, cook])) == 1
