"""The language of a text, where it can be told."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

__all__ = ["language_code", "language_of"]

_SHORTEST = 60
_SAMPLE = 4000
_SURE = 0.9


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier: Any = LanguageIdentifier
    return identifier.from_model_file(MODEL_FILE, norm_probs=True)


def language_of(text: str) -> str | None:
    """An ISO 639-1 code, or None where the text is short or the answer uncertain."""
    sample = text[:_SAMPLE]
    if len(sample.split()) < 8 or len(sample) < _SHORTEST:
        return None
    # the model has seen few texts in capitals
    language, probability = _identifier().classify(sample.lower() if sample.isupper() else sample)
    return str(language) if float(probability) >= _SURE else None


def language_code(written: str | None) -> str | None:
    """``en`` from ``en-GB``, ``EN_us`` and the like; None from anything else."""
    code = re.split(r"[-_]", (written or "").strip().lower())[0]
    return code if re.fullmatch(r"[a-z]{2}", code) else None
