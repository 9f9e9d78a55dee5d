"""Exports: a book's claims and figures in forms that other programs read."""

from __future__ import annotations

from harmledger.exports.csvfile import csv_lines, export_csv
from harmledger.exports.safe import restore_cell, safe_cell
from harmledger.exports.tables import TABLES, WITHHELD

__all__ = [
    "TABLES",
    "WITHHELD",
    "csv_lines",
    "export_csv",
    "restore_cell",
    "safe_cell",
]
