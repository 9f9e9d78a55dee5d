"""Everything the pages refer to, looked up once: a book's records by id, without its texts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from harmledger.counters import from_records
from harmledger.decisions import decided_words
from harmledger.records import (
    Assessment,
    Claim,
    Family,
    Figure,
    Incident,
    Member,
    Page,
    Review,
    Text,
    Toll,
    content_id,
)
from harmledger.site.book import BookLike
from harmledger.site.show import show_range
from harmledger.site.withhold import Names

__all__ = ["Card", "Shelf", "Snippet", "file_name", "gather"]

_AROUND = 120  # characters of the sentence shown on either side of the quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What is said about a text elsewhere than on its page. Strings are safe HTML."""

    id: str
    page_id: str
    file: str
    title: Markup
    publisher: Markup
    date: str | None
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Snippet:
    """A claim's sentence on one line: before, the quote, after; safe HTML."""

    before: Markup
    quote: Markup
    after: Markup


def file_name(record_id: str) -> str:
    """A file name for a record: its id, or a hash of it where that is no plain word."""
    plain = re.fullmatch(r"[0-9A-Za-z_-]{1,80}", record_id)
    return f"{record_id if plain else content_id(record_id)}.html"


class Shelf:
    """Records by id, and who belongs to whom."""

    def __init__(self, book: BookLike, *, names: bool) -> None:
        self.claims: dict[str, Claim] = {claim.id: claim for claim in book.claims()}
        self.names = Names(self.claims.values(), show=names)
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


def _card(text: Text, shelf: Shelf) -> Card:
    document = "(file name withheld: it spells a name)"
    if not shelf.names.in_address(text.document, (text.id,)):
        document = text.document
    return Card(
        id=text.id,
        page_id=text.page_id,
        file=file_name(text.id),
        title=shelf.shown(text.title or document, (text.id,)),
        publisher=shelf.shown(text.publisher or document, (text.id,)),
        date=text.published_at,
        size=len(text.text),
    )


def _snippet(text: Text, claim: Claim, hidden: tuple[tuple[int, int], ...]) -> Snippet:
    whole = text.text
    start = min(max(claim.start, 0), len(whole))
    end = min(max(claim.end, start), len(whole))
    first = min(max(claim.sentence_start, 0), start)
    last = max(min(claim.sentence_end, len(whole)), end)
    cut_first, cut_last = first, last
    if start - first > _AROUND:
        space = whole.find(" ", start - _AROUND, start)
        cut_first = space + 1 if space >= 0 else start - _AROUND
    if last - end > _AROUND:
        space = whole.rfind(" ", end, end + _AROUND)
        cut_last = space if space >= 0 else end + _AROUND
    # A cut inside a withheld name would only show where it ends: cut around it.
    for low, high in hidden:
        cut_first = low if low < cut_first < high else cut_first
        cut_last = high if low < cut_last < high else cut_last
    before = show_range(whole, cut_first, start, hidden)
    after = show_range(whole, end, cut_last, hidden)
    return Snippet(
        before=("\u2026" + before) if cut_first > first else before,
        quote=show_range(whole, start, end, hidden),
        after=(after + "\u2026") if cut_last < last else after,
    )


def gather(book: BookLike, *, names: bool) -> Shelf:
    """Walks a book once, its texts included, and keeps what pages say of each other.

    Sizes: all records but texts are held; of each text a card, of each claim one line.
    """
    shelf = Shelf(book, names=names)
    aligned = _aligned(shelf)
    for text in book.texts():
        shelf.cards[text.id] = _card(text, shelf)
        claims, passages = shelf.claims_of.get(text.id, ()), aligned.get(text.id, ())
        hidden = shelf.names.ranges(text) if claims or passages else ()
        for claim in claims:
            shelf.snippets[claim.id] = _snippet(text, claim, hidden)
        for start, end in passages:
            shelf.passages[text.id, start, end] = show_range(text.text, start, end, hidden)
    return shelf


def _aligned(shelf: Shelf) -> dict[str, set[tuple[int, int]]]:
    """By text the spans that the evidence of its family aligns with another text's."""
    found: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for family in {family.id: family for family in shelf.families.values()}.values():
        for tie in family.evidence:
            if len(tie.text_ids) != 2:
                continue
            first, second = tie.text_ids
            for passage in tie.passages:
                found[first].add((passage.first_start, passage.first_end))
                found[second].add((passage.second_start, passage.second_end))
    return found
