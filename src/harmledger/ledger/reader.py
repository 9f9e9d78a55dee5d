"""Reading a ledger: each kind of record, what was left out, and where pages came from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

from harmledger.ledger.archive import Archive
from harmledger.ledger.briefs import Briefs
from harmledger.ledger.kinds import kind_named
from harmledger.records import (
    Assessment,
    Claim,
    Correction,
    Counter,
    Decision,
    Family,
    Figure,
    Incident,
    Page,
    Refusal,
    Review,
    Text,
    Toll,
)

__all__ = ["Location", "Reader"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """One place a page was collected from; the same bytes may have come from several."""

    page_id: str
    document: str
    collected_from: str


class Reader(Briefs):
    """The questions a book answers. ``Book`` opens one and adds the writing side."""

    archive: Archive

    def pages(self) -> Iterator[Page]:
        """Every page, by document name and id."""
        return cast("Iterator[Page]", self.records("pages"))

    def texts(self) -> Iterator[Text]:
        """Every text, by document name and id."""
        return cast("Iterator[Text]", self.records("texts"))

    def families(self) -> Iterator[Family]:
        """Every family, by the first document name in it."""
        return cast("Iterator[Family]", self.records("families"))

    def claims(self) -> Iterator[Claim]:
        """Every claim, by document and place in the text."""
        return cast("Iterator[Claim]", self.records("claims"))

    def counters(self) -> Iterator[Counter]:
        """Every named counter, by name."""
        return cast("Iterator[Counter]", self.records("counters"))

    def decisions(self) -> Iterator[Decision]:
        """Every decision, oldest first, also those that others have replaced."""
        return cast("Iterator[Decision]", self.records("decisions"))

    def reviews(self) -> Iterator[Review]:
        """What each decision in force means for the book now, oldest first."""
        return cast("Iterator[Review]", self.records("reviews"))

    def corrections(self) -> Iterator[Correction]:
        """The figures that decisions moved, oldest first."""
        return cast("Iterator[Correction]", self.records("corrections"))

    def incidents(self) -> Iterator[Incident]:
        """Every incident, by date (undated last) and title."""
        return cast("Iterator[Incident]", self.records("incidents"))

    def tolls(self) -> Iterator[Toll]:
        """Every toll, by measure, counter and title."""
        return cast("Iterator[Toll]", self.records("tolls"))

    def assessments(self) -> Iterator[Assessment]:
        """Every assessment, by subject and measure."""
        return cast("Iterator[Assessment]", self.records("assessments"))

    def figures(self) -> Iterator[Figure]:
        """Every figure, by subject and measure."""
        return cast("Iterator[Figure]", self.records("figures"))

    def content(self, page_id: str) -> bytes:
        """The original bytes of a page. BookDamaged where the file is gone."""
        return self.archive.content(page_id)

    def refusals(self, subject: str | None = None) -> Iterator[Refusal]:
        """What was left out and why, by source; or only that of one page id or source name."""
        sql = "SELECT source, code, message, hint, severity FROM refused"
        rows = (
            self._ask(sql + " ORDER BY source, subject, number")
            if subject is None
            else self._ask(sql + " WHERE subject = ? ORDER BY number", subject)
        )
        for row in rows:
            yield Refusal(source=row[0], code=row[1], message=row[2], hint=row[3], severity=row[4])

    def refused_subjects(self) -> set[str]:
        """The page ids and source names that have refusals."""
        return {str(row[0]) for row in self._ask("SELECT DISTINCT subject FROM refused")}

    def locations(self, page_id: str | None = None) -> Iterator[Location]:
        """Where a page (or every page) was collected from, by document."""
        sql = "SELECT page_id, document, collected_from FROM locations"
        order = " ORDER BY document, collected_from, page_id"
        rows = (
            self._ask(sql + order)
            if page_id is None
            else self._ask(f"{sql} WHERE page_id = ?{order}", page_id)
        )
        for row in rows:
            yield Location(page_id=row[0], document=row[1], collected_from=row[2])

    def collected(self, page_id: str) -> list[Page]:
        """One page record for every place its bytes came from, the book's own choice first.

        BookDamaged where one of them cannot be read.
        """
        sql = "SELECT CAST(body AS BLOB) FROM locations WHERE page_id = ?"
        sql += " ORDER BY document, collected_from"
        pages = kind_named("pages")
        rows = (bytes(row[0]) for row in self._ask(sql, page_id))
        return [cast("Page", self._decoded(pages, page_id, row)) for row in rows]

    def meta(self, name: str) -> str | None:
        """A note the ledger keeps about itself, such as the method it was derived with."""
        for row in self._ask("SELECT value FROM meta WHERE name = ?", name):
            return str(row[0])
        return None

    def made(self, stage: str) -> dict[str, str]:
        """What each subject of a stage was last made from: ``{subject: key}``."""
        sql = "SELECT subject, made_from FROM made WHERE stage = ?"
        return {str(row[0]): str(row[1]) for row in self._ask(sql, stage)}

    def to_arrow(self, name: str) -> Any:
        """A kind as a ``pyarrow.Table``, nested records as structs. Needs the extra ``arrow``."""
        from harmledger.ledger.arrow import table

        return table(kind_named(name), self.records(name))
