"""Counters that may be one, as a person at a terminal reads them."""

from __future__ import annotations

import shlex
from pathlib import Path

from harmledger.cli.perhaps_one import perhaps_one_lines
from harmledger.records import MayBeOne


def test_the_command_merges_the_two_whatever_their_names() -> None:
    pair = MayBeOne(
        one="a" * 20,
        two="b" * 20,
        names=("the examiner's office", "Examiner $(rm x) of State"),
        why="They are alike.",
        subjects=("one", "two"),
    )
    head, why, command = perhaps_one_lines(Path("my book"), [pair])
    assert head.startswith("the examiner's office [aaaaaaaaaaaa] and Examiner")
    assert why == "  They are alike. Met side by side 2 times."
    assert shlex.split(command) == [
        *("harmledger", "decide", "my book", "the examiner's office"),
        *("--with", "Examiner $(rm x) of State", "--verdict", "merge", "--by", "NAME"),
    ]
