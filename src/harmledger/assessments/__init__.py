"""Assessments: what a declared, versioned method makes of the claims."""

from __future__ import annotations

from harmledger.assessments.assess import assess
from harmledger.assessments.compare import compare
from harmledger.assessments.method import Method, load_method, parse_method
from harmledger.assessments.origins import origins_of
from harmledger.assessments.parties import party_claims

__all__ = [
    "Method",
    "assess",
    "compare",
    "load_method",
    "origins_of",
    "parse_method",
    "party_claims",
]
