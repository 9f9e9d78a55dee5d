"""A run that dies anywhere is resumed by the same call; nothing is lost or doubled."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from given_out import given_out

from harmledger.ledger import Archive
from harmledger.ledger.writer import Writer
from harmledger.pipeline import intake, making, run


class Died(BaseException):
    """Stands for the end of the process."""


@pytest.fixture
def small_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """As many transactions as possible."""
    monkeypatch.setattr(intake, "BATCH_PAGES", 1)
    monkeypatch.setattr(making, "BATCH", 1)


@pytest.mark.usefixtures("small_steps")
@pytest.mark.parametrize("moment", ["before the commit", "after the commit"])
def test_dying_at_every_border_of_a_transaction(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    run([reports], tmp_path / "whole")
    wanted = given_out(tmp_path / "whole")
    transaction = Writer.transaction
    left = 0

    @contextmanager
    def dying(self: Writer) -> Iterator[None]:
        nonlocal left
        left -= 1
        with transaction(self):
            yield
            if left == 0 and moment == "before the commit":
                raise Died
        if left == 0:
            raise Died

    borders = 0
    died = True
    while died:
        borders += 1
        left = borders
        book = tmp_path / f"book{borders}"
        monkeypatch.setattr(Writer, "transaction", dying)
        try:
            run([reports], book)
            died = False
        except Died:
            pass
        monkeypatch.setattr(Writer, "transaction", transaction)
        run([reports], book)
        assert given_out(book) == wanted
    # pages, refusals, texts, claims, figures: one transaction for each small step
    assert borders > 12


def test_dying_between_the_archive_and_the_ledger(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run([reports], tmp_path / "whole")
    wanted = given_out(tmp_path / "whole")
    add = Archive.add
    for died_at in range(1, 6):
        count = 0

        def dying(self: Archive, page_id: str, content: bytes, at: int = died_at) -> bool:
            nonlocal count
            count += 1
            added = add(self, page_id, content)
            if count == at:
                raise Died
            return added

        book = tmp_path / f"book{died_at}"
        monkeypatch.setattr(Archive, "add", dying)
        with pytest.raises(Died):
            run([reports], book)
        monkeypatch.setattr(Archive, "add", add)
        run([reports], book)
        assert given_out(book) == wanted


def test_dying_again_and_again_comes_to_an_end(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, small_steps: None
) -> None:
    """Each try does one transaction more: the work that was kept is not done again."""
    run([reports], tmp_path / "whole")
    transaction = Writer.transaction

    @contextmanager
    def dying(self: Writer) -> Iterator[None]:
        changes = self.db.total_changes
        with transaction(self):
            yield
        if self.db.total_changes > changes:
            raise Died

    monkeypatch.setattr(Writer, "transaction", dying)
    for _try in range(40):
        try:
            run([reports], tmp_path / "book")
            break
        except Died:
            continue
    else:
        pytest.fail("the run never came to its end")
    monkeypatch.undo()
    assert given_out(tmp_path / "book") == given_out(tmp_path / "whole")


#: Runs in the smallest steps and says so after each transaction.
STEPPING = """
import sys
from contextlib import contextmanager
from pathlib import Path
from harmledger.ledger.writer import Writer
from harmledger.pipeline import intake, making, run
intake.BATCH_PAGES = making.BATCH = 1
transaction = Writer.transaction
@contextmanager
def telling(self):
    with transaction(self):
        yield
    print("kept", flush=True)
Writer.transaction = telling
run([Path(sys.argv[1])], Path(sys.argv[2]))
"""


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL on Windows")
@pytest.mark.parametrize("after", [1, 8, 13])
@pytest.mark.usefixtures("small_steps")
def test_killed_by_the_system(reports: Path, tmp_path: Path, after: int) -> None:
    """pages are kept in the first five transactions, then texts, then claims."""
    run([reports], tmp_path / "whole")
    book = tmp_path / "book"
    with subprocess.Popen(
        [sys.executable, "-c", STEPPING, str(reports), str(book)], stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        for _kept in range(after):
            assert process.stdout.readline() == b"kept\n"
        process.kill()
    assert process.returncode == -signal.SIGKILL
    run([reports], book)
    assert given_out(book) == given_out(tmp_path / "whole")
