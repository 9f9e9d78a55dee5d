"""``harmledger families``: copies among reports, without a book."""

from __future__ import annotations

from pathlib import Path

import click

from harmledger.cli.options import as_json, input_options, options_from, paths_argument
from harmledger.cli.progress import Bars
from harmledger.cli.rows import show_records
from harmledger.cli.stream import Stream

__all__ = ["command"]


@click.command("families")
@paths_argument
@input_options
@as_json
def command(paths: tuple[Path, ...], as_json: bool, **options: str) -> int:
    """Find copies among reports: one family a line, with its members and the evidence."""
    from harmledger.families import find_families

    with Bars() as bars:
        stream = Stream(paths, options_from(options), bars)
        bars.stage("reports", None)
        families = list(find_families(stream.texts()))
    show_records("families", families, as_json=as_json)
    return 1 if stream.problems else 0
