"""The columns that a person reads in a spreadsheet, what matters most first.

Ids, offsets and what the program went by are left to the whole tables; ``id`` stands last, so that
a row can be found again.
"""

from __future__ import annotations

__all__ = ["TO_READ"]

_OF_CLAIMS = """
document published_at measure low high qualifier unit quote population_status speaker_name
speaker_kind counter reported_by stance scope when_start when_end where_name where_country
actor_name sentence url review review_by review_why id
"""
_OF_FIGURES = """
title when_start when_end where_name where_country statement measure unit population_status
low best high highest_said grade independent_origins origins reports documents status decisions
as_of words_only disputed edges id
"""

#: Table name to the columns.
TO_READ: dict[str, list[str]] = {"claims": _OF_CLAIMS.split(), "figures": _OF_FIGURES.split()}
