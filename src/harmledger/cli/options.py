"""Options that several commands share."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from harmledger.pages import InputOptions

__all__ = [
    "any_path",
    "as_json",
    "as_json_not_words",
    "book_argument",
    "input_options",
    "now",
    "options_from",
    "paths_argument",
    "processes",
    "who_decides",
]

_Command = TypeVar("_Command", bound=Callable[..., Any])


class _AnyPath(click.Path):
    """A path as it was written. Whether it can be read is not for click to say: one report
    that cannot is one refused input, while the rest is read."""

    def __init__(self) -> None:
        super().__init__(readable=False, path_type=Path)

    def convert(
        self,
        value: str | os.PathLike[str],
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> Any:
        """The path. An empty one, as from a variable that is not set, would mean this folder."""
        if not os.fspath(value):
            self.fail("a path is empty; for this folder give a dot", param, ctx)
        return super().convert(value, param, ctx)


any_path = _AnyPath()
paths_argument = click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=any_path)
book_argument = click.argument("book", type=any_path)
as_json = click.option(
    "--json", "as_json", is_flag=True, help="JSON Lines, also on a terminal (the default in a pipe)"
)
#: Of commands that write sentences, in a pipe too.
as_json_not_words = click.option(
    "--json", "as_json", is_flag=True, help="JSON Lines instead of sentences"
)


def who_decides(*, required: bool) -> Callable[[_Command], _Command]:
    """The option that says who decides; it may stand in the environment."""
    default: dict[str, Any] = {} if required else {"default": ""}
    return click.option(
        "--by",
        required=required,
        envvar="HARMLEDGER_BY",
        metavar="NAME",
        help="who decides; or HARMLEDGER_BY",
        **default,
    )


def now() -> str:
    """The present moment, as a decision notes it: UTC, ISO 8601."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


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
        show_default="date, published and the like",
        help="JSON field of the date of publication",
    ),
)


processes = click.option(
    "--processes",
    type=click.IntRange(1, 64),
    default=1,
    show_default=True,
    help="read claims in so many processes; the result is the same",
)


def input_options(command: _Command) -> _Command:
    """The options that say how inputs are to be read."""
    for option in reversed(_INPUT):
        command = option(command)
    return command


def options_from(values: Mapping[str, Any]) -> InputOptions:
    """The input options from what click collected."""
    from harmledger.pages import InputOptions

    return InputOptions(
        input_format=values["input_format"],
        text_field=values["text_field"],
        id_field=values["id_field"],
        published_field=values["published_field"],
    )
