"""Puts this folder on the path, so that every test folder can use ``builders``."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--accept-golden``: write what the code gives now into the golden folders."""
    parser.addoption(
        "--accept-golden",
        action="store_true",
        help="take the present output as the expected one in tests/golden (then read the diff)",
    )
