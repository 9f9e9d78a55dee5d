"""Writes the weights that a training script found, as data of the package.

Weights of traits have a file of their own; those of a few features stand in rows of a vocabulary.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

__all__ = ["keep_rows", "keep_weights"]


def keep_weights(target: Path, about: str, model: Any) -> None:
    """Write a model (a dataclass; ``traits`` or ``weights`` is a mapping) to ``target``.

    One line for each trait, so that a change of weights can be read as a difference of lines.
    """
    held = {"about": about}
    held |= {
        "weights" if f.name == "traits" else f.name: getattr(model, f.name) for f in fields(model)
    }
    body = ",\n".join(f"{_json(key)}: {_value(value)}" for key, value in held.items())
    target.write_text(f"{{\n{body}\n}}\n", encoding="utf-8")
    print(f"{target.name}: {len(held['weights'])} traits, {target.stat().st_size} bytes")


def _value(value: Any) -> str:
    if not isinstance(value, dict):
        return _json(value)
    return "{\n" + ",\n".join(_entries(value)) + "\n}"


def _entries(value: dict[str, Any]) -> Iterator[str]:
    for key, inner in value.items():
        yield f"{_json(key)}: {_json(inner)}"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def keep_rows(target: Path, values: Mapping[str, float], *, write: bool, digits: int) -> None:
    """Prints the fitted values, rounded, and if asked writes them into the vocabulary."""
    rounded = {name: round(float(value), digits) for name, value in values.items()}
    for name, value in rounded.items():
        print(f"{name:20} {value:8.{digits}f}")
    if write:
        target.write_text(_rewritten(target.read_text(encoding="utf-8"), rounded), encoding="utf-8")


def _rewritten(content: str, values: Mapping[str, float]) -> str:
    """A vocabulary with the new values of its rows (weight or value), all else as it stands."""
    for name, value in values.items():
        pattern = rf'(\[\[term\]\]\nid = "{name}"\n(?:label = .*\n)?(?:weight|value) = )\S+'
        content, count = re.subn(pattern, rf"\g<1>{value}", content)
        if count != 1:
            raise SystemExit(f"no single row {name}")
    return content
