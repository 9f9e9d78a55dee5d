"""``decide`` and ``withdraw``, as a user calls them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from harmledger.cli.decided_rows import correction_row, decision_row
from harmledger.ledger import Book

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
    assert "22 to 30, 2 origins, fair -> 22 to 30, 1 origin, weak. " in out
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
        (("x", "--verdict", "merge", "--by", "A"), "needs the other one: --with ID or NAME"),
        (("x", "--verdict", "undo", "--with", "y", "--by", "A"), "takes no --with"),
        (("x", "--verdict", "merge", "--with", "y", "--by", "A"), "no report in"),
        (("x", "--verdict", "merge", "--with", "y"), "--by"),
        (("Hill Office", "--verdict", "merge", "--with", "office hill", "--by", "A"), "one name"),
        (("abcdef12", "--verdict", "undo", "--by", "A"), "no record"),
        (("abcdef12", "--verdict", "approve", "--by", "A"), "no record"),
        (("abcdef12", "--verdict", "reject", "--by", "A"), "needs a reason: --why TEXT"),
        (("abcdef12", "--verdict", "approve", "--by", "A", "--set", "low=2"), "takes no --set"),
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


def test_a_claim_a_figure_and_a_page_are_decided_about(call: Call, book: Path) -> None:
    by = ("--by", "A. Reader")
    claims = [json.loads(line) for line in call("list", book, "claims")[1].splitlines()]
    wrong = next(claim["id"] for claim in claims if claim["low"] == 30)
    asked = ("decide", book, wrong[:8], "--verdict", "edit", "--set", "low=25", "--set", "high=25")
    status, out, err = call(*asked, *by, "--why", "a misprint")
    assert status == 0
    assert "22 to 30, 2 origins, fair -> 22 to 25, 2 origins, fair" in out
    assert "set: low 25 (the program: 30)" in out
    assert "1 figure changed; take it back with" in err
    listed = [json.loads(line) for line in call("list", book, "claims")[1].splitlines()]
    (kept,) = (claim for claim in listed if "review" in claim)
    assert (kept["id"], kept["low"], kept["review"]["claim"]["low"]) == (wrong, 30, 25)
    shown = call("show", book, wrong)[1]
    assert "people decided:" in shown
    assert "low: 25 (was 30)" in shown
    (figure,) = (json.loads(line) for line in call("list", book, "figures")[1].splitlines())
    status, out, _err = call("decide", book, figure["id"], "--verdict", "approve", *by)
    assert status == 0
    assert "fair -> 22 to 25, 2 origins, fair, approved" in out
    # A decision is undone by its own id; who gives the figure's is told which that is.
    (made,) = (r for r in map(json.loads, call("list", book, "reviews")[1].splitlines())
               if r["verdict"] == "approve")  # fmt: skip
    status, _out, err = call("decide", book, figure["id"], "--verdict", "undo", *by)
    assert status == 2
    assert f"hint: decided about it: {made['decision']}; undo one of these" in err
    assert "People decided:" in call("trace", book, figure["id"])[1]
    assert "still shows the figures before" not in err, "there is no site"
    (book / "site").mkdir(exist_ok=True)
    (book / "site" / "index.html").touch()
    status, out, err = call("withdraw", book, "b.txt", "--why", "taken back", *by)
    assert status == 0
    assert f"{book / 'site'} still shows the figures before; it is built anew by" in err
    assert "withdrawn b.txt; 1 claim of it counts no longer" in out
    assert "-> 22, 1 origin, weak" in out
    assert "needs another look: decision" in out
    assert "--undo" in err
    ran = call("run", book.parent / "reports", "--book", book)[2]
    assert "withdrawn, so not counted: b.txt (bring" in ran
    assert "1 decision of people needs another look" in ran
    again = json.loads(call("list", book, "reviews", "--status", "needs_another_look")[1])
    assert again["verdict"] == "approve"
    status, out, _err = call("withdraw", book, "b.txt", "--why", "it stands", "--undo", "--json")
    assert status == 0
    assert json.loads(out)["decision"]["verdict"] == "undo"
    assert json.loads(call("list", book, "figures")[1])["status"] == "approved"
    kinds = [
        json.loads(line)["verdict"] for line in call("list", book, "corrections")[1].splitlines()
    ]
    assert sorted(kinds) == ["edit", "undo", "withdraw"]
    assert call("verify", book)[0] == 0


def test_a_withdrawal_needs_a_page_and_a_reason(call: Call, book: Path) -> None:
    status, _out, err = call("withdraw", book, "b.txt")
    assert (status, "--why" in err) == (2, True)
    status, _out, err = call("withdraw", book, "nothing", "--why", "x")
    assert status == 2
    assert "no page in" in err
    assert "list BOOK pages" in err
    status, _out, err = call("withdraw", book, "b.txt", "--why", "x", "--undo")
    assert status == 2
    assert "is not withdrawn" in err


def test_copies_of_a_withdrawn_report_are_named(call: Call, book: Path) -> None:
    folder = book.parent / "reports"
    long = (folder / "a.txt").read_text() + (
        "Neighbours carried the wounded to the clinic by the river, where the lamps had failed, "
        "and a driver brought blankets from the school while the mayor read out the names.\n"
    )
    (folder / "long.txt").write_text(long)
    (folder / "copy.txt").write_text(f"{long}Read more.\n")
    assert call("run", folder, "--book", book)[0] == 0
    _status, _out, err = call("withdraw", book, "long.txt", "--why", "taken back")
    assert "of one origin with it, and still counted: copy.txt" in err
    assert "of one origin" not in call("withdraw", book, "b.txt", "--why", "taken back")[2]


def test_the_site_is_built_anew_after_a_decision_without_the_reports(
    call: Call, book: Path, tmp_path: Path
) -> None:
    assert call("publish", book)[0] == 0
    site = book / "site" / "index.html"
    assert "approved" not in site.read_text(encoding="utf-8").partition("<main")[2]
    figures = [json.loads(line)["id"] for line in call("list", book, "figures")[1].splitlines()]
    said = [
        call("decide", book, one, "--verdict", "approve", "--by", "A. Reader")[2] for one in figures
    ]
    assert f"harmledger publish {book}" in said[0]
    status, _out, err = call("publish", book, tmp_path / "out")
    assert (status, "0 drafts" in err) == (0, True)
    assert "approved" in (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert call("verify", tmp_path / "out")[0] == 0
    # An earlier copy is replaced, and what else lies there stays.
    status, _out, err = call("publish", book, tmp_path / "out")
    assert (status, "not of the site" in err) == (0, False)
    (tmp_path / "out" / "CNAME").write_text("x.example")
    (tmp_path / "out" / ".git" / "refs").mkdir(parents=True)
    (tmp_path / "out" / "tolls" / "note.txt").write_text("mine")
    (tmp_path / "out" / "latest").symlink_to("nowhere")
    (tmp_path / "out" / "methods.html").write_text("changed by hand")
    (tmp_path / "out" / "reports.html").unlink()
    status, _out, err = call("publish", book, tmp_path / "out")
    assert (status, "not of the site: .git, CNAME, latest, tolls/note.txt" in err) == (0, True)
    assert (tmp_path / "out" / "CNAME").read_text() == "x.example"
    assert (tmp_path / "out" / ".git" / "refs").is_dir()
    assert (tmp_path / "out" / "tolls" / "note.txt").read_text() == "mine"
    assert (tmp_path / "out" / "latest").readlink() == Path("nowhere")
    assert (tmp_path / "out" / "reports.html").is_file()
    assert "by hand" not in (tmp_path / "out" / "methods.html").read_text(encoding="utf-8")
    # A page that is gone from the site goes; one that somebody put in its place does not.
    sums = tmp_path / "out" / "SHA256SUMS"
    sums.write_text(f"{sums.read_text()}{'0' * 64}  tolls/gone.html\n")
    (tmp_path / "out" / "tolls" / "gone.html").write_text("old")
    assert call("publish", book, tmp_path / "out")[0] == 0
    assert not (tmp_path / "out" / "tolls" / "gone.html").exists()
    unlisted = "".join(
        line for line in sums.read_text().splitlines(True) if "totals.html" not in line
    )
    sums.write_text(unlisted)
    (tmp_path / "out" / "totals.html").write_text("mine")
    status, _out, err = call("publish", book, tmp_path / "out")
    assert (status, "totals.html was put there by somebody" in err) == (2, True)
    assert (tmp_path / "out" / "totals.html").read_text() == "mine"
    assert sums.read_text() == unlisted
    assert sorted(path.name for path in tmp_path.iterdir() if path.name.startswith(".")) == []


def test_a_copy_of_drafts_is_asked_for_and_no_other_folder_is_replaced(
    call: Call, book: Path, tmp_path: Path
) -> None:
    status, _out, err = call("publish", book, tmp_path / "out")
    assert (status, "among the figures" in err) == (2, True)
    assert not (tmp_path / "out").exists()
    assert call("publish", book, tmp_path / "out", "--draft")[0] == 0
    other = tmp_path / "letters"
    other.mkdir()
    (other / "letter.txt").write_text("mine")
    # Not only a site has a list of this name.
    (other / "SHA256SUMS").write_text(f"{'0' * 64}  letter.txt\n")
    for taken in (other, book, book / "site", tmp_path):
        status, _out, err = call("publish", book, taken, "--draft")
        assert (status, "hint: " in err) == (2, True)
    assert (other / "letter.txt").read_text() == "mine"
    assert call("verify", book)[0] == 0


def test_an_id_from_before_a_decision_still_leads_to_what_it_was(
    call: Call, tmp_path: Path
) -> None:
    for name, day in (("a.txt", "3 October"), ("b.txt", "20 October")):
        (tmp_path / name).write_text(
            f"Nine people were killed in a raid on a mill on {day} 2015.\n"
        )
    book = tmp_path / "book"
    call("run", tmp_path / "a.txt", tmp_path / "b.txt", "--book", book)
    one, two = (json.loads(line)["id"] for line in call("list", book, "incidents")[1].splitlines())
    before = [json.loads(line)["id"] for line in call("list", book, "figures")[1].splitlines()]
    # A verdict on an incident is one on its claims, and its figures have the trace.
    status, _out, err = call("decide", book, one, "--verdict", "edit", "--set", "place=Leeds",
                             "--by", "A", "--why", "w")  # fmt: skip
    (claim,) = [c for c in map(json.loads, call("list", book, "claims")[1].splitlines())
                if c["id"][:12] in err]  # fmt: skip
    assert status == 2
    assert "this is the id of an incident" in err
    assert f"{claim['id'][:12]} (“Nine”)" in err
    assert "figures of this incident: " in call("trace", book, one)[2]
    merged = call("decide", book, one, "--with", two, "--verdict", "merge", "--by", "A")
    assert "note: the two are days apart (" in merged[2]
    (now,) = (json.loads(line)["id"] for line in call("list", book, "incidents")[1].splitlines())
    for old in (one, two):
        assert call("show", book, old)[1].startswith(f"Incident {now}")
    (figure,) = (json.loads(line)["id"] for line in call("list", book, "figures")[1].splitlines())
    assert figure not in before
    # One of the two lives on in that of both; the other has ended.
    assert sorted(call("trace", book, old)[0] for old in before) == [0, 2]
    shown = "".join("".join(call("show", book, old)[1:]) for old in before)
    assert f"Figure {figure}" in shown
    assert "a decision ended this figure" in shown
    # The book now knows ids from before, and still no short beginning means any of them.
    for short in ("", " ", before[0][:1], before[0][:5]):
        for command in ("show", "trace"):
            status, out, err = call(command, book, short)
            assert (status, out) == (2, "")
            assert err.startswith("harmledger: [not-found] ")
    part = ("decide", book, now, "--verdict", "unmerge", "--by", "A", "--with")
    assert call(*part, two[:2])[0] == 2
    assert call(*part, two[:6])[0] == 0


def test_lists_of_what_was_decided_are_short_and_say_what_still_counts(
    call: Call, book: Path
) -> None:
    claims = list(map(json.loads, call("list", book, "claims")[1].splitlines()))
    for claim, low in zip(claims, (20, 25), strict=True):
        edit = ("--verdict", "edit", "--set", f"low={low}", "--why", "misread", "--by", "A")
        assert call("decide", book, claim["id"], *edit)[0] == 0
    with Book(book) as held:
        first = next(one for one in held.decisions() if one.subject == claims[0]["id"])
    assert call("decide", book, first.id, "--verdict", "undo", "--by", "A")[0] == 0
    with Book(book) as held:
        reviews = {review.decision: review for review in held.reviews()}
        states = {
            (one.subject == first.subject, one.verdict): decision_row(one, reviews.get(one.id))[-1]
            for one in held.decisions()
        }
        corrections = list(held.corrections())
    assert states == {
        (True, "edit"): "replaced or undone",
        (False, "edit"): "counts",
        (True, "undo"): "done",
    }
    last = corrections[-1]
    (row,) = (row for row in map(correction_row, corrections) if last.id.startswith(row[0]))
    # Numbers alone: the sentences stand in `show`.
    assert row[-1].startswith(f"{len(last.moved)}: ")
    assert max(map(len, row)) < 90
    shown = call("show", book, last.id)[1]
    for one in last.moved:
        assert one.before is None or f"before: {one.before.statement}" in shown
        assert one.after is None or f"after: {one.after.statement}" in shown


def test_a_merge_says_what_the_incident_is_called_now(call: Call, tmp_path: Path) -> None:
    for name, town, day in (("a", "Leeds", "2 May 1969"), ("b", "Dover", "9 May 1969")):
        (tmp_path / f"{name}.txt").write_text(f"A fire killed nine people in {town} on {day}.\n")
    book = tmp_path / "book"
    call("run", tmp_path / "a.txt", tmp_path / "b.txt", "--book", book)
    one, two = (json.loads(line)["id"] for line in call("list", book, "incidents")[1].splitlines())
    out = call("decide", book, one, "--with", two, "--verdict", "merge", "--by", "A")[1]
    (now,) = (json.loads(line)["id"] for line in call("list", book, "incidents")[1].splitlines())
    assert f"now: incident {now}" in out.splitlines()
