"""Names of places to coordinates, datelines, and the place of the story."""

from __future__ import annotations

from collections import Counter

import pytest

from harmledger.claims import claims_of, extract
from harmledger.claims.parsing.sentences import split_sentences
from harmledger.claims.words.gazetteer import resolve
from harmledger.records import Block, Text, Where, content_id


def _where(sentence: str) -> Where:
    [claim] = extract(sentence, published_at="2015-10-05")
    assert claim.where is not None
    return claim.where


@pytest.mark.parametrize(
    ("sentence", "country", "latitude"),
    [
        ("Five nurses were killed in Rafah, in the southern Gaza Strip.", "PS", 31.3),
        ("Five nurses were killed in Rafah. The town lies in Gaza.", "PS", 31.3),
        ("Five nurses were killed in Rafah, Egypt.", "EG", 31.3),
        ("Eight nurses were killed in Tripoli, Libya.", "LY", 32.9),
        ("Eight nurses were killed in Tripoli in northern Lebanon.", "LB", 34.4),
        ("Two nurses were killed in Springfield, Ill.", "US", 39.8),
        ("Two nurses were killed in Springfield, Missouri.", "US", 37.2),
        ("Two nurses were killed in Atlanta, Georgia.", "US", 33.7),
        ("Two nurses were killed in Tbilisi, Georgia.", "GE", 41.7),
    ],
)
def test_the_larger_place_named_with_it_decides(
    sentence: str, country: str, latitude: float
) -> None:
    where = _where(sentence)
    assert where.country == country
    assert where.lat == pytest.approx(latitude, abs=0.15)


def test_without_any_context_an_ambiguous_name_stays_unresolved() -> None:
    assert resolve("Rafah", Counter()) is None
    assert resolve("Springfield", Counter({"US": 5})) is None
    assert resolve("Springfield", Counter(), ["France"]) is None


def test_a_street_has_the_coordinates_of_its_town_and_says_so() -> None:
    where = _where("Two nurses were killed at 14 Tanner Street in Leeds.")
    town = _where("Two nurses were killed in Leeds.")
    assert (where.name, where.within) == ("14 Tanner Street", "Leeds")
    assert (where.lat, where.geonameid, where.precision) == (town.lat, town.geonameid, "city")
    assert town.within is None


def test_a_street_alone_is_not_resolved() -> None:
    where = _where("Two nurses were killed at 14 Tanner Street.")
    assert (where.lat, where.country, where.precision) == (None, None, "unresolved")


def test_a_village_in_a_country_has_no_coordinates_but_its_country() -> None:
    where = _where("Two nurses were killed in the village of Qelbury in Ireland.")
    assert (where.lat, where.geonameid, where.precision) == (None, None, "unresolved")
    assert (where.country, where.within) == ("IE", "Ireland")


def test_towns_of_a_list_do_not_hold_one_another() -> None:
    where = _where("A gunman killed nine nurses in Hama, Salamiyah and Homs.")
    assert (where.name, where.within) == ("Hama", None)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("DUBLIN (Example Wire) - Two died.", "Two died."),
        ("DUBLIN, Ireland -- Two died.", "Two died."),
        ("NEW ROSS — Two died.", "Two died."),
        ("DUBLIN ―Two died.", "Two died."),
        ("Cork, Ireland (EXW) - Two died.", "Two died."),
        ("DUBLIN, Oct 3 (Example Wire) -- [TEXT] TWO DIED IN THE MILL.", "TWO DIED IN THE MILL."),
        ("A mill - an old one - burned.", "A mill - an old one - burned."),
        ("EXW - the owner of the mill - said so.", "EXW - the owner of the mill - said so."),
    ],
)
def test_a_dateline_is_cut_off(text: str, first: str) -> None:
    made = Text(id="t", page_id="", document="", text=text, lang="en")
    sentence = next(iter(split_sentences(made)))
    assert text[sentence.start : sentence.end] == first


def _report(headline: str, *paragraphs: str) -> Text:
    text = "\n\n".join((headline, *paragraphs))
    blocks = [Block(kind="headline", start=0, end=len(headline))]
    start = len(headline)
    for paragraph in paragraphs:
        start = text.index(paragraph, start)
        blocks.append(Block(kind="body", start=start, end=start + len(paragraph)))
        start += len(paragraph)
    return Text(
        id=content_id("text", text),
        page_id="",
        document="",
        text=text,
        lang="en",
        published_at="2015-10-05",
        blocks=tuple(blocks),
    )


