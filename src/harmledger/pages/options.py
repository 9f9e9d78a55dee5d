"""How inputs are to be read: the options every command that takes PATHs shares."""

from __future__ import annotations

from dataclasses import dataclass

from harmledger.errors import UsageProblem

__all__ = ["DEFAULT_OPTIONS", "FORMATS", "InputOptions"]

FORMATS = ("auto", "jsonl")


@dataclass(frozen=True, slots=True, kw_only=True)
class InputOptions:
    """Names of the fields of a JSON row, and the bound on the size of one report.

    ``input_format``: ``auto`` looks at each file's content, then at its name; ``jsonl``
    reads every file as JSON Lines. ``max_bytes`` bounds one report after decompression;
    a container (JSON Lines, WARC, WACZ) may be larger, since it is read record by record.
    """

    input_format: str = "auto"
    text_field: str = "text"
    id_field: str = "id"
    published_field: str = "date"
    title_field: str = "title"
    url_field: str = "url"
    max_bytes: int = 50_000_000

    def __post_init__(self) -> None:
        if self.input_format not in FORMATS:
            raise UsageProblem(
                f"input format {self.input_format!r} is not known",
                hint="one of: " + ", ".join(FORMATS),
            )
        if self.max_bytes < 1:
            raise UsageProblem("max_bytes must be 1 or more")


DEFAULT_OPTIONS = InputOptions()
