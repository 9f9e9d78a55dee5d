"""Golden folders: ``tests/golden/<case>/input.*`` and the blocks it must give, ``blocks.txt``.

``blocks.txt`` has a paragraph a block, in order: ``kind kept: text`` or
``kind dropped (reason): text``. Edit it by hand to say what you want; or run
``pytest tests/texts --accept-golden`` and read what changed.
"""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest

from harmledger.pages import read
from harmledger.records import Capture, Text
from harmledger.texts import make_text

GOLDEN = Path(__file__).parent.parent / "golden"
CASES = sorted(path.parent.name for path in GOLDEN.glob("*/blocks.txt"))


def written(text: Text) -> str:
    """The blocks of a text as ``blocks.txt`` has them."""
    lines = []
    for block in text.blocks:
        state = "kept" if block.kept else f"dropped ({block.reason})"
        words = " ".join(text.text[block.start : block.end].split())
        lines.append(f"{block.kind} {state}: {words}\n")
    return "\n".join(lines)


def test_there_are_cases() -> None:
    assert len(CASES) >= 5


@pytest.mark.parametrize("case", CASES)
def test_blocks_are_as_written(case: str, request: pytest.FixtureRequest) -> None:
    [path] = (GOLDEN / case).glob("input.*")
    [capture] = [item for item in read([path]) if isinstance(item, Capture)]
    got = written(make_text(capture))
    expected_file = GOLDEN / case / "blocks.txt"
    if request.config.getoption("--accept-golden"):
        expected_file.write_text(got, encoding="utf-8")
    expected = expected_file.read_text(encoding="utf-8")
    if got != expected:
        diff = difflib.unified_diff(
            expected.splitlines(), got.splitlines(), "blocks.txt (expected)", "now", lineterm=""
        )
        pytest.fail(
            f"the blocks of tests/golden/{case} changed:\n" + "\n".join(diff) + "\n"
            "If the new blocks are right: pytest tests/texts --accept-golden",
            pytrace=False,
        )
