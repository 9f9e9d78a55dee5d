"""The judge: its network, what it adds and drops, and how it is explained."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any
from unittest import mock

import numpy as np
import pytest

from harmledger.claims import EXTRACTOR, claims_of, explain, extract
from harmledger.claims.learned import judge as module
from harmledger.claims.learned.network import Network, network, packed, unpacked
from harmledger.claims.learned.signs import Signs
from harmledger.errors import VocabularyProblem
from harmledger.records import Text, content_id
from harmledger.vocabulary import data_file

FOUND = "A clerk of the mill lay in the yard with wounds from the shooting."
NOBODY = replace(network(), add=2.0, drop=-1.0)


def _judged_by(model: Network) -> Any:
    """The judge with this network, and a screen that lets everything through."""
    screen = replace(network("screen"), add=0.0, drop=2.0)
    return mock.patch.object(
        module, "network", side_effect=lambda name="judge": screen if name == "screen" else model
    )


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


def _small() -> Network:
    """Two numbers, two units, two traits: scores that can be reckoned by hand."""
    return Network(
        version=1,
        add=0.5,
        drop=0.1,
        traits={"a": 0, "b": 1},
        within=np.array([[1, 0], [0, 1]], dtype=np.float32),
        by_trait=np.array([[1, 0], [0, -1]], dtype=np.float32),
        start=np.zeros(2, dtype=np.float32),
        out=np.array([1, 2], dtype=np.float32),
        direct=np.array([0.5, -0.5], dtype=np.float32),
        bias=-1.0,
    )


def test_the_network_is_small_and_its_version_is_in_the_extractors_name() -> None:
    content = data_file("en", "context.json")
    assert len(content.encode()) < 1_000_000
    assert 0 <= network("screen").add < network("screen").drop <= 1
    assert f"+context-en@{json.loads(content)['version']}" in EXTRACTOR
    assert 0 <= network().drop < network().add < 1


def test_a_data_file_that_is_not_there_is_named() -> None:
    with pytest.raises(VocabularyProblem, match=r"en/none\.json"):
        data_file("en", "none.json")


def test_the_score_is_that_of_the_sum() -> None:
    vector = np.array([2, 3], dtype=np.float32)
    plain, with_a, with_b = _small().scores([[], ["a", "a", "none"], ["b"]], [vector] * 3)
    assert plain == pytest.approx(1 / (1 + np.exp(-(2 + 6 - 1.0))))
    assert with_a == pytest.approx(1 / (1 + np.exp(-(3 + 6 + 0.5 - 1.0))))
    assert with_b == pytest.approx(1 / (1 + np.exp(-(2 + 4 - 0.5 - 1.0))))
    assert _small().scores([], []) == []


def test_the_reasons_are_what_speaks_for_the_claim() -> None:
    vector = np.array([2, 3], dtype=np.float32)
    assert _small().reasons(["a", "b", "none"], vector) == ("context of the words", "a")
    assert _small().reasons(["b"], -vector) == ()


def test_a_table_comes_back_as_it_was_but_for_rounding() -> None:
    table = np.random.default_rng(3).normal(size=(5, 4)).astype(np.float32)
    again = unpacked(json.loads(json.dumps(packed(table))))
    assert again.shape == table.shape
    assert np.abs(again - table).max() <= np.abs(table).max() / 250


def test_a_person_that_no_rule_finds_is_claimed_and_explained() -> None:
    text = _text(FOUND)
    with _judged_by(NOBODY):
        assert claims_of(text) == ()
    with _judged_by(replace(network(), add=0.0)):
        claims = claims_of(text)
        ((_, (sentence,)),) = explain([text])
    added = [c for c in claims if c.basis and c.basis.rule == "context"]
    assert "A clerk" in {c.quote for c in added}
    grounds = [one for one in sentence.grounds if one.rule == "context"]
    assert all(one.score is not None and 0 < len(one.reasons) <= 4 for one in grounds)
    assert {one.claim for one in grounds} <= {c.id for c in claims}


@pytest.mark.parametrize(("number", "claimed"), [("660", True), ("66,000", False)])
def test_the_judge_makes_no_large_claims(number: str, claimed: bool) -> None:
    text = _text(f"Without power were {number} people of the town, where the storm left one dead.")
    with _judged_by(replace(network(), add=0.0)):
        added = [c for c in claims_of(text) if c.basis and c.basis.rule == "context"]
    assert any(c.low == int(number.replace(",", "")) for c in added) is claimed


def test_no_claim_of_the_judge_overlaps_another() -> None:
    with _judged_by(replace(network(), add=0.0)):
        claims = claims_of(_text(f"{FOUND} Two guards were killed and a driver ran off."))
    by_judge = [c for c in claims if c.basis and c.basis.rule == "context"]
    for one in by_judge:
        assert all(c is one or c.end <= one.start or one.end <= c.start for c in claims)


def test_a_claim_below_the_bound_is_dropped_and_a_total_stays_with_its_parts() -> None:
    text = _text("Five people were killed, including two children. A driver was wounded.")
    with _judged_by(NOBODY):
        before = claims_of(text)
    with _judged_by(replace(network(), add=2.0, drop=1.1)):
        after = claims_of(text)
    assert len(before) == 3
    assert {c.quote for c in after} < {c.quote for c in before}
    assert all(c.part_of is None or c.part_of in {o.id for o in after} for c in after)


def test_claims_are_dropped_more_freely_where_a_text_has_few_signs_of_violence() -> None:
    calm, grim = (
        Signs("The council met on the road. " * 20, 1),
        Signs("Police found bodies. " * 20, 20),
    )
    model = replace(network(), drop=0.01)
    assert module.bound(model, grim, "injured") == model.drop
    assert module.bound(model, calm, "injured") > model.drop
    assert module.bound(model, calm, "displaced") == model.drop


def test_the_screen_decides_what_is_looked_at() -> None:
    text = _text(FOUND)
    judge = replace(network(), add=0.0, drop=1.1)
    blind = replace(network("screen"), add=2.0, drop=-1.0)
    with mock.patch.object(
        module, "network", side_effect=lambda name="judge": blind if name == "screen" else judge
    ):
        assert claims_of(text) == ()
    with _judged_by(judge):
        assert claims_of(text)


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
    assert all(c.basis is not None and c.basis.rule != "context" for c in extract(sentence))
