"""Assessments: what a declared, versioned method makes of the claims."""

from __future__ import annotations

from harmledger.assessments.aside import COUNTED_ON, REPLACED
from harmledger.assessments.assess import assess, assess_tolls
from harmledger.assessments.compare import compare
from harmledger.assessments.contest import DISPUTED
from harmledger.assessments.early import EARLY
from harmledger.assessments.impossible import DATED_AFTER, after_reports
from harmledger.assessments.method import Method
from harmledger.assessments.method_files import load_method, parse_method
from harmledger.assessments.origins import origins_of
from harmledger.assessments.parties import party_claims, party_of
from harmledger.assessments.residuals import Rest, added, rest_of
from harmledger.assessments.sorting import CONTRADICTS, LARGER
from harmledger.assessments.status_groups import FLOORED, RAISED
from harmledger.assessments.told_earlier import EARLIER
from harmledger.assessments.within import parts_among

__all__ = [
    "CONTRADICTS",
    "COUNTED_ON",
    "DATED_AFTER",
    "DISPUTED",
    "EARLIER",
    "EARLY",
    "FLOORED",
    "LARGER",
    "RAISED",
    "REPLACED",
    "Method",
    "Rest",
    "added",
    "after_reports",
    "assess",
    "assess_tolls",
    "compare",
    "load_method",
    "origins_of",
    "parse_method",
    "parts_among",
    "party_claims",
    "party_of",
    "rest_of",
]
