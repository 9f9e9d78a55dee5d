"""Which sentences with a harm word are parsed: by their words alone, and by the text around."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmledger.claims import explain, read_claims
from harmledger.claims.annotation.reading import open_text
from harmledger.claims.learned.sieve import SHORT, Sieve, sieve, traits_of, worth_parsing
from harmledger.claims.learned.signs import Signs
from harmledger.records import Text

NEWS = "The council met again on Monday and spoke of the new roof for the library. "
KILLED = "Three porters were killed in the fire at the depot, police said. "
HURT = (
    "“It hurt to lose the final,” the coach said, “but the team played a great season and we will "
    "be back next year.” "
)


def _text(words: str) -> Text:
    return Text(id="t", page_id="", document="t", text=words, lang="en")


def _parsed(words: str) -> list[str]:
    """The sentences of a text that are parsed for their harm words."""
    reading = open_text(_text(words))
    signs = Signs(words, len(reading.gated))
    kept = worth_parsing(words, reading.sentences, reading.gated, signs)
    return [words[reading.sentences[i].start : reading.sentences[i].end].strip() for i in kept]


@pytest.mark.parametrize(
    "sentence",
    [
        HURT.strip(),
        "“I think it hurts to lose,” he said after the game, “but the team played well and we will "
        "be back next season.”",
        "“It will not hurt us,” the executive said, “but the company will be back with a new plan "
        "next year.”",
    ],
)
def test_a_manner_of_speaking_in_general_news_is_held_back(sentence: str) -> None:
    assert _parsed(NEWS * 12 + sentence + " " + NEWS * 2) == []


def test_a_count_in_general_news_is_not() -> None:
    assert _parsed(NEWS * 12 + KILLED + NEWS * 2) == [KILLED.strip()]


def test_a_short_text_is_parsed_whole() -> None:
    assert len(HURT) < SHORT
    assert _parsed(HURT) == [HURT.strip()]


def test_the_bound_is_lower_where_the_text_tells_of_violence() -> None:
    model = Sieve(1, -1.0, calm=-2.0, other=-4.0, weights={"has film": -2.0})
    assert not model.passes(["has film"], few=True)
    assert model.passes(["has film"], few=False)
    assert model.passes(["has depot"], few=True)
    assert sieve().other < sieve().calm


def test_the_words_beside_the_harm_word_are_told_apart_from_others() -> None:
    traits = traits_of(KILLED, 0, len(KILLED), Signs(KILLED, 1))
    assert {"has porters", "before were", "behind in", "were killed _", "harm killed"} <= {*traits}
    assert "before the" not in traits


def test_numbers_are_alike_as_traits() -> None:
    one, other = (f"{n} people died in the flood." for n in ("12", "3,000"))
    assert traits_of(one, 0, len(one), Signs(one, 1)) == traits_of(
        other, 0, len(other), Signs(other, 1)
    )


def test_the_explanation_says_what_was_held_back() -> None:
    ((_, told),) = explain([_text(HURT + NEWS * 30 + KILLED)])
    by_sentence = {one.sentence: one for one in told}
    assert "as learned" in (by_sentence[HURT.strip()].none or "")
    assert by_sentence[KILLED.strip()].grounds


def test_a_number_that_goes_on_is_read_in_a_sentence_that_is_held_back() -> None:
    ((_, claims),) = read_claims([_text(NEWS * 12 + KILLED + "The mayor spoke of 14. " + NEWS)])
    assert [(c.low, c.measure) for c in claims] == [(3, "killed"), (14, "killed")]


@given(st.text(alphabet="killed shot.\n’'12,İ-", min_size=0, max_size=60))
def test_any_text(words: str) -> None:
    whole = (words + " was killed. ") * 60
    reading = open_text(_text(whole))
    signs = Signs(whole, len(reading.gated))
    kept = worth_parsing(whole, reading.sentences, reading.gated, signs)
    assert [i for i in reading.gated if i in kept] == kept
