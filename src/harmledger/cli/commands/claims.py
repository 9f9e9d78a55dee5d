"""``harmledger claims``: claims of reports, without a book."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from harmledger.cli.options import as_json, input_options, options_from, paths_argument
from harmledger.cli.progress import Bars
from harmledger.cli.rows import show_records
from harmledger.cli.stream import Stream
from harmledger.records import Claim

__all__ = ["command"]


@click.command("claims")
@paths_argument
@input_options
@as_json
def command(paths: tuple[Path, ...], as_json: bool, **options: str) -> int:
    """Read the claims of reports: one JSON object a line, in the order of the input."""
    with Bars() as bars:
        stream = Stream(paths, options_from(options), bars)
        show_records("claims", _claims(stream, bars), as_json=as_json)
    return 1 if stream.problems else 0


def _claims(stream: Stream, bars: Bars) -> Iterator[Claim]:
    from harmledger.claims import read_claims

    bars.stage("reports", None)
    for _text, claims in read_claims(stream.texts()):
        yield from claims
        bars.step()
