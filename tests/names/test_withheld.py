"""Names of victims: withheld where they stand, ordinary words left alone."""

from __future__ import annotations

import pytest

from claimed import make_claim, make_text
from harmledger.names import Names
from harmledger.names.words import name_parts
from harmledger.records import Population


def named(surface: str) -> Population:
    return Population(status="civilian", surface=surface, named=True)


def hide(names: Names, words: str, *texts: str) -> str:
    for start, end in reversed(names.ranges_in(words, texts)):
        words = words[:start] + "#" + words[end:]
    return words


@pytest.mark.parametrize(
    ("surface", "full", "single"),
    [
        ("Akin Bello and Uddin", ("Akin Bello",), ("Akin", "Bello", "Uddin")),
        ("Imam Akin Bello, 55", ("Akin Bello",), ("Akin", "Bello")),
        ("a teacher named Ana de la Cruz", ("Ana de la Cruz",), ("Ana", "Cruz")),
        ("Abu al-Hassan", ("Abu al-Hassan",), ("Abu", "Hassan")),
        ("MARIA PAZ AND HER SON", ("MARIA PAZ",), ("MARIA", "PAZ")),
        ("a policeman", (), ()),
        ("محمد علي", (), ()),
    ],
)
def test_the_names_inside_a_surface(surface, full, single):
    assert name_parts(surface) == (full, single)


def test_a_name_is_withheld_in_its_text_and_its_parts_too():
    text = make_text("a", "Akin Bello was killed. Bello sold bread; Akin's son lives in Mali.")
    names = Names([make_claim(text, "Akin Bello", 1, 1, population=named("Akin Bello"))])
    shown = hide(names, text.text, text.id)
    assert shown == "# was killed. # sold bread; #'s son lives in Mali."
    assert names.ranges(text) == names.ranges_in(text.text, [text.id])


def test_elsewhere_the_full_name_is_withheld_and_single_words_are_left():
    text = make_text("a", "Hope Field was killed.")
    names = Names([make_claim(text, "Hope Field", 1, 1, population=named("Hope Field"))])
    assert hide(names, "Hope rose. Hope Field was 9.", "other") == "Hope rose. # was 9."


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("in Mali", "in Mali"),
        ("Alison", "Alison"),
        ("killed.Ali was", "killed.# was"),
        ("saidAli was", "said# was"),
        ("AliThe", "#The"),
        ("Ali-Ali", "#"),
    ],
)
def test_a_short_name_inside_a_word_is_no_name(words, shown):
    text = make_text("a", "Ali was killed")
    names = Names([make_claim(text, "Ali", 1, 1, population=named("Ali"))])
    assert hide(names, words, text.id) == shown


def test_a_name_with_a_particle_written_onto_it():
    text = make_text("a", "قتل محمد علي في البيت")
    names = Names([make_claim(text, "محمد علي", 1, 1, population=named("محمد علي"))])
    assert hide(names, "أصيب ومحمد علي هناك", "other") == "أصيب و# هناك"


def test_a_number_that_goes_with_names_stays():
    text = make_text("a", "2 people, Ana Bell and Carl Dent, were killed.")
    claim = make_claim(text, "2", 2, 2, population=named("Ana Bell and Carl Dent"))
    assert hide(Names([claim]), text.text, text.id) == "2 people, #, were killed."


def test_an_address_that_spells_a_name():
    text = make_text("a", "Akin Bello was killed.")
    names = Names([make_claim(text, "Akin Bello", 1, 1, population=named("Akin Bello"))])
    assert names.in_address("https://x.example/2019/imam-bello-shot.html", [text.id])
    assert not names.in_address("https://x.example/2019/market.html", [text.id])


def test_nothing_is_withheld_where_names_are_shown_or_nobody_is_named():
    text = make_text("a", "Akin Bello was killed with nine others.")
    with_name = make_claim(text, "Akin Bello", 1, 1, population=named("Akin Bello"))
    without = make_claim(text, "nine", 9, 9)
    assert Names([with_name], show=True).ranges(text) == ()
    assert Names([without]).ranges(text) == ()
