"""A figure that its report tells as an earlier one gives way to another for the same people."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import claim, family, kunduz, singles, text, when
from harmledger.assessments import EARLIER, assess, load_method
from harmledger.records import Assessment, Basis, Claim, Family, Incident
from harmledger.vocabulary import method_names

TEXTS = [
    text("word " * 200, name, published_at=f"2015-10-0{4 + n}") for n, name in enumerate("abcd")
]


def told(
    low: int | None, of: int = 0, at: int = 0, *, early: bool = False, **more: object
) -> Claim:
    """A claim of the text ``of``, told on the 4th of October or so many days later."""
    fields = {"at": at, "sentence": (at, at + 15), "speaker": None, **more}
    one = claim(low, fields.pop("high", low), TEXTS[of], **fields)  # type: ignore[arg-type]
    basis = Basis(word="killed", rule="passive", start=at, end=at + 4)
    words = "earlier figure" if early else None
    return replace(one, basis=replace(basis, earlier=words), reported_at=TEXTS[of].published_at)


def assessed(
    claims: list[Claim],
    name: str = "airwars",
    status: str | None = None,
    families: list[Family] | None = None,
) -> Assessment:
    event = Incident(
        id="event",
        title="Kunduz",
        when=when("2015-10-03"),
        where=kunduz(),
        measures=(),
        claims=tuple(one.id for one in claims),
        reports=(),
    )
    found = assess([event], [], claims, families or singles(TEXTS), load_method(name))
    return next(a for a in found if a.measure == "killed" and a.status == status)


def why(one: Assessment) -> list[str]:
    return [reason.sentence for reason in one.reasons if reason.sentence.startswith(EARLIER)]


POLICE = {"speaker": "the city police", "kind": "authority"}
CLINIC = {"speaker": "Harbour Clinic", "kind": "medic"}
GOVERNOR = {"speaker": "the governor", "kind": "authority"}
MONITOR = {"speaker": "Kunduz Watch", "kind": "monitor"}
PARTY = {"speaker": "the Hill Guard", "kind": "other", "actor": "the Hill Guard"}
ARMY = {"speaker": "the Northern Army", "kind": "belligerent"}


@pytest.mark.parametrize(
    ("claims", "low", "high"),
    [
        # In the same text: lower, higher, by the same or another source, before or behind.
        ([told(10, early=True), told(14, at=40)], 14, 14),
        ([told(86, early=True, **POLICE), told(77, at=40)], 77, 77),
        ([told(77), told(86, at=40, early=True, **POLICE)], 77, 77),
        ([told(86, early=True, **POLICE), told(77, at=40, **GOVERNOR)], 77, 77),
        # What another source says is a disagreement, be it less or more.
        ([told(86, early=True, **POLICE), told(77, at=40, **CLINIC)], 77, 86),
        ([told(35, early=True, **MONITOR), told(4, at=40, **GOVERNOR)], 4, 35),
        ([told(35, early=True, **MONITOR), told(31, at=40, **MONITOR)], 31, 31),
        # A party to the event settles nobody else's figure.
        ([told(10, early=True, **CLINIC), told(50, 1, **PARTY)], 10, 10),
        # "At most 20" does not contradict 10.
        ([told(10, early=True), told(None, at=40, high=20)], 10, 20),
        ([told(30, early=True), told(None, at=40, high=20)], None, 20),
        # In another text, of that day or later; not of a day before, nor where the day is unknown.
        ([told(10, early=True), told(14, 1)], 14, 14),
        ([told(10, 1, early=True), told(14)], 10, 14),
        ([told(10, 1, early=True), replace(told(14, 2), reported_at=None)], 10, 14),
        # No other figure, or none for the same people.
        ([told(10, early=True)], 10, 10),
        ([told(10, early=True), told(9, at=40, early=True)], 9, 10),
        ([told(10, early=True), told(3, at=40, surface="soldiers", status="armed_forces")], 10, 10),
        ([told(10, early=True), told(2, at=40, surface="two others")], 10, 10),
        # A group larger than all that were told of before.
        ([told(10, early=True), told(14, at=40, surface="miners", status="civilian")], 14, 14),
        # Groups side by side are a figure for all.
        ([told(18, early=True),
          told(12, at=40, surface="clerks", status="civilian", sentence=(40, 90)),
          told(8, at=60, surface="guards", status="police", sentence=(40, 90))], 20, 20),
    ],
)  # fmt: skip
def test_where_it_gives_way(claims: list[Claim], low: int, high: int) -> None:
    one = assessed(claims)
    assert (one.low, one.high) == (low, high)


@pytest.mark.parametrize(
    ("claims", "gone"),
    [
        # An opponent's or a witness's figure replaces nobody else's, nor is theirs replaced.
        ([told(3, early=True, **ARMY), told(30, at=40, **CLINIC)], False),
        ([told(30, early=True, **CLINIC), told(3, at=40, **ARMY)], False),
        ([told(30, early=True), told(3, at=40, speaker="a shepherd", kind="witness")], False),
        ([told(90, early=True, speaker="press reports", kind="media"),
          told(30, at=40, **CLINIC)], False),
        ([told(3, early=True, **ARMY), told(30, at=40, **ARMY)], True),
        ([told(3, early=True, **ARMY), told(30, at=40)], True),
    ],
)  # fmt: skip
def test_who_replaces_whom(claims: list[Claim], gone: bool) -> None:
    assert bool(why(assessed(claims, "acled"))) is gone


@pytest.mark.parametrize("name", method_names())
def test_every_method_says_so(name: str) -> None:
    people = {"surface": "civilians", "status": "civilian"}
    claims = [told(86, early=True, **POLICE, **people), told(77, at=40, **people)]
    # ibc assesses civilians alone.
    one = assessed(claims, name, "civilian" if name.startswith("ibc") else None)
    assert why(one) == [
        "Told as an earlier figure, since replaced: 86 civilians (the city police in a)."
    ]
    assert len(one.claims) == 2


@pytest.mark.parametrize("early", [True, False])
def test_a_later_copy_changes_nothing(early: bool) -> None:
    first = told(10, 0, early=early, **POLICE)
    other = told(14, 1, early=not early, **GOVERNOR)
    for one, of in ((first, 0), (other, 1)):
        quoted = one.speaker.name if one.speaker else ""
        again = told(one.low, 3, early=bool(one.basis and one.basis.earlier), speaker=quoted,
                     kind="authority")  # fmt: skip
        copied = family(TEXTS[of], TEXTS[3])
        rest = [own for own in singles(TEXTS) if own.members[0].text_id not in
                {TEXTS[of].id, TEXTS[3].id}]  # fmt: skip
        alone = assessed([first, other], families=[copied, *rest])
        both = assessed([first, other, again], families=[copied, *rest])
        assert (alone.low, alone.high, alone.grade) == (both.low, both.high, both.grade)
        assert alone.independent_origins == both.independent_origins


def test_a_zero_that_replaces_a_figure_denies_nothing() -> None:
    one = assessed([told(3, early=True), told(0, at=40)])
    assert (one.low, one.high) == (0, 0)


def test_within_a_status_too() -> None:
    civilians = {"surface": "civilians", "status": "civilian"}
    claims = [told(9, early=True, **civilians), told(6, at=40, **civilians)]
    one = assessed(claims, status="civilian")
    assert (one.low, one.high, len(why(one))) == (6, 6, 1)


@settings(max_examples=40)
@given(
    st.lists(st.tuples(st.integers(1, 99), st.integers(0, 3)), min_size=1, max_size=4),
    st.integers(1, 200),
)
def test_beside_others_an_earlier_figure_moves_no_range(
    figures: list[tuple[int, int]], early: int
) -> None:
    """Whatever an unnamed early figure of the first text says, where that text gives another."""
    own = [told(n, of, at=20 * at) for at, (n, of) in enumerate(figures)]
    own.append(told(figures[0][0], 0, at=100))
    with_it = [*own, told(early, 0, at=140, early=True)]
    before, after = assessed(own), assessed(with_it)
    if early != figures[0][0]:
        assert (after.low, after.high) == (before.low, before.high)
