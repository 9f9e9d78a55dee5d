"""The quick bound never sets aside a pair of events that would be linked."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import claim, kabul, kunduz, singles, text, when
from harmledger.incidents.links import compare, weights
from harmledger.incidents.local import local_events
from harmledger.incidents.node import Node
from harmledger.incidents.nodes import make_nodes
from harmledger.incidents.screening import Screen
from harmledger.incidents.weighing import weigh
from harmledger.records import Claim, Text

SENTENCES = (
    "Miller Haskett, 41, a ferryman of Ballyvourney, was among them.",
    "The magistrate spoke of Miller Haskett at the quayside.",
    "Constable Aubrey Tenbrook, 23, had served at the barracks.",
    "Lanterns were found beside the tollhouse and the weighbridge.",
    "The weighbridge had been set alight before midnight.",
    "A regiment was sent from the garrison at dawn.",
    "The widow of a man of 41 was told by telegram.",
)
DAYS = (None, "1921-06-03", "1921-06-04", "1921-06-30")
PLACES = (None, kunduz(), kabul())


@st.composite
def events(draw: st.DrawFn) -> list[Node]:
    """Two to six reports that share sentences, figures, places and days by chance."""
    texts: list[Text] = []
    claims: list[Claim] = []
    for number in range(draw(st.integers(2, 6))):
        told = draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4, unique=True))
        killed = draw(st.sampled_from((1, 4, 30)))
        made = text(
            f"{killed} people were killed at the bridge. {' '.join(told)}",
            f"report {number}",
            headline=draw(st.sampled_from(("Fire at the tollhouse", "Soldiers sent", ""))),
            published_at=draw(st.sampled_from((None, "1921-06-04", "1921-06-09", "1921-07-20"))),
        )
        day = draw(st.sampled_from(DAYS))
        place = draw(st.sampled_from(PLACES))
        quote = f"{killed} people"
        own = claim(killed, killed, made, quote=quote, date=day and when(day), place=place)
        texts.append(made)
        claims.append(own)
    by_id = {one.id: one for one in texts}
    told_by = {
        one.id: local_events(one, [own for own in claims if own.text_id == one.id]) for one in texts
    }
    return make_nodes(told_by, by_id, singles(texts))


@given(events())
@settings(max_examples=150, deadline=None)
def test_no_pair_that_reaches_the_bar_is_set_aside(nodes: list[Node]) -> None:
    rarity = weigh(nodes)
    screen = Screen(nodes, rarity)
    places = list(range(len(nodes)))
    for one in places:
        others = [other for other in places if other != one]
        passing = screen.passing(np.array(others, int), np.full(len(others), one))
        for other, passes in zip(others, passing.tolist(), strict=True):
            link = compare(nodes[other], nodes[one], rarity)
            if link is not None and link.score >= weights()["proposed"]:
                assert passes


def test_two_events_with_nothing_in_common_are_set_aside() -> None:
    here = text("4 people were killed by a flood in the lowlands.", "one", published_at=None)
    there = text("30 soldiers fell at an outpost.", "two", published_at=None)
    claims = {
        here.id: [claim(4, 4, here, quote="4 people", date=when("1921-06-03"), place=kunduz())],
        there.id: [claim(30, 30, there, quote="30 soldiers", date=when("1931-06-03"))],
    }
    by_id = {one.id: one for one in (here, there)}
    told = {id_: local_events(by_id[id_], own) for id_, own in claims.items()}
    nodes = make_nodes(told, by_id, singles([here, there]))
    assert Screen(nodes, weigh(nodes)).passing(np.array([0]), np.array([1])).tolist() == [False]
