"""How inputs are to be read: the options every command that takes PATHs shares."""

from __future__ import annotations

from dataclasses import dataclass

from harmledger.errors import UsageProblem

__all__ = ["DEFAULT_OPTIONS", "FORMATS", "PUBLISHED_FIELDS", "InputOptions"]

FORMATS = ("auto", "jsonl")

#: Names under which rows commonly give the date of publication, the first that a row has counts.
PUBLISHED_FIELDS = (
    "date",
    "published",
    "published_at",
    "date_published",
    "datePublished",
    "publication_date",
    "pubDate",
    "pub_date",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class InputOptions:
    """Names of the fields of a JSON row, and the bound on the size of one report.

    ``input_format``: ``auto`` looks at each file's content, then at its name; ``jsonl``
    reads every file as JSON Lines. ``published_field``: without one, the first of
    ``PUBLISHED_FIELDS`` that a row has. ``max_bytes`` bounds one report after decompression;
    a container (JSON Lines, WARC, WACZ) may be larger, since it is read record by record.
    """

    input_format: str = "auto"
    text_field: str = "text"
    id_field: str = "id"
    published_field: str | None = None
    title_field: str = "title"
    url_field: str = "url"
    max_bytes: int = 50_000_000

    @property
    def published_fields(self) -> tuple[str, ...]:
        """The names to look under for the date of publication, in order."""
        return (self.published_field,) if self.published_field else PUBLISHED_FIELDS

    def __post_init__(self) -> None:
        if self.input_format not in FORMATS:
            raise UsageProblem(
                f"input format {self.input_format!r} is not known",
                hint="one of: " + ", ".join(FORMATS),
            )
        if self.max_bytes < 1:
            raise UsageProblem("max_bytes must be 1 or more")


DEFAULT_OPTIONS = InputOptions()
