"""The languages whose claims are read: those with a folder of words."""

from __future__ import annotations

from harmledger.records import Refusal, Text
from harmledger.vocabulary import languages

__all__ = ["other_language", "reads"]


def reads(text: Text) -> bool:
    """Whether there are rules for the language of a text; one of unknown language is tried."""
    return text.lang is None or text.lang in languages()


def other_language(text: Text) -> Refusal | None:
    """Says that no claims are taken from a text: that must not look as if it told of no harm.

    None where its language is read, or unknown.
    """
    if reads(text):
        return None
    return Refusal(
        source=text.document,
        code="language",
        message=f"no claims are taken from it: its language is “{text.lang}”, not English",
        hint="it is archived and compared with others; read it yourself or give a translation",
    )
