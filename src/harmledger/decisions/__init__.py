"""Decisions: what people decided about claims, incidents, figures and pages, applied.

Nothing here alters what the stages made. A decision in force is applied to it anew each time,
as long as what the person saw is still there; else it is listed as needing another look.
"""

from __future__ import annotations

from harmledger.decisions.claims import JudgedClaims, judge_claims
from harmledger.decisions.differing import changes_between
from harmledger.decisions.editing import as_edited
from harmledger.decisions.fields import CLAIM_FIELDS, FIGURE_FIELDS, UNKNOWN, as_set, checked
from harmledger.decisions.figures import Settled, settle
from harmledger.decisions.groups import Groups, claims_edit, seen_claims
from harmledger.decisions.incidents import Regrouped, regroup
from harmledger.decisions.moved import corrects, moved
from harmledger.decisions.names import names_reviewed
from harmledger.decisions.noted import bearing, changes_words, noted_assessments, noted_figures
from harmledger.decisions.reviewing import COUNTS, LOOK_AGAIN, about, because
from harmledger.decisions.seen import assessment_seen, claim_seen, figure_seen
from harmledger.decisions.sources import Fallen, withdrawn
from harmledger.decisions.wording import decided_words, done_words

__all__ = [
    "CLAIM_FIELDS",
    "COUNTS",
    "FIGURE_FIELDS",
    "LOOK_AGAIN",
    "UNKNOWN",
    "Fallen",
    "Groups",
    "JudgedClaims",
    "Regrouped",
    "Settled",
    "about",
    "as_edited",
    "as_set",
    "assessment_seen",
    "bearing",
    "because",
    "changes_between",
    "changes_words",
    "checked",
    "claim_seen",
    "claims_edit",
    "corrects",
    "decided_words",
    "done_words",
    "figure_seen",
    "judge_claims",
    "moved",
    "names_reviewed",
    "noted_assessments",
    "noted_figures",
    "regroup",
    "seen_claims",
    "settle",
    "withdrawn",
]
