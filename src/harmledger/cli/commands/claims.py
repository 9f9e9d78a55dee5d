"""``harmledger claims``: claims of reports, without a book."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from harmledger.cli.options import (
    as_json,
    input_options,
    options_from,
    paths_argument,
    processes,
)
from harmledger.cli.output import json_line, out
from harmledger.cli.progress import Bars
from harmledger.cli.rows import show_records
from harmledger.cli.stream import Stream
from harmledger.cli.words import short
from harmledger.records import Claim, Explanation, Refusal

__all__ = ["command"]


@click.command("claims")
@paths_argument
@input_options
@processes
@click.option(
    "--explain",
    "explained",
    is_flag=True,
    help="say of every sentence why it gave its claims, or none",
)
@as_json
def command(
    paths: tuple[Path, ...], processes: int, explained: bool, as_json: bool, **options: str
) -> int:
    """Read the claims of reports: one JSON object a line, in the order of the input.

    With --explain, sentences in words instead (or one JSON object a sentence with --json):
    the harm word, the rule and the path from the word to those harmed.
    """
    with Bars() as bars:
        stream = Stream(paths, options_from(options), bars)
        if explained:
            _explain(stream, bars, as_json)
            return 1 if stream.problems else 0
        show_records("claims", _claims(stream, bars, processes), as_json=as_json)
    return 1 if stream.problems else 0


def _explain(stream: Stream, bars: Bars, as_json: bool) -> None:
    from harmledger.claims import explain

    bars.stage("reports", None)
    for text, explanations in explain(stream.to_read_claims()):
        if not as_json:
            out(f"{text.document}")
        for one in explanations:
            if as_json:
                json_line(one)
            else:
                for line in _lines(one):
                    out(line)
        bars.step()


def _lines(one: Explanation) -> Iterator[str]:
    yield f"  {one.start}-{one.end}  {one.sentence}"
    for ground in one.grounds:
        how = f"“{ground.word}”, rule {ground.rule}: {ground.path}"
        if ground.claim is not None:
            yield f"    claim {short(ground.claim)}  “{ground.quote}”  by {how}"
            if ground.score is not None:
                yield f"      score {ground.score:.2f}, most for it: {'; '.join(ground.reasons)}"
            if ground.status_by:
                yield f"      status weighed, most for it: {'; '.join(ground.status_by)}"
            if ground.scope_by:
                yield f"      scope weighed, most for it: {'; '.join(ground.scope_by)}"
        elif one.none is None:
            yield f"    no claim  “{ground.quote}”  by {how}: {ground.refused}"
    if one.none is not None:
        yield f"    no claim: {one.none}"


def _claims(stream: Stream, bars: Bars, processes: int) -> Iterator[Claim]:
    from harmledger.claims import read_or_refused_in

    bars.stage("reports", None)
    for _text, claims in read_or_refused_in(stream.to_read_claims(), processes):
        if isinstance(claims, Refusal):
            stream.refuse(claims)
        else:
            yield from claims
        bars.step()
