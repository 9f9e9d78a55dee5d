"""Copies are one family, independent reports are not, whatever the order and the size."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import text
from harmledger.families import find_families
from harmledger.records import Block, Family, Text

WORDS = [f"word{number}" for number in range(4000)]


def story(seed: int, length: int = 200) -> str:
    """Sentences of random words: two seeds have nothing in common."""
    chance = random.Random(seed)
    words = [chance.choice(WORDS) for _ in range(length)]
    return " ".join(word + "." if place % 12 == 11 else word for place, word in enumerate(words))


def edited(body: str, share: float, seed: int = 1) -> str:
    """The body with runs of neighbouring words changed, ``share`` of all words."""
    words = body.split()
    chance = random.Random(seed)
    for _ in range(max(1, int(len(words) * share / 4))):
        place = chance.randrange(len(words) - 4)
        for offset in range(4):
            words[place + offset] = f"edit{chance.randrange(10**6)}"
    return " ".join(words)


def groups(families: list[Family]) -> list[list[str]]:
    return sorted(sorted(member.document for member in one.members) for one in families)


BODY = story(7)


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("same", text(BODY, "b")),
        ("upper case", text(BODY.upper(), "b")),
        ("white space", text(BODY.replace(" ", " \n "), "b")),
        ("punctuation", text(BODY.replace(".", " -- "), "b")),
        ("curly quotes", text("“" + BODY + "”", "b")),
        ("headline", text(BODY, "b", headline="Another headline altogether")),
        ("junk block", text(BODY, "b", junk=story(8))),
        ("junk in body", text(story(8, 30) + " " + BODY + " " + story(9, 20), "b")),
        ("few words", text(edited(BODY, 0.04), "b")),
        ("truncated", text(" ".join(BODY.split()[:120]), "b")),
        ("half the words", text(" ".join(BODY.split()[:100]) + " " + story(5, 100), "b")),
        ("truncated far", text(" ".join(BODY.split()[:80]), "b")),
    ],
)
def test_a_copy_joins_its_original(name: str, other: Text) -> None:
    first = text(BODY, "a", headline="The headline")
    unrelated = text(story(99), "c")
    assert groups(list(find_families([first, other, unrelated]))) == [["a", "b"], ["c"]], name


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("another story", text(story(1000), "b")),
        ("same headline", text(story(1000), "b", headline="The headline")),
        ("same quotation", text(story(1000) + " " + " ".join(BODY.split()[:40]), "b")),
        ("short part", text(" ".join(BODY.split()[:30]), "b")),
        ("empty", text("", "b")),
        ("a few passages", text(" ".join(BODY.split()[:50]) + " " + story(5, 150), "b")),
    ],
)
def test_an_independent_text_stays_apart(name: str, other: Text) -> None:
    first = text(BODY, "a", headline="The headline")
    assert groups(list(find_families([first, other]))) == [["a"], ["b"]], name


def test_every_text_is_in_exactly_one_family() -> None:
    texts = [text(story(n % 5, 60 + n % 3), f"d{n}") for n in range(30)] + [text("", "e")]
    found = [member.document for one in find_families(texts) for member in one.members]
    assert sorted(found) == sorted(one.document for one in texts)


def test_a_text_given_twice_counts_once() -> None:
    one = text(BODY, "a")
    assert groups(list(find_families([one, one]))) == [["a"]]


def test_the_same_report_under_two_names_is_one_family_with_two_members() -> None:
    assert groups(list(find_families([text(BODY, "a"), text(BODY, "b")]))) == [["a", "b"]]


@pytest.mark.parametrize(
    ("dates", "relations"),
    [
        (("2015-10-03", "2015-10-04"), ["original", "copy"]),
        (("2015-10-04", "2015-10-03"), ["copy", "original"]),
        (("2015-10-03", "2015-10-03"), ["unknown", "unknown"]),
        (("2015-10-03", None), ["unknown", "unknown"]),
        (("2015-10-03", "last week"), ["unknown", "unknown"]),
        (("2015-10-03T08:00:00Z", "2015-10-03T09:00:00+02:00"), ["copy", "original"]),
        (("2015-10-03T08:00:00Z", "2015-10-03"), ["unknown", "unknown"]),
    ],
)
def test_the_original_is_the_earliest_where_dates_tell(
    dates: tuple[str | None, str | None], relations: list[str]
) -> None:
    texts = [text(BODY, name, published_at=day) for name, day in zip("ab", dates, strict=True)]
    (found,) = find_families(texts)
    assert [m.relation for m in sorted(found.members, key=lambda m: m.document)] == relations


def test_a_sole_member_is_the_original_even_undated() -> None:
    (found,) = find_families([text(BODY, "a")])
    assert [member.relation for member in found.members] == ["original"]
    assert found.evidence == ()


def test_a_truncated_copy_is_a_part_and_says_how_much() -> None:
    half = " ".join(BODY.split()[:90])
    (found,) = find_families(
        [text(BODY, "a", published_at="2015-10-03"), text(half, "b", published_at="2015-10-05")]
    )
    assert [(m.relation, m.score) for m in found.members] == [("original", 1.0), ("partial", 1.0)]
    assert tuple(tie.sentence for tie in found.evidence) == (
        "a has the earliest date of publication (2015-10-03, given).",
        "b stands with 100 % of its words, in step, inside a (90 of 200 words).",
    )


def test_evidence_says_why_equal_texts_are_one() -> None:
    (found,) = find_families([text(BODY, "a"), text(BODY.upper(), "b")])
    assert (
        found.evidence[0].sentence == "The dates of publication do not tell which text came first."
    )
    assert "b has the same 200 words as a" in found.evidence[1].sentence


def test_one_text_ten_thousand_times_is_one_family() -> None:
    texts = [text(BODY, f"d{n}") for n in range(10_000)]
    (found,) = find_families(texts)
    assert len(found.members) == 10_000
    assert len(found.evidence) < 60


def test_a_thousand_edited_copies_are_one_family() -> None:
    texts = [text(edited(BODY, 0.03, seed=n), f"d{n}") for n in range(1000)]
    sizes = sorted(len(one.members) for one in find_families(texts))
    assert sizes[-1] >= 990


@pytest.mark.parametrize("body", ["", "12 killed", "Breaking news. Ten words, and not one more."])
def test_short_texts_join_by_equality_alone(body: str) -> None:
    texts = [text(body, f"d{n}") for n in range(5)] + [text(body + " more", "x")]
    sizes = sorted(len(one.members) for one in find_families(texts))
    assert sizes == ([1, 1, 1, 1, 1, 1] if not body else [1, 5])


def test_boilerplate_that_stands_everywhere_makes_no_family() -> None:
    notice = story(5, 60)
    texts = [text(story(100 + n) + " " + notice, f"d{n}") for n in range(60)]
    texts.append(text(notice, "notice"))
    assert max(len(one.members) for one in find_families(texts)) == 1


def test_a_part_of_two_stories_does_not_make_them_one() -> None:
    brief = story(5, 70)
    texts = [
        text(story(100, 300) + " " + brief, "a"),
        text(story(101, 200) + " " + brief, "b"),
        text(brief, "brief"),
    ]
    assert groups(list(find_families(texts))) == [["a", "brief"], ["b"]]


@pytest.mark.parametrize(
    "body",
    [
        "北京发生爆炸造成三人死亡警方表示正在调查" * 4,
        "قتل ثلاثة أشخاص في الهجوم " * 8,
        "\x00\x01 " * 50,
    ],
)
def test_any_script_and_control_characters(body: str) -> None:
    texts = [text(body, "a"), text(body, "b"), text(story(3), "c")]
    joined = [["a"], ["b"], ["c"]] if "\x00" in body else [["a", "b"], ["c"]]
    assert groups(list(find_families(texts))) == joined


def test_dropped_text_is_no_likeness() -> None:
    advert = story(5, 100)
    texts = [text(story(n), f"d{n}", junk=advert) for n in range(20)]
    assert all(len(one.members) == 1 for one in find_families(texts))


def test_a_page_of_one_kept_headline_is_compared_by_it() -> None:
    def page(name: str) -> Text:
        plain = text("Ten people killed in Kunduz", name)
        block = Block(kind="headline", start=0, end=len(plain.text))
        return Text(id=plain.id, page_id="p", document=name, text=plain.text, blocks=(block,))

    assert groups(list(find_families([page("a"), page("b")]))) == [["a", "b"]]


@given(
    picks=st.lists(
        st.tuples(st.integers(0, 4), st.integers(0, 6), st.sampled_from([None, "2015-10-03"])),
        min_size=1,
        max_size=12,
    ),
    shuffle=st.randoms(use_true_random=False),
)
@settings(max_examples=25, deadline=None)
def test_the_order_of_the_input_changes_nothing(
    picks: list[tuple[int, int, str | None]], shuffle: random.Random
) -> None:
    texts = []
    for number, (seed, change, day) in enumerate(picks):
        body = story(seed, 80)
        if change > 3:
            body = edited(body, 0.05, seed=change)
        elif change:
            body = " ".join(body.split()[: 80 - 15 * change])
        texts.append(text(body, f"d{number}", published_at=day))
    expected = list(find_families(texts))
    shuffled = texts[:]
    shuffle.shuffle(shuffled)
    assert list(find_families(shuffled)) == expected
    assert [one.id for one in expected] == sorted(one.id for one in expected)
