"""A folder of small reports, and what a book gives out."""

from __future__ import annotations

from pathlib import Path

import pytest

REPORTS = {
    "bridge.txt": "At least 12 people were killed in an air strike on a bridge near Kunduz on "
    "3 October 2015, the health ministry said. Another 30 were injured.",
    "bridge-copy.txt": "At least 12 people were killed in an air strike on a bridge near Kunduz "
    "on 3 October 2015, the health ministry said. Another 30 were injured. Read more.",
    "market.md": "# Market shelled\n\nShelling killed three traders at a market in Herat on "
    "Tuesday, police said. A witness said that five people had been killed.",
    "rows.jsonl": '{"id": "r1", "date": "2015-10-05", "text": "The monitor said 19 people were '
    'killed in Kunduz on 3 October."}\n'
    '{"id": "r2", "date": "2015-10-06", "text": "No one was hurt, the army said."}\n'
    "not json at all\n",
    "empty.txt": "",
}


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A folder of five files: six reports, one bad row and one empty file."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, content in REPORTS.items():
        (folder / name).write_text(content, encoding="utf-8")
    return folder
