"""The reports that the tests of the pipeline read."""

from __future__ import annotations

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
