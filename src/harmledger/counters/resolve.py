"""One name at a time: which counter it stands for, and by which rule that is known."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from harmledger.counters.entries import Entry
from harmledger.counters.forms import document_of, named_in_full, office_of
from harmledger.counters.known import Known
from harmledger.counters.names import speaker_key
from harmledger.counters.offices import last_cited, speaks_for
from harmledger.counters.told import Told
from harmledger.counters.words import name_words, skeleton
from harmledger.records import Claim, content_id

__all__ = ["Heard", "Resolver"]

_SHORT_FORM = re.compile(r"(?:[A-Z]\.?){2,8}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A name as it counts for one claim.

    ``id``: the name, apart from the order of its words and, for a generic one, with the
    counter that its place gives it. ``anchor``: names of one anchor are one counter. ``rule``
    and ``why``: how that is known; ``words``: what the name says of who it is.
    """

    id: str
    anchor: str
    rule: str
    why: str
    words: frozenset[str]
    entry: Entry | None = None
    person: str | None = None


class Resolver:
    """Resolves the speakers of claims by the vocabulary and by what the reports say.

    ``forms``: by text what short forms of sources stand for there.
    """

    def __init__(self, known: Known, told: Told, forms: Mapping[str, Mapping[str, str]]) -> None:
        self._known = known
        self._told = told
        self._forms = forms
        self._always: dict[str, Heard | None] = {}

    def heard(self, claim: Claim, beside: Sequence[Claim]) -> Heard | None:
        """Whom the claim's speaker stands for; None where nobody is named ("he", "the group").

        ``beside``: all claims of its text.
        """
        if claim.speaker is None:
            return None
        name = " ".join((claim.speaker.canonical or claim.speaker.name).split())
        name = named_in_full(name, self._forms.get(claim.text_id, {}))
        key = speaker_key(name)
        if key is None:
            return None
        if name not in self._always:
            self._always[name] = self._resolved(name, key)
        found = self._always[name]
        if found is None or found.entry is not None:
            return found
        rows = self._known.generic(found.words)
        if not rows:
            return found
        places = (one.place for one in beside if one.place is not None)
        entry = self._known.meant_in(rows, claim.place, places)
        if entry is None:
            return found
        return Heard(
            id=_name_id(name, key, entry),
            anchor=f"entry:{entry.id}",
            rule="context",
            why=f"In a report of this place “{name}” means {entry.name}.",
            words=found.words,
            entry=entry,
            person=found.person,
        )

    def _resolved(self, name: str, key: str) -> Heard:
        cited = last_cited(name)
        body, person = speaks_for(cited)
        rule, why = "as_named", "Named so in the reports."
        if cited != name:
            rule, why = "cited", f"“{name}” passes on what {cited} counted."
        if person is not None or (body != cited):
            rule, why = "spokesperson", f"“{cited}” speaks for {body}."
        elif key in self._told.bodies:
            body, document = self._told.bodies[key]
            rule, why, person = "spokesperson", f"Speaks for {body}, says {document}.", name
        elif office := office_of(cited, self._known):
            rule, why, body = "spokesperson", f"“{cited}” holds an office of {office}.", office
        elif maker := document_of(cited, self._known):
            rule, why, body = "document", f"“{cited}” is the work of {maker}.", maker
        elif _SHORT_FORM.fullmatch(body):
            full, document = self._told.short.get(body.replace(".", "").casefold(), ("", ""))
            if full and self._known.meant_by(name_words(body)) is None:
                body, rule = full, "acronym"
                why = f"“{name}” is short for {full}, says {document}."
        words = name_words(body)
        entry = self._known.meant_by(words)
        if entry is not None:
            by = "The vocabulary of counters lists it"
            why = f"{why} {by} as {entry.name}." if rule != "as_named" else f"{by}: {entry.name}."
            rule = rule if rule != "as_named" else "vocabulary"
        anchor = f"entry:{entry.id}" if entry else "words:" + " ".join(sorted(skeleton(words)))
        return Heard(
            id=_name_id(name, key),
            anchor=anchor,
            rule=rule,
            why=why,
            words=words,
            entry=entry,
            person=person,
        )


def _name_id(name: str, key: str, context: Entry | None = None) -> str:
    """Equal for a name in every order of its words; not for "Sana'a" and "SANA"."""
    words = " ".join(sorted(name_words(name)))
    return content_id("name", key, words, context.id if context else "")
