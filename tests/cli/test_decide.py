"""``decide`` and the counters of a book, as a user calls them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

Call = Callable[..., tuple[int, str, str]]


@pytest.fixture
def book(tmp_path: Path, call: Call) -> Path:
    """A book in which two counters differ."""
    folder = tmp_path / "reports"
    folder.mkdir()
    where = "in an air strike in Kunduz on 3 October 2015"
    (folder / "a.txt").write_text(f"The Hill Office said that 22 people were killed {where}.\n")
    (folder / "b.txt").write_text(f"The Valley Bureau said that 30 people were killed {where}.\n")
    assert call("run", folder, "--book", tmp_path / "book")[0] == 0
    return tmp_path / "book"


def test_a_merge_lists_the_figures_that_move_and_undo_moves_them_back(
    call: Call, book: Path
) -> None:
    names = ("decide", book, "the Hill Office", "--with", "Valley Bureau", "--by", "A. Reader")
    status, out, err = call(*names, "--verdict", "merge", "--why", "same staff")
    assert status == 0
    assert out.startswith("decision ")
    assert "2 origins, fair -> 1 origin, weak" in out
    assert "--verdict undo" in err
    _status, listed, _err = call("list", book, "decisions")
    (decision,) = map(json.loads, listed.splitlines())
    assert (decision["verdict"], decision["by"]) == ("merge", "A. Reader")
    (counter,) = map(json.loads, call("list", book, "counters")[1].splitlines())
    assert {name["rule"] for name in counter["names"]} == {"as_named", "decision"}
    assert "Decided by A. Reader" in call("show", book, counter["id"])[1]
    undo = ("decide", book, decision["id"][:8], "--verdict", "undo", "--by", "B", "--json")
    status, out, _err = call(*undo)
    assert status == 0
    made = json.loads(out)
    assert made["decision"]["supersedes"] == decision["id"]
    after = [pair[1]["independent_origins"] for pair in made["changed"]]
    assert 2 in after
    assert call("verify", book)[0] == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("x", "--verdict", "merge", "--by", "A"), "needs the other name: --with NAME"),
        (("x", "--verdict", "undo", "--with", "y", "--by", "A"), "takes no --with"),
        (("x", "--verdict", "merge", "--with", "y", "--by", "A"), "no report in"),
        (("x", "--verdict", "merge", "--with", "y"), "--by"),
        (("Hill Office", "--verdict", "merge", "--with", "office hill", "--by", "A"), "one name"),
        (("abcdef12", "--verdict", "undo", "--by", "A"), "no record"),
    ],
)
def test_what_is_asked_wrongly_is_explained(
    call: Call, book: Path, arguments: tuple[str, ...], said: str
) -> None:
    status, out, err = call("decide", book, *arguments)
    assert (status, out) == (2, "")
    assert said in err
    assert "hint:" in err


def test_a_mistake_in_a_file_of_counters_stops_the_run_before_it_begins(
    call: Call, tmp_path: Path
) -> None:
    own = tmp_path / "counters.toml"
    own.write_text('[about]\nexplanation = "x"\n[[term]]\nid = "a"\nnaem = "b"\n')
    (tmp_path / "r.txt").write_text("Nine people were killed.\n")
    status, _out, err = call("run", tmp_path / "r.txt", "--book", tmp_path / "b", "--counters", own)
    assert status == 2
    assert "unknown key 'naem'; did you mean 'name'?" in err
    assert not (tmp_path / "b").exists()
