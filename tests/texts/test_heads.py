"""The head of a plain text: whose press release it is, and where it was written."""

from __future__ import annotations

import pytest

from harmledger.records import Capture, Given, Page, sha256_hex
from harmledger.texts import make_text

BODY = "Soldiers entered the village at dawn. Twelve fighters were killed, and two civilians."


def publisher(head: str) -> str | None:
    content = f"{head}\n\n{BODY}\n".encode()
    page = Page(
        id=sha256_hex(content),
        media_type="text/plain",
        document="a.txt",
        collected_from="a.txt",
        size=len(content),
        given=Given(),
    )
    text = make_text(Capture(page=page, content=content))
    assert text.published_at == "2008-06-03", head
    return text.publisher


@pytest.mark.parametrize(
    ("head", "found"),
    [
        ("NORTHERN COMMAND\nPRESS RELEASE\nVarzan, Tajikistan, 3 June 2008", "NORTHERN COMMAND"),
        ("PRESS RELEASE\nMinistry of Defence\n3 June 2008", "Ministry of Defence"),
        (
            "Ministry of Health\n\nNews release No. 14\n\nVarzan, 3 June 2008",
            "Ministry of Health",
        ),
        ("Press statement by the General Staff\nTampa, Florida, June 3, 2008", "General Staff"),
        ("ARMY COMMUNIQUE NO. 4\nVarzan, Tajikistan, 3 June 2008", "ARMY"),
        ("FOR IMMEDIATE RELEASE\nRed Crescent\nJune 3, 2008", "Red Crescent"),
        # A place is no publisher, nor is the label.
        ("Raid on the village\nVarzan, Tajikistan, 3 June 2008", None),
        ("Raid on the village\nVarzan (Tajikistan), 3 June 2008", None),
        ("Raid on the village\nStatement\n3 June 2008", None),
        # A paper is.
        ("Raid on the village\nThe Harbour Post\n3 June 2008", "The Harbour Post"),
        ("Raid on the village\nThe Harbour Post, 3 June 2008", "The Harbour Post"),
        ("Army says raid over\nStatement\n3 June 2008", None),
    ],
)
def test_the_publisher_is_whoever_released_it(head: str, found: str | None) -> None:
    assert publisher(head) == found
