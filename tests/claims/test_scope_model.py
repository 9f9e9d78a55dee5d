"""The weighed scope: its weights, what it leaves alone, and how it is explained."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmledger.claims import EXTRACTOR, extract
from harmledger.claims.annotation.scope_model import ScopeWeights, scope_weights, scopes_weighed
from harmledger.vocabulary import data_file

TRAITS = st.lists(st.sampled_from(sorted(scope_weights().traits)), max_size=30)


def test_the_weights_are_small_and_their_version_is_in_the_extractors_name() -> None:
    content = data_file("en", "scopes.json")
    assert len(content.encode()) < 90_000
    assert f"+scopes-en@{json.loads(content)['version']}+" in EXTRACTOR


@given(traits=TRAITS, rule=st.sampled_from(("event", "cumulative")))
def test_reasons_speak_for_what_was_chosen(traits: list[str], rule: str) -> None:
    model = scope_weights()
    chosen = model.choose(rule, traits)
    sign = 1 if chosen == "cumulative" else -1
    values = [sign * model.traits[reason] for reason in model.reasons(chosen, traits)]
    assert values == sorted(values, reverse=True)
    assert len(values) <= 4
    assert all(value > 0 for value in values)


def test_a_running_count_that_rules_read_needs_more_against_it() -> None:
    model = ScopeWeights(1, -0.3, {"far": -1.0, "war": 1.0})
    assert model.choose("event", []) == "event"
    assert model.choose("cumulative", []) == "cumulative"
    assert model.choose("cumulative", ["far", "no such trait"]) == "event"
    assert model.choose("event", ["war"]) == "cumulative"
    assert model.reasons("event", ["far", "war", "no such trait"]) == ("far",)


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("A weaver was killed in Ypres over the years of the war.", "event"),
        ("Nine weavers were killed in Meta and Arauca departments on Friday.", "cumulative"),
        ("Four porters were wounded in shootings across Derry on Monday.", "cumulative"),
        ("The siege of Leningrad killed more than 600,000 people.", "cumulative"),
    ],
)
def test_what_stands_whatever_is_weighed(text: str, scope: str) -> None:
    (claim,) = extract(text, published_at="1985-10-05")
    assert claim.scope == scope


def test_weighing_twice_changes_nothing() -> None:
    text = "Four porters were wounded in Derry. Since 1969 the army has killed 40 people there."
    claims = extract(text)
    assert list(scopes_weighed(text, claims)) == list(claims)
