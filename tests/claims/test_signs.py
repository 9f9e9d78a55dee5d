"""What the judge is told of the words of violence around a candidate."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from harmledger.claims.learned.signs import Signs

HIT: Any = SimpleNamespace(word=SimpleNamespace(id="hit"))
CALM = "The ads had hit him among voters of the valley, the survey said. "
GRIM = "The blast hit him; police found wounds, and paramedics took him to a hospital. "


def _told(text: str, sentences: int = 1, word: str = "hit") -> dict[str, str]:
    traits = Signs(text, sentences).told(HIT, text.index(word))
    return dict(trait.split(": ", 1) for trait in traits)


def test_a_story_on_voters_and_one_on_a_blast() -> None:
    assert _told(CALM)["signs near"] == "up to 0"
    assert _told(GRIM)["signs near"] == "up to 7"
    assert _told(GRIM)["signs near, row"] == "up to 7, hit"


def test_the_harm_word_itself_does_not_count() -> None:
    assert _told("Two were killed.", word="killed")["signs near"] == "up to 0"
    assert _told("Two were killed, one shot.", word="killed")["signs near"] == "up to 1"


def test_what_is_far_off_is_not_near_but_in_the_text() -> None:
    far = CALM + "The council met again on the next day. " * 10 + GRIM
    assert _told(far)["signs near"] == "up to 0"
    assert _told(far)["signs in the text"] != _told(CALM)["signs in the text"]


def test_a_long_text_with_one_harm_sentence() -> None:
    long = CALM * 60
    assert _told(long)["text for a harm sentence"] == "more"
    assert _told(long, sentences=60)["text for a harm sentence"] == "up to 200"


def test_a_text_with_few_signs() -> None:
    assert Signs(CALM * 9, 9).few
    assert not Signs(GRIM, 1).few


@given(st.text(), st.integers(min_value=0, max_value=9))
def test_any_text(text: str, sentences: int) -> None:
    assert len(list(Signs(text, sentences).told(HIT, len(text) // 2))) == 6
