"""Sentences without a word of saying that go on from one that has it.

"Medics said five people were hurt. Two of them were taken to hospital." Most sentences do not:
between two attributed ones the narrator speaks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from harmledger.claims.attribution.announced import announced
from harmledger.claims.attribution.asides import behind_quotation, closed_by, closes
from harmledger.claims.attribution.closing import closing_speaker, dashed
from harmledger.claims.attribution.cue import Cue, not_sourced
from harmledger.claims.attribution.hearing import Hearing
from harmledger.claims.attribution.in_order import said_before
from harmledger.claims.attribution.later import figures_told_behind
from harmledger.claims.attribution.marked import headed
from harmledger.claims.attribution.recounted import recounted
from harmledger.claims.attribution.speakers import is_fragment, kind_of
from harmledger.claims.attribution.spellings import same_source
from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.parsing.sentences import Sentence
from harmledger.claims.parsing.syntax import child
from harmledger.claims.words.lexicon import words
from harmledger.claims.words.people import is_person_word
from harmledger.records import Speaker

if TYPE_CHECKING:
    from spacy.tokens import Token


__all__ = ["unsaid"]

#: Sentences of a numbered list behind "states the following:".
LISTED = 12
#: Sentences in a row that may go on from an attributed one.
CONTINUED = 3
#: Words by which those counted are added to others.
_FURTHER = frozenset(("further", "more"))
#: Kinds of cues from which the next sentence may go on.
_GOING_ON = frozenset(("verb", "phrase", "figure"))
#: "... the following:", and the number of a first item that the sentence has swallowed.
_OPENS = re.compile(r":[\s\"”]*(?:\d{1,2}[.)]?)?$")
_ITEM = re.compile(r"\s*[\"“]?(?:\d{1,2}[.)]|\(?[a-z]\)|[•●▪–*-])\s")


def unsaid(voices: Hearing, index: int, trigger: Token) -> Speaker | None:
    """The source of a word that no cue governs; None: the narrator.

    ", the clerk said." counts by its form alone, where the parser has lost it.
    """
    parsed = voices.parsed[index]
    closing = closing_speaker(parsed)
    closing = closing or dashed(voices.text, parsed.sentence.start, parsed.sentence.end)
    if closing is not None and closing.start > parsed.end(trigger):
        return closing
    if voices.within(index, trigger) is None:
        said = said_before(voices.narrated(index), trigger)
        if said is not None:
            return voices.speaker_of(index, said)
    later = figures_told_behind(voices, index)
    if later is not None or not index:
        return later
    if is_fragment(parsed):
        return voices.last_source(index - 1)
    opener = _opening_colon(voices.text, voices.sentences, index)
    if opener is None and _cut_off(voices, index - 1):
        opener = index - 1
    if opener is not None:
        one = voices.sentences[opener]
        return headed(voices.text, one.start, one.end) or voices.last_source(opener)
    return _continued(voices, index) or _enclosed(voices, index) or recounted(voices, index)


def _opening_colon(text: str, sentences: Sequence[Sentence], index: int) -> int | None:
    """The sentence before that opens this one with a colon: "states the following: 1. ..."."""
    for before in range(index - 1, max(-1, index - 1 - LISTED), -1):
        after = sentences[before + 1]
        item = _ITEM.match(text, after.start) is not None
        new = after.paragraph != sentences[before].paragraph
        if _OPENS.search(text[sentences[before].start : sentences[before].end]):
            return before if item or after.paragraph == sentences[index].paragraph else None
        if new and not item:
            return None
    return None


def _continued(voices: Hearing, index: int) -> Speaker | None:
    """Who speaks on in "Wardens said two had fallen. The men were bruised."

    Only where the sentence opens with those of whom the attributed one spoke; in a new
    paragraph only if the next sentence names the same source again.
    """
    for here in range(index, max(0, index - CONTINUED), -1):
        parsed = voices.sentence(here)
        if parsed is None or voices.narrated(here):
            return None
        if not _known_people(parsed) and not _fewer(parsed, voices.sentence(here - 1)):
            return announced(voices, here)
        told = [c for c in voices.narrated(here - 1) if c.kind in _GOING_ON and _says(c)]
        told = [c for c in told if c.source.lower_ not in words("grammar", "hearsay")]
        told = [c for c in told if not _counted(c.source)]
        told = [c for c in told if not not_sourced(c)] or told
        told = [c for c in told if not any(t.lower_ == "what" for t in c.token.children)]
        new = voices.sentences[here].paragraph != voices.sentences[here - 1].paragraph
        if told and behind_quotation(told[-1]):
            return None
        if told and (not new or _split_up(parsed)):
            return voices.speaker_of(here - 1, told[-1])
        if told:
            found, again = voices.speaker_of(here - 1, told[-1]), voices.last_source(index + 1)
            return found if found and again and same_source(found.name, again.name) else None
        if new:
            return None
    return None


def _counted(source: Token) -> bool:
    """ "Eleven suspects held": people who are counted, and nobody who counts."""
    numbered = any(c.dep_ == "nummod" for c in source.children)
    return numbered and kind_of(source.lower_) == "other"


def _cut_off(voices: Hearing, index: int) -> bool:
    """ "The coroner says", and a blank line before what he says: a page has torn it in two."""
    sentence = voices.sentences[index]
    last = voices.text[sentence.start : sentence.end].rsplit(None, 1)[-1].lower()
    if last not in words("reporting", "verbs") or last in words("reporting", "needs_clause"):
        return False
    cues = voices.narrated(index)
    return bool(cues) and cues[-1].kind == "verb" and not closed_by(cues[-1])


def _enclosed(voices: Hearing, index: int) -> Speaker | None:
    """Who speaks before and after: "..., Warden Ode said. A girl was hurt. She lives, Ode said."

    The sentence behind it stands in its paragraph, and both close with the same source.
    """
    if voices.narrated(index) or _attributed_by(voices, index) is not None:
        return None
    before = _attributed_by(voices, index - 1)
    if before is None:
        return None
    following = index + 1 < len(voices.sentences) and (
        voices.sentences[index].paragraph == voices.sentences[index + 1].paragraph
    )
    behind = _attributed_by(voices, index + 1) if following else None
    return before if behind is not None and same_source(before.name, behind.name) else None


def _attributed_by(voices: Hearing, index: int) -> Speaker | None:
    """The source with which a narrated sentence closes: "..., the warden said."."""
    parsed = voices.sentence(index)
    if parsed is None:
        return None
    cues = voices.narrated(index)
    if cues and closes(cues[-1]) and not behind_quotation(cues[-1]):
        return voices.speaker_of(index, cues[-1])
    return None


def _says(cue: Cue) -> bool:
    """Whether it says something by itself: not "terrorism continues in the town"."""
    alone = words("reporting", "quote_verbs") - words("reporting", "verbs")
    return cue.token.lower_ not in alone or closed_by(cue)


def _fewer(parsed: Parsed, before: Parsed | None) -> bool:
    """ "Seven attackers are dead, said the mayor. Six blew themselves up": six of those seven."""
    first = next((t for t in parsed.doc if not t.is_punct and not t.is_space), None)
    if before is None or first is None or first.dep_ not in {"nsubj", "nsubjpass"}:
        return False
    if not first.text.isdigit():
        return False
    told = (t for t in before.doc if t.text.isdigit() and t.ent_type_ not in {"DATE", "TIME"})
    return any(int(first.text) < int(t.text) for t in told)


def _split_up(parsed: Parsed) -> bool:
    """ "Forty-nine were children and 34 women", behind a total that a paragraph closes with."""
    first = next((t for t in parsed.doc if not t.is_punct and not t.is_space), None)
    main = first.head if first is not None and first.dep_ == "nsubj" else None
    who = child(main, "attr") if main is not None else None
    return who is not None and first is not None and first.like_num and is_person_word(who.lower_)


def _of_those(parsed: Parsed, first: Token) -> bool:
    """ "Of these, 210 were shot", "Among the dead were nine women"."""
    those = child(first, "pobj")
    if those is None:
        return False
    pointing = those.lower_ in {"these", "them", "those"}
    told = any(c.lower_ in words("grammar", "known_already") for c in those.children)
    counted = those.lower_ in words("grammar", "toll_words") | words("grammar", "count_nouns")
    counted = counted or is_person_word(those.lower_)
    return pointing or (told and counted)


def _known_people(parsed: Parsed) -> bool:
    """Whether the sentence opens with what was spoken of: "the man", "another 12", "the total"."""
    first = next((t for t in parsed.doc if not t.is_punct and not t.is_space), None)
    noun = next((t for t in parsed.doc if t.dep_ in {"nsubj", "nsubjpass"}), None)
    if first is not None and first.lower_ in {"of", "among"} and _of_those(parsed, first):
        return True
    if first is None or noun is None or noun.left_edge.i != first.i:
        return False
    if noun.ent_type_ in {"ORG", "GPE", "PERSON"}:
        return False
    opening = parsed.text[parsed.start(first) : parsed.sentence.end].split(None, 1)[0].lower()
    counted = parsed.quantity(noun) is not None or parsed.quantity(first) is not None
    if noun.lower_ in words("grammar", "office_holders") and kind_of(noun.lower_) == "authority":
        return False  # "The mayor met the two": of what he did, who was not spoken of as harmed
    if opening in words("grammar", "known_already"):
        if noun.tag_ in {"NN", "NNP"} and any(
            c.pos_ == "PROPN" and c.dep_ in {"appos", "compound"} for c in noun.children
        ):
            return False  # "The journalist Ada Brisk was wounded": nobody spoke of her
        known = is_person_word(noun.lower_) or noun.lower_.endswith("old")
        return known or counted or noun.lower_ in words("grammar", "toll_words")
    if counted and any(t.lower_ in _FURTHER for t in noun.subtree if t.i <= noun.i + 1):
        return True  # "a further nine people", "nine more"
    victims = noun.lower_ in words("grammar", "count_nouns")
    return counted and (victims or any(_of_known(c) for c in noun.children))


def _of_known(of: Token) -> bool:
    """ "Nine of them", "nine of the men"; not "nine of its soldiers", of whom nobody spoke."""
    those = child(of, "pobj") if of.lower_ == "of" else None
    return of.lower_ == "of" and (those is None or child(those, "poss") is None)
