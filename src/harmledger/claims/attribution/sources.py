"""One source under several spellings or short forms in a text is one source.

"Médecins Sans Frontières (MSF)", "MSF" and "the aid group" are one counter; so are "Yoav Galant"
and a scraped "Galante". The name stays as written; ``Speaker.canonical`` says who is meant.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from harmledger.claims.attribution.aliases import Aliases, key_of
from harmledger.claims.attribution.everyone import Everyone
from harmledger.claims.attribution.named import Named
from harmledger.claims.attribution.organs import organs_in
from harmledger.claims.attribution.owned import (
    body_at_the_end,
    is_owned,
    owner_of_work,
    published_by,
    publisher_before,
    short_names_of_work,
)
from harmledger.claims.attribution.speakers import kind_of
from harmledger.claims.attribution.speaking_for import kind_beside
from harmledger.claims.attribution.spellings import (
    bare,
    generic_form,
    generic_sources,
    letters_of,
    short_forms,
)
from harmledger.records import Claim, Speaker

__all__ = ["known_as", "resolve_speakers"]

_DOTTED = re.compile(r"(?:[A-Z]\.){2,}[A-Z]?")


def known_as(claim: Claim, canonical: str) -> Claim:
    """The claim with its speaker's canonical name, of the kind that the fuller name tells."""
    if claim.speaker is None:
        return claim
    kind = kind_of(canonical)
    kind = kind if kind != "other" else claim.speaker.kind
    return replace(claim, speaker=replace(claim.speaker, canonical=canonical, kind=kind))


def resolve_speakers(text: str, claims: Sequence[Claim], named: Sequence[Named]) -> list[Claim]:
    """The claims with ``Speaker.canonical`` set: the fullest name the text gives the source."""
    short = short_forms(text)
    spelled: dict[str, str] = {}
    speakers = [
        Named(c.speaker.start, bare(c.speaker.name), "SPEAKER") for c in claims if c.speaker
    ]
    # "A spokesman for the Kunduz police" names the police too.
    bodies = [
        Named(one.start, tail[1], "ORG") for one in speakers if (tail := body_at_the_end(one.name))
    ]
    everyone = Everyone(text, {*named, *speakers, *bodies})
    aliases = Aliases(text, everyone.named)
    organs = organs_in(text)
    told_before = {
        one.name.casefold(): everyone.meant(bare(text[slice(*span)]), span[0])
        for one in speakers
        if (span := publisher_before(text, one.name, one.start))
    }
    works = {
        form: everyone.meant(bare(maker), one.start)
        for one in speakers
        if (maker := published_by(text, one.start + len(one.name), one.name))
        for form in short_names_of_work(one.name)
    }
    works = {**told_before, **works}

    def canonical(speaker: Speaker) -> str:
        name = bare(speaker.name)
        generic = generic_sources().get(generic_form(name))
        if generic is not None and generic.data.get("owned") and is_owned(speaker.name):
            owner = everyone.owner(speaker.start)
            name = f"{name} for {owner}" if owner else everyone.meant(name, speaker.start)
        elif generic is not None:
            name = everyone.meant(name, speaker.start)
        elif name.casefold() in works:
            name = works[name.casefold()]
        elif (work := owner_of_work(name)) and work[0].casefold() in generic_sources():
            name = f"{everyone.meant(work[0], speaker.start)}’s {work[1]}"
        elif (tail := body_at_the_end(name)) and tail[1].casefold() in generic_sources():
            name = tail[0] + everyone.meant(tail[1], speaker.start)
        elif name.casefold() in organs:
            name = organs[name.casefold()]
        else:
            name = everyone.person(name, speaker.start) or everyone.meant(name, speaker.start)
        name = aliases.full(name)
        if _DOTTED.fullmatch(name):
            name = name.replace(".", "")
        full = short.get(letters_of(name), name)
        full = next((long for long in short.values() if full.endswith(long)), full)
        return spelled.setdefault(key_of(full), full)  # "Police" and "police"

    def known(claim: Claim, speaker: Speaker) -> Claim:
        kind = kind_beside(text, speaker, everyone)
        found = known_as(claim, canonical(speaker))
        if kind is None or found.speaker is None:
            return found
        return replace(found, speaker=replace(found.speaker, kind=kind))

    return [known(claim, claim.speaker) if claim.speaker else claim for claim in claims]
