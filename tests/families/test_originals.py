"""Which text came first: each mark by a row, what it points to, and what leaves it unknown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reports import AIRSHIP, FERRY, REWORDED

from builders import text
from harmledger.families import find_families
from harmledger.families.clues import marks_between
from harmledger.families.direction import Told
from harmledger.families.segments import sentences
from harmledger.records import Block, Clue, Family, Passage, Text

Row = tuple[bool, Told]


def side_by_side(first: str, second: str) -> tuple[Passage, ...]:
    """The n-th sentence of one text beside the n-th of the other."""
    spans = (sentences(body, 0, len(body)) for body in (first, second))
    return tuple(
        Passage(
            first_start=one[0],
            first_end=one[1],
            second_start=two[0],
            second_end=two[1],
            likeness=1.0,
        )
        for one, two in zip(*spans, strict=False)
    )


def turned(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    return tuple(
        Passage(
            first_start=one.second_start,
            first_end=one.second_end,
            second_start=one.first_start,
            second_end=one.first_end,
            likeness=one.likeness,
        )
        for one in passages
    )


def marks(clean: str, worn: str) -> list[Row]:
    return list(marks_between(text(clean, "a"), text(worn, "b"), side_by_side(clean, worn)))


CLEAN = (
    "The bridge over the Tay fell on the evening of 28 December in a violent storm. "
    "A train with all of the passengers was on the high girders at the time, and none of them "
    "lived to tell what they had seen of the fall. "
    "An inquiry found that the cast iron of the columns had been badly made, and that the man "
    "who had drawn the bridge had not thought of the wind at all. "
    "The engineer Thomas Bouch died before the end of the next year."
)


@pytest.mark.parametrize(
    ("kind", "strength", "changes"),
    [
        ("glued", 1, [("of the passengers", "ofthe passengers")]),
        ("glued", 1, [("fall. An", "fall.An")]),
        ("glued", 2, [("of the passengers", "ofthe passengers"), ("at the time", "atthe time")]),
        (
            "misspelt",
            1,
            [("evening", "evenimg"), ("columns", "colunms"), ("inquiry", "inqiury")],
        ),
        ("words_lost", 1, [("of the passengers", "of passengers"), ("the cast", "cast")]),
        (
            "words_lost",
            2,
            [
                ("of the passengers", "of passengers"),
                ("of the columns", "of columns"),
                ("at the time", "at time"),
                ("died before the end", "died before end"),
            ],
        ),
    ],
)
def test_a_garbled_copy_is_the_later(
    kind: str, strength: int, changes: list[tuple[str, str]]
) -> None:
    worn = CLEAN
    for old, new in changes:
        assert old in worn
        worn = worn.replace(old, new)
    (found,) = marks(CLEAN, worn)
    assert (found[0], found[1].kind, found[1].strength) == (False, kind, strength)
    (opposite,) = marks(worn, CLEAN)
    assert opposite == (True, found[1])


@pytest.mark.parametrize(
    "worn",
    [
        CLEAN,
        CLEAN.replace("evening", "evenimg"),
        CLEAN.replace("violent storm", "storm"),
        CLEAN.replace(" with all of the passengers", ""),
        CLEAN.replace("bridge", "viaduct"),
    ],
    ids=["the same", "one mistake", "one word less", "a phrase less", "another word"],
)
def test_what_tells_nothing(worn: str) -> None:
    assert marks(CLEAN, worn) == []


def test_a_name_that_its_own_text_spells_otherwise_is_distorted() -> None:
    clean = "Bouchier drew the bridge. Bouchier was knighted. Later Bouchier fell ill."
    worn = "Bouchier drew the bridge. Bauchier was knighted. Later Bouchier fell ill."
    ((swapped, mark),) = marks(clean, worn)
    assert (swapped, mark.kind, mark.words) == (False, "names_distorted", ("Bauchier",))
    consistent = clean.replace("Bouchier", "Bauchier")
    assert marks(clean, consistent) == []


def test_rarer_words_for_common_ones() -> None:
    plain = (
        "Police said the fire started in the kitchen and people ran to the street. "
        "Officials called it an accident and two men were taken to hospital. "
        "The family asked for help and the city gave them a house."
    )
    spun = (
        "Constabulary averred the conflagration commenced in the scullery and denizens scampered "
        "to the thoroughfare. Functionaries dubbed it a mishap and two blokes were conveyed to "
        "infirmary. The kinfolk beseeched for succour and the municipality bestowed them a "
        "domicile."
    )
    ((swapped, mark),) = marks(plain, spun)
    assert (swapped, mark.kind, mark.strength) == (False, "rarer_words", 2)
    assert set(mark.words) <= set(spun.casefold().replace(".", "").split())


def test_speech_that_the_other_tells_without_marks() -> None:
    quoted = "“We saw the lights of the train go out,” the signalman told the court in Dundee."
    retold = "The signalman explained to a court at Dundee how the lights disappeared before him."
    found = [(swapped, mark.kind, mark.strength) for swapped, mark in marks(quoted, retold)]
    assert (False, "speech_told", 1) in found
    assert not marks(quoted, quoted.replace("“", "").replace("”", ""))


@pytest.mark.parametrize(
    ("end", "broken"),
    [
        ("the man who had drawn", True),
        ("the man who had drawn...", True),
        ("the man who had dra", True),
        ("the man who had drawn…", True),
        ("had not thought of the wind at", False),
        ("had not thought of the wind at all.", False),
        ("of the fall.", False),
    ],
)
def test_a_text_that_breaks_off_within_a_sentence_is_cut(end: str, broken: bool) -> None:
    plain = end.rstrip(".…")
    short = CLEAN[: CLEAN.index(plain)] + end
    kinds = [mark.kind for _, mark in marks(CLEAN, short)]
    assert kinds == (["cut"] if broken else [])


def with_blocks(document: str, *parts: tuple[str, str]) -> Text:
    whole, blocks = "", []
    for kind, words in parts:
        start = len(whole)
        whole += words + "\n\n"
        kept = kind == "body"
        blocks.append(
            Block(
                kind=kind,
                start=start,
                end=start + len(words),
                kept=kept,
                reason=None if kept else "junk",
            )
        )
    return replace(text(whole, document), text=whole, blocks=tuple(blocks))


def test_junk_between_paragraphs_of_one_text_alone() -> None:
    clean = with_blocks("a", ("body", CLEAN), ("body", AIRSHIP), ("navigation", "Home"))
    junk = ("see_also", "Read more"), ("navigation", "Sign up")
    worn = with_blocks("b", ("body", CLEAN), *junk, ("body", AIRSHIP))
    ((swapped, mark),) = marks_between(clean, worn, ())
    assert (swapped, mark.kind, mark.strength) == (False, "junk", 1)
    assert mark.words == ("Read more", "Sign up")


def verdict(*texts: Text) -> dict[str, str]:
    """Relations of the one family that the texts are."""
    (family,) = find_families(texts)
    return {member.document: member.relation for member in family.members}


def clues(*texts: Text) -> list[Clue]:
    (family,) = find_families(texts)
    return [clue for tie in family.evidence for clue in tie.clues]


CUT = FERRY[: FERRY.index("position of the ship")].rstrip()


@pytest.mark.parametrize(
    ("first", "second", "relation"),
    [
        (FERRY, CUT, "partial"),
        (
            FERRY,
            FERRY.replace(" of the water", " ofthe water").replace("to find out", "tofind out"),
            "copy",
        ),
    ],
    ids=["cut", "glued"],
)
def test_the_words_name_the_original_whatever_the_names(
    first: str, second: str, relation: str
) -> None:
    assert verdict(text(first, "a"), text(second, "b")) == {"a": "original", "b": relation}
    assert verdict(text(first, "b"), text(second, "a")) == {"b": "original", "a": relation}


def test_length_alone_decides_nothing() -> None:
    short = FERRY[: FERRY.index("Survivors told")].rstrip()
    assert set(verdict(text(FERRY, "a"), text(short, "b")).values()) == {"unknown"}
    ((clue),) = clues(text(FERRY, "a"), text(short, "b"))
    assert (clue.kind, clue.strength, clue.first) == ("shorter", 1, text("", "a").id)


def test_words_against_the_date_leave_it_unknown() -> None:
    whole = text(FERRY, "a", published_at="1994-09-30")
    cut = text(CUT, "b", published_at="1994-09-29")
    assert set(verdict(whole, cut).values()) == {"unknown"}
    (family,) = find_families([whole, cut])
    assert family.evidence[0].sentence.startswith("The marks disagree: b has the earliest date")
    assert {clue.kind for clue in family.evidence[0].clues} == {"date", "cut", "shorter"}
    agreeing = replace(cut, published_at="1994-10-01")
    assert verdict(whole, agreeing) == {"a": "original", "b": "partial"}


def test_weak_marks_do_not_weigh_against_a_date() -> None:
    short = text(FERRY[: FERRY.index("Survivors told")].rstrip(), "b", published_at="1994-09-28")
    assert verdict(text(FERRY, "a", published_at="1994-09-29"), short)["b"] == "original"


def test_of_several_equal_texts_none_is_named_by_words() -> None:
    assert set(verdict(text(FERRY, "a"), text(FERRY, "b"), text(CUT, "c")).values()) == {"unknown"}


def test_all_others_must_come_from_it() -> None:
    told = verdict(text(FERRY, "a"), text(CUT, "b"), text(REWORDED, "c"))
    assert set(told.values()) == {"unknown"}


def test_a_page_that_names_the_address_of_another_came_later() -> None:
    home = "https://courier.example/1994/ferry"
    first = replace(text(FERRY, "a", publisher="Courier"), url=home)
    second = replace(
        text(REWORDED, "b", published_at="1994-09-28"),
        url="https://mirror.example/7",
        canonical="https://www.courier.example/1994/ferry/",
    )
    assert verdict(first, second) == {"a": "original", "b": "rewrite"}
    (clue,) = clues(first, second)
    assert (clue.kind, clue.strength) == ("address", 2)


def test_an_address_outside_the_family_says_which_was_taken_from_elsewhere() -> None:
    first = text(FERRY, "a")
    second = replace(text(REWORDED, "b"), canonical="https://agency.example/story")
    assert verdict(first, second) == {"a": "original", "b": "rewrite"}
    assert [clue.kind for clue in clues(first, second)] == ["alone"]


def test_a_dropped_credit_line_makes_no_original() -> None:
    thanks = text(f"{FERRY}\n\nThe Associated Press contributed to this report.", "a")
    bare = text(REWORDED, "b")
    assert set(verdict(thanks, bare).values()) == {"unknown"}
    assert [(clue.kind, clue.strength) for clue in clues(thanks, bare)] == [("uncredited", 1)]


WORDS = st.sampled_from(
    "the of a storm ferry sank ofthe hundred people drowned Estonia Estomia Estonia night. Then "
    "“help” was radioed... rescuers”. vanished".split()
)
BODIES = st.lists(WORDS, min_size=1, max_size=60).map(" ".join)


@given(BODIES, BODIES)
@settings(max_examples=150, deadline=None)
def test_swapping_the_two_swaps_every_mark(one: str, two: str) -> None:
    first, second = text(one, "a"), text(two, "b")
    passages = side_by_side(first.text, second.text)
    there = list(marks_between(first, second, passages, (0.95, 0.5)))
    back = list(marks_between(second, first, turned(passages), (0.5, 0.95)))
    assert sorted(map(repr, there)) == sorted(repr((not swapped, mark)) for swapped, mark in back)


@given(
    st.permutations(["a", "b", "c"]),
    st.lists(st.sampled_from([None, "1994-09-28", "1994-09-29"]), min_size=3, max_size=3),
    st.permutations([0, 1, 2]),
)
@settings(max_examples=20, deadline=None)
def test_neither_names_nor_order_of_arrival_change_the_verdict(
    names: list[str], dates: list[str | None], order: list[int]
) -> None:
    bodies = [FERRY, CUT, FERRY.replace(" of the water", " ofthe water").replace("to fi", "tofi")]

    def told(called: list[str], arrival: list[int]) -> list[str]:
        texts = [
            text(body, name, published_at=day)
            for body, name, day in zip(bodies, called, dates, strict=True)
        ]
        relations = verdict(*(texts[place] for place in arrival))
        return [relations[name] for name in called]

    assert told(names, order) == told(["a", "b", "c"], [0, 1, 2])


def test_every_clue_names_members_of_its_family() -> None:
    family: Family
    for family in find_families([text(FERRY, "a"), text(CUT, "b"), text(AIRSHIP, "c")]):
        ids = {member.text_id for member in family.members}
        for tie in family.evidence:
            assert all({clue.first, clue.second or clue.first} <= ids for clue in tie.clues)
