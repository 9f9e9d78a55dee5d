"""The order of arrival, increments and odd input: the same families, and none that is false."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_families import edited, groups, story

from builders import text
from harmledger.families import find_families
from harmledger.families.candidates import copy_candidates
from harmledger.families.copying import copied
from harmledger.families.wordings import collect
from harmledger.records import Text


def one_in(body: str, every: int, seed: int) -> str:
    """One word in so many changed, here and there."""
    chance = random.Random(seed)
    words = body.split()
    for place in range(len(words)):
        if chance.randrange(every) == 0:
            words[place] = f"other{chance.randrange(10**6)}"
    return " ".join(words)


def a_book(seed: int, number: int) -> list[Text]:
    """Stories and their copies: edited, cut, in junk."""
    chance = random.Random(seed)
    texts = []
    for at in range(number):
        body = story(chance.randrange(number // 2), 160)
        change = chance.randrange(5)
        if change == 1:
            body = one_in(body, 5, at)
        elif change == 2:
            body = " ".join(body.split()[: chance.choice([70, 110, 140])])
        elif change == 3:
            body = story(10_000 + at, 40) + " " + body
        texts.append(text(body, f"d{at}"))
    return texts


@given(seed=st.integers(0, 10**6), shuffle=st.randoms(use_true_random=False))
@settings(max_examples=15, deadline=None)
def test_the_order_of_arrival_changes_nothing(seed: int, shuffle: random.Random) -> None:
    texts = a_book(seed, 30)
    expected = list(find_families(texts))
    shuffle.shuffle(texts)
    assert list(find_families(texts)) == expected


@given(seed=st.integers(0, 10**6), cut=st.integers(0, 30))
@settings(max_examples=15, deadline=None)
def test_reports_that_come_later_give_the_families_of_one_run(seed: int, cut: int) -> None:
    texts = a_book(seed, 30)
    early, late = texts[:cut], texts[cut:]
    list(find_families(early))
    assert list(find_families(late + early)) == list(find_families(texts))


@given(seed=st.integers(0, 10**6), shuffle=st.randoms(use_true_random=False))
@settings(max_examples=15, deadline=None)
def test_candidates_are_ordered_pairs_free_of_the_order_of_input(
    seed: int, shuffle: random.Random
) -> None:
    texts = a_book(seed, 30)
    expected = list(copy_candidates(collect(texts)))
    shuffle.shuffle(texts)
    assert list(copy_candidates(collect(texts))) == expected
    assert len(set(expected)) == len(expected)
    assert all(first < second for _, (first, second) in expected)


@pytest.mark.parametrize("seed", range(5))
def test_one_word_in_five_changed_is_a_copy(seed: int) -> None:
    body = story(seed, 200)
    texts = [text(body, "a"), text(one_in(body, 5, seed), "b"), text(story(seed + 50), "c")]
    assert groups(list(find_families(texts))) == [["a", "b"], ["c"]]


def test_three_hundred_copies_do_not_hide_one_that_was_cut() -> None:
    body = story(3, 300)
    texts = [text(edited(body, 0.03, seed=at), f"d{at}") for at in range(300)]
    texts.append(text(" ".join(body.split()[:120]), "cut"))
    texts += [text(story(500 + at), f"e{at}") for at in range(20)]
    sizes = sorted(len(one.members) for one in find_families(texts))
    assert sizes == [1] * 20 + [301]


def test_a_speech_that_two_reports_quote_is_no_copying() -> None:
    speech = story(999, 70)
    texts = [
        text(f"{story(at, 60)} \u201c{speech}\u201d {story(at + 100, 60)}", f"d{at}")
        for at in range(9)
    ]
    assert max(len(one.members) for one in find_families(texts)) == 1


@pytest.mark.parametrize(
    ("start", "expected"),
    [(60, [3]), (200, [1, 2])],
    ids=["the same passages", "other passages"],
)
def test_two_parts_of_a_host_are_of_one_report_where_they_tell_the_same(
    start: int, expected: list[int]
) -> None:
    words = story(3, 400).split()

    def part(first: int, offset: int) -> str:
        """A part with one word in five changed, so that the two share no run of three."""
        cut = words[first : first + 180]
        return " ".join(
            f"new{at}" if (first + at) % 5 == offset else one for at, one in enumerate(cut)
        )

    host, one, two = (
        text(body, name)
        for body, name in zip(
            (" ".join(words), part(0, 0), part(start, 2)), ("host", "one", "two"), strict=True
        )
    )
    sizes = sorted(len(family.members) for family in find_families([host, one, two]))
    assert sizes == expected


def test_how_much_was_copied_is_counted_in_words() -> None:
    body = story(1, 200)
    whole, part = collect([text(body, "a"), text(" ".join(body.split()[:100]), "b")])
    found = copied(whole, part)
    assert (found.words, found.of_shorter, found.of_longer) == (100, 1.0, 0.5)
    assert copied(part, whole) == found


@pytest.mark.parametrize(
    "words",
    [
        "В результате обстрела погибли трое мирных жителей сообщили местные власти в понедельник",
        "قتل ثلاثة أشخاص في الهجوم على السوق صباح يوم الاثنين وفقا للشرطة المحلية",
        "ነገር ሁሉ በጊዜው ይሆናል ሰዎች ሁሉ በከተማው ውስጥ ነበሩ",
    ],
)
def test_texts_in_any_script_join_and_stay_apart(words: str) -> None:
    chance = random.Random(1)
    pool = words.split() + [word[::-1] for word in words.split()] + [w * 2 for w in words.split()]
    bodies = [
        " ".join(chance.choice(pool) + str(chance.randrange(9)) for _ in range(90))
        for _ in range(6)
    ]
    texts = [text(body, f"d{at}") for at, body in enumerate(bodies)]
    texts.append(text(one_in(bodies[0], 10, 1), "copy"))
    sizes = sorted(len(one.members) for one in find_families(texts))
    assert sizes == [1, 1, 1, 1, 1, 2]


def test_short_and_empty_texts_and_notices_make_no_great_family() -> None:
    notice = story(9, 45)
    texts = [text("", f"empty{at}") for at in range(50)]
    texts += [text(" ".join(story(at, 10).split()), f"ten{at}") for at in range(200)]
    texts += [text(f"{story(at, 80)} {notice}", f"page{at}") for at in range(200)]
    assert max(len(one.members) for one in find_families(texts)) == 1
