"""Marks the blocks of a text: what each is, and whether claims may be read from it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from harmledger.records import Block
from harmledger.texts.dates import find_date
from harmledger.texts.junk import junk_of, plain, rules
from harmledger.texts.labels import without_labels

__all__ = ["Draft", "byline_of", "mark"]

_NAME = re.compile(
    r"[A-Z][\w.'’-]*(?:[ ,&]+(?:and |de |von |van |bin |al-|el-)?[A-Z][\w.'’-]*){0,9}"
)
_STAMP = re.compile(
    r"\W*(?:(?:first |last )?(?:published|updated|posted|modified|date|created)(?: on| at)?\b\W*)+",
    re.IGNORECASE,
)
#: What follows a name in a byline: a separator, or "Associated Press Writer".
_AFTER_NAME = re.compile(
    r"\s*[|•·–—/]\s*|\s+-\s+|"
    r",\s+(?=[A-Z][\w ]*(?:Writer|Press|News|Reporter|Correspondent|Editor)\b)"
)
#: Lists of links to other reports are short; what follows may be the report again.
_LISTED = 8
_TERMINAL = re.compile(r"[.!?…][\"'”’)\]]*\s*$")


@dataclass(slots=True)
class Draft:
    """A block before it is judged: ``kind`` is what the layout says; ``sure``: not to judge.

    ``reason``: why the layout says that it is no part of the report.
    """

    kind: str
    start: int
    end: int
    sure: bool = False
    reason: str | None = None


def byline_of(block: str) -> str | None:
    """The names in a line such as "By Ana Ruiz and Ben Cole", or None."""
    line = " ".join(block.split())
    if len(line) > 140 or (_TERMINAL.search(line) and not re.search(r"\b[A-Z]\.$", line)):
        return None
    match = re.fullmatch(r"(?:by|written by|posted by|story by|report by)\s*:?\s+(.+)", line, re.I)
    if not match:
        return None
    names = _AFTER_NAME.split(match[1])[0].strip(" ,")
    names = re.sub(r"\s+(?:in|at)\s+[A-Z].*$", "", names)
    if len(names.split()) > 12 or not _NAME.fullmatch(names) or re.search(r"\d", names):
        return None
    return names


def mark(text: str, drafts: Iterable[Draft], byline: str | None = None) -> tuple[Block, ...]:
    """Blocks with junk marked. ``byline`` is the author where the page names one."""
    found = list(drafts)
    size = max(1, len(text))
    blocks: list[Block] = []
    rest: tuple[str, str] | None = None
    listing: tuple[str, str] | None = None
    listed = 0
    author_box = False
    for number, draft in enumerate(found):
        block = text[draft.start : draft.end]
        position = draft.start / size
        kind: str = draft.kind
        reason = draft.reason
        if reason is None and not draft.sure:
            kind, reason, opens = _judge(block, position, number, len(found), draft.kind)
            if reason is None and rest:
                kind, reason = rest
            elif reason is None and listing:
                listed += 1
                if listed <= _LISTED and _is_title(block):
                    kind, reason = listing
                else:
                    listing = None
            if reason is None and _is_bio(block, position, byline, author_box):
                kind, reason = "bio", "about the author"
            author_box = kind == "bio"
            if opens == "rest" and reason:
                rest = (kind, reason)
            elif opens == "list" and reason:
                listing, listed = (kind, reason), 0
        blocks.append(
            Block(
                kind=kind,
                start=draft.start,
                end=draft.end,
                kept=reason is None,
                reason=reason,
            )
        )
    return tuple(without_labels(text, blocks))


def _judge(
    block: str, position: float, number: int, count: int, kind: str
) -> tuple[str, str | None, str | None]:
    """Kind, reason to drop (None: keep) and what the block opens."""
    if byline_of(block):
        if number > 4 and position > 0.5:
            return "bio", "the author's box", None
        return "byline", "the author's name", None
    if number <= 6 and _is_stamp(block):
        return "dateline", "the date of publication", None
    junk = junk_of(block, position)
    if junk is not None and not (number == 0 and count > 1 and len(block.split()) > 3):
        return junk.kind, junk.reason, junk.opens
    return kind, None, None


def _is_stamp(block: str) -> bool:
    """A line that holds a date, perhaps a time, and nothing else."""
    line = " ".join(block.split())
    if len(line) > 80:
        return False
    found = find_date(line)
    if found is None:
        return False
    left = line[: found.start] + " " + line[found.end :]
    left = _STAMP.sub(" ", left)
    left = re.sub(
        r"\b(?:\d{1,2}[:.]\d{2}(?::\d{2})?|[ap]\.?m\.?|GMT|UTC|[ECMP][SD]?T|BST|IST|CET|at|on|the|"
        r"mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun|day|monday|tuesday|wednesday|"
        r"thursday|friday|saturday|sunday|[+-]\d{4})\b|[\W_]",
        " ",
        left,
        flags=re.I,
    )
    return not left.strip()


def _is_title(block: str) -> bool:
    return len(block.split()) <= 18 and not _TERMINAL.search(block)


def _is_bio(block: str, position: float, byline: str | None, after_box: bool) -> bool:
    """A paragraph about the author: right under the author's name, or naming the author."""
    if position < 0.5 or len(block.split()) > 120:
        return False
    text, compiled = plain(block), rules()
    if compiled.harm.search(text) or not compiled.bio_role.search(text):
        return False
    if after_box:
        return True
    name = plain(byline or "")
    return (
        bool(name)
        and re.match(rf"{re.escape(name)} (?:is|was|has|works|writes|covers|reports)\b", text)
        is not None
    )
