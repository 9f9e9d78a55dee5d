"""Figures that rest on another's: what reports say of it, and what does not say so.

The shelling of the Markale market in Sarajevo, 5 February 1994: 68 dead, 144 injured. Who says on
whose lists a figure rests is made up here.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import cast

import pytest

from builders import claim, singles, text
from harmledger.assessments import origins_of
from harmledger.counters import RESTS, Counters, find_counters, from_records
from harmledger.counters.resting import statements_in
from harmledger.kept import Brief, ClaimBrief, Kept, TextBrief, digest, in_memory
from harmledger.records import Claim, Decision, Edit, NamedAs, Speaker, Text

LEAD = "UNPROFOR said 68 people were killed and 144 injured at the market. "
BOTH = {68: "Red Cross", 144: "Red Cross"}


def report(words: str, document: str = "report") -> tuple[Text, list[Claim]]:
    """A text and its claims: each "N people were killed", "N killed", "N dead" or "N injured" of
    the last of the speakers named before it in its sentence; of the narrator where none is."""
    of = text(words, document, publisher="The Paper")
    claims = []
    for found in re.finditer(r"(\d+) (?:people were )?(killed|dead|injured)", words):
        start = max(words.rfind(". ", 0, found.start()) + 1, 0)
        end = words.find(". ", found.end())
        names = list(SPEAKERS.finditer(words, start, found.start()))
        number = int(found[1])
        one = claim(
            number,
            number,
            of,
            at=found.start(),
            measure="injured" if found[2] == "injured" else "killed",
            sentence=(start, len(words) if end < 0 else end + 1),
        )
        if names:
            last = names[-1]
            speaker = Speaker(name=last[0], kind=KINDS[last[0]], start=last.start(), end=last.end())
            one = replace(one, speaker=speaker)
        claims.append(one)
    return of, claims


KINDS = {
    "UNPROFOR": "un",
    "Kosevo Hospital": "medic",
    "Helsinki Watch": "monitor",
    "the army": "belligerent",
}
SPEAKERS = re.compile("|".join(KINDS))


def rested(words: str) -> dict[int | None, str]:
    """By figure the counter on whose it rests."""
    of, claims = report(words)
    found = find_counters(claims, (), [of])
    return {
        c.low: found.counters[found.resting[c.id].counter].name
        for c in claims
        if c.id in found.resting
    }


@pytest.mark.parametrize(
    "words",
    [
        "Its figures are based on lists of the Red Cross.",
        "Its figures are largely based on those of the Red Cross.",
        "Its figures are those of the Red Cross.",
        "Its figures were taken from a report by the Red Cross.",
        "UNPROFOR’s count rests on the records of the Red Cross.",
        "The figures come from data compiled by the Red Cross.",
        "These figures repeat the Red Cross’s count.",
        "Its count follows the earlier estimate of the Red Cross, and it may still rise.",
        "It adopted the count of the Red Cross.",
        "It had no lists of its own and relied on the Red Cross’s records.",
        "UNPROFOR has taken over the Red Cross’s numbers.",
        "UNPROFOR, which relied on lists kept by the Red Cross, left in 1995.",
        "It based its figures on the records of the Red Cross.",
        "The mission drew on lists of the Red Cross.",
        "The Red Cross’s count was adopted by UNPROFOR.",
        "The lists of the Red Cross, which UNPROFOR repeats, were published on Sunday.",
    ],
)
def test_the_figure_is_anothers(words: str) -> None:
    assert rested(LEAD + words) == BOTH


@pytest.mark.parametrize(
    "words",
    [
        # Who checks, confirms or agrees has counted.
        "It confirmed the count of the Red Cross.",
        "Its figures are consistent with the estimate of the Red Cross.",
        "It checked the lists of the Red Cross and spoke to survivors.",
        "Its figures match those of the Red Cross.",
        # Rival estimates.
        "Unlike the estimate of the Red Cross, its figures rest on interviews.",
        "Its figures are lower than those of the Red Cross.",
        "The Red Cross disputed its figures.",
        # Denied, in doubt, in part, or beside something of its own.
        "Its figures are not based on lists of the Red Cross.",
        "It did not rely on lists of the Red Cross.",
        "It is unclear whether its figures are based on lists of the Red Cross.",
        "The army denied that its figures came from lists of the Red Cross.",
        "Its figures are partly based on lists of the Red Cross.",
        "Its figures are based on lists of the Red Cross and interviews with survivors.",
        "Its figures are based on the Red Cross’s lists and its own interviews.",
        "Its figures are based on its own visits and lists of the Red Cross.",
        "Its figures are based on lists of the Red Cross and of the Red Crescent.",
        # No counter, or no figure.
        "Its figures are based on interviews with survivors.",
        "Its figures are based on reports from Sarajevo.",
        "It cited reports from witnesses.",
        "It relied on the Red Cross for fuel.",
        "It used the Red Cross’s cars.",
        "The Red Cross followed UNPROFOR’s convoy.",
        # Time, and not whose figure it is.
        "Its figures followed the Red Cross’s report.",
        "Its figures followed the estimate of the Red Cross by two days.",
        # Other figures than these.
        "Its figure for Mostar is based on lists of the Red Cross.",
        "Its figure of 12 is based on lists of the Red Cross.",
        "Its figures are based on its lists.",
    ],
)
def test_the_figure_is_its_own(words: str) -> None:
    assert rested(LEAD + words) == {}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # Of which figures it is said.
        (LEAD + "Its figure of the dead rests on lists of the Red Cross.", {68: "Red Cross"}),
        (LEAD + "Its number of injured rests on lists of the Red Cross.", {144: "Red Cross"}),
        (LEAD + "Its figure of 144 rests on lists of the Red Cross.", {144: "Red Cross"}),
        (
            "UNPROFOR said 68 killed at the market. UNPROFOR said 197 injured in town. "
            "Its figure for the market rests on lists of the Red Cross.",
            {68: "Red Cross"},
        ),
        # The nearest, where it does not say.
        (
            "UNPROFOR said 12 killed in May. UNPROFOR said 68 killed in February. It adopted the "
            "Red Cross’s count.",
            {68: "Red Cross"},
        ),
        # In one sentence with what is told, of whoever is named last.
        ("UNPROFOR said 68 killed, citing the Red Cross.", {68: "Red Cross"}),
        ("Drawing on lists of the Red Cross, UNPROFOR said 68 killed.", {68: "Red Cross"}),
        (
            "Helsinki Watch said 66 killed, while UNPROFOR, using data of the Red Cross, said "
            "68 killed.",
            {68: "Red Cross"},
        ),
        ("UNPROFOR said 68 killed, a figure taken from the Red Cross’s lists.", {68: "Red Cross"}),
        ("At least 68 people were killed, based on data from the Red Cross.", {68: "Red Cross"}),
        ("UNPROFOR said 68 killed, citing Sarajevo.", {}),
        ("UNPROFOR said 68 killed, citing officials.", {}),
        # Another source of the text, by its name or as "the group"; nobody rests on itself.
        (
            "Helsinki Watch said 66 killed. UNPROFOR said 68 killed. Its count follows the "
            "estimate of the monitor.",
            {68: "Helsinki Watch"},
        ),
        (
            "Helsinki Watch said 66 killed. UNPROFOR said 68 killed. Its count rests on Helsinki "
            "Watch’s lists.",
            {68: "Helsinki Watch"},
        ),
        ("Helsinki Watch said 66 killed. The group relied on its own lists.", {}),
        ("Helsinki Watch said 66 killed, citing Helsinki Watch’s lists.", {}),
        # Who gives no figure here rests on nobody.
        ("Helsinki Watch said 66 killed. The Red Crescent relied on lists of the Red Cross.", {}),
    ],
)
def test_of_which_figures_it_is_said(words: str, expected: dict[int, str]) -> None:
    assert rested(words) == expected


def test_words_in_dropped_blocks_say_nothing() -> None:
    of, claims = report(LEAD)
    more = replace(of, text=f"{of.text}\n\nIts figures are those of the Red Cross.")
    assert find_counters(claims, (), [more]).resting == {}


@pytest.mark.parametrize("words", ["its figures of the " * 3000, "citing a " * 3000, "", "İ" * 90])
def test_endless_sentences_are_left_out(words: str) -> None:
    assert len(statements_in(text(words, "a"))) < 1000


def found_in(*words: str, decisions: tuple[Decision, ...] = ()) -> tuple[Counters, list[Claim]]:
    made = [report(one, f"report{number}") for number, one in enumerate(words)]
    claims = [claim for _, own in made for claim in own]
    texts = [of for of, _ in made]
    return find_counters(claims, singles(texts), texts, decisions=decisions), claims


def test_the_name_keeps_the_sentence_and_a_book_gives_the_same() -> None:
    counters, _ = found_in(
        "Kosevo Hospital said 68 killed.", LEAD + "Its count is that of Kosevo Hospital."
    )
    (name,) = [n for c in counters.counters.values() for n in c.names if n.rule == RESTS]
    assert (name.name, name.documents) == ("UNPROFOR", ("report1",))
    assert name.why == (
        "“Its count is that of Kosevo Hospital.”, says report1: the figure rests on that of "
        "Kosevo Hospital."
    )
    again = from_records(counters.counters.values(), singles([]))
    assert {one: spoken.counter for one, spoken in again.resting.items()} == {
        one: spoken.counter for one, spoken in counters.resting.items()
    }
    assert again.spoken.keys() == counters.spoken.keys()


def test_who_rests_on_another_is_no_origin() -> None:
    own = "Kosevo Hospital said 66 killed."
    counters, claims = found_in(own, LEAD + "Its count is that of Kosevo Hospital.")
    assert [origin.name for origin in origins_of(claims, (), counters)] == ["Kosevo Hospital"]
    counters, claims = found_in(own, LEAD)
    assert len(origins_of(claims, (), counters)) == 2
    # Two who rest on one that no report cites itself.
    one = LEAD + "It adopted the count of the Red Cross."
    two = "Helsinki Watch said 68 killed, citing the Red Cross."
    counters, claims = found_in(one, two)
    (origin,) = origins_of(claims, (), counters)
    assert (origin.name, origin.kind) == ("Red Cross", "medic")
    assert {n.name for n in origin.names} == {"UNPROFOR", "Helsinki Watch"}


def test_a_decision_that_keeps_the_names_apart_says_that_it_counted_itself() -> None:
    words = ("Kosevo Hospital said 66 killed.", LEAD + "Its count is that of Kosevo Hospital.")
    counters, _ = found_in(*words)
    ids = {n.name: n.id for c in counters.counters.values() for n in c.names if n.rule != RESTS}
    made = Decision(
        id="",
        subject=ids["UNPROFOR"],
        seen="",
        verdict="unmerge",
        edits=(Edit(name="with", value=ids["Kosevo Hospital"]),),
        reason="it kept lists too",
        by="Reviewer",
        at="2020-01-01T00:00:00Z",
        supersedes=None,
    )
    again, claims = found_in(*words, decisions=(replace(made, id=made.hashed),))
    assert not again.resting
    assert len(origins_of(claims, (), again)) == 2


def test_what_was_read_before_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    of, claims = report(LEAD + "It adopted the count of the Red Cross.")
    first = Kept(code="one")
    before = find_counters(claims, (), [of], kept=first)
    again = Kept(in_memory(first.new), code="one")

    def read(_: Text) -> None:
        raise AssertionError("read again")

    monkeypatch.setattr("harmledger.counters.rests.statements_in", read)
    assert find_counters(claims, (), [of], kept=again) == before
    assert before.resting.keys() == {claim.id for claim in claims}


def test_the_order_of_reports_changes_nothing() -> None:
    words = [
        LEAD + "It adopted the count of the Red Cross.",
        "Helsinki Watch said 68 killed, citing the Red Cross.",
        "Kosevo Hospital said 66 killed. Its count is based on lists of UNPROFOR.",
    ]
    made = [report(one, one[:9]) for one in words]

    def names(order: list[int]) -> list[NamedAs]:
        claims = [claim for n in order for claim in made[n][1]]
        found = find_counters(claims, (), [made[n][0] for n in order])
        return [name for c in found.counters.values() for name in c.names]

    assert names([0, 1, 2]) == names([2, 0, 1]) == names([1, 2, 0])


def test_of_a_growing_book_only_texts_that_say_so_are_read_again() -> None:
    reports = [
        report(LEAD + "Its figures are based on lists of the Red Cross.", "one"),
        report("Helsinki Watch said 61 people were killed at the market.", "two"),
        report("Some 58 people were killed at the market.", "three"),
    ]
    texts = [of for of, _ in reports]
    claims = [one for _, said in reports for one in said]
    expected = find_counters(claims, (), texts)
    assert len(expected.resting) == 2
    before = Kept()
    assert find_counters(claims, (), texts, kept=before) == expected
    kept, read = Kept(in_memory(before.new)), []
    by_id = {one.id: one for one in (*texts, *claims)}

    def look(brief: Brief) -> object:
        read.append(by_id[brief.id].document)
        return by_id[brief.id]

    def brief(kind: type[Brief], one: Text | Claim) -> Brief:
        own = {name: getattr(one, name) for name in kind.__struct_fields__ if hasattr(one, name)}
        return kind(**own, digest=digest(one), read=look)

    again = find_counters(
        cast("list[Claim]", [brief(ClaimBrief, one) for one in claims]),
        (),
        cast("list[Text]", [brief(TextBrief, one) for one in texts]),
        kept=kept,
    )
    assert again == expected
    assert set(read) == {"one"}
