"""What rules of methods may do, their keys, and the values that keys may have."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from harmledger.incidents import EFFECTS, STEPS
from harmledger.vocabulary import load

__all__ = [
    "COMMON",
    "CONDITIONS",
    "COUNTS",
    "DOES",
    "EXPLAINED",
    "LISTS",
    "MANY",
    "RANGE",
    "VALUES",
]

#: Keys every rule and grade has.
COMMON = frozenset({"id", "mark", "explanation", "source"})
_MARKS = ("S", "U", "H")

#: What a rule may do, and the keys it needs (True) or may have (False) for it.
DOES: Mapping[str, Mapping[str, bool]] = {
    "leave_out_stances": {"stances": True},
    "note_hedges": {},
    "context_speakers": {"kinds": True},
    "supply_low": {"low": True, "qualifiers": False, "surfaces": False},
    "sort_out": {"step": True},
    "range": {"low": True, "high": True},
    "contested_status": {"combatants": True},
    "name_edges": {"times": True},
    "raise_to_groups": {},
    "latest_of_origin": {},
    "earlier_figures": {},
    "early_counts": {"within": True},
    "later_of_state": {},
    "zero_is_denial": {},
    "same_breakdown": {},
    "rests_on": {},
    "latest_reading": {},
    "best": {"when": True},
    "only": {"measures": False, "people": False, "subjects": False},
    "word_numbers": {"words": True},
    "sides": {"side_a": True, "side_b": True, "civilians": True},
    "precision": {"days": False, "days_name": False, "places": False, "places_name": False},
    "residuals": {},
    "presume_civilian": {"combatants": True},
    "conceded": {},
    "strike_status": {},
    "belligerent_answer": {},
    "type_of_violence": {},
    "beside_harm": {"effects": True},
    "total": {"grades": True, "show": True},
}

#: What several rules of one method may do, each with keys of its own; ``sort_out`` each step once.
MANY = frozenset(
    {
        *("leave_out_stances", "context_speakers", "supply_low", "sort_out"),
        *("word_numbers", "precision"),
    }
)

#: What each of these does, for whoever writes a method.
EXPLAINED: Mapping[str, str] = {
    "leave_out_stances": "Claims of these stances are listed, not counted.",
    "note_hedges": "Hedged claims are counted and named.",
    "context_speakers": "What these kinds of speakers say, and what a party to the event says, "
    "sets no range.",
    "supply_low": "Claims without a number count as at least this many: vague ones, or those "
    "whose people are called by one of the words.",
    "sort_out": "One step of telling figures for the whole from others.",
    "range": "How low and high follow from the figures that are left.",
    "contested_status": "Where sources disagree who was harmed, the low is 0 for each group.",
    "name_edges": "Names a low or high that rests on one origin alone and is so many times below, "
    "or above, every figure of two or more other origins. It moves no number.",
    "raise_to_groups": "The high for all is not below the low of a group, which is the low for all "
    "where nobody gives one.",
    "latest_of_origin": "A later figure of one origin replaces its earlier ones.",
    "earlier_figures": "A figure that its report tells as an earlier one sets no range where "
    "another for the same people stands in that report, or is told that day or later.",
    "early_counts": "A count told up to so many days after the event sets no low where all that "
    "two other origins or more told later is more.",
    "later_of_state": "A later and higher figure of one office of a state replaces an early one of "
    "another.",
    "zero_is_denial": "A zero where others count some stands beside the range.",
    "same_breakdown": "Groups that a named counter gave before, given again without a name, are "
    "that counter's.",
    "rests_on": "A figure of which a report says that it rests on another counter's is that "
    "counter's.",
    "latest_reading": "Of a running count the latest reading is taken.",
    "best": "When one value is shown as the best.",
    "only": "What is assessed at all: these measures, people and subjects.",
    "word_numbers": "Words that count as numbers.",
    "sides": "People are told apart by side; those left over are of unknown side, and the best "
    "value for all is the sum.",
    "precision": "Codes for how exactly day and place are known, named in a reason.",
    "residuals": "A count of many events adds only what the incidents inside it do not hold.",
    "presume_civilian": "Says whether anybody is said to have taken part in fighting; else those "
    "harmed are taken for civilians.",
    "conceded": "What a party to the event concedes is named as a range of its own.",
    "strike_status": "Names the status of the strike, in a reason.",
    "belligerent_answer": "Names the belligerent's answer, in a reason.",
    "type_of_violence": "Names the type of violence where claims say it, in a reason.",
    "beside_harm": "Assesses what events did beside harm to people: each measure, unit and phase "
    "alone.",
    "total": "Which grades a total adds up, and whether it shows ranges or best values.",
}

_STATUSES = ("civilian", "armed_forces", "police", "armed_group", "perpetrator")

#: Values that a key may have; a list's members are checked one by one.
VALUES: Mapping[str, Collection[str]] = {
    "step": STEPS,
    "stances": ("asserted", "hedged", "denied", "hypothetical"),
    "combatants": _STATUSES[1:],
    "statuses_only": _STATUSES,
    "when": ("equal", "most_origins"),
    "mark": _MARKS,
    "people": ("all", *_STATUSES),
    "subjects": ("incident", "toll"),
    "effects": tuple(sorted(EFFECTS)),
    "measures": load("en", "measures").ids(),
    "kinds": load("en", "source_kinds").ids(),
    "side_a": _STATUSES,
    "side_b": _STATUSES,
    "civilians": _STATUSES,
    "grades": load("en", "grades").ids(),
    "show": ("range", "best"),
}
RANGE = {"low": ("lowest",), "high": ("highest", "lowest")}
LISTS = frozenset(
    (
        *("stances", "kinds", "qualifiers", "surfaces", "combatants", "statuses_only"),
        *("people", "subjects", "measures", "effects", "side_a", "side_b", "civilians", "grades"),
    )
)
#: Keys whose value is a table of words and whole numbers.
COUNTS = frozenset({"words", "places"})

#: Conditions of a grade and the type of their value.
CONDITIONS: Mapping[str, type] = {
    "min_origins": int,
    "accepted": bool,
    "competing_attribution": bool,
    "status_contested": bool,
    "statuses_only": list,
}
