"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from harmledger.pages import InputOptions

__all__ = ["as_json", "book_argument", "input_options", "options_from", "paths_argument"]

_Command = TypeVar("_Command", bound=Callable[..., Any])

#: Not checked by click: a path that cannot be read is one refused input, not a usage error.
paths_argument = click.argument(
    "paths", nargs=-1, required=True, metavar="PATH...", type=click.Path(path_type=Path)
)
book_argument = click.argument("book", type=click.Path(path_type=Path))
as_json = click.option(
    "--json", "as_json", is_flag=True, help="JSON Lines, also on a terminal (the default in a pipe)"
)

_INPUT = (
    click.option(
        "--input-format",
        type=click.Choice(["auto", "jsonl"]),
        default="auto",
        show_default=True,
        help="jsonl reads every file as JSON Lines",
    ),
    click.option("--text-field", default="text", show_default=True, help="JSON field of the text"),
    click.option("--id-field", default="id", show_default=True, help="JSON field of the name"),
    click.option(
        "--published-field",
        default="date",
        show_default=True,
        help="JSON field of the date of publication",
    ),
)


def input_options(command: _Command) -> _Command:
    """The options that say how inputs are to be read."""
    for option in reversed(_INPUT):
        command = option(command)
    return command


def options_from(values: dict[str, str]) -> InputOptions:
    """The input options from what click collected."""
    from harmledger.pages import InputOptions

    return InputOptions(
        input_format=values["input_format"],
        text_field=values["text_field"],
        id_field=values["id_field"],
        published_field=values["published_field"],
    )
