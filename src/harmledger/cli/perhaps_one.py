"""Two counters that may be one, in lines for people: why, and the command that merges them."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator
from pathlib import Path

from harmledger.cli.report import many
from harmledger.cli.words import pasted, short
from harmledger.records import MayBeOne

__all__ = ["perhaps_one_lines"]


def perhaps_one_lines(book: Path, pairs: Iterable[MayBeOne]) -> Iterator[str]:
    """Three lines a pair; nothing is merged until a person decides."""
    for pair in pairs:
        one, two = pair.names
        yield f"{one} [{short(pair.one)}] and {two} [{short(pair.two)}]"
        yield f"  {pair.why} Met side by side {many(len(pair.subjects), 'time')}."
        # As the names themselves may be anything, they are quoted for the shell.
        names = f"{shlex.quote(one)} --with {shlex.quote(two)}"
        yield f"  harmledger decide {pasted(book)} {names} --verdict merge --by NAME"
