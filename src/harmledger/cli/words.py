"""Lines for people, on stderr; and text made safe to show on a terminal."""

from __future__ import annotations

import re
import shlex
import sys
from pathlib import Path

from harmledger.cli.bars_shown import print_above
from harmledger.cli.spoken import in_options
from harmledger.records import Refusal

__all__ = ["BREAKS", "complain", "escaped", "pasted", "plain", "refused", "say", "short"]

#: Characters that could move a terminal's cursor, hide text or turn its direction.
_UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")

#: A break inside a line, with the spaces about it.
BREAKS = re.compile(r"\s*[\n\t\u2028\u2029]\s*")


#: Characters of a name that are shown: more than a file's name may have.
_NAME = 400


#: Characters of an id that are shown: enough to find the record again.
_ID = 12


def pasted(path: Path) -> str:
    """A path as it can be pasted into a shell: "'my book'"."""
    return shlex.quote(str(path))


def short(record_id: str) -> str:
    """The first characters of an id."""
    return record_id[:_ID]


def plain(text: str) -> str:
    """The text without anything a terminal would act on; what was there shows as a mark."""
    readable = text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return _UNSAFE.sub("\N{REPLACEMENT CHARACTER}", readable)


def escaped(json: str) -> str:
    """JSON text in which nothing acts on a terminal; what it says is unchanged."""
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", json)


def say(line: str) -> None:
    """One line on stderr, above a progress bar where one is shown."""
    line = BREAKS.sub(" ", plain(line))
    if not print_above(line):
        print(line, file=sys.stderr)


def complain(message: str, *, code: str, hint: str = "") -> None:
    """An error: one line with its code, and a line that says what to do."""
    say(f"harmledger: [{code}] {message}")
    if hint:
        say(f"hint: {hint}")


def refused(refusal: Refusal) -> None:
    """What was left out, why, and what to do, in one line."""
    hint = f" (hint: {in_options(refusal.hint)})" if refusal.hint else ""
    name = refusal.source
    if len(name) > _NAME:
        # The beginning says where it lies, the end what it is; the book keeps all of it.
        name = f"{name[: _NAME // 2]}[...]{name[-_NAME // 2 :]}"
    say(f"harmledger: {name}: [{refusal.code}] {refusal.message}{hint}")
