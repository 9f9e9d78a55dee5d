"""A press release speaks for the body that its head names."""

from __future__ import annotations

import pytest

from harmledger.claims import extract
from harmledger.claims.attribution.released import released_by

BODY = "Soldiers entered the village at dawn. Twelve fighters were killed, and two civilians."


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("NORTHERN COMMAND\nPRESS RELEASE\nVarzan, 3 June 2008", "NORTHERN COMMAND"),
        ("PRESS RELEASE\nMinistry of Defence\n3 June 2008", "Ministry of Defence"),
        ("Ministry of Health\n\nNews release No. 14\n\n3 June 2008", "Ministry of Health"),
        ("Press statement by the General Staff\n3 June 2008", "General Staff"),
        ("FOR IMMEDIATE RELEASE\nUnited States Central Command", "United States Central Command"),
        ("Statement\nby the Emirate of the Hills\nJune 3, 2008", "Emirate of the Hills"),
        ("Statement of the Ministry of Defence, Varzan\n3 June 2008", "Ministry of Defence"),
        ("Raid on the village\nThe Harbour Post\n3 June 2008", None),
        ("The Harbour Post\nPress release\n3 June 2008", None),
        ("Press release policy of the army changes\n3 June 2008", None),
        ("Army, rebels trade blame\nStatement\n3 June 2008", None),
        ("Army says raid over\nStatement\n3 June 2008", None),
        ("The army issued a statement.\nPress release\nNorthern Command", None),
    ],
)
def test_whose_release_the_head_says_it_is(head: str, name: str | None) -> None:
    text = f"{head}\n\n{BODY}\n"
    found = released_by(text)
    assert (text[found[0] : found[1]] if found else None) == name


def test_what_it_says_is_said_by_that_body_and_who_is_cited_in_it_through_it() -> None:
    head = "NORTHERN COMMAND\nPRESS RELEASE\nVarzan, 3 June 2008"
    cited = "The mayor said 30 civilians were killed."
    claims = extract(f"{head}\n\n{BODY} {cited}\n")
    told = {(c.low, c.speaker and c.speaker.name, c.speaker and c.speaker.kind) for c in claims}
    assert told == {
        (12, "NORTHERN COMMAND", "belligerent"),
        (2, "NORTHERN COMMAND", "belligerent"),
        (30, "The mayor", "authority"),
    }
    (mayor,) = (c.speaker for c in claims if c.low == 30)
    assert mayor is not None
    assert mayor.via == ("NORTHERN COMMAND",)
