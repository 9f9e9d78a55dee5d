"""Where it happened: the place that a sentence states for a harm, and its record."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.places.clause import APART, clause_distance, of_the_deed, of_the_rise
from harmledger.claims.places.mentions import Mention
from harmledger.claims.places.placekinds import COUNTRY, REGION, TOWN
from harmledger.claims.places.remembered import of_the_ceremony
from harmledger.claims.words.gazetteer import resolve, resolve_region
from harmledger.claims.words.lexicon import words
from harmledger.records import Where

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["heals", "place_for", "place_record", "points_back"]

#: Votes by which a text speaks of a country.
_SPOKEN = 2

#: Measures of what is brought or goes somewhere: the goal is its place.
_GOING = frozenset(("aid", "arms", "displaced", "detained", "abducted"))
#: Measures of what follows a deed: its place is not theirs.
_CUSTODY = frozenset(("detained",))


def points_back(trigger: Token) -> bool:
    """Whether "there" stands with the harm word ("have been killed there")."""
    near = trigger.doc[trigger.i : trigger.i + 5]
    if any(t.lower_ == "there" and t.dep_ != "expl" for t in near):
        return True
    # "The people sheltering there were killed", but not "those who were there for the match".
    there = [t for t in trigger.subtree if t.lower_ == "there" and t.dep_ == "advmod"]
    return any(not _in_relative(t, trigger) for t in there)


def _in_relative(token: Token, trigger: Token) -> bool:
    for above in (token, *token.ancestors):
        if above.i == trigger.i:
            return False
        if above.dep_ == "relcl":
            return True
    return False


def place_for(
    parsed: Parsed,
    trigger: Token,
    here: list[Mention],
    *,
    measure: str,
    speaker: tuple[int, int] | None = None,
) -> Mention | None:
    """The place that its own sentence states for the harm at ``trigger``.

    Of the places in the clauses of the harm the most specific, then the nearest.
    """
    best: tuple[tuple[object, ...], Mention] | None = None
    for mention in here:
        fled = measure == "displaced" and mention.left and _fled_from(mention, trigger)
        if not (mention.locative or fled) or mention.told:
            continue
        if not _reached(mention, trigger, measure):
            continue
        if speaker is not None and speaker[0] <= mention.start < speaker[1]:
            continue
        treated = trigger.i == mention.token or trigger.lower_ in words("places", "later_deaths")
        if mention.heals and trigger.lower_ in words("places", "tolls"):
            continue  # "a ninth died in a clinic in Hull, bringing the toll to nine"
        if treated and heals(mention):
            continue  # "died at Mercy Hospital"; but "died in a clinic in Leeds"
        token = parsed.doc[mention.token]
        if _of_what_followed(trigger, token):
            continue
        far = clause_distance(trigger, token)
        if of_the_rise(trigger, token):
            continue
        if far >= APART or (measure in _CUSTODY and of_the_deed(trigger, token)):
            continue
        near = far <= 1
        key = (
            not fled,
            of_the_ceremony(trigger, token),
            mention.rank == COUNTRY,
            mention.bearing,
            not near,
            mention.rank if near else far,
            far,
            abs(mention.token - trigger.i),
        )
        if best is None or key < best[0]:
            best = (key, mention)
    return best[1] if best else None


def _of_what_followed(trigger: Token, token: Token) -> bool:
    """Whether the place is where some died later of their wounds, or a culprit was hanged: "of whom
    four died of their burns in Hull"."""
    verb = next((t for t in token.ancestors if t.pos_ == "VERB"), None)
    if verb is None:
        return False
    hanged = verb.lower_ in words("grammar", "executions", "of_courts") and verb.i != trigger.i
    return hanged or _of_wounds(verb)


def _of_wounds(trigger: Token) -> bool:
    """Whether somebody died later, of wounds: where that was is not where they were hurt."""
    of = [c for c in trigger.children if c.dep_ == "prep" and c.lower_ in {"of", "from"}]
    return trigger.lower_ in words("places", "later_deaths") and any(
        c.lower_ in words("places", "wounds") for one in of for c in one.children
    )


