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


@pytest.mark.parametrize(
    "behind",
    [
        "In retaliation, neighbours of the dead killed six herders.",
        "In revenge for the attack, soldiers killed six herders.",
        "In revenge attacks, mobs killed six herders.",
        "Neighbours of the dead killed six herders in revenge for the killings.",
        "The army sealed off the suburb, and in reprisal soldiers killed six herders.",
        "Soldiers killed six herders, in retaliation for the shooting.",
        # who struck first are those struck now
        "In retaliation, soldiers killed six gunmen.",
    ],
)
def test_what_answers_an_attack_is_apart(behind: str) -> None:
    assert figures(ATTACK + behind) == [[31], [6]]


@pytest.mark.parametrize(
    ("behind", "told"),
    [
        # what comes to be known in the aftermath
        ("In the aftermath of the attack, a clinic said 36 people had been killed.", 36),
        ("In its aftermath, 36 people were treated for wounds.", 36),
        ("In the aftermath, the toll rose to 36 killed.", 36),
        # why the attack told before was made
        ("The attack, carried out in retaliation for a raid, wounded 36 people.", 36),
        ("At least 36 people were wounded in the attack, made in retaliation for a raid.", 36),
        ("The attack, made in revenge for the raid, wounded 36 people.", 36),
        ("He killed 36 people in revenge for the closing of a school.", 36),
        ("In revenge for the siege of a village, 36 people were killed.", 36),
        ("A group said that they had killed 36 people in revenge for the raid.", 36),
        ("Neighbours said 36 people were killed in revenge.", 36),
        # who did it, or where, is told again
        ("In retaliation for the raid, the gunman killed 36 people.", 36),
        ("In retaliation, 36 people were killed in Gao.", 36),
        # a toll
        ("In retaliation, soldiers shelled a camp; the toll rose to 36 killed.", 36),
        # the phrase is of another clause
        ("In retaliation, the army shut the border, and a clinic said 36 were killed.", 36),
    ],
)
def test_what_tells_of_the_attack_again_stays_with_it(behind: str, told: int) -> None:
    assert figures(ATTACK + behind) == [[31, told]]


@pytest.mark.parametrize("who", ["soldiers", "the police", "gendarmes", "security forces"])
def test_whom_forces_struck_once_unrest_began_were_struck_in_it(who: str) -> None:
    began = "Angry crowds took to the streets. "
    assert figures(f"{ATTACK}{began}Six people were shot dead by {who}.") == [[31], [6]]
    assert figures(f"{ATTACK}{began}Six people died of their wounds in a clinic.") == [[31, 6]]


@pytest.mark.parametrize(
    "unrest",
    ["ensuing riots", "subsequent street clashes", "protests which ensued"],
)
def test_unrest_that_followed(unrest: str) -> None:
    assert figures(f"{ATTACK}Six people were killed in {unrest}.") == [[31], [6]]


def test_a_part_goes_with_what_was_set_off_and_a_number_told_before_does_not() -> None:
    """Many claims, of which each is weighed against all told before."""
    body = ATTACK + "In clashes that followed, soldiers killed six people. "
    assert figures(body + "In riots that followed, 31 people were killed.") == [[31, 31], [6]]
    # a number of what was set off is none of the attack's
    assert figures(body + "In riots that followed, six people were killed.") == [[31], [6], [6]]


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
