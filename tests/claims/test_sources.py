"""One source under several names in a text is one source; the name stays as written."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from builders import text as report
from harmledger.claims import claims_of, extract
from harmledger.counters import find_counters

CASES = [
    # (text, the canonical names of the speakers of its claims in order)
    (
        "Nine local staff of Médecins Sans Frontières (MSF) were killed, the group said. "
        "MSF said that 37 people were injured. M.S.F. said that 30 people were missing.",
        ["Médecins Sans Frontières"] * 3,
    ),
    (
        "The Health Ministry said that 12 people were killed. The ministry said 40 were injured.",
        ["Health Ministry", "Health Ministry"],
    ),
    (
        "Defence Minister Omar Sample said that two soldiers were killed. "
        "Sampel said that four were wounded.",
        ["Defence Minister Omar Sample", "Sampel"],
    ),
    (
        "Yusuf Samplan, a minister, said that two soldiers were killed. "
        "Samplane told reporters that four were wounded.",
        ["Yusuf Samplan", "Yusuf Samplan"],
    ),
    (
        "A spokesman for the Lahore police said that three people died. "
        "The spokesman said that ten people were arrested.",
        ["spokesman for the Lahore police"] * 2,
    ),
    (
        "Police Chief Omar Sample met reporters. Police said that two men were shot. "
        "Coroner Ann Example said that one of the men had died. The coroner said on Friday that "
        "three women had died too.",
        ["Police", "Coroner Ann Example", "Coroner Ann Example"],
    ),
    (
        "Two men were shot, police said. Police said that a third man was stabbed.",
        ["police", "police"],
    ),
    (
        "Three men were shot, said Sgt. Ann Example of the harbour police.",
        ["Sgt. Ann Example"],
    ),
    (
        "Rebels said that 12 soldiers were killed. Residents said that two children were killed.",
        ["Rebels", "Residents"],
    ),
    # Another hospital is not short for the one before.
    (
        "A spokesman for Dover Hospital said that nine people were injured. "
        "Folkestone Hospital said that four people were injured.",
        ["spokesman for Dover Hospital", "Folkestone Hospital"],
    ),
    (
        "Officer Jane Mary Sample said that two men were shot. "
        "Officer Sample said that a third man was stabbed.",
        ["Officer Jane Mary Sample"] * 2,
    ),
    # Whoever speaks for a body, and what it published.
    (
        "Two people were killed in Dover, police said. The Kent Red Cross was there: its "
        "spokeswoman said that 11 people were injured.",
        ["police", "spokeswoman for Kent Red Cross"],
    ),
    (
        "The Harbour Relief Fund buried the dead. A director of the Harbour Relief Fund said that "
        "six people were killed, according to a review that the Harbour Relief Fund released.",
        ["director of the Harbour Relief Fund"],
    ),
    (
        "Seven people were killed, Médecins Sans Frontières said. A nurse of the group said that "
        "eight were killed.",
        ["Médecins Sans Frontières", "nurse of Médecins Sans Frontières"],
    ),
    (
        "At least 11 people were killed, according to an internal study that Médecins Sans "
        "Frontières issued. The study said that 40 people were injured.",
        ["Médecins Sans Frontières"] * 2,
    ),
]


#: Texts in which one source stands under several names; a letter for each claim's source in order.
ONE_OR_TWO = [
    # an office and whoever holds it
    (
        "Ada Lind, the defence minister, said eight soldiers were hurt. The minister said two were "
        "killed. Lindt said later that three were dead.",
        "AAA",
    ),
    (
        "Defence minister Ada Lind said eight soldiers were hurt. The defence minister said two "
        "were killed. Mr Lind said three were killed.",
        "AAA",
    ),
    (
        "The prime minister, Hana Tor, said nine clerks were killed. The premier said 14 were "
        "wounded. Tor said one was missing.",
        "AAA",
    ),
    (
        "Gen. Idris Bako said 12 rebels were killed. The general said three soldiers were wounded. "
        "Bakko said two were missing.",
        "AAA",
    ),
    (
        "Colonel Idris Bako, the army spokesman, said 12 rebels were killed. The spokesman said "
        "two soldiers were wounded. The colonel said nine were arrested.",
        "AAA",
    ),
    (
        "The governor of Tarn, Ines Prado, said 12 people were killed. Governor Prado said 30 were "
        "wounded. The governor said two were missing.",
        "AAA",
    ),
    (
        "Ada Brisk, the health minister, said 12 people were killed. Omar Lind, the defence "
        "minister, said 30 were wounded. The health minister said two were missing. The defence "
        "minister said three were missing.",
        "ABAB",
    ),
    (
        "Volodymyr Zelensky said 12 people were killed. Zelenskyy said 30 were wounded. Mr "
        "Zelenskiy said two were missing.",
        "AAA",
    ),
    (
        "Sheikh Omar al-Hadi said 12 people were killed. Al Hadi said 30 were wounded.",
        "AA",
    ),
    # bodies by their letters, shorter, in other words
    ("Doctors Without Borders (MSF) said 12 people were killed. MSF said 30 were hurt.", "AA"),
    (
        "The United Nations said 40 people were killed. The UN said 12 were wounded. The world "
        "body said three were missing.",
        "AAA",
    ),
    (
        "Human Rights Watch said 12 people were killed. HRW said 30 were wounded. The New "
        "York-based group said two were missing.",
        "AAA",
    ),
    (
        "Amnesty International said 12 people were killed. Amnesty said 30 were wounded. The "
        "rights group said two were missing.",
        "AAA",
    ),
    (
        "The Ministry of Health said 12 people were killed. The health ministry said 30 were "
        "wounded. MoH said four were missing.",
        "AAA",
    ),
    (
        "The Israel Defense Forces said 40 people were killed. The IDF said 12 were wounded. The "
        "army said three were missing.",
        "AAA",
    ),
    (
        "The Free Hills Movement said 12 soldiers were killed. The movement said 30 were wounded. "
        "The rebel group said two were captured.",
        "AAA",
    ),
    (
        "The Union of Miners said 12 people were killed. The miners' union said two were missing.",
        "AA",
    ),
    # two of one kind
    (
        "The Afghan health ministry said 12 people were killed. The Pakistani health ministry said "
        "30 were wounded. The Afghan ministry said two were missing.",
        "ABA",
    ),
    (
        "The mayor of Bern said 12 people were killed. The mayor of Thun said 30 were wounded. The "
        "mayor of Bern said two were missing.",
        "ABA",
    ),
    (
        "The army said 12 rebels were killed. The rebel group said 30 soldiers were wounded.",
        "AB",
    ),
    (
        "The Students Movement said 12 people were killed. Some students had fled. Students said "
        "30 people were wounded.",
        "AB",
    ),
    # A noun in capitals is no last name.
    (
        "GOVERNMENT SOURCES SAID THAT 12 PEOPLE WERE KILLED. OFFICIAL SOURCES SAID THAT 30 PEOPLE "
        "WERE WOUNDED.",
        "AB",
    ),
]


def _letters(names: Sequence[str | None]) -> str:
    """A letter for each name, the same for the same name, in order."""
    seen: dict[str | None, str] = {}
    return "".join(seen.setdefault(name, chr(ord("A") + len(seen))) for name in names)


@pytest.mark.parametrize(("text", "letters"), ONE_OR_TWO)
def test_one_source_under_several_names(text: str, letters: str) -> None:
    claims = [claim for claim in extract(text) if claim.speaker]
    assert _letters([claim.speaker.canonical for claim in claims if claim.speaker]) == letters


@pytest.mark.parametrize(("text", "letters"), ONE_OR_TWO)
def test_whoever_is_one_source_in_a_text_is_one_counter(text: str, letters: str) -> None:
    told = report(text, "a.txt")
    claims = [claim for claim in claims_of(told) if claim.speaker]
    spoken = find_counters(claims, [], [told]).spoken
    assert _letters([spoken[claim.id].counter for claim in claims]) == letters


@pytest.mark.parametrize(("text", "names"), CASES)
def test_canonical_names(text: str, names: list[str]) -> None:
    claims = [claim for claim in extract(text) if claim.speaker]
    assert [claim.speaker.canonical for claim in claims if claim.speaker] == names
    for claim in claims:
        assert claim.speaker is not None
        assert claim.speaker.name == text[claim.speaker.start : claim.speaker.end]


HEADLINES = [
    # (headline, body, the canonical name of the headline's source)
    (
        "Fishery union: up to 70 sailors died",
        "The National Independent Union of Fishery Workers said that as many as 70 sailors died.",
        "National Independent Union of Fishery Workers",
    ),
    (
        "Nurses count 41 wounded in mill fire",
        "Two clinics in Dover have counted 41 people injured in the fire.",
        "Two clinics in Dover",
    ),
    # A source that the report cites itself is that one, and one of two is nobody's.
    (
        "Police: 12 died at ford",
        "The mayor said that 12 people died. Police said that nine people were injured.",
        "Police",
    ),
    (
        "Clerks say 12 died at ford",
        "The mayor said that 12 people died. The coroner, too, said that 12 people died.",
        "Clerks",
    ),
    # Another figure is another count.
    (
        "Clerks say 12 died at ford",
        "The mayor said that 14 people died.",
        "Clerks",
    ),
]


@pytest.mark.parametrize(("headline", "body", "name"), HEADLINES)
def test_a_headline_means_the_source_that_its_report_names(
    headline: str, body: str, name: str
) -> None:
    first = claims_of(report(body, "a.txt", headline=headline))[0]
    assert first.speaker is not None
    assert first.speaker.canonical == name


PARTIES = (
    "Hamas", "Hezbollah", "The Taliban", "The Houthis", "Al-Shabaab", "The RSF", "The PKK",
    "Islamic Jihad", "Boko Haram", "The Israeli army", "The Russian military", "The Kremlin",
    "The Ukrainian army", "The Syrian army", "The Rapid Support Forces", "The Pentagon",
)  # fmt: skip


@pytest.mark.parametrize("party", PARTIES)
def test_parties_of_every_side_are_of_one_kind(party: str) -> None:
    (claim,) = extract(f"{party} said that 12 people were killed.")
    assert claim.speaker is not None
    assert claim.speaker.kind == "belligerent"
