"""What stands for an incident gives the incident itself to who asks for more."""

from __future__ import annotations

from dataclasses import replace

from harmledger.kept import digest_of, packed, told_of, whole
from harmledger.records import Incident, Measure

MADE = Incident(
    id="i1",
    title="Omagh, 15 August 1998: people killed",
    when=None,
    where=None,
    measures=(Measure(measure="killed", low=29, high=29, claims=("c1", "c2")),),
    claims=("c1", "c2"),
    reports=(),
    reasons=("Copies of one text: a and b.",),
)


def test_a_packed_incident_is_the_same_to_who_asks() -> None:
    brief = packed(MADE)
    assert whole(brief) == MADE
    assert (brief.id, brief.claims) == (MADE.id, MADE.claims)
    assert (digest_of(brief), told_of(brief)) == (digest_of(MADE), told_of(MADE))


def test_reasons_change_what_an_incident_says_but_not_what_happened() -> None:
    other = replace(MADE, reasons=("One of both names a person.",))
    assert digest_of(other) != digest_of(MADE)
    assert told_of(other) == told_of(MADE)
    assert told_of(replace(MADE, title="Omagh: people killed")) != told_of(MADE)
