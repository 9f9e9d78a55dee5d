"""A link in words: each thing that spoke for or against two events being one, with its points."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from harmledger.incidents.captivity import one_captivity
from harmledger.incidents.dating import day_told, days_apart, first_report_after
from harmledger.incidents.features import called_alike, place_words, shared_persons
from harmledger.incidents.figures import figures_apart, figures_near, shared_figures
from harmledger.incidents.links import Link, weights
from harmledger.incidents.node import Node
from harmledger.incidents.placed_alike import shared_place
from harmledger.incidents.rarity import Rarity
from harmledger.incidents.telling import Name
from harmledger.incidents.vectors import rarest, shared_words
from harmledger.incidents.words import first_written
from harmledger.records import Text
from harmledger.wording import day_in_words, listed

__all__ = ["link_sentence"]

#: Words, names and persons that are named.
_MOST = 4


#: Features of the words that two events share.
_OF_WORDS = frozenset({"words", "rare_words", "headline"})


def link_sentence(
    one: Node, two: Node, link: Link, rarity: Rarity, texts: Mapping[str, Text]
) -> str:
    """The comparison in one sentence."""
    held = "; ".join(_points(one, two, link, rarity, texts))
    bar = (
        "not enough while these contradict each other"
        if link.contradicted
        else (f"needed {weights()['threshold']:.1f}")
    )
    return f"{one.document} and {two.document}: {held} (score {link.score:.1f}, {bar})."


def _points(
    one: Node, two: Node, link: Link, rarity: Rarity, texts: Mapping[str, Text]
) -> Iterable[str]:
    """Features about one thing together, with their points."""
    points: dict[str, float] = {}
    shared = ""
    for name, adds in link.adds:
        if name in _OF_WORDS:
            shared = words = shared or _words(one, two, rarity, texts)
        else:
            words = (
                _called(one, two, rarity, texts)
                if name in {"event_name", "event_named"}
                else _in_words(name, one, two, rarity)
            )
        points[words] = points.get(words, 0.0) + adds
    for words, adds in points.items():
        if abs(adds) >= 0.05:
            yield f"{words} ({adds:+.1f})"


def _in_words(name: str, one: Node, two: Node, rarity: Rarity) -> str:
    if name in {"person", "persons"}:
        return f"both name {listed([_named(n) for n in shared_persons(one, two, rarity)], most=3)}"
    if name == "names":
        shared = one.people.names & two.people.names
        named = sorted(
            shared - {n for n in shared if not (one.place_words | two.place_words).isdisjoint(n)},
            key=lambda n: (-rarity.names.of(n), n),
        )
        return f"they share the names {listed([_named(n) for n in named[:_MOST]])}"
    if name in {"ages", "ages_differ"}:
        ages = sorted(one.people.ages & two.people.ages)
        return (
            f"both give the age {listed([str(a) for a in ages[:_MOST]])}"
            if ages
            else ("they give different ages")
        )
    if name == "ways_differ":
        return "they tell of attacks of different kinds"
    if name == "sites_differ":
        return (
            f"they name different parts or buildings of the town ({_sites(one)}; {_sites(two)}) "
            "and no figure alike"
        )
    if name == "victims_differ":
        return "of one the killed are soldiers or police, of the other they are not"
    if name.startswith("figure"):
        return _figures(name, one, two)
    if name.startswith("place"):
        return _places(name, one, two)
    return _dates(name, one, two)


def _sites(node: Node) -> str:
    return ", ".join(word.title() for word in sorted(node.sites)[:_MOST])


def _named(name: Name) -> str:
    return " ".join(part.title() for part in name)


def _words(one: Node, two: Node, rarity: Rarity, texts: Mapping[str, Text]) -> str:
    both = shared_words(one.vector, two.vector).keys() - place_words(one, two, rarity)
    named = rarest(one.vector, _MOST, both.__contains__)
    codes = [int(rarity.words[word]) for word in named]
    text = texts.get(one.locals[0].text_id)
    # As the text has them; in small letters, as they are no names here.
    words = first_written(codes, f"{text.title or ''}\n{text.text}" if text else "")
    return f"they share the words {', '.join(words[code] for code in codes if code in words)}"


def _figures(name: str, one: Node, two: Node) -> str:
    if name == "figures_differ":
        return f"their figures of {listed(figures_apart(one, two))} are far apart"
    near = figures_near(one, two) if name == "figure_near" else None
    if near is not None:
        return f"their tolls are near each other ({near[1]:,} and {near[2]:,} {near[0]})"
    figures = shared_figures(one, two)[:2]
    return f"both give {listed([f'{size:,} {measure}' for measure, size in figures])}"


def _places(name: str, one: Node, two: Node) -> str:
    first, second = (node.place.name if node.place else "no place" for node in (one, two))
    names = first if first == second else f"{first} and {second}"
    return {
        "place_same": f"same place ({names})",
        "place_near": f"places within 50 km ({names})",
        "place_within": f"places that hold one another ({names})",
        "place_among": f"a place that both name for the event ({_among(one, two)})",
        "place_told": f"one report names the place of the other ({names})",
        "place_differs": f"their places have different names ({names})",
        "place_apart": f"their places lie far apart ({names})",
    }[name]


def _among(one: Node, two: Node) -> str:
    shared = shared_place(one.places, two.places)
    names = [where.name for where in shared or ()]
    return listed(sorted(set(names)))


def _called(one: Node, two: Node, rarity: Rarity, texts: Mapping[str, Text]) -> str:
    """By its word as the text has it."""
    found = called_alike(one, two, shared_words(one.vector, two.vector), rarity)
    code = int(rarity.words[found[2]]) if found else 0
    text = texts.get(one.locals[0].text_id)
    word = first_written([code], f"{text.title or ''}\n{text.text}" if text else "").get(code, "")
    return f"the event is called by the name {word.title()}"


def _dates(name: str, one: Node, two: Node) -> str:
    spans = [node.span for node in (one, two) if node.span is not None]
    if name in {"date_same", "date_near"}:
        dated = min(spans, key=lambda span: span.yearless)
        day = day_in_words(dated.low, yearless=dated.yearless)
        slack = "" if name == "date_same" else ", give or take a day"
        if one_captivity(one, two):
            last = max(spans, key=lambda span: span.low)
            again = day_in_words(last.low, yearless=last.yearless)
            first = min(spans, key=lambda span: span.low)
            day = day_in_words(first.low, yearless=first.yearless)
            return f"both tell of people held, on {day} and {again}"
        return f"both date the event {day}{slack}"
    if name == "date_recalled":
        return "one of them was written long after that day"
    if name == "date_round":
        return "one was written when the day of the other came round"
    if name == "date_told":
        return f"one report names the day of the other, {day_in_words(day_told(one, two) or 1)}"
    if name == "date_rough":
        return "their dates agree, one of them roughly"
    if name == "days_back":
        return "one of them looks back on an event"
    if name == "dates_differ":
        return "their dates contradict each other"
    days = days_apart(one, two) or 0
    if first_report_after(one, two) is not None:
        later = f"{days} day{'s' if days > 1 else ''} before" if days else "on the day of"
        return f"one dates its event {later} the other's report, which gives no day"
    if days == 0:
        return "they were published on the same day"
    return f"they were published {days} day{'s' if days > 1 else ''} apart"
