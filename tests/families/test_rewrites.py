"""Rewrites, passages of two reports, credit lines: the families and their evidence."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from reports import AIRSHIP, FERRY, INDEPENDENT, REWORDED, SPEECH

from builders import text
from harmledger.families import find_families
from harmledger.families.credits import credits_of
from harmledger.records import Family, Text, Tie


def groups(families: list[Family]) -> list[list[str]]:
    return sorted(sorted(member.document for member in one.members) for one in families)


def family_with(name: str, texts: list[Text]) -> Family:
    return next(one for one in find_families(texts) if name in {m.document for m in one.members})


def link(family: Family) -> Tie:
    return next(tie for tie in family.evidence if tie.kind == "link")


def test_a_rewrite_joins_and_independent_reports_stay_apart() -> None:
    texts = [
        text(f"{FERRY}\n\n{SPEECH}", "wire", published_at="1994-09-28"),
        text(f"{REWORDED}\n\n{SPEECH}", "site", published_at="1994-09-29"),
        text(f"{INDEPENDENT}\n\n{SPEECH}", "other", published_at="1994-09-29"),
        text(AIRSHIP, "airship"),
    ]
    found = list(find_families(texts))
    assert groups(found) == [["airship"], ["other"], ["site", "wire"]]
    family = family_with("site", texts)
    assert [(m.document, m.relation) for m in family.members] == [
        ("wire", "original"),
        ("site", "rewrite"),
    ]
    assert family.members[1].score > 0.9


def test_evidence_points_to_what_it_says() -> None:
    texts = [
        text(FERRY, "wire", published_at="1994-09-28", headline="Ferry lost"),
        text(REWORDED, "site", published_at="1994-09-29", junk="Read more"),
    ]
    tie = link(family_with("site", texts))
    assert tie.between == ("wire", "site")
    assert 5 <= len(tie.passages) <= 20
    first, second = texts
    mayday = next(p for p in tie.passages if "Mayday" in first.text[p.first_start : p.first_end])
    assert "picked up a first Mayday" in second.text[mayday.second_start : mayday.second_end]
    assert all(0 <= p.likeness <= 1 for p in tie.passages)
    assert {"Mariella", "Mayday", "Turku"} <= {*tie.names}
    assert all(word in first.text for word in tie.words)
    places = [first.text.find(word) for word in tie.words[:2]]
    assert places == sorted(places)
    assert "in other words" in tie.sentence


def test_a_shuffled_copy_is_a_copy() -> None:
    parts = FERRY.replace("\n\n", " ").split(". ")
    random.Random(5).shuffle(parts)
    texts = [
        text(FERRY, "a", published_at="1994-09-28"),
        text(". ".join(parts), "b", published_at="1994-09-30"),
    ]
    (found,) = find_families(texts)
    assert [member.relation for member in found.members] == ["original", "copy"]


def test_a_story_made_of_two_reports_does_not_make_them_one() -> None:
    both = "\n\n".join([*FERRY.split("\n\n")[:4], *AIRSHIP.split("\n\n")[:3]])
    texts = [text(FERRY, "a"), text(AIRSHIP, "b"), text(both, "both")]
    found = list(find_families(texts))
    assert groups(found) == [["a", "both"], ["b"]]
    other = family_with("b", texts)
    assert link(other).text_ids == (texts[1].id, texts[2].id)
    assert link(other).relation == "partial"


def test_a_host_that_came_before_its_parts_keeps_both() -> None:
    both = f"{FERRY}\n\n{AIRSHIP}"
    texts = [
        text(both, "both", published_at="1994-09-28"),
        text(FERRY, "a", published_at="1994-09-29"),
        text(AIRSHIP, "b", published_at="1994-09-30"),
    ]
    assert groups(list(find_families(texts))) == [["a", "b", "both"]]


def test_the_credited_publisher_has_the_original() -> None:
    wire = text(FERRY, "wire", publisher="Reuters")
    site = text(f"TALLINN (Reuters) - {REWORDED}", "site", publisher="Daily News")
    family = family_with("site", [wire, site])
    assert [member.relation for member in family.members] == ["original", "rewrite"]
    (mark,) = family.evidence[0].marks
    assert (mark.kind, mark.quote) == ("dateline", "(Reuters)")
    assert site.text[mark.start : mark.end] == mark.quote


def test_a_later_text_that_credits_nobody_is_preferred_to_an_earlier_that_does() -> None:
    late = text(FERRY, "late", published_at="1994-09-30")
    early = text(REWORDED, "early", published_at="1994-09-28", junk="Source link")
    family = family_with("late", [late, early])
    assert family.members[0].document == "late"
    assert family.evidence[0].marks[0].kind == "source_link"


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("BEIRUT (AP) - It rained.", "dateline"),
        ("It rained. Originally published by The Northern Courier.", "originally_published"),
        ("It rained. Associated Press writers contributed to this report.", "contributed"),
        ("It rained.\nSource link", "source_link"),
        ("It rained (a little) in the north.", None),
    ],
)
def test_credit_lines(words: str, kind: str | None) -> None:
    found = [credit.mark for credit in credits_of(text(words, "a"))]
    assert [mark.kind for mark in found] == ([kind] if kind else [])
    assert all(words[mark.start : mark.end] == mark.quote for mark in found)


def test_the_order_of_rewrites_changes_nothing() -> None:
    texts = [
        text(FERRY, "a"),
        text(REWORDED, "b"),
        text(INDEPENDENT, "c"),
        text(AIRSHIP, "d"),
        replace(text(f"{FERRY[:900]}\n\n{AIRSHIP[:600]}", "e"), lang="en"),
    ]
    expected = list(find_families(texts))
    for seed in range(4):
        shuffled = texts[:]
        random.Random(seed).shuffle(shuffled)
        assert list(find_families(shuffled)) == expected
