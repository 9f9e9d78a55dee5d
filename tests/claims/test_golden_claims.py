"""Golden folders: the claims that ``tests/golden/<case>/input.*`` must give, ``claims.txt``.

A row a claim, in text order, as in ``sentences.txt`` (see ``claim_rows.py``). Edit it by
hand to say what you want; or run ``pytest tests/claims --accept-golden`` and read what changed.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from claim_rows import differences, row_of
from harmledger.claims import claims_of
from harmledger.pages import read
from harmledger.records import Capture
from harmledger.texts import make_text

GOLDEN = Path(__file__).parent.parent / "golden"
CASES = sorted(path.parent.name for path in GOLDEN.glob("*/claims.txt"))
SHOWN = ("qualifier", "status", "speaker", "stance", "scope", "where", "when", "part_of")


def test_there_are_cases() -> None:
    assert len(CASES) >= 5


@pytest.mark.parametrize("case", CASES)
def test_claims_are_as_written(case: str, request: pytest.FixtureRequest) -> None:
    [path] = (GOLDEN / case).glob("input.*")
    [capture] = [item for item in read([path]) if isinstance(item, Capture)]
    claims = claims_of(make_text(capture))
    expected_file = GOLDEN / case / "claims.txt"
    if request.config.getoption("--accept-golden"):
        by_id = {claim.id: claim for claim in claims}
        rows = [row_of(claim, SHOWN, by_id) + "\n" for claim in claims]
        expected_file.write_text("".join(rows) or "# no claims\n", encoding="utf-8")
    lines = expected_file.read_text(encoding="utf-8").splitlines()
    problems = differences([li for li in lines if li.strip() and not li.startswith("#")], claims)
    if problems:
        pytest.fail(
            f"the claims of tests/golden/{case} changed:\n" + "\n".join(problems) + "\n"
            "If the new claims are right: pytest tests/claims --accept-golden",
            pytrace=False,
        )
