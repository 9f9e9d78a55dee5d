"""The learned filler: its weights, its score, what it claims and how it is explained."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from typing import Any
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmledger.claims import EXTRACTOR, claims_of, explain, extract
from harmledger.claims.learned import filler
from harmledger.claims.learned.filler import Weights, weights
from harmledger.errors import VocabularyProblem
from harmledger.records import Text, content_id
from harmledger.vocabulary import data_file

FOUND = "Police found three men at the mill; all of them had been shot dead."
TRAITS = st.lists(st.sampled_from(sorted(weights().traits)), max_size=30)


def _lower() -> Any:
    """A threshold that the example passes, so that the test does not hang on the weights."""
    return mock.patch.object(filler, "weights", return_value=replace(weights(), threshold=0.2))


def _text(body: str) -> Text:
    return Text(
        id=content_id("text", body),
        page_id="",
        document="report",
        text=body,
        lang="en",
        published_at="1987-03-07",
        published_from="given",
    )


def test_the_weights_are_small_and_their_version_is_in_the_extractors_name() -> None:
    content = data_file("en", "filler.json")
    assert len(content.encode()) < 200_000
    assert EXTRACTOR.endswith(f"+filler-en@{json.loads(content)['version']}")
    assert 0 < weights().threshold < 1
    assert weights().traits


def test_a_data_file_that_is_not_there_is_named() -> None:
    with pytest.raises(VocabularyProblem, match=r"en/none\.json"):
        data_file("en", "none.json")


@given(traits=TRAITS)
def test_a_score_is_a_probability_and_traits_without_weight_do_not_change_it(
    traits: list[str],
) -> None:
    score = weights().score(traits)
    assert 0 < score < 1
    assert weights().score([*traits, "no such trait: ever"]) == score


@given(traits=TRAITS)
def test_the_reasons_are_the_strongest_traits_for_a_claim(traits: list[str]) -> None:
    reasons = weights().reasons(traits)
    assert len(reasons) <= 4
    values = [weights().traits[reason] for reason in reasons]
    assert values == sorted(values, reverse=True)
    assert all(value > 0 for value in values)
    others = [weights().traits[trait] for trait in traits if trait not in reasons]
    assert len(reasons) < 4 or not others or max(others) <= min(values)


def test_the_score_is_the_logistic_sum() -> None:
    model = Weights(1, 0.5, -1.0, {"a": 2.0, "b": -0.5})
    assert model.score(["a", "b"]) == pytest.approx(1 / (1 + math.exp(-0.5)))
    assert model.score([]) == pytest.approx(1 / (1 + math.exp(1.0)))


def test_a_number_that_no_rule_joins_is_claimed_and_the_rest_is_read_as_ever() -> None:
    with _lower():
        claims = extract(f"{FOUND}", published_at="1987-03-07")
    assert [(c.quote, c.measure, c.basis.rule) for c in claims if c.basis] == [
        ("three", "killed", "filler"),
        ("all", "killed", "state"),
    ]
    assert (claims[0].low, claims[0].high, claims[0].unit) == (3, 3, "people")


def test_from_the_threshold_up_and_not_below() -> None:
    none = replace(weights(), threshold=1.1)
    with mock.patch.object(filler, "weights", return_value=none):
        assert [c.quote for c in extract(FOUND)] == ["all"]


def test_the_explanation_has_the_score_and_the_reasons() -> None:
    text = _text(FOUND)
    with _lower():
        ((_, (sentence,)),) = explain([text])
        again = claims_of(text)
    (learned,) = (one for one in sentence.grounds if one.rule == "filler")
    by_rule = next(one for one in sentence.grounds if one.rule != "filler")
    assert (by_rule.score, by_rule.reasons) == (None, ())
    assert learned.score is not None
    assert 0.2 <= learned.score <= 1
    assert 0 < len(learned.reasons) <= 4
    assert learned.claim == again[0].id


@pytest.mark.parametrize(
    "sentence",
    [
        "Five men shot a guard at the depot.",
        "One of the nurses killed was Ines Prado.",
        "The guard was killed in 1912.",
        "Two hundred people watched as the captain died.",
        "Three reporters asked the minister about the killing.",
        "A letter of two pages told of the murder.",
    ],
)
def test_who_does_it_and_what_is_no_person_is_not_harmed(sentence: str) -> None:
    assert all(c.basis is not None and c.basis.rule != "filler" for c in extract(sentence))
