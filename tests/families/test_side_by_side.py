"""Copied sentences side by side: the spans point to what they say."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from harmledger.families.side_by_side import copied_sentences
from harmledger.records import Passage, Text

STORY = (
    "The ferry left Tallinn in the evening. It sank in heavy seas before two in the morning. "
    "More than 850 people died. Finnish and Swedish helicopters took up the living."
)


def text(words: str, name: str) -> Text:
    return Text(id=name, page_id="", document=name, text=words)


def copied(first: Text, second: Text) -> tuple[Passage, ...]:
    (found,) = copied_sentences([(first, second)])
    return found


def test_an_edited_copy_beside_its_original() -> None:
    edited = "Read more\n\n" + STORY.replace("heavy seas", "rough seas")
    one, two = text(STORY, "one"), text(edited, "two")
    found = copied(one, two)
    pairs = [
        (one.text[p.first_start : p.first_end], two.text[p.second_start : p.second_end])
        for p in found
    ]
    assert pairs[1] == (
        "It sank in heavy seas before two in the morning.",
        "It sank in rough seas before two in the morning.",
    )
    assert [p.likeness == 1 for p in found] == [True, False, True, True]


def test_other_reports_have_none() -> None:
    other = "A mine at Courrieres burned in March 1906. The dead were 1,099 miners, most by gas."
    assert copied(text(STORY, "one"), text(other, "two")) == ()
    assert copied(text("", "one"), text(STORY, "two")) == ()


@given(st.text(max_size=200), st.text(max_size=200))
def test_spans_stand_in_their_texts_whatever_the_texts(first: str, second: str) -> None:
    for passage in copied(text(first, "one"), text(second, "two")):
        assert 0 <= passage.first_start < passage.first_end <= len(first)
        assert 0 <= passage.second_start < passage.second_end <= len(second)
        assert 0 < passage.likeness <= 1


def test_many_pairs_are_as_one_by_one() -> None:
    other = "A mine burned. " + STORY.replace("ferry", "ship")
    pairs = [
        (text(words, f"{at} a"), text(second, f"{at} b"))
        for at in range(70)
        for words, second in (
            (STORY, other),
            (other[: at + 40], STORY),
            ("", STORY),
            (STORY, STORY),
        )
    ]
    assert list(copied_sentences(pairs)) == [copied(*pair) for pair in pairs]


def test_curly_quotes_and_other_scripts_do_not_move_the_spans() -> None:
    words = "“The İstanbul ferry sank.” Паром утонул в 1994 году. 渡輪沈没。 It was a cold night."
    one, two = text(words, "one"), text("Read on.\n\n" + words, "two")
    found = copied(one, two)
    assert [one.text[p.first_start : p.first_end] for p in found] == [
        two.text[p.second_start : p.second_end] for p in found
    ]
    assert len(found) == 4
