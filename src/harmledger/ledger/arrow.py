"""Records as Arrow tables. The schema follows the record's types, so an empty kind has it too."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from importlib import import_module
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import msgspec

from harmledger.errors import HarmledgerError
from harmledger.ledger.kinds import Kind, Record

__all__ = ["table"]


class ArrowMissing(HarmledgerError):
    """The optional library pyarrow is not installed."""

    code = "arrow-missing"


def table(kind: Kind, records: Iterable[Record]) -> Any:
    """A ``pyarrow.Table``, one row a record; ArrowMissing says how to install pyarrow."""
    try:
        # By name: pyarrow has no types to check against, and is not always installed.
        arrow = import_module("pyarrow")
    except ImportError as error:
        raise ArrowMissing(
            "Arrow tables need pyarrow, which is not installed",
            hint="pip install 'harmledger[arrow]'",
        ) from error
    rows = [msgspec.to_builtins(record) for record in records]
    return arrow.Table.from_pylist(rows, schema=arrow.schema(_fields(arrow, kind.record)))


def _fields(arrow: Any, record: type[Any]) -> list[Any]:
    hints = get_type_hints(record)
    made = []
    for field in fields(record):
        hint, optional = _without_none(hints[field.name])
        made.append(arrow.field(field.name, _type(arrow, hint), nullable=optional))
    return made


def _without_none(hint: Any) -> tuple[Any, bool]:
    if get_origin(hint) in (Union, UnionType):
        rest = [part for part in get_args(hint) if part is not NoneType]
        return rest[0], len(rest) < len(get_args(hint))
    return hint, False


def _type(arrow: Any, hint: Any) -> Any:
    plain = {str: arrow.string, int: arrow.int64, float: arrow.float64, bool: arrow.bool_}
    if hint in plain:
        return plain[hint]()
    if get_origin(hint) is tuple:
        return arrow.list_(_type(arrow, get_args(hint)[0]))
    if is_dataclass(hint) and isinstance(hint, type):
        return arrow.struct(_fields(arrow, hint))
    raise TypeError(f"{hint!r} has no Arrow type")
