"""The main job: from reports to figures, in a book."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from harmledger.errors import UsageProblem
from harmledger.ledger import KINDS, Book
from harmledger.pages import InputOptions, nothing_there
from harmledger.pipeline.grown import Pair, before_run
from harmledger.pipeline.intake import take_in
from harmledger.pipeline.keeping import keep_derived
from harmledger.pipeline.making import make_claims, make_page_texts
from harmledger.pipeline.own import read_method, read_own
from harmledger.pipeline.watch import Silent, Watcher
from harmledger.records import Refusal, Text

__all__ = ["RunReport", "run"]

#: What the figures of a new book are made by.
DEFAULT_METHOD = "airwars"
#: Paths without a report that an error names.
_NAMED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class RunReport:
    """What a run did.

    ``read`` counts pages met, ``new`` those the book did not hold; ``texts`` and ``extracted``
    count the pages and texts that were worked on; ``derived`` says whether figures were made
    anew. ``refusals`` are all that concern the input of this run, also those of pages that an
    earlier run had archived. ``held`` counts every kind of record the book holds now.
    ``withdrawn``: documents met whose page a person withdrew, which stay out; ``look_again``:
    how many decisions need another look; ``undated``: how many texts of the pages met have no date
    of publication, so that "on Monday" in them is no day, and ``undated_in`` the names of
    the first of them. ``method``: what the figures are made
    by, ``method_before`` what they were made by, None in a new book. ``changed``: by place, the
    pages that an earlier run found where a new one lies now. ``moved``: the figures
    that this run changed, before and after; None where the book had none, or too many to compare.
    """

    read: int
    new: int
    texts: int
    extracted: int
    derived: bool
    refusals: tuple[Refusal, ...]
    held: dict[str, int]
    withdrawn: tuple[str, ...] = ()
    look_again: int = 0
    undated: int = 0
    undated_in: tuple[str, ...] = ()
    method: str = ""
    method_before: str | None = None
    changed: Mapping[str, Sequence[str]] = field(default_factory=dict)
    moved: tuple[Pair, ...] | None = None

    @property
    def known(self) -> int:
        """Pages met that the book held already."""
        return self.read - self.new

    @property
    def problems(self) -> int:
        """Refusals that are faults, not files that are plainly no reports."""
        return sum(refusal.severity == "problem" for refusal in self.refusals)


def run(
    paths: Sequence[str | Path],
    book_path: str | Path,
    options: InputOptions | None = None,
    method: str | None = None,
    progress: Watcher | None = None,
    *,
    root: Path | None = None,
    processes: int = 1,
    counters: str | Path | None = None,
) -> RunReport:
    """Read the paths into the book and bring everything in it up to date.

    The book is made where there is none. Safe to kill at any moment: the same call goes on
    where it stopped, and a call on a finished book writes nothing. ``processes`` read claims
    side by side; the book is the same. ``counters``: a file with the book's own vocabulary of
    counters, which it keeps until another is given; ``method``: a name, ``name@version``, or
    a user's ``FILE.toml``, which the book keeps; not given, the method that the book has, and
    ``airwars`` for a new one. Errors: BookBusy,
    BookDamaged, VocabularyProblem (unknown method, a fault in the file of counters), UsageProblem.
    """
    watcher = progress or Silent()
    rules, text = (None, "") if method is None else read_method(method)
    if rules is not None and text:
        method = rules.id
    own = None if counters is None else read_own(Path(counters))
    _check_places(paths, Path(book_path), root)
    place = Path(book_path)
    if not place.exists() or (place.is_dir() and not any(place.iterdir())):
        _check_reports(paths, root)
    with Book(book_path, create=True) as book:
        before = book.meta("method")
        method = method or before or DEFAULT_METHOD
        figures = before_run(book)
        watcher.stage("pages", None)
        intake = take_in(book, paths, options or InputOptions(), watcher, root=root)
        texts = make_page_texts(book, watcher)
        extracted = make_claims(book, watcher, processes)
        later = _refused_later(book, intake.pages)
        for refusal in later:
            watcher.refused(refusal)
        with book.writer.transaction():
            if own is not None:
                book.writer.set_meta("counters", own)
            if text:
                book.writer.set_meta(f"method {method}", text)
        derived = keep_derived(book, method, watcher)
        reviews = list(book.reviews())
        fallen = {r.subject for r in reviews if r.subject_kind == "page" and r.counts}
        fallen &= set(intake.pages)
        undated = _undated(book, intake.pages) if texts else []
        of_sources = [refusal for found in intake.refusals.values() for refusal in found]
        return RunReport(
            read=len(intake.pages),
            new=len(intake.fresh),
            texts=texts,
            extracted=extracted,
            derived=derived,
            refusals=tuple(of_sources + later),
            held={kind.name: book.count(kind.name) for kind in KINDS},
            withdrawn=tuple(sorted(p.document for p in book.pages() if p.id in fallen)),
            look_again=sum(not review.counts for review in reviews),
            undated=len(undated),
            undated_in=tuple(undated[:_NAMED]),
            method=method,
            method_before=before,
            changed=intake.older,
            moved=figures.moved_in(book) if figures is not None and derived else None,
        )


def _undated(book: Book, pages: Iterable[str]) -> list[str]:
    """The documents of these pages whose text has no date of publication, by name."""
    texts = (one for page_id in pages for one in book.children("texts", page_id))
    return sorted(
        one.document for one in texts if isinstance(one, Text) and one.published_at is None
    )


def _refused_later(book: Book, pages: Iterable[str]) -> list[Refusal]:
    """What was left out of these pages after they were archived, in this run or before."""
    refused = book.refused_subjects()
    found: list[Refusal] = []
    for page_id in pages:
        texts = (text.id for text in book.children("texts", page_id)) if refused else ()
        for subject in (page_id, *texts):
            if subject in refused:
                found.extend(book.refusals(subject))
    return found


def _check_reports(paths: Sequence[str | Path], root: Path | None) -> None:
    """No book is made of nothing: UsageProblem where no path leads to a file."""
    why = nothing_there(paths, root)
    if why:
        shown = "; ".join(f"{refusal.source}: {refusal.message}" for refusal in why[:_NAMED])
        raise UsageProblem(
            f"{shown}: no report to read, so no book was made",
            hint="give files or folders with reports",
        )


def _check_places(paths: Sequence[str | Path], book: Path, root: Path | None) -> None:
    """A book inside a folder that is read would be read as reports, and grow each time."""
    place = book.resolve()
    for folder in place.parents:
        # A book's folder is its own: what lies in it is neither verified nor moved with care.
        if (folder / "ledger.db").is_file():
            raise UsageProblem(
                f"{book}: lies inside another book, {folder.name}",
                hint="give a folder beside that book",
            )
    for path in paths:
        folder = ((root / path) if root else Path(path)).resolve()
        if place == folder or folder in place.parents:
            raise UsageProblem(
                f"{book}: the book lies in {path}, which is to be read",
                hint="put the book beside the reports, not among them: `book` ../book",
            )
