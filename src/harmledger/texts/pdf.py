"""PDF files with a text layer: lines put together to paragraphs, page furniture marked."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from harmledger.errors import InputRefused
from harmledger.texts.blocks import Draft
from harmledger.texts.dates import iso_date
from harmledger.texts.facts import Facts, Made
from harmledger.texts.paragraphs import paragraphs
from harmledger.texts.plain import from_plain

__all__ = ["from_pdf", "reflow"]

#: A newspaper's column is narrower than a typescript, in characters.
_COLUMN = 30
_PAGES = 2_000
_CHARACTERS = 5_000_000
#: What pdfium writes for a hyphen that only ends a line.
_SOFT = "\ufffe"
_NUMBER = re.compile(r"\W*(?:page\s*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*", re.IGNORECASE)


def from_pdf(content: bytes) -> Made:
    """The text of a PDF. InputRefused where it is locked, damaged or only pictures."""
    pages, facts = _read(content)
    furniture = _furniture(pages)
    pieces: list[tuple[str, bool]] = []
    for page in pages:
        lines: list[str] = []
        for line in page.splitlines():
            if _shape(line) in furniture or _NUMBER.fullmatch(line.strip()):
                pieces.append((line.strip(), True))
            else:
                lines.append(line)
        pieces.extend((piece, False) for piece in reflow("\n".join(lines)))
    parts: list[str] = []
    dropped: set[int] = set()
    at = 0
    for piece, is_furniture in pieces:
        if is_furniture:
            dropped.add(at)
        parts.append(piece)
        at += len(piece) + 2
    text = "\n\n".join(parts)
    if not re.search(r"\w", text):
        raise InputRefused(
            "no-text-layer",
            "a PDF without a text layer, likely a scan",
            hint="run it through text recognition (OCR) first",
        )
    made = from_plain(text, title=facts.title)
    made.drafts = [
        Draft("navigation", draft.start, draft.end, reason="a page's header or footer")
        if draft.start in dropped
        else draft
        for draft in made.drafts
    ]
    made.facts.byline = made.facts.byline or facts.byline
    made.facts.dates.extend(facts.dates)
    return made


def _read(content: bytes) -> tuple[list[str], Facts]:
    import pypdfium2

    try:
        # untyped in pypdfium2
        open_document: Any = pypdfium2.PdfDocument
        document = open_document(content)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise InputRefused(
                "encrypted", "a PDF locked by a password", hint="save it without the password"
            ) from None
        raise InputRefused("damaged", "a damaged PDF", hint="fetch it again") from None
    try:
        if len(document) > _PAGES:
            raise InputRefused("too-large", f"a PDF of more than {_PAGES:,} pages", hint="split it")
        facts = _document_facts(document.get_metadata_dict())
        pages: list[str] = []
        total = 0
        for index in range(len(document)):
            page = document[index]
            try:
                layer = page.get_textpage()
                try:
                    pages.append(layer.get_text_range().replace("\r\n", "\n"))
                finally:
                    layer.close()
            finally:
                page.close()
            total += len(pages[-1])
            if total > _CHARACTERS:
                raise InputRefused("too-large", "a PDF with too much text", hint="split it")
        return pages, facts
    except pypdfium2.PdfiumError:
        raise InputRefused("damaged", "a damaged PDF", hint="fetch it again") from None
    finally:
        document.close()


def _document_facts(info: dict[str, str]) -> Facts:
    facts = Facts()
    title = " ".join((info.get("Title") or "").split())
    # what word processors fill in by themselves is no title
    if len(title) > 10 and not re.search(
        r"\.(?:docx?|pdf|indd|rtf|odt)$|^(?:Microsoft|untitled)", title, re.I
    ):
        facts.title = title
    facts.byline = " ".join((info.get("Author") or "").split()) or None
    match = re.match(r"D:(\d{4})(\d{2})?(\d{2})?", info.get("CreationDate") or "")
    if match and match[2] and match[3]:
        facts.add_date(iso_date("-".join(match.groups())), "pdf")
    return facts


def _shape(line: str) -> str:
    return re.sub(r"\d+", "#", " ".join(line.split()))


def _furniture(pages: list[str]) -> set[str]:
    """Headers and footers: first and last lines that recur on three pages or more."""
    if len(pages) < 3:
        return set()
    seen: Counter[str] = Counter()
    for page in pages:
        lines = [shape for line in page.splitlines() if (shape := _shape(line))]
        seen.update(set(lines[:2] + lines[-2:]))
    return {shape for shape, count in seen.items() if count >= max(3, len(pages) // 2)}


def reflow(text: str) -> list[str]:
    """Paragraphs of a page's text, each on one line, words parted at line ends made whole."""
    words = set(re.findall(r"[\w-]+", text))
    pieces = []
    for start, end in paragraphs(text, _COLUMN):
        piece = re.sub(rf"{_SOFT}\s*", "", text[start:end])
        piece = re.sub(
            r"(\w+)-\n\s*([a-z]\w*)", lambda match: _joined(match[1], match[2], words), piece
        )
        pieces.append(re.sub(r"\s+", " ", piece).strip())
    return [piece for piece in pieces if piece]


def _joined(left: str, right: str, words: set[str]) -> str:
    hyphened = f"{left}-{right}"
    return hyphened if hyphened in words and left + right not in words else left + right
