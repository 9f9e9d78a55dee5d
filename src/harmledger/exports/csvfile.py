"""Claims and figures as CSV: UTF-8, one header row, every text cell quoted and safe to open.

An unknown value is an empty cell, never 0. Lists are joined with ``"; "``. The rows are in
the order of the book and the bytes depend on nothing else.

``claims.csv``: document, id, measure, phase, low, high, qualifier, unit, quote, start, end,
population_status, population_age, population_sex, population_role, population_surface,
population_named, speaker_name, speaker_kind, speaker_start, speaker_end, reported_by,
reported_at, stance, when_start, when_end, when_precision, when_surface, when_offset, scope,
where_name, where_start, where_end, where_lat, where_lon, where_precision, where_geonameid,
where_country, actor_name, actor_start, actor_end, part_of, hedges, extractor, text_id,
page_id, url, published_at, sentence, and more, then counter and counter_id (who counted,
under the name that all reports share; empty where no speaker is named), at last review, review_by,
review_why and review_changes (what a person decided; an edited claim has the values that were
set, and review_changes those that the program read). Offsets count Unicode code points.

``figures.csv``: id, statement, measure, unit, low, best, high, grade, independent_origins,
origins (names with their kinds), method, subject_kind, subject, population_status, status,
claims (ids), documents, page_ids, reports (how many), origin_names (each name by which an
origin is cited, and the rule by which it is taken for it), decisions (what people decided), title,
when_start, when_end, when_precision, where_name, where_country, where_lat, where_lon,
where_precision (of the incident), as_of (of a running count), words_only (no source gives a
number), disputed (low is 0 because sources disagree about who was harmed), highest_said (the
highest number that was said where high is unknown), edges (a low or high that rests on one
origin alone, in words) and phase (how far aid of one event got, what became of buildings).
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from harmledger.errors import UsageProblem
from harmledger.exports.reading import TO_READ
from harmledger.exports.safe import safe_cell
from harmledger.exports.tables import TABLES, Cell, hidden_in
from harmledger.ledger import Book
from harmledger.names import Names

__all__ = ["csv_lines", "export_csv"]

_MARK = "\ufeff"
#: Endings that ask for another format.
_OTHER = frozenset(
    (".xlsx", ".xls", ".ods", ".tsv", ".json", ".jsonl", ".parquet", ".txt", ".html")
)


def export_csv(
    book: Book,
    out: str | Path,
    *,
    names: bool = False,
    tables: Iterable[str] = ("claims", "figures"),
    to_read: bool = False,
) -> list[Path]:
    """Write claims and figures; the files written.

    ``out`` is a folder (made where missing: ``claims.csv``, ``figures.csv``), or a path that
    ends in ``.csv``: the first table goes there, others beside it (``x.figures.csv``).
    Victims' names are withheld unless ``names``: from quote, surface, sentence, speaker and
    actor, from statements and origins, and an address or document that spells one is left out.
    ``to_read``: for a spreadsheet, see :func:`csv_lines`.
    A file is replaced only when the new one is whole. Errors: UsageProblem.
    """
    out = Path(out)
    if out.suffix.lower() in _OTHER and not out.is_dir():
        raise UsageProblem(
            f"{out}: CSV is written, not {out.suffix}",
            hint=f"-o {out.with_suffix('.csv')} opens in a spreadsheet",
        )
    # Once for all tables: it reads every text.
    hidden = hidden_in(book, names=names)
    written = []
    for number, table in enumerate(map(_known, tables)):
        if out.suffix.lower() == ".csv":
            path = out if number == 0 else out.with_suffix(f".{table}.csv")
        else:
            path = out / f"{table}.csv"
        _write(path, _lines(book, table, hidden, to_read))
        written.append(path)
    return written


def csv_lines(
    book: Book, table: str, *, names: bool = False, to_read: bool = False
) -> Iterator[str]:
    """A table's lines, ended by CR LF (RFC 4180), header first. Memory stays small.

    ``to_read``: the columns that a person reads, behind a byte order mark, without which Excel
    takes UTF-8 for another encoding.
    """
    yield from _lines(book, _known(table), hidden_in(book, names=names), to_read)


def _known(table: str) -> str:
    if table not in TABLES:
        raise UsageProblem(f"{table}: no such table", hint="tables: " + ", ".join(TABLES))
    return table


def _lines(book: Book, table: str, hidden: Names, to_read: bool) -> Iterator[str]:
    columns, rows = TABLES[table]
    if to_read:
        columns = TO_READ[table]
        yield _MARK
    yield _line(columns)
    for row in rows(book, hidden):
        yield _line(row[column] for column in columns)


def _line(cells: Iterable[Cell]) -> str:
    """Text is quoted, a number is not, the unknown is nothing at all.

    The csv module of Python 3.11 cannot tell None from an empty text, so this is by hand.
    """
    return ",".join(_cell(cell) for cell in cells) + "\r\n"


def _cell(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return '"' + safe_cell(value).replace('"', '""') + '"'
    return repr(value)


def _write(path: Path, lines: Iterable[str]) -> None:
    temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("w", encoding="utf-8", newline="") as file:
            file.writelines(lines)
        temporary.replace(path)
    except (FileExistsError, NotADirectoryError) as error:
        raise UsageProblem(
            f"{path.parent}: this is a file, and its name does not end in .csv",
            hint="give a folder, or a file that ends in .csv, with -o",
        ) from error
    except OSError as error:
        raise UsageProblem(
            f"{path}: cannot be written: {error.strerror}",
            hint="give a folder you may write to with -o",
        ) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
