"""A small book made by hand, and helpers to make records with true offsets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from claimed import make_claim, make_text
from harmledger.counters import find_counters
from harmledger.records import (
    Assessment,
    Block,
    Cause,
    Claim,
    Correction,
    Counter,
    Evidence,
    Family,
    Feature,
    Figure,
    Incident,
    Mark,
    Measure,
    Member,
    Origin,
    Page,
    Passage,
    Population,
    Reason,
    Refusal,
    Report,
    Review,
    Revision,
    Rival,
    Text,
    Tie,
    Toll,
    TollPoint,
    When,
    Where,
    content_id,
)


@dataclass
class HandBook:
    """A book in memory: what ``build_site`` asks for, and no more."""

    path: Path
    held: dict[str, list[Any]] = field(default_factory=dict)

    def add(self, name: str, *records: Any) -> None:
        self.held.setdefault(name, []).extend(records)

    def _all(self, name: str) -> Iterator[Any]:
        return iter(self.held.get(name, []))

    def pages(self) -> Iterator[Page]:
        return self._all("pages")

    def texts(self) -> Iterator[Text]:
        return self._all("texts")

    def families(self) -> Iterator[Family]:
        return self._all("families")

    def claims(self) -> Iterator[Claim]:
        return self._all("claims")

    def counters(self) -> Iterator[Counter]:
        found = find_counters(self.claims(), self.families(), self.texts())
        return iter(found.counters.values())

    def incidents(self) -> Iterator[Incident]:
        return self._all("incidents")

    def tolls(self) -> Iterator[Toll]:
        return self._all("tolls")

    def assessments(self) -> Iterator[Assessment]:
        return self._all("assessments")

    def figures(self) -> Iterator[Figure]:
        return self._all("figures")

    def reviews(self) -> Iterator[Review]:
        return self._all("reviews")

    def corrections(self) -> Iterator[Correction]:
        return self._all("corrections")

    def meta(self, name: str) -> str | None:
        return None

    def refusals(self) -> Iterator[Refusal]:
        return self._all("refusals")


def make_page(text: Text) -> Page:
    return Page(
        id=text.page_id,
        media_type="text/html",
        document=text.document,
        collected_from=f"reports/{text.document}",
        size=len(text.text),
        url=text.url,
    )


def trace_of(claims: list[Claim], texts: dict[str, Text]) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(
            claim_id=c.id,
            text_id=c.text_id,
            page_id=texts[c.text_id].page_id,
            document=c.document,
            start=c.start,
            end=c.end,
            quote=c.quote,
        )
        for c in claims
    )


def add_assessed(
    book: HandBook,
    subject: Incident | Toll,
    claims: list[Claim],
    origins: list[tuple[str, str, list[Claim]]],
    statement: str,
    low: int | None,
    best: int | None,
    high: int | None,
    **fields: Any,
) -> Figure:
    """An assessment of these claims and its figure."""
    texts = {text.id: text for text in book.held["texts"]}
    kind = "incident" if isinstance(subject, Incident) else "toll"
    assessment = Assessment(
        id=content_id("assessment", subject.id, statement),
        subject=subject.id,
        subject_kind=kind,
        measure=claims[0].measure,
        unit="people",
        status=fields.get("status"),
        method="airwars@1",
        low=low,
        best=best,
        high=high,
        grade=fields.get("grade", "fair"),
        independent_origins=len(origins),
        origins=tuple(
            Origin(name=name, kind=okind, claims=tuple(c.id for c in held))
            for name, okind, held in origins
        ),
        claims=tuple(c.id for c in claims),
        reasons=(
            Reason(
                rule="range",
                sentence="The range runs from the lowest to the highest figure of the claims.",
                claims=tuple(c.id for c in claims),
            ),
        ),
    )
    figure = Figure(
        id=content_id("figure", assessment.id),
        subject=subject.id,
        subject_kind=kind,
        assessment=assessment.id,
        statement=statement,
        measure=assessment.measure,
        unit="people",
        low=low,
        best=best,
        high=high,
        grade=assessment.grade,
        independent_origins=len(origins),
        method=assessment.method,
        trace=trace_of(claims, texts),
    )
    book.add("assessments", assessment)
    book.add("figures", figure)
    return figure


def example_book(path: Path) -> HandBook:
    """An invented case: four reports (one a copy, one hostile), an incident, two tolls."""
    book = HandBook(path)
    wire = make_text(
        "wire.html",
        "Market struck in Veldin\n\nVELDIN, 4 March 2019. At least 22 people were killed and "
        "37 wounded when shells hit the market in Veldin on Sunday, the Ministry of Health "
        "said. Residents put the number of dead at between 25 and 30, including nine "
        "children.\n\nAmong the dead was Teodor Amarin, 41, who sold bread there. Amarin's "
        "brother was hurt.\n\nThe army denied that 30 people had died. An officer said that "
        "no more than 12 may have been killed.\n\nSee also: Shelling in the north",
        title="Market struck in Veldin",
        publisher="North Wire",
        byline="Staff",
        published_at="2019-03-04",
        published_from="json-ld",
        url="https://north.example/veldin-market?a=1&b=2",
    )
    blocks = list(wire.blocks)
    last = blocks.pop()
    blocks.append(
        Block(
            kind="see_also",
            start=last.start,
            end=last.end,
            kept=False,
            reason="a link to another report",
        )
    )
    wire = Text(**{f: getattr(wire, f) for f in wire.__slots__} | {"blocks": tuple(blocks)})
    copy = make_text(
        "copy.txt",
        "At least 22 people were killed when shells hit the market in Veldin on Sunday, the "
        "Ministry of Health said.",
        publisher="Daily Post",
        published_at="2019-03-05T08:30:00Z",
        published_from="meta",
    )
    watch = make_text(
        "watch.html",
        "Veldin: what we counted\r\n\r\nThe monitor Veldin Watch counted 31 killed. In all of the "
        "valley more than 1,900 people have been killed since January, it says. Several hundred "
        "may be missing.",
        title="Veldin: what we counted",
        publisher="Veldin Watch",
        published_at="2019-03-09",
        published_from="url",
        blocks=(),
    )
    hostile = make_text(
        "<b>hostile</b>.html",
        "<script>alert(1)</script> ]]> \u202e03 people killed\u202c & \u0000 \u200fقتل 12 شخصا"
        "\r\nعلى الأقل \ud800 \ufdd0 fin",
        title="<script>alert('t')</script> \u202ereversed",
        publisher='"><img src=x onerror=alert(1)>',
        published_at="2019-03-06",
        published_from="given",
        lang='en"><script>',
        url="javascript:alert(1)",
    )
    book.add("texts", wire, copy, watch, hostile)
    book.add("pages", *(make_page(text) for text in book.held["texts"]))
    book.add(
        "families",
        Family(
            id=content_id("family", 1),
            members=(
                Member(text_id=wire.id, document=wire.document, relation="original", score=1.0),
                Member(text_id=copy.id, document=copy.document, relation="copy", score=0.97),
            ),
            evidence=(
                Tie(
                    kind="link",
                    sentence="One sentence of 19 words stands in both, word for word.",
                    between=(wire.document, copy.document),
                    text_ids=(wire.id, copy.id),
                    relation="copy",
                    score=0.97,
                    features=(Feature(name="rare_words", value=0.91, contribution=2.5),),
                    passages=(
                        Passage(
                            first_start=0,
                            first_end=40,
                            second_start=0,
                            second_end=40,
                            likeness=0.9,
                        ),
                    ),
                    words=("kiln", "wharf"),
                    names=("Veldin",),
                    marks=(
                        Mark(
                            text_id=copy.id,
                            kind="credit_line",
                            start=0,
                            end=4,
                            quote=copy.text[:4],
                        ),
                    ),
                ),
            ),
        ),
        *(
            Family(
                id=content_id("family", text.id),
                members=(
                    Member(text_id=text.id, document=text.document, relation="original", score=1.0),
                ),
            )
            for text in (watch, hostile)
        ),
    )
    sunday = When(
        start="2019-03-03", end="2019-03-03", precision="day", surface="on Sunday", offset=120
    )
    event = {"when": sunday, "place": "Veldin"}
    ministry = make_claim(wire, "At least 22", 22, None, said_by="the Ministry of Health", **event)
    wounded = make_claim(
        wire, "37", 37, 37, measure="injured", said_by="the Ministry of Health", **event
    )
    residents = make_claim(
        wire,
        "between 25 and 30",
        25,
        30,
        qualifier="between",
        said_by="Residents",
        speaker_kind="witness",
        **event,
    )
    children = make_claim(
        wire,
        "nine",
        9,
        9,
        said_by="Residents",
        speaker_kind="witness",
        part_of=residents.id,
        population=Population(status="civilian", age="child", surface="children"),
        **event,
    )
    named = make_claim(
        wire,
        "Teodor Amarin",
        1,
        1,
        population=Population(status="civilian", surface="Teodor Amarin", named=True),
        **event,
    )
    denied = make_claim(
        wire, "30", 30, 30, nth=1, said_by="The army", speaker_kind="belligerent", stance="denied"
    )
    officer = make_claim(
        wire,
        "no more than 12",
        None,
        12,
        qualifier="at_most",
        said_by="An officer",
        speaker_kind="belligerent",
        stance="hedged",
        hedges=("may",),
    )
    again = make_claim(copy, "At least 22", 22, None, said_by="the\nMinistry".replace("\n", " "))
    counted = make_claim(watch, "31", 31, 31, said_by="Veldin Watch", speaker_kind="monitor")
    valley = make_claim(
        watch,
        "more than 1,900",
        1900,
        None,
        qualifier="more_than",
        scope="cumulative",
        said_by="Veldin Watch",
        speaker_kind="monitor",
    )
    missing = make_claim(
        watch, "Several hundred", 200, None, qualifier="vague", measure="missing", stance="hedged"
    )
    reversed_ = make_claim(hostile, "03 people", 3, 3)
    crossing = make_claim(hostile, "people killed", None, None, qualifier="unstated")
    arabic = make_claim(hostile, "12 شخصا\r\nعلى", 12, None)
    killed = [ministry, residents, children, named, denied, officer, again, counted, reversed_]
    claims = [*killed, wounded, valley, missing, crossing, arabic]
    book.add("claims", *claims)
    incident_claims = [*killed, wounded, crossing, arabic]
    incident = Incident(
        id=content_id("incident", 1),
        title="Shelling of the market in Veldin, with the death of Teodor Amarin",
        when=sunday,
        where=Where(name="Veldin", start=0, end=6, precision="town"),
        measures=(Measure(measure="killed", low=12, high=31, claims=tuple(c.id for c in killed)),),
        claims=tuple(c.id for c in incident_claims),
        reports=tuple(
            Report(document=t.document, text_id=t.id, main=t is not hostile)
            for t in (wire, copy, watch, hostile)
        ),
        reasons=("All claims name Veldin and Sunday 3 March 2019.",),
    )
    points = (
        TollPoint(
            as_of="2019-03-01", reported_at="2019-03-02", low=1850, high=None, claim_id=valley.id
        ),
        TollPoint(as_of=None, reported_at="2019-03-09", low=1900, high=None, claim_id=valley.id),
        TollPoint(
            as_of="2019-03-20", reported_at="2019-03-21", low=1880, high=2100, claim_id=valley.id
        ),
        TollPoint(as_of=None, reported_at=None, low=None, high=3000, claim_id=valley.id),
    )
    toll = Toll(
        id=content_id("toll", 1),
        title="Killed in the valley, counted by Veldin Watch",
        counter="Veldin Watch",
        measure="killed",
        definition="People killed in the valley since January 2019, fighters and civilians alike.",
        status=None,
        where="the valley",
        points=points,
        claims=(valley.id,),
        breaks=(2,),
        revisions=(Revision(point=2, kind="lowered", sentence="Below an earlier one."),),
        rivals=(
            Rival(
                toll=content_id("toll", 2),
                causes=(Cause(kind="period", sentence="The other states no beginning."),),
            ),
        ),
    )
    rival = Toll(
        id=content_id("toll", 2),
        title="Killed in the valley, counted by the ministry",
        counter="Ministry of Health",
        measure="killed",
        definition="People whose bodies reached a hospital.",
        status=None,
        where="The Valley",
        points=points[:1],
        claims=(valley.id,),
    )
    book.add("incidents", incident)
    book.add("tolls", toll, rival)
    add_assessed(
        book,
        incident,
        killed,
        [
            ("the Ministry of Health", "authority", [ministry, again]),
            ("Residents", "witness", [residents, children]),
            ("North Wire", "family", [named]),
            ("The army", "belligerent", [denied, officer]),
            ("Veldin Watch", "monitor", [counted]),
            ('"><img src=x onerror=alert(1)>', "family", [reversed_]),
        ],
        "Between 12 and 31 people were killed; the army denies the higher figure.",
        12,
        None,
        31,
    )
    add_assessed(
        book,
        incident,
        [wounded],
        [("the Ministry of Health", "authority", [wounded])],
        "The ministry says that 37 people were wounded.",
        37,
        37,
        37,
        grade="weak",
    )
    add_assessed(
        book,
        toll,
        [valley],
        [("Veldin Watch", "monitor", [valley])],
        "More than 1,900 people killed since January 2019, says Veldin Watch.",
        1900,
        None,
        None,
    )
    book.add(
        "refusals",
        Refusal(
            source="reports/<empty>.html",
            code="empty",
            message="the file is empty",
            hint="save it again",
        ),
        Refusal(
            source="reports/logo.png",
            code="not-a-report",
            message="an image",
            severity="skipped",
        ),
    )
    return book
