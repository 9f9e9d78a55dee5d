"""Two texts and how alike they are: the features, the decision and what it rests on."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reports import AIRSHIP, FERRY, INDEPENDENT, REWORDED, SPEECH

from builders import text
from harmledger.families.fingerprint import fingerprint
from harmledger.families.likeness import FEATURES, Likeness, likeness
from harmledger.families.scoring import features_of, log_odds, weights


def compared(one: str, two: str) -> Likeness:
    return likeness(fingerprint(text(one, "a")), fingerprint(text(two, "b")))


def linked(one: str, two: str) -> bool:
    return log_odds(compared(one, two)) >= weights().threshold


def shuffled(body: str, seed: int = 3) -> str:
    parts = [part for line in body.split("\n\n") for part in line.split(". ")]
    random.Random(seed).shuffle(parts)
    return ". ".join(parts)


@pytest.mark.parametrize("other", [REWORDED, shuffled(FERRY), FERRY[:700]])
def test_a_text_made_from_another_is_linked(other: str) -> None:
    assert linked(FERRY, other)


@pytest.mark.parametrize("other", [INDEPENDENT, AIRSHIP, "", "852 dead."])
def test_an_independent_text_is_not(other: str) -> None:
    assert not linked(FERRY, other)


def test_one_speech_and_the_same_numbers_make_no_copy() -> None:
    assert not linked(f"{FERRY}\n\n{SPEECH}", f"{INDEPENDENT}\n\n{SPEECH}")
    assert not linked(f"{SPEECH}\n\n{AIRSHIP}", f"{SPEECH}\n\n{INDEPENDENT}")


def test_contributions_add_up_to_the_decision() -> None:
    alike = compared(FERRY, REWORDED)
    features = features_of(alike)
    assert {feature.name for feature in features} == {*FEATURES, "bias"}
    assert sum(f.contribution for f in features) == pytest.approx(log_odds(alike), abs=0.01)
    assert all(weight >= 0 for weight in weights().features)


def test_places_are_in_order_and_name_the_same_words() -> None:
    one, two = fingerprint(text(FERRY, "a")), fingerprint(text(REWORDED, "b"))
    places = likeness(one, two).places
    assert len(places) > 10
    assert all(a < b and c < d for (a, c), (b, d) in pairwise(places))
    assert all(one.words[i] == two.words[j] for i, j in places)


WORDS = st.lists(st.sampled_from("Estonia sank 852 the bow “visor broke” Turku. Said\n".split(" ")))


@given(one=WORDS, two=WORDS)
@settings(max_examples=60, deadline=None)
def test_the_order_of_the_two_changes_nothing(one: list[str], two: list[str]) -> None:
    there, back = compared(" ".join(one), " ".join(two)), compared(" ".join(two), " ".join(one))
    assert there.values == pytest.approx(back.values)


def test_a_language_without_a_list_makes_its_own_rarities() -> None:
    body = " ".join(["le navire a coulé dans la mer"] * 4)
    plain = text(body, "a")
    french = type(plain)(
        id="a", page_id="", document="a", text=plain.text, blocks=plain.blocks, lang="fr"
    )
    assert fingerprint(french).rarities["navire"] < fingerprint(plain).rarities["navire"]


def test_spans_point_to_their_words() -> None:
    found = fingerprint(text(FERRY, "a", headline="Ferry lost", junk="Read more"))
    start, end = found.spans[0]
    assert found.text.text[start:end] == "The"
    assert found.text.text[slice(*found.sentences[1])].startswith("A first Mayday")
    assert "lost" not in found.words
    assert set(found.names.values()) >= {"Estonia", "Tallinn", "Mariella", "Turku"}
