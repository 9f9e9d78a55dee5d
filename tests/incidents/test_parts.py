"""Events that links tie together are one part, and parts share nothing."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from harmledger.incidents.parts import parts_of


@st.composite
def linked(draw: st.DrawFn) -> tuple[int, list[tuple[int, int]]]:
    """How many events there are, and which of them are linked, the earlier one first."""
    size = draw(st.integers(1, 12))
    ends = st.integers(0, size - 1)
    pairs = draw(st.lists(st.tuples(ends, ends), max_size=14))
    return size, sorted({(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]})


def reached(start: int, links: list[tuple[int, int]]) -> set[int]:
    """All that links lead to, one after another."""
    found, before = {start}, set[int]()
    while found != before:
        before = set(found)
        found |= {end for link in links if found & set(link) for end in link}
    return found


@given(linked())
def test_parts_hold_what_links_lead_to_and_all_links(
    given_links: tuple[int, list[tuple[int, int]]],
) -> None:
    size, links = given_links
    ones, twos = np.array(links, np.int64).reshape(-1, 2).T
    order = np.arange(len(links))[::-1]
    parts = list(parts_of(size, ones[order], twos[order]))
    told = []
    for part in parts:
        events = part.events.tolist()
        assert set(events) == reached(events[0], links)
        assert events == sorted(events)
        pairs = list(zip(part.ones.tolist(), part.twos.tolist(), strict=True))
        assert pairs == sorted(pairs)
        told += [(events[one], events[two]) for one, two in pairs]
    assert sorted(event for part in parts for event in part.events.tolist()) == list(range(size))
    assert sorted(told) == links


def test_a_book_without_events_has_no_parts() -> None:
    nothing = np.zeros(0, np.int64)
    assert list(parts_of(0, nothing, nothing)) == []
