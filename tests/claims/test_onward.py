"""Numbers that go on with a count: which are candidates, and what weighs them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from harmledger.claims.annotation.reading import open_text
from harmledger.claims.learned.onward import Onward, Told, candidates
from harmledger.claims.learned.onward_model import OnwardWeights, onward_weights
from harmledger.records import Text

FIRST = "Nine people were killed in the square. "


def _candidates(rest: str, taken: tuple[tuple[int, int], ...] = ()) -> list[Onward]:
    text = Text(id="t", page_id="", document="t", text=FIRST + rest, lang="en")
    reading = open_text(text)
    told = [Told(0, 4, "killed", 9, 9, 0)]
    gated = frozenset(reading.gated)
    return list(candidates(text.text, reading.sentences, gated, told, taken))


def test_a_free_number_near_a_count_is_a_candidate_for_what_was_counted() -> None:
    (one,) = _candidates("Another four followed.")
    assert (one.measure, one.quantity.low, one.index) == ("killed", 4, 1)


def test_beside_a_hospital_it_may_be_of_the_injured_as_well() -> None:
    measures = [one.measure for one in _candidates("Thirty are in hospital.")]
    assert measures == ["killed", "injured"]


def test_spans_that_are_taken_are_free_of_candidates() -> None:
    start = len(FIRST) + len("Another ")
    assert not _candidates("Another four followed.", ((start, start + 4),))


def test_too_far_behind_the_count_there_is_none() -> None:
    assert not _candidates("The square was shut. " * 9 + "Another four followed.")


def test_without_a_count_there_is_none() -> None:
    text = Text(id="t", page_id="", document="t", text="Another four followed.", lang="en")
    assert not list(candidates(text.text, open_text(text, every=True).sentences, frozenset(), []))


@given(st.lists(st.sampled_from(sorted(onward_weights().traits)[:200]), max_size=20))
def test_scores_lie_between_none_and_all(traits: list[str]) -> None:
    assert 0.0 <= onward_weights().score(traits) <= 1.0


def test_reasons_are_the_traits_that_speak_for_it_the_strongest_first() -> None:
    model = OnwardWeights(1, 0.0, 0.5, 0.5, {"a": 1.0, "b": -1.0, "c": 2.0})
    assert model.reasons(("a", "b", "c", "d")) == ("c", "a")
    assert model.score(("a",)) > 0.5 > model.score(("b",))