def test_a_claim_far_down_states_no_place_and_carries_the_storys() -> None:
    report = _report(
        "Boiler explodes in mill",
        "A boiler exploded in a mill in Cork on Friday, the owner said.",
        "The mill had stood for eighty years and made sailcloth for the navy.",
        "Its owner had asked for a new boiler and got none, the papers of the firm show.",
        "Nobody from the ministry had ever looked at the boiler before it burst.",
        "The explosion killed nine stokers.",
    )
    claim = claims_of(report)[-1]
    assert (claim.where, claim.when) == (None, None)
    assert claim.story is not None
    assert claim.place is not None
    assert claim.place.name == "Cork"
    assert claim.time is not None
    assert claim.time.start == "2015-10-02"


def test_a_claim_that_states_both_carries_no_story() -> None:
    [claim] = extract("Two nurses were killed in Cork on Friday.", published_at="2015-10-05")
    assert claim.story is None
    assert claim.place is claim.where
    assert claim.time is claim.when


def test_a_headline_given_apart_has_the_place_and_time_of_the_lede() -> None:
    body = "Gunmen attacked a market in Herat on Saturday, police said. The market was closed."
    line = "Five killed in attack"
    whole = f"{body}\n\n{line}"
    blocks = (
        Block(kind="body", start=0, end=len(body)),
        Block(kind="headline", start=len(body) + 2, end=len(whole)),
    )
    report = Text(
        id="t", page_id="p", document="d", text=whole, published_at="1999-05-31", blocks=blocks
    )
    [five] = claims_of(report)
    assert five.quote == "Five"
    assert five.where is not None
    assert five.where.name == "Herat"
    assert five.when is not None
    assert five.when.start == "1999-05-29"


def test_the_clause_that_tells_why_a_toll_rose_is_not_the_place_of_the_story() -> None:
    said = (
        "The toll of the Omagh bomb rose to 29 on Saturday when a man died in a Belfast hospital."
    )
    toll, man = extract(said, published_at="1998-09-06")
    assert toll.place is not None
    assert toll.place.name == "Omagh"
    assert man.place is not None
    assert man.place.name == "Belfast"


def test_a_body_is_no_place_though_it_is_called_a_department() -> None:
    claim = extract(
        "A band of nurses, alarmed by the cold, is begging the Department of Homeland Security to "
        "send coats for the camps.\n\nIn a letter of May they asked for it, although three "
        "children had died in a camp.",
        published_at="2019-11-19",
    )[-1]
    assert claim.where is None


def _places(text: str) -> list[tuple[str, str | None]]:
    claims = extract(text, published_at="2015-10-05")
    return [(claim.quote, claim.where.name if claim.where else None) for claim in claims]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "Around the country:\n\nMALIANA: Militiamen attacked the police post. Six men are dead."
            "\n\nSUAI: Residents speak of 40 dead.\n\nBAUCAU: Quiet.",
            [("Six", "MALIANA"), ("40", "SUAI")],
        ),
        (
            "Mosul. Two car bombs went off on Monday. Police count 15 dead."
            "\n\nBasra. A trader was shot dead at his door.\n\nKirkuk. Nothing to report.",
            [("15", "Mosul"), ("A trader", "Basra")],
        ),
        # A nearer place in the passage goes first.
        (
            "TURKEY. A bomb went off in a minibus at Kusadasi. Five tourists were killed."
            "\n\nLEBANON. Two farmers were shot dead.",
            [("Five", "Kusadasi"), ("Two", "LEBANON")],
        ),
        # A dateline, and the label of a form.
        ("BEIRUT - A hundred weavers were wounded, officials said.", [("A hundred", None)]),
        ("Date: 2 September\nTwo weavers were killed.", [("Two", None)]),
    ],
)
def test_the_head_of_a_passage_places_its_harm(
    text: str, places: list[tuple[str, str | None]]
) -> None:
    assert _places(text) == places


def test_what_is_placed_in_one_sentence_is_a_place_in_all() -> None:
    text = "A crowd gathered at Hobrenica. Nine weavers were killed in the Hobrenica mill."
    assert _places(text)[0][0] == "Nine"
    assert "Hobrenica" in str(_places(text)[0][1])


def test_a_place_without_a_name_lies_in_the_town_of_the_story() -> None:
    text = (
        "Gunmen attacked a wedding in Leeds on Friday.\n\nThe guests fled.\n\nSome hid.\n\n"
        "The attack killed nine weavers in the church."
    )
    [claim] = extract(text, published_at="2015-10-05")
    assert claim.where is not None
    assert (claim.where.name, claim.where.within, claim.where.country) == (
        "the church",
        "Leeds",
        "GB",
    )
