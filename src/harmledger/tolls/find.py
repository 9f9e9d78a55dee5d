"""Cumulative claims in, tolls out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from harmledger.claims import adds_to_a_count, share_of
from harmledger.counters import Counters, codes_in, display_name, find_counters
from harmledger.incidents import DESTROYED, done_words, loss_of
from harmledger.kept import whole
from harmledger.places import name_key
from harmledger.records import Claim, Family, Text, Toll, Where, content_id
from harmledger.tolls.count import Count
from harmledger.tolls.naming import counter_name
from harmledger.tolls.periods import begun, period_key, within
from harmledger.tolls.revisions import revisions_of
from harmledger.tolls.rivals import with_rivals
from harmledger.tolls.series import points_of, reading_days, report_days
from harmledger.tolls.twice import join_twice_told
from harmledger.vocabulary import load
from harmledger.wording import listed, when_in_words

__all__ = ["find_tolls"]

#: Where the area stands in the key of a series.
_PLACE = 5
#: Where it stands whether buildings destroyed are counted, apart from those damaged.
_DESTROYED = -2


def find_tolls(
    texts: Iterable[Text],
    claims: Iterable[Claim],
    families: Iterable[Family],
    counters: Counters | None = None,
) -> Iterator[Toll]:
    """One toll for each counter, measure, phase, unit, population, place and period's beginning.

    Claims of scope ``cumulative`` (hypothetical ones, additions and zeros of some only apart);
    one is enough.
    Each names its revisions and its rivals, with the likely causes of a difference.
    ``points`` are ordered by ``as_of`` or else ``reported_at``; a denied claim belongs to the
    toll and gives no point. ``counters``: who counted, found from the rest where it is not
    given. Tolls come in the order of their ids, whatever the input's order.
    """
    by_id = {text.id: text for text in texts}
    kept = sorted(families, key=lambda family: family.id)
    claims = tuple(claims)
    if counters is None:
        counters = find_counters(claims, kept, by_id.values())
    days = report_days(by_id, kept)
    family_of = {member.text_id: family.id for family in kept for member in family.members}
    series: dict[tuple[object, ...], dict[str, Claim]] = defaultdict(dict)
    parts: dict[str, list[Claim]] = defaultdict(list)
    said = {claim.id: claim for claim in claims}
    for claim in claims:
        if adds_to_a_count(claim):
            if claim.part_of is not None:
                parts[claim.part_of].append(claim)
            continue  # "it added 3,000 deaths retroactively": no reading of any series
        if claim.high == 0 and share_of(claim):
            continue  # "no one has died since Friday" is no toll
        if claim.scope == "cumulative" and claim.stance != "hypothetical":
            text = by_id.get(claim.text_id)
            known = _over_its_whole(begun(whole(claim), text), said, text)
            period = period_key(known, text, days.get(claim.text_id))
            key = (*_definition_key(known, counters), loss_of(known, text) == DESTROYED, period)
            series[key].setdefault(known.id, known)
    _join_in_text(series)
    _join_without_area(series)
    join_twice_told(series, _PLACE)
    counts = []
    for key, own in series.items():
        members = sorted(own.values(), key=lambda claim: claim.id)
        counts.append(
            Count(
                toll=_toll(
                    members,
                    by_id,
                    reading_days(members, by_id, days, family_of),
                    counters,
                    parts,
                    _what(members[0], lost=bool(key[_DESTROYED])),
                ),
                claims=members,
                counter=key[0],
                what=_what(members[0], lost=bool(key[_DESTROYED])),
                period=key[-1],
                of=_country_of_name(members[0], counters),
            )
        )
    yield from with_rivals(sorted(counts, key=lambda count: count.toll.id), by_id)


def _over_its_whole(claim: Claim, said: Mapping[str, Claim], text: Text | None) -> Claim:
    """The claim; a part that states no time counts over the period of its whole.

    "1,300 were killed from May to July, of whom 400 were children and 110 women."
    """
    counted = said.get(claim.part_of or "") if claim.when is None else None
    if counted is None or counted.text_id != claim.text_id:
        return claim
    return replace(claim, when=begun(whole(counted), text).when)


def _join_in_text(series: dict[tuple[object, ...], dict[str, Claim]]) -> None:
    """Put counts whose beginning is not stated to the series that their text gives a period of.

    Only where one series alone fits: same counter, people and area, a claim of the same text,
    and a day inside of its period.
    """
    open_ones = [key for key in series if key[-1] is None]
    told: dict[tuple[object, ...], list[tuple[object, ...]]] = {key[:-1]: [] for key in open_ones}
    for key in series:
        if key[-1] is not None and key[:-1] in told:
            told[key[:-1]].append(key)
    for key in open_ones:
        beside: dict[str, list[tuple[tuple[object, ...], Claim]]] = defaultdict(list)
        for other in told[key[:-1]]:
            for claim in series[other].values():
                beside[claim.text_id].append((other, claim))
        for claim in list(series[key].values()):
            fitting = {other for other, c in beside.get(claim.text_id, ()) if within(claim, c)}
            if len(fitting) == 1:
                series[fitting.pop()][claim.id] = series[key].pop(claim.id)
        if not series[key]:
            del series[key]


def _join_without_area(series: dict[tuple[object, ...], dict[str, Claim]]) -> None:
    """Put counts that name no area to the one series that has the rest of their definition.

    Only where their beginning is stated: "46,000 have been killed since March 2011" by who else
    says "52,000 in Syria since March 2011".
    """
    placed: dict[tuple[object, ...], list[tuple[object, ...]]] = defaultdict(list)
    for key in series:
        if key[_PLACE] is not None and key[-1] is not None:
            placed[key[:_PLACE] + key[_PLACE + 1 :]].append(key)
    for key in [key for key in series if key[_PLACE] is None]:
        fitting = placed.get(key[:_PLACE] + key[_PLACE + 1 :], [])
        if len(fitting) == 1:
            series[fitting[0]].update(series.pop(key))


def _definition_key(claim: Claim, counters: Counters) -> tuple[object, ...]:
    """What must be equal for two figures to be readings of one series."""
    population = claim.population
    described = (population.status, population.age, population.sex) if population else ()
    return (
        counters.key(claim),
        claim.measure,
        claim.phase,
        claim.unit,
        described,
        _place_key(claim.place),
        # A part is another series than its whole.
        claim.part_of is not None or share_of(claim),
    )


def _country_of_name(claim: Claim, counters: Counters) -> str | None:
    """The country in the name of a monitor or ministry; an army counts abroad as well."""
    if claim.speaker is None or claim.speaker.kind not in {"monitor", "authority", "medic"}:
        return None
    codes = codes_in(counters.spoken[claim.id].words) if claim.id in counters.spoken else ()
    return min(codes) if len(codes) == 1 else None


def _place_key(where: Where | None) -> object:
    if where is None:
        return None
    return where.geonameid if where.geonameid is not None else tuple(sorted(name_key(where.name)))


def _toll(
    claims: Sequence[Claim],
    texts: Mapping[str, Text],
    days: Mapping[str, str],
    counters: Counters,
    parts: Mapping[str, Sequence[Claim]],
    what: str,
) -> Toll:
    first = claims[0]
    points = points_of(claims, days)
    revisions = revisions_of(points, {claim.id: claim for claim in claims}, texts, parts)
    counter = counter_name(claims, texts, counters)
    place = display_name(claim.place.name for claim in claims if claim.place) or None
    status = first.population.status if first.population else None
    return Toll(
        id=content_id("toll", *(claim.id for claim in claims)),
        title=f"{what[0].upper()}{what[1:]}{f' in {place}' if place else ''}, counted by {counter}",
        counter=counter,
        measure=first.measure,
        definition=_definition(claims, what, place, counter),
        status=status,
        where=place,
        points=points,
        claims=tuple(claim.id for claim in claims),
        breaks=tuple(revision.point for revision in revisions),
        revisions=revisions,
    )


def _what(claim: Claim, *, lost: bool) -> str:
    """Civilians killed; deliveries of arms delivered; families displaced; ``lost``: destroyed."""
    words = load("en", "statements")
    measure = words[claim.measure].data
    status = claim.population.status if claim.population else None
    nouns = words["status"].data.get(status or "") if claim.unit in {"people", None} else None
    units = words["unit"].data.get(claim.unit or "people", [claim.unit, claim.unit])
    noun = str((nouns or units)[1])
    if goods := measure.get("goods"):
        noun = f"{noun} of {goods}" if claim.unit else str(goods)
    age = claim.population.age if claim.population else None
    sex = claim.population.sex if claim.population else None
    extra = ", ".join(part for part in (age, sex) if part)
    done = str(words["phase"].data.get(claim.phase or "", measure["done"])).removeprefix("to have ")
    if measure.get("lost_words"):
        done = done_words(claim.measure, [claim])
    if lost:
        done = str(measure["destroyed"])
    if claim.unit in words["acts"].data["units"] and done == measure["done"]:
        return noun
    return f"{noun}{f' ({extra})' if extra else ''} {done}"


def _definition(claims: Sequence[Claim], what: str, place: str | None, counter: str) -> str:
    parts = [what]
    status = claims[0].population.status if claims[0].population else None
    if status == "mixed":
        parts.append(str(load("en", "statements")["mixed"].data["note"]))
    parts.append(f"in {place}" if place else "area not stated")
    periods = sorted({when_in_words(c.when) or c.when.surface for c in claims if c.when})
    shown = listed(periods, most=3)
    parts.append(f"period: {shown}" if shown else "period not stated")
    parts.append(f"as counted by {counter}")
    if claims[0].part_of is not None or share_of(claims[0]):
        parts.append("stated as a part of a larger figure")
    return ", ".join(parts)
