"""What the judge is told of the claims around a candidate."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from harmledger.claims.learned.around import Around, Known


def _slot(start: int = 100, low: int = 2, measure: str = "killed", noun: str = "men") -> Any:
    head = SimpleNamespace(lower_=noun)
    one = SimpleNamespace(start=start, end=start + 3, low=low, high=low, head=head)
    return SimpleNamespace(counted=one, word=SimpleNamespace(measure=measure))


def _known(start: int, many: int = 2, measure: str = "killed", noun: str = "men") -> Known:
    return Known(start, start + 3, measure, many, many, start // 100, noun)


def _told(*claims: Known, slot: Any = None) -> set[str]:
    return set(Around(claims).told(1, slot or _slot(), "number"))


def test_alone() -> None:
    told = _told()
    assert {"claims beside it: none", "noun claimed: no", "as many claimed: no"} <= told
    assert {"claims in all: 0", "claims of this measure: 0", "claims of one: 0, number"} <= told


def test_its_own_claim_does_not_count() -> None:
    assert _told(_known(101)) == _told()


def test_a_claim_beside_it() -> None:
    told = _told(_known(160))
    assert {"claims beside it: of this measure", "claims beside it: as many, number"} <= told
    assert {"claim nearest: behind, 2", "noun claimed: of this measure"} <= told
    assert "claims beside it: of another" in _told(_known(160, measure="injured"))


def test_a_claim_elsewhere() -> None:
    told = _told(_known(500, measure="injured"), _known(700, many=1, noun="boy"))
    assert {"claims beside it: none", "noun claimed: of another"} <= told
    assert {"as many claimed: of another", "claims of one: 1, number", "claims in all: 2"} <= told


CLAIMS = st.lists(
    st.builds(
        _known,
        st.integers(0, 400),
        many=st.integers(1, 3),
        measure=st.sampled_from(["killed", "injured"]),
        noun=st.sampled_from(["men", "boy"]),
    ),
    max_size=12,
)


@given(claims=CLAIMS)
def test_the_order_of_the_claims_says_nothing_but_of_equally_near_ones(claims: list[Known]) -> None:
    there = {trait for trait in _told(*claims) if not trait.startswith("claim nearest")}
    back = {trait for trait in _told(*reversed(claims)) if not trait.startswith("claim nearest")}
    assert there == back


@given(claims=CLAIMS)
def test_claims_that_overlap_it_change_nothing(claims: list[Known]) -> None:
    apart = [claim for claim in claims if not (claim.start < 103 and claim.end > 100)]
    inside = [claim for claim in claims if claim not in apart and claim.sentence == 1]
    assert _told(*apart, *inside) == _told(*apart)
