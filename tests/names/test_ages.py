"""A name beside an age is withheld, however the age is written."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harmledger.names.told import told_names

ONES = ("two", "three", "five", "nine", "eleven", "sixteen", "nineteen")
TENS = ("twenty", "thirty-one", "forty two", "eighty-four", "ninety")
DIGITS = ("2", "7", "11", "16", "34", "81", "104")
NUMBERS = st.sampled_from((*ONES, *TENS, *DIGITS))
UNITS = st.sampled_from(("", " years old", " months", " months old", " weeks old", " days"))
DEGREES = st.sampled_from(("", "just ", "only ", "not yet ", "still only ", "barely ", "a mere "))

#: The name with its age; {d} a degree, {n} the number, {u} the unit, {h} the unit of "-old".
FORMS = (
    "{name}, aged {d}{n}{u}, was among them.",
    "{name} aged {n}{u} lay there.",
    "{name} (aged {n}) lay there.",
    "{name} ({d}{n}{u}) lay there.",
    "{name}, {d}{n}{u}, lay there.",
    "{name}, {d}{n}{u}.",
    "{name}, age {n}; his house burned.",
    "{name}, a {n}-{h}-old, lay there.",
    "{name}, an {n} {h} old baker, lay there.",
    "{name}, who was {d}{n}{u}, lay there.",
    "{name} was {d}{n}{u}.",
    "{name} was {n}{u} when the roof fell.",
    "{name} had just turned {n}.",
    "{name} – {d}{n}{u} – lay there.",
    "{name} went at the age of {n}.",
    "{name}, at the age of just {n}, lay there.",
    "The {n}-{h}-old {name} lay there.",
    "A {n}-{h}-old girl, {name}, lay there.",
    "A {n}-{h}-old named {name} lay there.",
    "Aged {d}{n}{u}, {name} lay there.",
    "A boy of {d}{n}{u}, {name}, lay there.",
    "The youngest, {n}{u}, {name}, lay there.",
    "The youngest was {name}.",
)


@settings(deadline=None)
@given(
    st.sampled_from(FORMS),
    st.sampled_from(("Ines Prado", "Tomas Vela", "Marta de la Cruz", "Ngozi Umeh")),
    *(NUMBERS, UNITS, DEGREES, st.sampled_from(("year", "month", "week"))),
)
def test_a_name_with_an_age_is_found_however_it_is_written(
    form: str, name: str, number: str, unit: str, degree: str, of_old: str
) -> None:
    sentence = form.format(name=name, n=number, u=unit, d=degree, h=of_old)
    for written in (sentence, sentence.replace("years old", "years")):
        assert name in told_names(f"Forty people were killed at the mill. {written}"), written


@pytest.mark.parametrize("number", ["three", "Three", "16"])
def test_an_age_at_the_head_of_a_sentence_is_no_part_of_the_name(number: str) -> None:
    text = f"Nine were killed. {number}-year-old Ines Prado lay there."
    assert told_names(text) == {"Ines Prado"}


@pytest.mark.parametrize(
    "text",
    [
        "In Bashqal, two were killed; in Zerhan, three, police said.",
        "Nine died in the shelling of Bashqal, three of them in a school.",
        "The toll in Bashqal was three, and in Zerhan was eleven.",
        "Three were killed, Nora Quill, forty-five, said.",
        "The mayor, Nora Quill, said two of the dead were aged three.",
        "Nine died. Ana Ruiz opened her bakery, three streets away.",
        "Nine died. The court of Mayor Otto Lund met for eleven days.",
        "Nine died. The vote was 2,400 to 11. Nora Quill was 2,400 votes ahead.",
        "Nine died. Nora Quill was one of the first to come.",
        "BASHQAL – A 17-year-old boy died in the shelling.",
        "Nine died. A 20-year-old of Mill County, Utah, came.",
        "Boy, 15, Dies in Bashqal",
        "He died saying: I'm only eleven years old.",
    ],
)
def test_numbers_that_are_no_ages_withhold_nobody(text: str) -> None:
    assert told_names(text) == frozenset()
