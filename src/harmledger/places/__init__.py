"""Places: how two stated places agree, and how far apart they lie."""

from __future__ import annotations

from harmledger.places.agreement import (
    NEAR_KM,
    differently_named,
    distance_km,
    is_bare,
    is_fine,
    is_site,
    name_key,
    places_agree,
    sites_apart,
)

__all__ = [
    "NEAR_KM",
    "differently_named",
    "distance_km",
    "is_bare",
    "is_fine",
    "is_site",
    "name_key",
    "places_agree",
    "sites_apart",
]
