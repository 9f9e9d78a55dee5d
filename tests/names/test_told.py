"""Names that a report joins to somebody harmed, without a claim that names them."""

from __future__ import annotations

import pytest

from claimed import make_claim, make_text
from harmledger.names import Names
from harmledger.names.told import told_names
from harmledger.records import Population


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Ines Prado, 31, a baker, also died, as did Tomas Vela, 9, whose mother Marta said so.",
            {"Ines Prado", "Tomas Vela"},
        ),
        ("Three of his neighbours, Ida and Owen Lyle, were injured.", {"Ida", "Owen Lyle"}),
        (
            "Eve Moran was at the fair with her daughter Una, 15. Both were killed in the blast.",
            {"Eve Moran", "Una"},
        ),
        (
            "Ruth Sand and Peer Holm went to the bridge. Both later died.",
            {"Ruth Sand", "Peer Holm"},
        ),
        ("The family of Liam Fenn, who was killed, came to the square.", {"Liam Fenn"}),
        ("Hundreds came to Nora Quill’s funeral.", {"Nora Quill"}),
        ("The blast killed Otto Lund and wounded 12 others.", {"Otto Lund"}),
        (
            "The dead were Ana B. Reyes, Luis and Eva de la Vega.",
            {"Ana B. Reyes", "Luis", "Eva de la Vega"},
        ),
        ("Police told of the hurt:\n\nOlaf Berg, 40\n\nSven Dahl, 22", {"Olaf Berg", "Sven Dahl"}),
        ("The death of Rosa Lind was confirmed.", {"Rosa Lind"}),
        ("The mayor met Nora Quill, one of the two nurses injured in the attack.", {"Nora Quill"}),
        (
            "A wreath from Ida Lyle, among the few who were wounded that day, lay there.",
            {"Ida Lyle"},
        ),
    ],
)
def test_a_name_joined_to_somebody_harmed(text, names):
    assert told_names(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Her brother Owen Lyle said that two people were killed.",
        "Four people were killed, Nora Quill, 45, said.",
        "Mayor Otto Lund condemned the attack that killed six people.",
        "Nine people were killed in Market Street in New York.",
        "In Omagh, 29, by the count of the police, were killed. On August 15, 29 died.",
        "The Valley Hospital took in the wounded. The Real Army was blamed for the deaths.",
        "Ana Ruiz, 23, opened her bakery with her son Luis.",
        "M.S.F. said that 12 of its staff were killed.",
        "Nora Quill, one of the doctors, said that four people were killed.",
    ],
)
def test_speakers_places_and_texts_without_harm_are_left(text):
    assert told_names(text) == frozenset()


def test_such_a_name_is_withheld_here_and_in_full_elsewhere():
    one = make_text("a", "Tomas Vela, 9, died on Monday. Vela was in the square.")
    other = make_text("b", "A street was named for Tomas Vela; a Vela opened it.")
    names = Names([], [one, other])
    assert [one.text[s:e] for s, e in names.ranges(one)] == ["Tomas Vela", "Vela"]
    assert [other.text[s:e] for s, e in names.ranges(other)] == ["Tomas Vela"]
    assert not Names([], [one], show=True).ranges(one)


def test_the_name_of_one_who_speaks_for_an_office_stays():
    text = make_text("a", "Otto Lund, 60, was told of 4 killed, Mayor Otto Lund said.")
    assert Names([], [text]).ranges(text)
    claim = make_claim(text, "4", 4, 4, said_by="Mayor Otto Lund")
    assert not Names([claim], [text]).ranges(text)


def test_who_is_listed_with_somebody_known_to_be_harmed_is_withheld():
    listed = "The attack left officers hurt: Special Agents Nora Quill and Otto Lund."
    assert told_names(listed, {"Otto Lund"}.__contains__) == {"Nora Quill", "Otto Lund"}
    # Where nobody is said to be hurt the list joins nobody to them.
    met = "Three were killed.\n\nA week went by.\n\nThe fair opened with Nora Quill and Otto Lund."
    assert "Nora Quill" not in told_names(met, {"Otto Lund"}.__contains__)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("a clerk of Luis Prat was there", "a clerk of # was there"),
        ("Luis B. Prat came", "# came"),
        ("Rep. Luis Prat came", "Rep. # came"),
        ("When Prat came", "When # came"),
        ("the Prat family", "the # family"),
    ],
)
def test_a_family_name_is_withheld_with_the_given_name_before_it(words, shown):
    text = make_text("t", "Ana Prat, 30, was killed.")
    names = Names([], [text])
    for start, end in reversed(names.ranges_in(words, [text.id])):
        words = words[:start] + "#" + words[end:]
    assert words == shown


def test_so_it_is_where_a_claim_has_the_family_name_alone():
    text = make_text("a", "Prat was wounded. A clerk of Luis Prat ran.")
    claim = make_claim(
        text, "Prat", 1, 1, population=Population(status="unstated", surface="Prat", named=True)
    )
    other = make_text("b", "A clerk of Luis Prat ran.")
    names = Names([claim], [text, other])
    assert [other.text[low:high] for low, high in names.ranges(other)] == ["Luis Prat"]
    assert [text.text[low:high] for low, high in names.ranges(text)] == ["Prat", "Luis Prat"]
