"""Exports: a book's claims and figures in forms that other programs read."""

from __future__ import annotations

from harmledger.exports.csvfile import TABLES, csv_lines, export_csv
from harmledger.exports.safe import restore_cell, safe_cell
from harmledger.exports.withhold import WITHHELD, Names

__all__ = [
    "TABLES",
    "WITHHELD",
    "Names",
    "csv_lines",
    "export_csv",
    "restore_cell",
    "safe_cell",
]
