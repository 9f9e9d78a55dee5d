"""The pipeline: drives the stages over a book, checks a book, and explains a figure.

A run is a chain of small transactions, each of which says what its rows were made from. Work
whose mark is up to date is skipped, so the same command resumes a killed run and does nothing
on a finished one.
"""

from __future__ import annotations

from harmledger.pipeline.assessing import assess_book, compare_methods, method_named
from harmledger.pipeline.decide import decide, undo
from harmledger.pipeline.derive import Derived, derive
from harmledger.pipeline.finding import find_record
from harmledger.pipeline.judge import judge
from harmledger.pipeline.may_be_one import may_be_one
from harmledger.pipeline.measures import check_measure
from harmledger.pipeline.placed import stands_in
from harmledger.pipeline.recording import Decided
from harmledger.pipeline.run import RunReport, run
from harmledger.pipeline.totalling import totals_of
from harmledger.pipeline.trace import trace
from harmledger.pipeline.trace_links import marked_sentence
from harmledger.pipeline.verify import Problem, verify
from harmledger.pipeline.watch import Silent, Watcher
from harmledger.pipeline.withdraw import restore, withdraw

__all__ = [
    "Decided",
    "Derived",
    "Problem",
    "RunReport",
    "Silent",
    "Watcher",
    "assess_book",
    "check_measure",
    "compare_methods",
    "decide",
    "derive",
    "find_record",
    "judge",
    "marked_sentence",
    "may_be_one",
    "method_named",
    "restore",
    "run",
    "stands_in",
    "totals_of",
    "trace",
    "undo",
    "verify",
    "withdraw",
]
