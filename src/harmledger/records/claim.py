"""Claims: one assertion of how many, of what, said by whom, at an exact place in a text."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Actor", "Basis", "Claim", "Population", "Speaker", "Story", "When", "Where"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Population:
    """Who was harmed, in the words used (``surface``) and in the vocabulary's terms.

    ``status``: civilian, armed_forces, police, armed_group, perpetrator, mixed, unstated.
    ``perpetrator``: suspected or told of as an attacker; it asserts no guilt.
    ``named`` is True where the surface names a victim; names are withheld from what is
    published unless a person decides otherwise.
    """

    status: str
    age: str | None = None
    sex: str | None = None
    role: str | None = None
    surface: str | None = None
    named: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who counted, as written. ``kind`` as in the vocabulary of source kinds.

    ``canonical`` is the fullest name that the text gives this source ("the group" may be
    "Médecins Sans Frontières"); None where nobody has looked. ``via``: the names of those who
    passed it on, as written, from the narrator inwards ("the agency quoted a doctor").
    """

    name: str
    kind: str
    start: int
    end: int
    canonical: str | None = None
    via: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """When the harm happened. ``start`` and ``end`` are inclusive EDTF dates.

    ``XXXX-10-07`` is a day whose year the text does not give and no date of publication
    supplies; null is unknown. ``surface`` is the expression as written, at code point
    ``offset`` of the text. ``precision``: hour, day, week, month, season, year, period.
    """

    start: str | None
    end: str | None
    precision: str | None
    surface: str
    offset: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """Where it happened: the most specific place stated, at ``start:end`` of the text.

    ``lat``/``lon`` (WGS 84 degrees), ``geonameid`` and ``country`` (ISO 3166 alpha-2) are
    None where the name could not be resolved, and ``precision`` is then ``unresolved``.
    ``within``: the larger place named with it, as written. Where only that one is known, the
    coordinates, ``precision`` and ``geonameid`` are its own: a street has those of its town.
    """

    name: str
    start: int
    end: int
    lat: float | None = None
    lon: float | None = None
    precision: str = "unresolved"
    geonameid: int | None = None
    country: str | None = None
    within: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Place and day of the event that headline, lede or sentences before speak of; None: not given.

    Noted for a claim of that event that states no place, or no time, of its own.
    """

    where: Where | None = None
    when: When | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who is said to have done it, as written."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """Why the claim was made: the harm word at ``start:end`` of the text and the rule by its name.

    ``outcome_open``: the word leaves open whether those harmed lived ("shot", "taken to
    hospital"), and this sentence does not say. ``status_by``: where no rule read who was harmed and
    their status was weighed instead, what spoke most for it, the strongest first; ``scope_by`` is
    the same where weighing changed the scope that the rules gave. ``only_some``: the words by which
    the sentence counts some only of those harmed ("among the dead", "remain in hospital", of a zero
    "next door"); None where it has none. ``earlier``: the words by which the text tells the figure
    as an earlier one, since replaced ("an earlier figure"); None where it has none.
    """

    word: str
    rule: str
    start: int
    end: int
    outcome_open: bool = False
    status_by: tuple[str, ...] = ()
    scope_by: tuple[str, ...] = ()
    only_some: str | None = None
    earlier: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One quantity claim. The order of the fields is the order of the JSON keys.

    ``quote == text[start:end]`` always. ``low`` and ``high`` are integers or None, and None
    is unknown, never zero. ``speaker`` None means that the narrator asserts it.
    ``reported_at`` is the date of publication of its text, where known.
    """

    document: str
    id: str
    measure: str
    phase: str | None
    low: int | None
    high: int | None
    qualifier: str
    unit: str | None
    quote: str
    start: int
    end: int
    population: Population | None
    speaker: Speaker | None
    reported_by: str | None
    stance: str
    when: When | None
    scope: str
    where: Where | None
    actor: Actor | None
    part_of: str | None
    hedges: tuple[str, ...]
    extractor: str
    text_id: str
    sentence_start: int
    sentence_end: int
    reported_at: str | None = None
    basis: Basis | None = None
    story: Story | None = None

    @property
    def wording(self) -> tuple[object, ...]:
        """What the claims of two copies of one sentence have in common, wherever they stand."""
        at = self.start - self.sentence_start, self.sentence_end - self.sentence_start
        return self.quote, *at, self.measure, self.low, self.high

    @property
    def place(self) -> Where | None:
        """The place stated, else the story's: for putting claims together, not for quoting."""
        return self.where or (self.story.where if self.story else None)

    @property
    def time(self) -> When | None:
        """The time stated, else the story's: for putting claims together, not for quoting.

        The story's also where it gives the day of what is stated as "ten years ago".
        """
        story = self.story.when if self.story else None
        return story or self.when
