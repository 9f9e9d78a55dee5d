"""The rows of the tables: claims and figures, with the names of victims withheld."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import cast

from harmledger.decisions import decided_words
from harmledger.exports.decided import decided_cells
from harmledger.exports.subjects import caveat_cells, subject_cells
from harmledger.ledger import Book
from harmledger.names import Names
from harmledger.records import Assessment, Claim, Figure, Page, Text

__all__ = ["TABLES", "WITHHELD", "Cell", "hidden_in"]

Cell = str | int | float | None
Row = dict[str, Cell]

#: What stands in place of a victim's name.
WITHHELD = "[name withheld]"
#: Columns of a claim whose words may name a victim.
_MAY_NAME = (
    "quote",
    "population_surface",
    "sentence",
    "speaker_name",
    "speaker_via",
    "actor_name",
    "counter",
    "review_why",
    "review_changes",
)

#: The same of a figure.
_FIGURE_MAY_NAME = (
    "statement",
    "origins",
    "origin_names",
    "decisions",
    "title",
    "where_name",
    "edges",
)

_POPULATION = ("status", "age", "sex", "role", "surface", "named")
_SPEAKER = ("name", "kind", "start", "end")
_WHEN = ("start", "end", "precision", "surface", "offset")
_WHERE = ("name", "start", "end", "lat", "lon", "precision", "geonameid", "country", "within")
_ACTOR = ("name", "start", "end")
_BASIS = ("word", "rule", "start", "end")


def hidden_in(book: Book, *, names: bool) -> Names:
    """What to withhold in every table of a book; with ``names``, nothing. Reads every text."""
    return Names(book.claims(), book.texts(), show=names)


def _claim_rows(book: Book, hidden: Names) -> Iterator[Row]:
    counters = {claim: counter for counter in book.counters() for claim in counter.claims}
    reviews = {review.subject: review for review in book.reviews()}
    for text_id, claims in groupby(book.claims(), key=lambda claim: claim.text_id):
        text = cast("Text", book.one("texts", text_id))
        page = cast("Page | None", book.one("pages", text.page_id))
        for claim in claims:
            review = reviews.get(claim.id)
            as_counted = review.claim if review and review.claim else claim
            row = _claim_row(as_counted, text, page)
            row.update(decided_cells(review, reviews.get(text.page_id)))
            counter = counters.get(claim.id)
            row["counter"] = counter.name if counter else None
            row["counter_id"] = counter.id if counter else None
            for column in _MAY_NAME:
                row[column] = _withheld(hidden, row[column], [text_id])
            for column in ("document", "url"):
                address = row[column]
                if isinstance(address, str) and hidden.in_address(address, [text_id]):
                    row[column] = WITHHELD
            yield row


def _withheld(hidden: Names, words: Cell, text_ids: Iterable[str]) -> Cell:
    """The words with every name of a victim replaced."""
    if not isinstance(words, str):
        return words
    for start, end in reversed(hidden.ranges_in(words, text_ids)):
        words = words[:start] + WITHHELD + words[end:]
    return words


def _claim_row(claim: Claim, text: Text, page: Page | None) -> Row:
    row = _plain(claim, _CLAIM_COLUMNS)
    _spread(row, "population", claim.population, _POPULATION)
    _spread(row, "speaker", claim.speaker, _SPEAKER)
    _spread(row, "when", claim.when, _WHEN)
    _spread(row, "where", claim.where, _WHERE)
    _spread(row, "actor", claim.actor, _ACTOR)
    _spread(row, "basis", claim.basis, _BASIS)
    if claim.population is not None:
        row["population_named"] = "true" if claim.population.named else "false"
    row["speaker_via"] = _joined(claim.speaker.via) if claim.speaker else None
    row["basis_outcome_open"] = None
    if claim.basis is not None:
        row["basis_outcome_open"] = "true" if claim.basis.outcome_open else "false"
    where, when = (claim.story.where, claim.story.when) if claim.story else (None, None)
    row["story_where"] = where.name if where else None
    row["story_country"] = where.country if where else None
    row["story_when_start"] = when.start if when else None
    row["story_when_end"] = when.end if when else None
    row["sentence"] = text.text[claim.sentence_start : claim.sentence_end]
    row["hedges"] = _joined(claim.hedges)
    row["page_id"] = text.page_id
    row["url"] = text.url or (page.url if page else None)
    row["published_at"] = text.published_at
    return row


def _plain(record: Claim | Figure, columns: Iterable[str]) -> Row:
    """The columns that are fields of the record itself."""
    return {column: getattr(record, column) for column in columns if hasattr(record, column)}


def _spread(row: Row, prefix: str, part: object | None, names: Iterable[str]) -> None:
    for name in names:
        row[f"{prefix}_{name}"] = None if part is None else getattr(part, name)


def _figure_rows(book: Book, hidden: Names) -> Iterator[Row]:
    reviews = {review.decision: review for review in book.reviews()}
    for figure in book.figures():
        assessment = cast("Assessment | None", book.one("assessments", figure.assessment))
        row = _figure_row(figure, assessment)
        row.update(subject_cells(book, figure))
        row.update(caveat_cells(book, assessment))
        own = (reviews[one] for one in figure.decisions if one in reviews)
        row["decisions"] = _joined(map(decided_words, own))
        texts = [link.text_id for link in figure.trace]
        for column in _FIGURE_MAY_NAME:
            row[column] = _withheld(hidden, row[column], texts)
        documents = dict.fromkeys(link.document for link in figure.trace)
        row["documents"] = _joined(
            WITHHELD if hidden.in_address(document, texts) else document for document in documents
        )
        yield row


def _figure_row(figure: Figure, assessment: Assessment | None) -> Row:
    row = _plain(figure, _FIGURE_COLUMNS)
    row["population_status"] = assessment.status if assessment else None
    origins = assessment.origins if assessment else ()
    row["origins"] = _joined(f"{origin.name} ({origin.kind})" for origin in origins)
    row["origin_names"] = _joined(
        f"{origin.name}: {named.name} [{named.rule}]"
        for origin in origins
        for named in origin.names
    )
    row["edges"] = _joined(edge.sentence.removesuffix(".") for edge in figure.edges)
    row["reports"] = len({link.text_id for link in figure.trace})
    row["claims"] = _joined(link.claim_id for link in figure.trace)
    row["page_ids"] = _joined(dict.fromkeys(link.page_id for link in figure.trace))
    return row


def _joined(parts: Iterable[str]) -> str:
    return "; ".join(parts)


_OF_CLAIMS = """
document id measure phase low high qualifier unit quote start end
population_status population_age population_sex population_role population_surface
population_named speaker_name speaker_kind speaker_start speaker_end reported_by reported_at stance
when_start when_end when_precision when_surface when_offset scope where_name where_start
where_end where_lat where_lon where_precision where_geonameid where_country actor_name
actor_start actor_end part_of hedges extractor text_id page_id url published_at sentence
speaker_via basis_word basis_rule basis_start basis_end basis_outcome_open where_within
story_where story_country story_when_start story_when_end counter counter_id
review review_by review_why review_changes
"""
_OF_FIGURES = """
id statement measure unit low best high grade independent_origins origins method
subject_kind subject population_status status claims documents page_ids reports origin_names
decisions title when_start when_end when_precision where_name where_country where_lat where_lon
where_precision as_of words_only disputed highest_said edges phase
"""
_CLAIM_COLUMNS = _OF_CLAIMS.split()
_FIGURE_COLUMNS = _OF_FIGURES.split()

#: Table name to its columns and its rows, without the names that are hidden.
TABLES: dict[str, tuple[list[str], Callable[[Book, Names], Iterator[Row]]]] = {
    "claims": (_CLAIM_COLUMNS, _claim_rows),
    "figures": (_FIGURE_COLUMNS, _figure_rows),
}
