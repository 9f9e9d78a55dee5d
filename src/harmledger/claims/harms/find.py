"""From a harm word to the noun phrases that were harmed: the frame of each word, applied."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from harmledger.claims.harms import (
    counted_words,
    custody,
    figures,
    flight,
    frames,
    gunfire,
    nominal,
    outcomes,
    states,
    tallies,
    treatment,
    victimwords,
    weapons,
)
from harmledger.claims.harms.aboard import all_aboard
from harmledger.claims.harms.clauses import all_who_were
from harmledger.claims.harms.companions import likewise, together
from harmledger.claims.harms.foundso import as_found, found_harmed, found_with
from harmledger.claims.harms.harm import Harm
from harmledger.claims.harms.headlines import first_of_headline, in_headline
from harmledger.claims.harms.ofthose import of_counted, of_those
from harmledger.claims.harms.phrased import fits, phrased, said_of
from harmledger.claims.harms.pronounced import pronounced
from harmledger.claims.harms.roll import roll
from harmledger.claims.parsing.lowerwords import lower_words
from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.parsing.syntax import child, left_quantity
from harmledger.claims.words.gate import HarmWord, gated_words
from harmledger.claims.words.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token


__all__ = ["Harm", "find_harms"]


_NONE: tuple[list[Harm], range] = ([], range(0))


def find_harms(parsed: Parsed) -> list[Harm]:
    """The harms of a sentence in text order, one for each victim phrase."""
    table = gated_words()
    lowered = parsed.words
    found: list[Harm] = []
    for at, low in enumerate(lower_words(parsed.doc)):
        for word in table.get(low, ()):
            if word.needs_noun and not lowered & (word.needs_noun - {low}):
                continue
            if word.needs_verb and not lowered & word.needs_verb:
                continue
            token = parsed.doc[at]
            if word.particle and not _with_particle(token, word.particle):
                continue
            for told in _harms_of(parsed, token, word):
                if word.many and not fits(parsed, told):
                    continue
                owner = child(told.victim, "poss")
                limb = told.victim.lower_ in words("things", "body_parts")
                # "A girl's head was grazed": the girl.
                harm = replace(told, victim=owner) if limb and owner is not None else told
                harm = as_found(harm)
                harm = replace(harm, victim=all_who_were(harm.trigger, harm.victim))
                harm = replace(harm, victim=of_those(parsed, all_aboard(parsed, harm.victim)))
                found.append(harm)
                if (some := of_counted(parsed, harm.victim)) is not None:
                    found.append(replace(harm, victim=some))
                found.extend(together(harm))
                found.extend(first_of_headline(harm))
                found.extend(likewise(harm))
    found.extend(phrased(parsed))
    listed, over = roll(parsed) if not lowered.isdisjoint(words("grammar", "roll_heads")) else _NONE
    if listed:
        found = [h for h in found if h.victim.i not in over] + listed
    return found


def _with_particle(token: Token, particle: str) -> bool:
    """ "Gunned him down", "shot to death", and not "shot, causing a death"."""
    near = token.doc[token.i + 1 : token.i + 5]
    return any(
        t.lower_ == particle and (particle != "death" or t.nbor(-1).lower_ == "to") for t in near
    )


def _harms_of(parsed: Parsed, token: Token, word: HarmWord) -> Iterator[Harm]:
    if victimwords.none_told(token, word):
        yield Harm(word, token, token, None, "count")
        return
    verbal = (
        token.pos_ in {"VERB", "AUX"}
        or token.tag_ in {"VBN", "VBD", "VBG"}
        or (token.pos_ == "ADJ" and token.dep_ in {"acl", "amod", "acomp", "conj", "ROOT"})
        or token.lower_ in words("grammar", "only_participles")
    )
    match word.frame:
        case "transitive" if verbal:
            told = tuple(frames.transitive(parsed, token, word))
            yield from told or found_harmed(token, word)
        case "transitive" if token.pos_ in {"PROPN", "NOUN"} and token.lower_.endswith("ed"):
            near = left_quantity(parsed, token)
            if near is not None:
                yield Harm(word, token, near, None, "adjacent")
        case "transitive" if token.tag_ in {"NN", "NNP"} and token.lower_ == "shot":
            yield from gunfire.shot_noun(parsed, token, word)
        case "intransitive" if verbal:
            yield from frames.intransitive(parsed, token, word)
        case "intransitive" | "transitive" if token.pos_ in {"NOUN", "PROPN"}:
            yield from in_headline(parsed, token, word)
        case "state":
            yield from pronounced(token, word) or states.state(parsed, token, word)
            yield from tallies.numbered(parsed, token, word)
        case "event" if token.pos_ in {"NOUN", "PROPN", "VERB"} and not child(token, "dobj"):
            yield from nominal.event(token, word)
        case "count" if token.pos_ in {"NOUN", "PROPN"}:
            yield from counted_words.count(parsed, token, word)
            if word.id == "casualties":
                yield from states.included_casualties(token, word)
        case "suffered" if token.pos_ in {"NOUN", "PROPN"}:
            told = tuple(nominal.suffered(token, word))
            yield from told or (found_with(token, word) if word.id == "suffered" else ())
        case "life" if token.pos_ == "NOUN":
            yield from outcomes.life(token, word)
        case "flees" if verbal:
            yield from flight.flees(parsed, token, word)
        case "leaves" if verbal:
            yield from flight.leaves(token, word)
        case "leaves_home" if verbal:
            yield from flight.leaves_home(token, word)
        case "driven" if verbal:
            yield from flight.driven(token, word)
        case "refuge" if token.pos_ in {"NOUN", "PROPN"}:
            yield from flight.refuge(token, word)
        case "fatal_event" if token.pos_ in {"NOUN", "PROPN"}:
            yield from outcomes.fatal_event(token, word)
        case "multiple" if token.pos_ in {"NOUN", "PROPN"}:
            yield from outcomes.multiple(parsed, token, word)
        case "condition" if token.pos_ == "NOUN":
            yield from outcomes.condition(token, word)
        case "custody" if token.pos_ in {"NOUN", "PROPN"}:
            yield from outcomes.custody(token, word)
        case "in_hospital" if token.pos_ == "NOUN":
            yield from treatment.in_hospital(token, word)
        case "turned_on" if token.pos_ == "VERB":
            yield from gunfire.turned_on(token, word)
        case "with_wounds" if token.pos_ == "NOUN":
            told = tuple(outcomes.with_wounds(token, word))
            yield from told or found_with(token, word)
        case "surgery" if token.pos_ == "NOUN":
            yield from treatment.surgery(token, word)
        case "victim" if token.pos_ == "NOUN":
            yield from treatment.victim_of(token, word)
        case "outlook":
            yield from treatment.outlook(token, word)
        case "victims_counted" if token.pos_ == "NOUN":
            yield from victimwords.counted_victims(parsed, token, word)
        case "recovering" if token.tag_ == "VBG":
            yield from victimwords.recovering(parsed, token, word)
        case "none" if token.pos_ == "NOUN":
            yield from victimwords.no_victims(token, word)
        case "victims_are" if token.pos_ == "NOUN":
            yield from victimwords.victims_are(parsed, token, word)
        case "not_survive" if token.pos_ == "VERB":
            yield from treatment.not_survive(token, word)
        case "held" if token.tag_ in {"VBN", "VBD"}:
            yield from treatment.held(token, word)
        case "held_now" if token.tag_ in {"VBN", "VBD"}:
            yield from custody.held_now(token, word)
        case "in_custody" if token.pos_ in {"NOUN", "PROPN"}:
            yield from custody.in_custody(parsed, token, word)
        case "in_hands" if token.pos_ == "NOUN":
            yield from custody.in_hands(token, word)
        case "holding" if token.tag_ == "VBG":
            yield from treatment.holding(token, word)
        case "by_shots" if verbal:
            yield from gunfire.by_shots(parsed, token, word)
        case "adverb":
            yield from gunfire.fatally(parsed, token, word)
        case "graded":
            yield from gunfire.graded(parsed, token, word)
        case "figure" if token.pos_ == "NOUN":
            yield from figures.figure(parsed, token, word)
        case "pieces" if token.pos_ in {"NOUN", "PROPN"}:
            yield from weapons.pieces(parsed, token, word)
        case "said_of":
            yield from said_of(parsed, [token], word)
        case "toll":
            yield from tallies.toll(parsed, token, word)
        case _:
            return
