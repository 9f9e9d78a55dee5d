"""Names and adjectives of countries, by which a text tells of them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from harmledger.claims.words.lexicon import LANGUAGE
from harmledger.vocabulary import load

__all__ = ["country_called", "country_forms"]


@cache
def country_forms() -> Mapping[str, str]:
    """By form in small letters the country's code: "lebanon" and "lebanese" are LB."""
    terms = load(LANGUAGE, "countries").terms
    return {form.lower(): term.id for term in terms for form in term.words("forms")}


@cache
def country_called(form: str) -> str:
    """The name of the country that a form in small letters tells: "lebanese" is Lebanon; or ""."""
    code = country_forms().get(form)
    return str(load(LANGUAGE, "countries")[code].data["name"]) if code else ""
