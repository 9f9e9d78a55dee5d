"""Writes the weights that a training script found, as data of the package."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any


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
