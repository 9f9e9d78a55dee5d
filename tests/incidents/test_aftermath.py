"""Harm in what an attack set off is an event of its own, as the claims of whole reports tell."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

import pytest

from builders import text
from harmledger.claims import claims_of
from harmledger.incidents.local import local_events
from harmledger.records import Block

ATTACK = "A gunman killed 31 worshippers in a mosque in Gao on Friday, the mayor said. "


def figures(body: str) -> list[list[int | None]]:
    report = text(body, "report", published_at="1994-02-26")
    starts = [0, *(m.end() for m in re.finditer("\n\n", body)), len(body) + 2]
    blocks = (
        Block(kind="body", start=start, end=end - 2) for start, end in itertools.pairwise(starts)
    )
    report = replace(report, blocks=tuple(blocks))
    claims = [claim for claim in claims_of(report) if claim.scope == "event"]
    return [[claim.low for claim in event.claims] for event in local_events(report, claims)]


@pytest.mark.parametrize(
    "behind",
    [
        "Rioting erupted in the suburbs at the news, and police shot dead six people.",
        "In clashes that followed, soldiers killed six people.",
        "In reprisal, neighbours of the dead killed six herders.",
        "Angry crowds took to the streets. Six people died when troops opened fire.",
        "Riots broke out in three towns. Six people were shot dead in clashes outside the clinic.",
        "The news set off protests in the suburbs, where soldiers wounded six people.",
    ],
)
def test_what_an_attack_set_off_is_apart(behind: str) -> None:
    assert figures(ATTACK + "\n\n" + behind) == [[31], [6]]
    assert figures(ATTACK + behind) == [[31], [6]]


def test_two_counts_of_one_sentence_are_told_apart() -> None:
    body = "A gunman killed 31 people in a mosque on Friday; five more died in riots that followed."
    assert figures(body) == [[31], [5]]


@pytest.mark.parametrize(
    ("body", "together"),
    [
        # the report is about the clashes
        (
            "Clashes of two clans killed 40 people in Gao on Friday. Nine died in the clashes that "
            "broke out at noon.",
            [40, 9],
        ),
        (
            "Soldiers fired at a rally in Gao on Friday and killed 12 people, doctors said.\n\n"
            "Clashes broke out on the square. The union said that 14 people died in the clashes.",
            [12, 14],
        ),
        # the number told before
        (ATTACK + "Riots broke out later. The police said that 31 people had died.", [31, 31]),
        # the attack itself was a revenge
        ("Gunmen killed 22 people in Gao in revenge for a raid. Another 14 were hurt.", [22, 14]),
    ],
)
def test_what_a_report_is_about_stays_one(body: str, together: list[int]) -> None:
    assert figures(body) == [together]


def test_a_paragraph_that_has_gone_on_for_some_sentences_is_of_the_main_event_again() -> None:
    """A silent claim far into it is not of the event that the paragraph before told of."""
    aside = "\n\nIn Kidal a boy was hurt on Saturday when a wall fell on a queue.\n\n"
    told = "The office of the mayor gave the course of the day. "
    far = "The shots began at noon. The men came on foot. They left by the river. "
    late = ATTACK + aside + told + far + "Twenty-six people were treated for wounds."
    soon = ATTACK + aside + "Twenty-six people were treated for wounds."
    assert figures(late) == [[31, 26], [1]]
    assert [31] in figures(soon)
