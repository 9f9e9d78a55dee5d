"""A method file with a mistake is refused with a word that helps."""

from __future__ import annotations

import pytest

from harmledger.assessments import load_method, parse_method
from harmledger.errors import VocabularyProblem
from harmledger.vocabulary import method_file, method_names

AIRWARS = method_file("airwars@1")


def test_the_latest_version_is_taken_where_none_is_named() -> None:
    assert load_method("airwars") == load_method("airwars@1")
    assert load_method("airwars").id == "airwars@1"


@pytest.mark.parametrize("name", method_names())
def test_every_method_of_the_package_is_sound_and_says_where_its_rules_come_from(
    name: str,
) -> None:
    method = load_method(name)
    for rule in [*method.rules, *method.grades]:
        assert rule.explanation
        assert rule.source
        assert rule.mark in {"S", "U", "H"}


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("airwar", "did you mean 'airwars@1'"),
        ("airwars@9", "there is no method 'airwars@9'"),
        ("../en/junk", "there is no method"),
        ("", "there is no method"),
    ],
)
def test_an_unknown_method(name: str, says: str) -> None:
    with pytest.raises(VocabularyProblem, match="there is no method") as caught:
        load_method(name)
    assert says in str(caught.value)
    assert "airwars@1" in caught.value.hint


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (
            'stances = ["denied"',
            'stancs = ["denied"',
            "unknown key 'stancs'; did you mean 'stances'",
        ),
        ('does = "range"', 'does = "rnage"', "did you mean 'range'"),
        ('step = "parts"', 'step = "part"', "did you mean 'parts'"),
        ('low = "lowest"', 'low = "mean"', "low = 'mean' is not known"),
        ("low = 2\n", "", "the key 'low' is missing"),
        ("low = 2\n", 'low = "two"\n', "low must be a whole number"),
        ("low = 2\n", "low = true\n", "low must be a whole number"),
        ("low = 2\n", "low = -2\n", "low must not be negative"),
        ("min_origins = 2", "min_orgins = 2", "did you mean 'min_origins'"),
        ("min_origins = 2", 'min_origins = "2"', "min_origins must be a whole number"),
        ("accepted = true", 'accepted = "yes"', "accepted must be true or false"),
        ('grade = "fair"', 'grade = "fairr"', "did you mean 'fair'"),
        ('mark = "H"\n', 'mark = "X"\n', "mark = 'X' is not known"),
        ('stances = ["denied", ', "stances = [3, ", "must be a list of words"),
        ('stances = ["denied", ', 'stances = ["denyed", ', "did you mean 'denied'"),
        ('id = "one_value"', 'id = "range"', "the id 'range' stands twice"),
        ('does = "range"', 'does = "raise_to_groups"', "unknown key"),
        ("version = 1", "version = 2", "[about] says airwars@2"),
        ("version = 1", 'version = "one"', "version must be a whole number"),
        ("[about]", "[abut]", "did you mean 'about'"),
        (
            'id = "single_origin"\ngrade = "weak"',
            'id = "single_origin"\ngrade = "weak"\naccepted = true',
            "the last grade must hold always",
        ),
        ("min_origins = 2", "min_origins = -2", "min_origins must be 1 or more"),
        ("min_origins = 2", "min_origins = 0", "min_origins must be 1 or more"),
        (
            'grade = "confirmed"\naccepted = true',
            'grade = "confirmed"',
            "grade 'responsibility_accepted': has no condition, so that no grade below it",
        ),
        (
            'step = "parts"',
            'step = "contradictory"',
            "rule 'parts_apart': does 'sort_out' with the step 'contradictory' again, as "
            "'no_contradictions' does",
        ),
        (
            'does = "conceded"',
            'does = "raise_to_groups"',
            "does 'raise_to_groups' again, as 'conceded_range' does",
        ),
        ('does = "range"', 'dose = "range"', "unknown key 'dose'; did you mean 'does'"),
        ('does = "range"', "does = [1]", "does = [1]"),
        ("[about]", "[about", "not valid TOML"),
    ],
)
def test_a_mistake_is_named(old: str, new: str, says: str) -> None:
    assert old in AIRWARS
    with pytest.raises(VocabularyProblem) as caught:
        parse_method("airwars@1", AIRWARS.replace(old, new, 1))
    assert says in str(caught.value)
    assert "\n" not in str(caught.value).split("not valid TOML")[0]


@pytest.mark.parametrize("content", ["", "about = 3\nrule = 4\ngrade = 5", "rule = []\ngrade = []"])
def test_a_file_that_is_no_method(content: str) -> None:
    with pytest.raises(VocabularyProblem):
        parse_method("airwars@1", content)


def test_a_method_without_a_range_is_refused() -> None:
    head, _, tail = AIRWARS.partition('[[rule]]\nid = "range"')
    with pytest.raises(VocabularyProblem, match="needs a rule that does 'range'"):
        parse_method("airwars@1", head + tail[tail.index("[[rule]]") :])


def test_the_keys_that_a_hint_names_are_those_of_that_rule() -> None:
    with pytest.raises(VocabularyProblem) as caught:
        parse_method("airwars@1", AIRWARS.replace('stances = ["denied"', 'stancs = ["denied"', 1))
    assert caught.value.hint == "keys: does, explanation, id, mark, source, stances"
