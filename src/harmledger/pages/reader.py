"""Reads reports out of paths: the one door through which input comes in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from harmledger.errors import InputRefused
from harmledger.pages.files import read_file
from harmledger.pages.options import DEFAULT_OPTIONS, InputOptions
from harmledger.pages.source import Source, refuse
from harmledger.pages.walk import find_files
from harmledger.records import Capture, Refusal

__all__ = ["read"]


def read(
    paths: Sequence[str | Path],
    options: InputOptions = DEFAULT_OPTIONS,
    *,
    root: Path | None = None,
) -> Iterator[Capture | Refusal]:
    """Every report below ``paths``, lazily and in a fixed order, and what was left out.

    Never raises for an input's sake: whatever is wrong with a file becomes a Refusal and
    the next file is read. Bytes met again under another name are refused as ``same-bytes``.
    Relative paths are looked up below ``root`` where it is given.
    """
    seen: dict[str, str] = {}
    for found in find_files(paths, root):
        if isinstance(found, Refusal):
            yield found
            continue
        for item in _guarded(found, options):
            if isinstance(item, Refusal):
                yield item
                continue
            page = item.page
            if page.id not in seen:
                seen[page.id] = page.document
                yield item
                continue
            again = page.document == seen[page.id]
            yield refuse(
                page.collected_from,
                "same-bytes",
                f"the same report as {seen[page.id]}; counted once",
                hint="remove one of the two",
                severity="skipped" if again else "problem",
            )


def _guarded(source: Source, options: InputOptions) -> Iterator[Capture | Refusal]:
    """What a file holds; whatever goes wrong inside it ends in one Refusal."""
    try:
        yield from read_file(source, options)
    except InputRefused as error:
        severity = source.severity if error.code in _NO_REPORT else "problem"
        yield refuse(source, error.code, error.message, hint=error.hint, severity=severity)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        yield refuse(
            source, "unreadable", f"cannot be read: {reason}", hint="check its permissions"
        )
    except Exception as error:  # noqa: BLE001 - hostile input must not end the run
        reason = f"{type(error).__name__}: {error}"[:200]
        yield refuse(source, "unreadable", f"cannot be read ({reason})", hint="look at the file")


#: Codes that mean "this is something else", no fault where it merely lies in a folder.
_NO_REPORT = {"not-a-report", "no-rows", "bad-json"}
