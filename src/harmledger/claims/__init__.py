"""Claims: who says how many, in exact spans of a text.

Clean (kept blocks), find (gate, quantities, harms), resolve (parts, places, dates, speakers),
annotate (claims): the order of the modules here.
"""

from __future__ import annotations

from harmledger.claims.annotation.nations import nation_of, of_abroad, speaks_for
from harmledger.claims.api import extract
from harmledger.claims.attribution.spellings import near_spelling, short_forms
from harmledger.claims.extract import EXTRACTOR, claims_of, read_claims
from harmledger.claims.persons.single import described, individual, name_of, same_person, status_of
from harmledger.claims.places.asnamed import place_named
from harmledger.claims.processes import (
    claims_or_refusals,
    in_processes,
    read_claims_in,
    read_or_refused_in,
)
from harmledger.claims.quantities.shares import adds_to_a_count, share_of, some_of_its_group
from harmledger.claims.times.days_named import days_named
from harmledger.claims.victims.personal import may_name_person
from harmledger.claims.why import explain
from harmledger.claims.words.kinds import kind_of
from harmledger.claims.words.language import other_language

__all__ = [
    "EXTRACTOR",
    "adds_to_a_count",
    "claims_of",
    "claims_or_refusals",
    "days_named",
    "described",
    "explain",
    "extract",
    "in_processes",
    "individual",
    "kind_of",
    "may_name_person",
    "name_of",
    "nation_of",
    "near_spelling",
    "of_abroad",
    "other_language",
    "place_named",
    "read_claims",
    "read_claims_in",
    "read_or_refused_in",
    "same_person",
    "share_of",
    "short_forms",
    "some_of_its_group",
    "speaks_for",
    "status_of",
]
