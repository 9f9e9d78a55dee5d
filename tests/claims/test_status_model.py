"""The weighed status: its weights, what it leaves alone, and how it is explained."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from harmledger.claims import EXTRACTOR, extract
from harmledger.claims.persons.status_model import StatusWeights, status_weights, weighed
from harmledger.vocabulary import data_file

TRAITS = st.lists(st.sampled_from(sorted(status_weights().traits)), max_size=30)
STATUSES = {"civilian", "security", "armed_group", "perpetrator", "mixed", "unstated"}


def test_the_weights_are_small_and_their_version_is_in_the_extractors_name() -> None:
    content = data_file("en", "statuses.json")
    assert len(content.encode()) < 130_000
    assert f"+statuses-en@{json.loads(content)['version']}+" in EXTRACTOR
    assert set(status_weights().start) == STATUSES


@given(traits=TRAITS)
def test_the_choice_has_the_highest_sum_and_its_reasons_speak_for_it(traits: list[str]) -> None:
    model = status_weights()
    chosen = model.choose(traits)
    assert model.scores(traits)[chosen] == max(model.scores(traits).values())
    values = [model.traits[reason][chosen] for reason in model.reasons(chosen, traits)]
    assert values == sorted(values, reverse=True)
    assert len(values) <= 4
    assert all(value > 0 for value in values)


def test_the_sums_are_added_up() -> None:
    model = StatusWeights(1, {"civilian": 0.5, "mixed": 0.0}, {"few": {"mixed": 1.0}})
    assert model.scores(["few", "no such trait"]) == {"civilian": 0.5, "mixed": 1.0}
    assert model.choose(["few"]) == "mixed"
    assert model.choose([]) == "civilian"
    assert model.reasons("mixed", ["few", "no such trait"]) == ("few",)


def test_a_status_that_a_rule_read_stands() -> None:
    text = "Three soldiers and a nurse were killed near Ypres. The gunman was shot."
    claims = extract(text)
    assert [c.population.status for c in claims if c.population] == [
        "armed_forces",
        "civilian",
        "perpetrator",
    ]
    assert all(c.basis is not None and c.basis.status_by == () for c in claims)


def test_weighing_twice_changes_nothing() -> None:
    text = "One soldier was killed near Verdun and another was wounded. The army held the village."
    claims = extract(text)
    assert weighed(text, claims) == list(claims)
