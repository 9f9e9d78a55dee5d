"""What counters that differ say of whom they count."""

from __future__ import annotations

import pytest

from builders import singles, text
from harmledger.claims import read_claims
from harmledger.incidents import find_incidents

OTHER = " The police say 29 people were killed in the bombing."


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("The support group counts 31 people killed in Omagh on 15 August 1998, because it "
         "includes the unborn twins of one of the victims.",
         "because it includes the unborn twins of one of the victims"),
        ("The Mothers committee says 31 people died in Omagh on 15 August 1998. The committee "
         "includes hostages who died in hospital months later.",
         "The committee includes hostages who died in hospital months later"),
        ("The health ministry said 31 people died in Omagh on 15 August 1998. Its figure does not "
         "include the attackers.", "Its figure does not include the attackers"),
        # Members are nobody counted, nor does the next sentence's count take anybody in.
        ("The Mothers committee says 31 people died in Omagh on 15 August 1998. The committee "
         "includes three lawyers.", None),
        ("The health ministry said 31 people died in Omagh on 15 August 1998. The town is small.",
         None),
    ],
)  # fmt: skip
def test_what_a_counter_says_of_whom_it_counts(said: str, words: str | None) -> None:
    one = text(said + OTHER, "r", published_at="2008-08-15")
    claims = [claim for _, own in read_claims([one]) for claim in own]
    (made,) = find_incidents([one], claims, singles([one]))
    assert [found.words for found in made.definitions] == ([words] if words else [])
    if words:
        (found,) = made.definitions
        assert "That may be why it differs from 29" in found.sentence


def test_where_all_agree_nobody_need_say_it() -> None:
    one = text(
        "The support group counts 29 people killed in Omagh on 15 August 1998, because it includes "
        "those who died later." + OTHER,
        "r",
        published_at="2008-08-15",
    )
    claims = [claim for _, own in read_claims([one]) for claim in own]
    (made,) = find_incidents([one], claims, singles([one]))
    assert made.definitions == ()
