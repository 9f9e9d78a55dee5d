"""A changed program makes anew what it makes otherwise: nothing it runs is left out of the seal."""

from __future__ import annotations

import grimp

from harmledger.pipeline.rules import ROOMS


def test_the_seal_covers_all_code_that_decides_what_is_derived() -> None:
    graph = grimp.build_graph("harmledger", cache_dir=None)
    start = "harmledger.pipeline.derive"
    used = {start, *graph.find_upstream_modules(start)} - {"harmledger"}
    assert {module.split(".")[1] for module in used} <= set(ROOMS)
    assert len(used) > len(ROOMS), "rooms are followed into their modules"
