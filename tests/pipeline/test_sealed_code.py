"""A changed program makes anew what it makes otherwise: nothing it runs is left out of the seal."""

from __future__ import annotations

import grimp
import pytest

from harmledger.pipeline.making import CLAIM_ROOMS, TEXT_ROOMS
from harmledger.pipeline.rules import ROOMS


@pytest.mark.parametrize(
    ("start", "sealed"),
    [
        ("harmledger.pipeline.derive", ROOMS),
        ("harmledger.texts", TEXT_ROOMS),
        ("harmledger.claims", CLAIM_ROOMS),
    ],
)
def test_the_seal_covers_all_code_that_decides_what_is_made(
    start: str, sealed: tuple[str, ...]
) -> None:
    graph = grimp.build_graph("harmledger", cache_dir=None)
    own = {start, *graph.find_descendants(start)}
    used = own.union(*map(graph.find_upstream_modules, own)) - {"harmledger"}
    assert {module.split(".")[1] for module in used} <= set(sealed)
    assert len(used) > len(sealed), "rooms are followed into their modules"
