"""``harmledger run``: the main job."""

from __future__ import annotations

from pathlib import Path

import click

from harmledger.cli.movement import what_moved
from harmledger.cli.options import (
    any_path,
    input_options,
    options_from,
    paths_argument,
    processes,
)
from harmledger.cli.progress import Bars
from harmledger.cli.report import build, edges_first, next_steps, summary
from harmledger.cli.words import say

__all__ = ["command"]


@click.command("run")
@paths_argument
@click.option(
    "--book",
    required=True,
    type=any_path,
    help="the folder of the book; made where there is none",
)
@click.option(
    "--method",
    help="NAME, NAME@VERSION or your FILE.toml; else the book's own, airwars for a new book",
)
@click.option(
    "--counters",
    type=any_path,
    metavar="FILE",
    help="your own vocabulary of counters (TOML), which the book keeps",
)
@click.option("--site", is_flag=True, help="build the draft site in the book's folder site/")
@processes
@input_options
def command(
    paths: tuple[Path, ...],
    book: Path,
    method: str | None,
    counters: Path | None,
    site: bool,
    processes: int,
    **options: str,
) -> int:
    """Reports in, a book with figures out.

    PATHs are files or folders: web pages, text, Markdown, JSON Lines, WARC and WACZ, feeds,
    PDF. Original bytes are archived by their hash. Stopped or killed, the same command goes
    on where it was; on a finished book it changes nothing; with more reports it adds them.
    """
    from harmledger.pipeline import run

    with Bars() as bars:
        report = run(
            *(paths, book, options_from(options), method, bars),
            processes=processes,
            counters=counters,
        )
        home = build(book, bars) if site else None
    for line in summary(report, book, home):
        say(line)
    for line in what_moved(report, book):
        say(line)
    if report.held["figures"]:
        for line in edges_first(book):
            say(line)
        say(next_steps(book))
    return 1 if report.problems else 0