def _fled_from(mention: Mention, trigger: Token) -> bool:
    """Whether the harm word is of leaving the place: "displaced from Basra"."""
    above = trigger.doc[mention.token].head.head
    if above.dep_ == "pobj" and above.head.lower_ == "from":
        above = above.head.head  # "from the town of Basra"
    return above.i == trigger.i or (above.dep_ in {"conj", "acl"} and above.head.i == trigger.i)


def heals(mention: Mention) -> bool:
    """Whether the place is one where the harmed are treated: it need not be where it was done."""
    named = words("places", "healing") & set(mention.name.lower().split())
    return bool(named) or (mention.heals and mention.goal >= 0)


def _reached(mention: Mention, trigger: Token, measure: str) -> bool:
    """Whether the harm was done where someone went: "drove to Basra to kill"."""
    if mention.goal >= 0 and measure in _CUSTODY:
        verb = trigger.doc[mention.goal]
        if verb.dep_ == "conj" and verb.head.i == trigger.i:
            return False  # "was arrested and deported to Peru"
    if mention.goal < 0 or measure in _GOING:
        return True
    after = trigger.i > mention.token and trigger.pos_ in {"VERB", "AUX"}
    return after and trigger.doc[mention.goal].is_ancestor(trigger)


def place_record(mention: Mention, context: Counter[str]) -> Where:
    """The claim's Where, resolved by the gazetteer where the context allows it.

    A street or building has the coordinates of the town named with it, if any.
    """
    larger = [m.core for m in mention.within]
    told = next((m.country for m in (mention, *mention.within) if m.country), "")
    if told and all(m.rank < REGION for m in mention.within):
        larger.append(told)  # "the Lebanese village of Qana"
    place = resolve(mention.core, context, larger) if mention.rank in {TOWN, COUNTRY} else None
    of_site = place is not None and not larger and _names_site(mention, place.country, context)
    place = None if of_site else place
    country = place.country if place is not None else None
    if mention.rank == REGION:
        place = resolve_region(mention.name, context, larger)  # "the Gaza Strip"
        place = place or resolve_region(mention.core, context, larger, mention.kind)
        namesake = place or resolve(mention.core, context, larger)  # its town, mostly inside it
        natural = mention.kind in words("places", "natural_kinds")
        if namesake is not None and not (natural and namesake.precision == "country"):
            country = namesake.country  # the Jordan Valley is not of Jordan alone
    for number, holder in enumerate(mention.within):
        if place is not None or mention.rank > TOWN:
            break
        if holder.rank < TOWN:
            continue
        held = resolve(holder.core, context, larger[number + 1 :])
        country = held.country if held is not None else None
        place = held if held is not None and held.lat is not None else None
    if country is None and told:
        state = resolve(told, context)
        country = state.country if state is not None else None
    return Where(
        name=_in_line(f"{mention.name} {mention.site}" if of_site else mention.name),
        start=mention.start,
        end=mention.end + (1 + len(mention.site) if of_site else 0),
        lat=place.lat if place else None,
        lon=place.lon if place else None,
        precision=place.precision if place else "unresolved",
        geonameid=place.geonameid if place else None,
        country=country,
        within=next((_in_line(m.name) for m in mention.within if m.rank >= TOWN), None),
    )


def _names_site(mention: Mention, country: str | None, context: Counter[str]) -> bool:
    """Whether a name is that of the site behind it, as in a report of Dili "the Santa Cruz
    cemetery": its namesake is a town of a country that the text speaks less of than of another."""
    others = max((votes for code, votes in context.items() if code != country), default=0)
    return bool(mention.site) and others >= _SPOKEN and others > context[country or ""]


def _in_line(name: str) -> str:
    """A name that may be broken over two lines, in one."""
    return " ".join(name.split())
