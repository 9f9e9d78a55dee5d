"""Figures: a statement in words with every hedge kept, and the way back to each sentence."""

from __future__ import annotations

from harmledger.figures.beside import inside
from harmledger.figures.make import make_figures
from harmledger.figures.nouns import measure_order
from harmledger.figures.parts import in_parts
from harmledger.figures.quantity import disputed, of_words
from harmledger.figures.totals import DIVISIONS, totals

__all__ = [
    "DIVISIONS",
    "disputed",
    "in_parts",
    "inside",
    "make_figures",
    "measure_order",
    "of_words",
    "totals",
]
