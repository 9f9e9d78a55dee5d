"""A statement in its parts: what is said, the notes in brackets, and what stands beside it."""

from __future__ import annotations

import re

__all__ = ["in_parts"]

#: The notes of a statement: "(1 independent origin; graded weak by airwars@1)."
_NOTES = re.compile(r" (?P<notes>\((?:[^()]*; )?(?:no|[\d,]+) independent origins?; [^()]*\)\.)")


def in_parts(statement: str) -> tuple[str, str, str]:
    """The main clause, the notes, the rest; a sentence that a person wrote is all main clause.

    Put together with spaces they are the statement again.
    """
    found = _NOTES.search(statement)
    if found is None:
        return statement, "", ""
    return statement[: found.start()], found["notes"], statement[found.end() :].strip()
