"""Kills a run with SIGKILL at random moments, resumes it, and compares the books.

    python bench/kill.py [PATH...] [--kills 20] [--seed 1]

For each of ``--kills`` trials: a new book, ``harmledger run PATH... --site --book DIR``,
killed after a random part of the time that an uninterrupted run took, then the same command
again. Every export, listing and page of the site must equal that of the uninterrupted book
byte for byte, and ``harmledger verify`` must find nothing. The exit status is 1 where one
trial differs. ``--twice`` kills the resumed run too. Default input: the bundled case.
"""

from __future__ import annotations

import argparse
import hashlib
import math
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from harmledger.ledger import KINDS

#: All that ``list`` can be asked for.
LISTS = (*(kind.name for kind in KINDS), "refused")


def command(*arguments: str | Path) -> list[str]:
    """The program, run by this interpreter."""
    start = "from harmledger.cli import main; main()"
    return [sys.executable, "-c", start, *map(str, arguments)]


def outputs(book: Path) -> dict[str, bytes]:
    """Everything a book gives out, by name."""
    found = {}
    for kind in LISTS:
        listed = subprocess.run(
            command("list", book, kind, "--json"), capture_output=True, check=True
        )
        found[f"list {kind}"] = listed.stdout
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            command("export", book, "--to", "csv", "-o", folder), capture_output=True, check=True
        )
        for path in sorted(Path(folder).iterdir()):
            found[f"export {path.name}"] = path.read_bytes()
    for path in sorted((book / "site").rglob("*")):
        if path.is_file():
            found[f"site {path.relative_to(book).as_posix()}"] = path.read_bytes()
    return found


def stage_of(book: Path) -> str:
    """How far a killed run had come, for the report. Looks at a copy: the book stays as it is."""
    with tempfile.TemporaryDirectory() as folder:
        for part in book.glob("ledger.db*"):
            shutil.copy(part, folder)
        copy = Path(folder) / "ledger.db"
        if not copy.exists():
            return "no ledger"
        connection = sqlite3.connect(copy)
        try:
            if connection.execute("SELECT 1 FROM meta WHERE name = 'derived_from'").fetchone():
                return "figures kept"
            for stage in ("claims", "texts"):
                if connection.execute("SELECT 1 FROM made WHERE stage = ?", (stage,)).fetchone():
                    return f"some {stage}"
            pages = connection.execute("SELECT 1 FROM pages").fetchone()
            return "some pages" if pages else "empty ledger"
        finally:
            connection.close()


def killed(run: list[str], delay: float) -> bool:
    """Whether the run was still going after ``delay`` seconds, and was killed."""
    process = subprocess.Popen(run, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        process.wait(timeout=delay)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.wait()
        return True
    return False


def main() -> int:
    """The script."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--twice", action="store_true", help="kill the resumed run too")
    arguments = parser.parse_args()
    if not arguments.paths:
        from harmledger.demo import case_paths

        arguments.paths = case_paths()
    dice = random.Random(arguments.seed)
    bad = 0
    stages: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole"
        run = command("run", *arguments.paths, "--site", "--book")
        duration = math.inf
        for _warm in range(2):
            shutil.rmtree(whole, ignore_errors=True)
            began = time.perf_counter()
            subprocess.run([*run, str(whole)], capture_output=True, check=False)
            duration = min(duration, time.perf_counter() - began)
        wanted = outputs(whole)
        print(f"uninterrupted: {duration:.1f} s, {sum(map(len, wanted.values()))} bytes given out")
        for trial in range(1, arguments.kills + 1):
            book = Path(folder) / f"book{trial}"
            said = []
            for again in range(2 if arguments.twice else 1):
                delay = dice.uniform(0, duration)
                while not killed([*run, str(book)], delay) and not again:
                    # It had ended already, which tries nothing: a new book, another moment.
                    shutil.rmtree(book)
                    delay = dice.uniform(0, duration)
                stage = stage_of(book)
                stages[stage] += 1
                said.append(f"{delay:.2f} s ({stage})")
            resumed = subprocess.run([*run, str(book)], capture_output=True, check=False)
            given = outputs(book) if resumed.returncode in (0, 1) else {}
            verified = subprocess.run(command("verify", book), capture_output=True, check=False)
            names = sorted(wanted.keys() | given.keys())
            differing = [name for name in names if given.get(name) != wanted.get(name)]
            good = not differing and verified.returncode == 0
            bad += not good
            print(f"kill {trial} at {', '.join(said)}: {'same book' if good else 'DIFFERS'}")
            for name in differing:
                print(f"  differs: {name}")
            if verified.returncode:
                print(f"  verify: {(verified.stdout + verified.stderr).decode()[:500]}")
    total = hashlib.sha256(b"".join(wanted.values())).hexdigest()[:16]
    print(f"killed at: {', '.join(f'{k} {n}' for k, n in sorted(stages.items()))}")
    print(f"{arguments.kills - bad} of {arguments.kills} the same book ({total})")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
