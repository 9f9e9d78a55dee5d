"""The pages of the documentation, their code, tables and made parts.

A made part stands between ``<!-- made: NAME -->`` and ``<!-- end -->``: the program's own output
or data, put there by ``pytest tests/docs --accept-golden``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *DOCS.rglob("*.md")])

_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.M | re.S)
_SPAN = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
_MADE = re.compile(r"(<!-- made: ([\w@ -]+) -->\n)(.*?)(<!-- end -->)", re.S)
_ROW = re.compile(r"^\|(.+)\|$", re.M)


def name(page: Path) -> str:
    """The page's path below the project's folder: a test's id."""
    return page.relative_to(ROOT).as_posix()


def words(page: Path) -> str:
    """What stands in a page."""
    return page.read_text(encoding="utf-8")


def fences(page: Path, *kinds: str) -> list[str]:
    """The fenced code of a page in the given languages."""
    return [code for kind, code in _FENCE.findall(words(page)) if kind in kinds]


def spans(page: Path) -> list[str]:
    """The inline code of a page."""
    return _SPAN.findall(_FENCE.sub("", words(page)))


def made(page: Path) -> dict[str, str]:
    """The made parts of a page by name."""
    return {match[2]: match[3] for match in _MADE.finditer(words(page))}


def accept(page: Path, part: str, content: str) -> None:
    """Write a made part anew."""

    def put(match: re.Match[str]) -> str:
        return match[1] + content + match[4] if match[2] == part else match[0]

    page.write_text(_MADE.sub(put, words(page)), encoding="utf-8")


def section(page: Path, heading: str) -> str:
    """A section's text, without its heading, up to the next heading of its level or above."""
    found = re.search(rf"^(#+) {re.escape(heading)}\n", words(page), re.M)
    assert found, f"{name(page)} has no section {heading!r}"
    rest = words(page)[found.end() :]
    following = re.search(rf"^#{{1,{len(found[1])}}} ", rest, re.M)
    return rest[: following.start()] if following else rest


def first_column(text: str) -> list[str]:
    """The code in the first cell of each row of the tables in ``text``, several a cell too."""
    return list(_first_cells(text))


def _first_cells(text: str) -> Iterator[str]:
    for row in _ROW.findall(text):
        yield from _SPAN.findall(row.split(" | ")[0])
