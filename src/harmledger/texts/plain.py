"""Plain text, Markdown and the text of a JSON row: kept verbatim, its head lines read."""

from __future__ import annotations

import re

from harmledger.texts.blocks import Draft, byline_of
from harmledger.texts.dates import find_date
from harmledger.texts.facts import Facts, Made
from harmledger.texts.heads import is_label, is_place_line, released_by
from harmledger.texts.paragraphs import paragraphs
from harmledger.texts.pieces import ONLY_LINK
from harmledger.texts.titles import headline_of

__all__ = ["from_markdown", "from_plain", "with_headline"]

_TERMINAL = re.compile(r"[.!?…;:,][\"'”’)\]]*$")
#: "KABUL, 3 OCT 90 (AFP) -- " and its like: a place, perhaps a date and an agency, then a dash.
_DATELINE = re.compile(
    r"\s*[A-Z][\w'’ ./-]{1,40}(?:\s*\([^)]{2,40}\))?(?:,\s*[\w'’. ]{2,40}){0,3}"
    r"\s*(?:\([^)]{2,60}\)\s*)?(?:--|[—–]|\s-\s)"
)
_HEADING = re.compile(r"#{1,6}\s+\S")
_UNDERLINE = re.compile(r"(?:=+|-{2,})\s*$")
_LINK_ONLY = re.compile(r"(?:[-*+]\s+)?!?\[[^\]\n]*\]\([^)\n]*\)[.,;]?|<?https?://\S+>?")
_TABLE = re.compile(r"\|.*\|$")
_ITEM = re.compile(r"(?:[-*+•]|\d{1,3}[.)])\s+\S")
_TITLE_WORDS = 30
#: Words that stand before a date without being a publisher's name.
_WEEKDAY = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:published|updated|posted|date)\b", re.I
)

#: A word that leads on to the date: "Note on the record up to 15 October" names nobody.
_LEADS_ON = re.compile(
    r"\b(?:as|at|before|between|by|during|ending|for|from|in|of|on|since|the|this|till|to|until)$",
    re.I,
)


def from_plain(text: str, *, title: str | None = None) -> Made:
    """A plain text. ``title`` is a title known from elsewhere: then no line is taken for it."""
    drafts = [Draft("body", start, end) for start, end in paragraphs(text)]
    facts = Facts(title=title)
    if title is None and len(drafts) > 1 and _is_title(text[drafts[0].start : drafts[0].end]):
        facts.title = " ".join(text[drafts[0].start : drafts[0].end].split())
        drafts[0].kind = "headline"
        drafts[0].sure = True
    elif title is not None and drafts:
        first = " ".join(text[drafts[0].start : drafts[0].end].split())
        if first.casefold() == " ".join(title.split()).casefold():
            drafts[0].kind, drafts[0].sure = "headline", True
    _read_head(text, drafts, facts)
    for draft in drafts:
        if draft.kind == "body" and _ITEM.match(text, draft.start, draft.end):
            draft.kind = "list"
    return Made(text, drafts, facts)


def with_headline(made: Made, title: str | None) -> Made:
    """The text with a title that it does not hold as a headline behind it.

    Behind, so that offsets into the text as it was handed in stay: spans of claims fit it.
    """
    line = headline_of(title or "")
    if not re.search(r"\w", line) or line.casefold() in " ".join(made.text.split()).casefold():
        return made
    start = len(made.text.rstrip()) + 2
    text = f"{made.text.rstrip()}\n\n{line}"
    return Made(text, [*made.drafts, Draft("headline", start, len(text), True)], made.facts)


def from_markdown(text: str) -> Made:
    """A Markdown text: headings are headlines, lines that are only links are navigation."""
    drafts: list[Draft] = []
    for start, end in paragraphs(text):
        drafts.extend(_markdown_blocks(text, start, end))
    facts = Facts()
    first = next((draft for draft in drafts if draft.kind == "headline"), None)
    if first is not None:
        line = text[first.start : first.end].splitlines()[0]
        facts.title = line.strip("# \t\r") or None
    _read_head(text, drafts, facts)
    return Made(text, drafts, facts)


def _markdown_blocks(text: str, start: int, end: int) -> list[Draft]:
    block = text[start:end]
    lines = block.splitlines()
    if _HEADING.match(block):
        cut = start + len(lines[0].rstrip())
        rest = [
            Draft("body", start + match.start(), end)
            for match in [re.compile(r"\S").search(block, cut - start)]
            if match
        ]
        return [Draft("headline", start, cut, sure=True), *rest]
    if len(lines) == 2 and _UNDERLINE.match(lines[1].strip()):
        return [Draft("headline", start, end, sure=True)]
    if all(_TABLE.match(line.strip()) for line in lines):
        return [Draft("table", start, end)]
    if all(_LINK_ONLY.fullmatch(line.strip()) for line in lines):
        return [Draft("see_also", start, end, reason=ONLY_LINK)]
    return [Draft("list" if _ITEM.match(block) else "body", start, end)]


def _is_title(block: str) -> bool:
    line = " ".join(block.split())
    return (
        0 < len(line) <= 220
        and "\n\n" not in block
        and len(line.split()) <= _TITLE_WORDS
        and block.count("\n") <= 2
        and not _TERMINAL.search(line)
        and not _DATELINE.match(line)
        and byline_of(line) is None
        and find_date(line) is None
        and not _ITEM.match(line)
    )


def _read_head(text: str, drafts: list[Draft], facts: Facts) -> None:
    """Byline, publisher and date, where the first lines give them plainly."""
    before = ""
    for number, draft in enumerate(drafts[:6]):
        block = text[draft.start : draft.end]
        is_title = draft.kind == "headline" and number == 0
        if facts.byline is None:
            facts.byline = byline_of(block)
        if not facts.dates and not is_title:
            dateline = _DATELINE.match(block)
            head = block[: dateline.end()] if dateline else block if len(block) <= 100 else ""
            if found := find_date(head):
                facts.add_date(found.iso, "text")
                if dateline is None and number <= 2 and drafts[0].kind == "headline":
                    facts.publisher = _masthead(block[: found.start]) or _masthead(before)
        before = "" if is_title else block
    facts.publisher = released_by(_head_lines(text, drafts)) or facts.publisher


def _head_lines(text: str, drafts: list[Draft]) -> list[str]:
    """The lines before the first sentence."""
    lines: list[str] = []
    for draft in drafts[:6]:
        for line in text[draft.start : draft.end].splitlines():
            if len(line) > 100 or line.rstrip().endswith((".", "!", "?")):
                return lines
            lines.append(line.strip())
    return lines


def _masthead(words: str) -> str | None:
    """The publisher's name, where nothing but it stands before the date or above it."""
    name = re.sub(r"^[\s*_#]+|[\s*_,|·–—-]+$", "", words)
    if not 3 <= len(name) <= 60 or len(name.split()) > 6 or _TERMINAL.search(name):
        return None
    if not re.match(r"[A-Z]", name) or byline_of(name):
        return None
    if is_label(name) or is_place_line(name):
        return None
    if _WEEKDAY.search(name) or _LEADS_ON.search(name):
        return None
    return name
