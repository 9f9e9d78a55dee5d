"""Laws that hold for any claims, however odd."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from builders import claim, family, text
from harmledger.assessments import Method, assess, load_method
from harmledger.decisions.seen import assessment_seen
from harmledger.figures import make_figures
from harmledger.incidents import measures_of
from harmledger.records import Actor, Assessment, Claim, Family, Incident, Speaker, Text
from harmledger.vocabulary import method_names

METHOD = load_method("airwars")
METHODS = [load_method(name) for name in method_names()]
TEXTS = [text("word " * 200, name) for name in "abcd"]
STATUSES = ["unstated", "mixed", "civilian", "armed_group", "armed_forces", "police", "perpetrator"]


@st.composite
def one_claim(draw: st.DrawFn, number: int) -> Claim:
    figure = st.one_of(st.none(), st.integers(0, 60))
    low = draw(figure)
    # Mostly sound figures, some contradictory ones.
    high = draw(st.one_of(st.just(low), figure))
    return claim(
        low,
        high,
        draw(st.sampled_from(TEXTS)),
        at=number * 20,
        quote=draw(st.sampled_from(["12", "a man", "dozens"])),
        sentence=(0, 500),
        qualifier=draw(st.sampled_from(["exactly", "at_least", "vague", "about"])),
        status=draw(st.sampled_from([*STATUSES, None])),
        surface=draw(st.sampled_from([None, "people", "staff", "patients", "others"])),
        speaker=draw(st.sampled_from([None, "MSF", "the UN", "the army"])),
        kind=draw(st.sampled_from(["other", "belligerent"])),
        stance=draw(st.sampled_from(["asserted", "asserted", "hedged", "denied"])),
        actor=draw(st.sampled_from([None, "Russia", "the Taliban", "gunmen"])),
        measure=draw(st.sampled_from(["killed", "killed", "injured"])),
    )


@st.composite
def some_claims(draw: st.DrawFn) -> list[Claim]:
    claims: dict[str, Claim] = {}
    for number in range(draw(st.integers(0, 8))):
        made = draw(one_claim(number))
        if claims and draw(st.booleans()):
            made = replace(made, part_of=draw(st.sampled_from(sorted(claims))))
        claims[made.id] = made
    return list(claims.values())


def event_of(claims: list[Claim]) -> Incident:
    return Incident(
        id="event",
        title="",
        when=None,
        where=None,
        measures=measures_of(claims),
        claims=tuple(sorted(one.id for one in claims)),
        reports=(),
    )


def run(claims: list[Claim], families: list[Family], method: Method = METHOD) -> list[Assessment]:
    return list(assess([event_of(claims)], [], claims, families, method))


SINGLES = [family(one) for one in TEXTS]


@given(some_claims(), st.sampled_from(METHODS))
@settings(max_examples=200, deadline=None)
def test_bounds_and_origins(claims: list[Claim], method: Method) -> None:
    for one in run(claims, SINGLES, method):
        for bound in (one.low, one.high):
            assert bound is None or bound >= 0
        if one.low is not None and one.high is not None:
            assert one.low <= one.high
        if one.best is not None:
            assert one.low is None or one.low <= one.best
            assert one.high is None or one.best <= one.high
        assert one.independent_origins == len(one.origins) <= len(one.claims)
        counted = [c for c in claims if c.id in one.claims and c.stance != "denied"]
        if all(c.low is None and c.high is None and c.qualifier != "vague" for c in counted):
            # Nobody gave a figure: unknown, never 0.
            assert (one.low, one.high) == (None, None)


@given(some_claims())
@settings(max_examples=150, deadline=None)
def test_partitions(claims: list[Claim]) -> None:
    found = run(claims, SINGLES)
    assert all(one.best is None or one.best == one.low == one.high for one in found)
    for measure in ("killed", "injured"):
        own = [one for one in found if one.measure == measure]
        whole = [one for one in own if one.status is None]
        assert len(whole) == (1 if own else 0)
        groups = [one for one in own if one.status not in {None, "perpetrator"}]
        if whole and whole[0].high is not None:
            assert sum(one.low or 0 for one in groups) <= whole[0].high


@given(some_claims())
@settings(max_examples=100, deadline=None)
def test_deaths_by_side_are_parts_of_all_and_the_best_is_their_sum(claims: list[Claim]) -> None:
    found = {one.status: one for one in run(claims, SINGLES, load_method("ucdp"))}
    whole = found.pop(None, None)
    found.pop("perpetrator", None)
    if whole is None or not found:
        return
    if whole.high is not None:
        assert sum(one.low or 0 for one in found.values()) <= whole.high
    bests = [one.best for one in found.values()]
    if None not in bests and whole.best is not None:
        assert whole.best == sum(best or 0 for best in bests)


@given(some_claims())
@settings(max_examples=100, deadline=None)
def test_one_number_is_one_number(claims: list[Claim]) -> None:
    for one in run(claims, SINGLES, load_method("acled")):
        assert one.status is None
        assert one.low is None or one.low == one.best == one.high


@given(some_claims(), st.sampled_from(TEXTS), st.sampled_from(METHODS))
@settings(max_examples=120, deadline=None)
def test_a_copy_changes_no_range_grade_or_origin_count(
    claims: list[Claim], original: Text, method: Method
) -> None:
    copy = replace(original, id="copied", document="zz")
    copied = [
        replace(
            one,
            id=f"{one.id}-copy",
            text_id=copy.id,
            document=copy.document,
            part_of=f"{one.part_of}-copy" if one.part_of in _ids(claims, original) else one.part_of,
        )
        for one in claims
        if one.text_id == original.id
    ]
    families = [family(original, copy) if one is original else family(one) for one in TEXTS]
    before = run(claims, SINGLES, method)
    after = run(claims + copied, families, method)
    assert _outcome(before) == _outcome(after)
    # Word for word, and whom it names: what a person approved stays approved.
    assert _said(before, claims) == _said(after, claims + copied)


def _said(found: list[Assessment], claims: list[Claim]) -> list[tuple[str, str]]:
    seen = {one.id: assessment_seen(one) for one in found}
    made = make_figures(found, [event_of(claims)], [], claims, TEXTS)
    return [(one.statement, seen[one.assessment]) for one in made]


def _ids(claims: list[Claim], of: Text) -> set[str]:
    return {one.id for one in claims if one.text_id == of.id}


def _outcome(found: list[Assessment]) -> list[tuple[object, ...]]:
    return [
        (a.measure, a.unit, a.status, a.low, a.best, a.high, a.grade, a.independent_origins)
        for a in found
    ]


@given(some_claims(), st.sampled_from(TEXTS), st.sampled_from(METHODS))
@settings(max_examples=60, deadline=None)
def test_withdrawing_a_source_and_adding_it_again_gives_the_same(
    claims: list[Claim], source: Text, method: Method
) -> None:
    before = run(claims, SINGLES, method)
    rest = [one for one in claims if one.text_id != source.id]
    run(rest, SINGLES, method)
    again = rest + [one for one in claims if one.text_id == source.id]
    assert run(again, SINGLES, method) == before


FRESH = text("word " * 200, "e")


@given(
    some_claims(),
    st.integers(1, 60),  # a zero is a denial, which another rule sets aside
    st.booleans(),
    st.sampled_from(["unstated", "armed_group", "mixed"]),
    st.sampled_from(["exactly", "at_least", "at_most", "vague"]),
)
@settings(max_examples=80, deadline=None)
def test_a_headline_over_a_belligerents_word_changes_no_range_or_origin_count(
    claims: list[Claim], figure: int, exact: bool, status: str, headline: str
) -> None:
    """Nor does a lede: what a belligerent said stays context however often it is told."""
    high = figure if exact else None
    army = claim(figure, high, FRESH, at=60, speaker="the army", kind="belligerent", status=status)
    low = None if headline == "at_most" and exact else figure
    top = None if headline in {"at_least", "vague"} and low is not None else figure
    narrator = claim(low, top, FRESH, at=0, qualifier=headline)
    families = [*SINGLES, family(FRESH)]
    before, after = run([*claims, army], families), run([*claims, army, narrator], families)
    assert _outcome(before) == _outcome(after)


SIDES = {"Russia": "Ukraine", "Russian": "Ukrainian", "Moscow": "Kyiv"}
SIDES |= {other: one for one, other in SIDES.items()}


def _swapped(name: str) -> str:
    return " ".join(SIDES.get(word, word) for word in name.split())


@given(
    some_claims(),
    st.lists(
        st.tuples(
            st.sampled_from(
                [None, "Russia", "Ukraine", "Moscow", "the Ukrainian president", "MSF", "officials"]
            ),
            st.sampled_from(
                [None, "Russia", "Ukrainian forces", "a Russian strike", "it", "the market blast"]
            ),
            st.sampled_from(["authority", "other", "belligerent"]),
        ),
        min_size=8,
        max_size=8,
    ),
)
@settings(max_examples=100, deadline=None)
def test_swapping_the_names_of_two_sides_changes_no_range_or_grade(
    claims: list[Claim], rows: list[tuple[str | None, str | None, str]]
) -> None:
    def named(swap: bool) -> list[Claim]:
        made = []
        for one, (speaker, actor, kind) in zip(claims, rows, strict=False):
            names = [name and (_swapped(name) if swap else name) for name in (speaker, actor)]
            made.append(
                replace(
                    one,
                    speaker=Speaker(name=names[0], kind=kind, start=0, end=1) if names[0] else None,
                    actor=Actor(name=names[1], start=0, end=1) if names[1] else None,
                )
            )
        return made

    before, after = run(named(swap=False), SINGLES), run(named(swap=True), SINGLES)
    assert _outcome(before) == _outcome(after)
