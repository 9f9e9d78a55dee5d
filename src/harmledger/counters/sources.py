"""Whom one text names as its sources, where, and whom "the aid group" or "its" means there."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import replace

from harmledger.counters.names import bare, generic_forms, speaker_key
from harmledger.counters.resolve import Heard, Resolver
from harmledger.counters.words import name_words
from harmledger.kept import whole
from harmledger.records import Claim, Speaker, Text
from harmledger.vocabulary import Term

__all__ = ["Sources"]

#: How far before a pronoun the source may stand that it means, in code points.
_NEAR = 400


class Sources:
    """The sources of a text: those to whom its claims are given.

    ``claims``: all of the text; ``cited``: anchors of all counters of the book. ``heard``: whom
    each claim is given to.
    """

    def __init__(
        self,
        text: Text,
        claims: Sequence[Claim],
        resolver: Resolver,
        cited: Collection[str],
    ) -> None:
        self._resolver = resolver
        self.cited = cited
        self._claims = claims
        self.heard: dict[str, Heard | None] = {}
        self._kinds: dict[str, set[str]] = {}
        self._names: dict[str, set[str]] = {}
        mentions: set[tuple[int, str]] = set()
        for claim in claims:
            heard = self.heard[claim.id] = resolver.heard(claim, claims)
            if heard is None or claim.speaker is None:
                continue
            kind = heard.entry.kind if heard.entry else claim.speaker.kind
            self._kinds.setdefault(heard.anchor, set()).add(kind)
            names = self._names.setdefault(heard.anchor, set())
            names |= {claim.speaker.canonical or "", claim.speaker.name} - {""}
            mentions.add((claim.speaker.start, heard.anchor))
        for anchor, names in self._names.items():
            for name in names:
                if speaker_key(name) is not None and bare(name).casefold() not in generic_forms():
                    spelled = re.compile(rf"(?<!\w){re.escape(bare(name))}(?!\w)")
                    mentions |= {(m.start(), anchor) for m in spelled.finditer(text.text)}
        self._mentions = sorted(mentions)

    @property
    def anchors(self) -> Collection[str]:
        """Those of the sources of this text."""
        return self._names.keys()

    def before(self, at: int, without: Collection[str] = ()) -> str | None:
        """The anchor of the source named last before ``at``, not far from it."""
        for start, anchor in reversed(self._mentions[: bisect_left(self._mentions, (at, ""))]):
            if at - start > _NEAR:
                return None
            if anchor not in without:
                return anchor
        return None

    def meant(self, name: str, at: int, without: Collection[str] = ()) -> str | Heard | None:
        """Whom a name at ``at`` means: the anchor of a source of this text, or a name heard here.

        ``without``: anchors of whom it cannot mean.
        """
        term = generic_forms().get(bare(name).casefold())
        if term is not None:
            fitting = [a for a in self._names if a not in without and self._fits(a, name, term)]
            before = [a for start, a in self._mentions if start < at and a in fitting]
            if fitting or bare(name).islower():
                return before[-1] if before else fitting[0] if len(fitting) == 1 else None
        heard = self.named(name)
        if heard is None or heard.anchor in self._names or heard.entry is not None:
            return heard
        words = name_words(bare(name))
        longer = [
            anchor
            for anchor, names in self._names.items()
            if any(words < name_words(bare(one)) for one in names)
        ]
        return longer[0] if len(longer) == 1 and longer[0] not in without else heard

    def named(self, name: str) -> Heard | None:
        """Whom a name stands for in this text."""
        if not self._claims or not bare(name):
            return None
        speaker = Speaker(name=bare(name), kind="other", start=0, end=0)
        said = replace(whole(self._claims[0]), speaker=speaker)
        return self._resolver.heard(said, self._claims)

    def _fits(self, anchor: str, form: str, term: Term) -> bool:
        """Whether a generic source can stand for this one."""
        words = (bare(form).split()[-1],) if term.data.get("same") else term.words("words")
        lowered = [name.casefold() for name in self._names[anchor]]
        if any(re.search(rf"(?<!\w){re.escape(w)}", name) for w in words for name in lowered):
            return True
        # Of another kind is also whoever is a person.
        known = anchor.startswith("entry:")
        kinds = {kind for kind in term.words("kinds") if kind != "other" or known}
        return not kinds.isdisjoint(self._kinds[anchor])
