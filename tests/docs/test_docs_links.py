"""Links lead somewhere, pictures are small, and nothing points to one machine."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from docpages import DOCS, PAGES, ROOT, name, words
from lxml import etree

_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
_PICTURES = sorted((DOCS / "pictures").iterdir())


def _anchors(page: Path) -> set[str]:
    """The fragments that a forge makes of headings."""
    headings = re.findall(r"^#+ (.+)$", words(page), re.M)
    return {re.sub(r"[^\w\- ]", "", h.lower()).strip().replace(" ", "-") for h in headings}


@pytest.mark.parametrize("page", [*PAGES, ROOT / "CHANGELOG.md"], ids=name)
def test_relative_links_resolve(page: Path) -> None:
    broken = []
    for link in _LINK.findall(words(page)):
        parts = urlsplit(link)
        if parts.scheme:
            assert parts.scheme == "https", link
            continue
        target = (page.parent / parts.path).resolve() if parts.path else page
        inside = target.exists() and target.is_relative_to(ROOT)
        if not inside or (parts.fragment and parts.fragment not in _anchors(target)):
            broken.append(link)
    assert broken == []


def test_every_page_is_reached_from_the_readme() -> None:
    linked = set(_LINK.findall(words(ROOT / "README.md")))
    assert {name(page) for page in PAGES} - {"README.md"} <= linked


def test_every_picture_is_used() -> None:
    used = "".join(words(page) for page in PAGES)
    assert [p.name for p in _PICTURES if p.suffix != ".sh" and p.name not in used] == []


@pytest.mark.parametrize("path", _PICTURES, ids=lambda path: path.name)
def test_pictures_are_small_and_plain(path: Path) -> None:
    content = path.read_bytes()
    assert len(content) < 250_000
    if path.suffix == ".png":
        assert content.startswith(b"\x89PNG")
    elif path.suffix == ".svg":
        tree = etree.fromstring(content)
        assert tree.findtext("{*}title")
        assert not list(tree.iter("{*}script", "{*}image", "{*}foreignObject", "{*}a"))
    else:
        assert path.stat().st_mode & 0o100, "make.sh must be executable"


@pytest.mark.parametrize(
    "page", [*PAGES, ROOT / "CHANGELOG.md", ROOT / "bench" / "RESULTS.md"], ids=name
)
def test_no_path_of_a_machine_and_no_registry(page: Path) -> None:
    text = words(page)
    assert re.findall(r"(?<![\w.)~])/(?:home|work|root|tmp|usr|Users|mnt|opt|var)/\S*", text) == []
    registries = r"\b(?:pypi|pythonhosted|registry|index-url|proxy)\b[\w./-]*|://\d+\."
    assert re.findall(registries, text, re.I) == []


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_lines_are_not_too_wide_to_edit(page: Path) -> None:
    plain = re.sub(
        r"<!-- made: [\w@ -]+ -->.*?<!-- end -->|^```.*?^```$", "", words(page), flags=re.S | re.M
    )
    assert [line for line in plain.splitlines() if len(line) > 100 and "|" not in line] == []


def test_results_have_date_machine_and_command() -> None:
    text, *sections = words(ROOT / "bench" / "RESULTS.md").split("\n## ")
    for section in sections:
        # Tables of their own: date and command stand above them.
        above = section.partition("\n| ")[0]
        assert re.search(r"\d{4}-\d\d-\d\d", above), above
        commands = re.findall(r"`python (bench/\w+\.py)", above)
        assert commands, above
        assert all((ROOT / script).is_file() for script in commands), above
    rows = [row for row in text.splitlines() if row.startswith("| ") and "---" not in row][1:]
    assert rows
    for row in rows:
        cells = [cell.strip() for cell in row[1:-1].split("|")]
        assert len(cells) == 4, row
        assert re.fullmatch(r"\d{4}-\d\d-\d\d|not measured yet", cells[2]), row
        assert re.match(r"`.+`", cells[3]), row
        for script in re.findall(r"bench/\w+\.py", cells[3]):
            assert (ROOT / script).is_file() or cells[2] == "not measured yet", row


def test_figures_in_the_readme_are_among_the_results() -> None:
    results = words(ROOT / "bench" / "RESULTS.md")
    text = words(ROOT / "README.md").partition("## How accurate it is")[2].partition("\n## ")[0]
    figures = re.findall(r"\b\d+\.\d+\b", text)
    assert figures
    assert [figure for figure in figures if figure not in results] == []
