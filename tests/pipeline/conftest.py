"""A folder of small reports, and what a book gives out."""

from __future__ import annotations

from pathlib import Path

import pytest
from given_in import REPORTS


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A folder of five files: six reports, one bad row and one empty file."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, content in REPORTS.items():
        (folder / name).write_text(content, encoding="utf-8")
    return folder
