"""Everything the pages refer to, looked up once: a book's records by id, without its texts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from markupsafe import Markup

from harmledger.counters import from_records
from harmledger.decisions import decided_words
from harmledger.names import Names
from harmledger.records import (
    Assessment,
    Claim,
    Family,
    Figure,
    Incident,
    Member,
    Page,
    Review,
    Toll,
)
from harmledger.site.book import BookLike
from harmledger.site.cards import Card, Snippet, file_name
from harmledger.site.show import show_range

__all__ = ["Shelf"]


class Shelf:
    """Records by id, and who belongs to whom."""

    def __init__(self, book: BookLike, *, names: bool) -> None:
        self.claims: dict[str, Claim] = {claim.id: claim for claim in book.claims()}
        self.names = Names(self.claims.values(), book.texts(), show=names)
        self.reviews = tuple(book.reviews())
        self.corrections = tuple(book.corrections())
        #: By id of a claim, figure, assessment, incident or page, what people decided about it.
        self.reviews_of: dict[str, list[Review]] = defaultdict(list)
        for review in self.reviews:
            for one in dict.fromkeys((review.subject, *review.current)):
                self.reviews_of[one].append(review)
            if review.claim is not None and review.subject in self.claims:
                self.claims[review.subject] = review.claim
        self.pages: dict[str, Page] = {page.id: page for page in book.pages()}
        self.incidents: dict[str, Incident] = {i.id: i for i in book.incidents()}
        self.tolls: dict[str, Toll] = {toll.id: toll for toll in book.tolls()}
        self.assessments: dict[str, Assessment] = {a.id: a for a in book.assessments()}
        self.figures: dict[str, Figure] = {figure.id: figure for figure in book.figures()}
        self.refusals = tuple(book.refusals())
        #: The texts of users' own methods that assessed something, by name and version.
        applied = {assessment.method for assessment in self.assessments.values()}
        self.own_methods = {one: kept for one in applied if (kept := book.meta(f"method {one}"))}
        self.families: dict[str, Family] = {}
        self.member: dict[str, Member] = {}
        for family in book.families():
            for member in family.members:
                self.families[member.text_id] = family
                self.member[member.text_id] = member
        self.counters = from_records(book.counters(), book.families())
        self.claims_of: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.claims.values():
            self.claims_of[claim.text_id].append(claim)
        for held in self.claims_of.values():
            held.sort(key=lambda c: (c.start, -c.end, c.id))
        self.figures_of: dict[str, list[Figure]] = defaultdict(list)
        self.figures_with: dict[str, list[Figure]] = defaultdict(list)
        self.figure_for: dict[str, Figure] = {}
        for figure in self.figures.values():
            self.figures_of[figure.subject].append(figure)
            self.figure_for[figure.assessment] = figure
            held_by_assessment = self.assessments.get(figure.assessment)
            ids = [e.claim_id for e in figure.trace]
            ids += held_by_assessment.claims if held_by_assessment else ()
            for claim_id in dict.fromkeys(ids):
                self.figures_with[claim_id].append(figure)
        self.assessments_of: dict[str, list[Assessment]] = defaultdict(list)
        for assessment in self.assessments.values():
            self.assessments_of[assessment.subject].append(assessment)
        self.subjects_with: dict[str, list[str]] = defaultdict(list)
        subjects: list[Incident | Toll] = [*self.incidents.values(), *self.tolls.values()]
        for subject in subjects:
            for claim_id in subject.claims:
                self.subjects_with[claim_id].append(subject.id)
        self.approved = sum(f.status == "approved" for f in self.figures.values())
        self.cards: dict[str, Card] = {}
        self.snippets: dict[str, Snippet] = {}
        #: Passages that families align, by text id, start and end: safe HTML.
        self.passages: dict[tuple[str, int, int], Markup] = {}

    def subject(self, subject_id: str) -> Incident | Toll | None:
        return self.incidents.get(subject_id) or self.tolls.get(subject_id)

    def subject_path(self, subject_id: str) -> str | None:
        """The page of an incident or toll, from the root of the site."""
        if subject_id in self.incidents:
            return f"incidents/{file_name(subject_id)}"
        return f"tolls/{file_name(subject_id)}" if subject_id in self.tolls else None

    def family_path(self, family: Family) -> str | None:
        """The page of a family, from the root of the site; None where a text stands alone."""
        return f"families/{file_name(family.id)}" if len(family.members) > 1 else None

    def claim_path(self, claim_id: str) -> str | None:
        """The sentence of a claim, from the root of the site; None if its text is gone."""
        claim = self.claims.get(claim_id)
        card = self.cards.get(claim.text_id) if claim else None
        return f"texts/{card.file}#c-{claim_id}" if card else None

    def texts_of(self, claim_ids: Iterable[str]) -> tuple[str, ...]:
        """The texts in which these claims stand, each once."""
        return tuple(dict.fromkeys(self.claims[c].text_id for c in claim_ids if c in self.claims))

    def shown(self, words: str | None, text_ids: Iterable[str] = ()) -> Markup:
        """Words from a report, or about one, as safe HTML with names withheld."""
        words = words or ""
        return show_range(words, 0, len(words), self.names.ranges_in(words, tuple(text_ids)))

    def decided(self, record_id: str, text_ids: Iterable[str]) -> list[Markup]:
        """What people decided about a record, each in a sentence or two."""
        about = tuple(text_ids)
        words = (decided_words(review, ids=False) for review in self.reviews_of.get(record_id, ()))
        return [self.shown(one, about) for one in words]

    def label(self, words: str | None, text_ids: Iterable[str], size: int) -> Markup:
        """As :meth:`shown`, on one line, cut to ``size`` characters with an ellipsis."""
        line = " ".join((words or "").split())
        hidden = self.names.ranges_in(line, tuple(text_ids))
        if len(line) <= size:
            return show_range(line, 0, len(line), hidden)
        return show_range(line, 0, size - 1, hidden) + "\u2026"

    def spoken(self, words: str | None, text_ids: Iterable[str], size: int = 2000) -> str:
        """As :meth:`label`, as a plain string: for titles, attributes and text in pictures."""
        return str(self.label(words, text_ids, size).striptags())
