"""JSON rows: one page a row, its bytes the row as it stands in the file."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from harmledger.errors import InputRefused
from harmledger.pages.limits import megabytes, read_bounded
from harmledger.pages.lines import LineReader, faults_in_words
from harmledger.pages.options import InputOptions
from harmledger.pages.source import Source, Stream, capture, refuse
from harmledger.records import Capture, Given, Refusal

__all__ = ["parse_row", "read_json", "read_lines"]

#: Rows looked at before a file is refused as a whole for having no text field.
_PATIENCE = 20


def parse_row(content: bytes) -> dict[str, Any]:
    """A JSON object from bytes in UTF-8; InputRefused says what is wrong."""
    try:
        row = json.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise InputRefused(
            "bad-row", "is not UTF-8", hint="save the file as UTF-8 JSON Lines"
        ) from None
    except (ValueError, RecursionError) as error:
        reason = _reason(error)
        raise InputRefused(
            "bad-row", f"is not JSON ({reason})", hint="one JSON object a line"
        ) from None
    if not isinstance(row, dict):
        raise InputRefused("bad-row", "is not a JSON object", hint="one JSON object a line")
    return row


def _reason(error: ValueError | RecursionError) -> str:
    """Why JSON could not be read, in words that do not speak of Python."""
    if isinstance(error, RecursionError):
        return "nested too deeply"
    if not isinstance(error, json.JSONDecodeError):
        return "a number with too many digits"
    return str(error)


def _plain(row: dict[str, Any], *names: str) -> str | None:
    for name in names:
        value = row.get(name)
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            continue
        text = str(value).strip()
        if text:
            # a lone surrogate is legal JSON, but no character and not writable
            return text.encode("utf-8", "replace").decode("utf-8")
    return None


def _no_text(row: dict[str, Any], field: str) -> str | None:
    if field not in row:
        return f"has no field {field!r}"
    value = row[field]
    if not isinstance(value, str):
        return f"field {field!r} is not text"
    return None if value.strip() else f"field {field!r} is empty"


def _hint(row: dict[str, Any]) -> str:
    names = [name for name, value in row.items() if isinstance(value, str)][:8]
    return "name the field with `text_field`; fields of text: " + (", ".join(names) or "none")


def _row(content: bytes, place: str, source: Source, options: InputOptions) -> Capture:
    """``place`` is the row's number from 1."""
    row = parse_row(content)
    fault = _no_text(row, options.text_field)
    if fault:
        raise InputRefused("no-text", fault, hint=_hint(row))
    return capture(
        content,
        source,
        "application/json",
        document=_plain(row, options.id_field) or f"{source.document}:{place}",
        member=place,
        url=_plain(row, options.url_field),
        given=Given(
            title=_plain(row, options.title_field),
            publisher=_plain(row, "publisher"),
            byline=_plain(row, "byline", "author"),
            published_at=_plain(row, *options.published_fields),
            lang=_plain(row, "lang", "language"),
            text_field=options.text_field,
        ),
    )


def _wrong(source: Source, place: str, error: InputRefused) -> Refusal:
    name = f"{source.shown}#{place}"
    return refuse(name, error.code, f"row {place} {error.message}", hint=error.hint)


def read_lines(
    stream: Stream, source: Source, options: InputOptions
) -> Iterator[Capture | Refusal]:
    """One page a line. A bad line is refused and the next one read.

    InputRefused ``no-rows`` where the first rows all lack the text field: then the file is
    something else, and one line says so.
    """
    reader = LineReader(stream)
    held: list[Refusal] = []
    number = good = 0
    hint = "one JSON object a line"
    faults: Counter[str] = Counter()
    while line := reader.readline(options.max_bytes + 1):
        number += 1
        if len(line) > options.max_bytes:
            while line and not line.endswith(b"\n"):
                line = reader.readline(1 << 20)
            held.append(_wrong(source, str(number), _too_long(options)))
            faults["is too long"] += 1
        elif line.strip():
            try:
                row = _row(
                    line.removesuffix(b"\n").removesuffix(b"\r"), str(number), source, options
                )
            except InputRefused as error:
                hint = error.hint
                faults[error.message] += 1
                held.append(_wrong(source, str(number), error))
            else:
                good += 1
                yield from held
                held.clear()
                yield row
        if good:
            yield from held
            held.clear()
        elif len(held) >= _PATIENCE:
            break
    if good or not held:
        return
    if len(held) == 1:
        yield from held
        return
    raise InputRefused("no-rows", f"no row can be read: {faults_in_words(faults)}", hint=hint)


def _too_long(options: InputOptions) -> InputRefused:
    return InputRefused(
        "too-large", f"is longer than {megabytes(options.max_bytes)}", hint="one report a row"
    )


def read_json(stream: Stream, source: Source, options: InputOptions) -> Iterator[Capture | Refusal]:
    """A JSON file that is one row, a list of rows, or rows one after the other."""
    content = read_bounded(stream, options.max_bytes)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputRefused("bad-json", "is not UTF-8", hint="save it as UTF-8") from None
    pieces = list(_objects(text))
    rows = [row for row, _, _ in pieces if isinstance(row, dict)]
    if not any(options.text_field in row for row in rows[:_PATIENCE]):
        raise InputRefused(
            "no-rows",
            f"is JSON without reports: no row has a field {options.text_field!r}",
            hint=_hint(rows[0]) if rows else "name the field with `text_field`",
        )
    for number, (_, start, end) in enumerate(pieces, start=1):
        try:
            yield _row(text[start:end].encode("utf-8"), str(number), source, options)
        except InputRefused as error:
            yield _wrong(source, str(number), error)


def _objects(text: str) -> Iterator[tuple[Any, int, int]]:
    """Each row with its place in ``text``; a list is opened, so that each row keeps its bytes."""
    decoder = json.JSONDecoder()
    at, inside = 0, False
    while True:
        while at < len(text) and (text[at].isspace() or (inside and text[at] in ",]")):
            at += 1
        if at >= len(text):
            return
        if not inside and text[at] == "[":
            at, inside = at + 1, True
            continue
        try:
            row, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            reason = _reason(error)
            raise InputRefused("bad-json", f"is not JSON ({reason})", hint="mend it") from None
        yield row, at, end
        at = end
