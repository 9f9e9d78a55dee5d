"""What stands for the texts and claims of a ledger while little is asked of them."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from harmledger.kept import Brief, ClaimBrief, TextBrief
from harmledger.ledger.asking import Asking
from harmledger.ledger.kinds import Record, kind_named

__all__ = ["Briefs"]

#: What stands for the records of a kind.
_BRIEFS: dict[str, type[Brief]] = {"texts": TextBrief, "claims": ClaimBrief}

#: Texts that were read, or of which the claims were, and are held.
_MOST_READ = 1 << 11


class Briefs(Asking):
    """Texts and claims by their briefs (see the room ``kept``)."""

    def briefs(self, name: str) -> list[Brief]:
        """What stands for the texts, or the claims, of the book, as they lie in the ledger.

        A record is read when somebody asks for more of it, which works while the book is open.
        """
        kind = kind_named(name)
        decode = msgspec.json.Decoder(_BRIEFS[name]).decode
        known: dict[str, str] = {}
        once = known.setdefault

        @lru_cache(maxsize=_MOST_READ)
        def text(text_id: str) -> Record | None:
            return self.one("texts", text_id)

        @lru_cache(maxsize=_MOST_READ)
        def claims_of(text_id: str) -> dict[str, Record]:
            # Who asks for one mostly asks for the others too.
            return {claim.id: claim for claim in self.children("claims", text_id)}

        def read(brief: Brief) -> Record | None:
            if isinstance(brief, ClaimBrief):
                return claims_of(brief.text_id).get(brief.id)
            return text(brief.id)

        found: list[Brief] = []
        for record_id, body in self.rows(name, ordered=False):
            try:
                brief = decode(body)
            except msgspec.DecodeError:
                # Says in what way it is damaged, if it is read as what it is.
                self._decoded(kind, record_id, body)
                raise
            brief.digest, brief.read = kind.digest(body), read
            if isinstance(brief, ClaimBrief):
                # Many claims have the same ones, so each is held once.
                brief.text_id = once(brief.text_id, brief.text_id)
                brief.document = once(brief.document, brief.document)
                brief.measure = once(brief.measure, brief.measure)
                brief.scope = once(brief.scope, brief.scope)
                brief.stance = once(brief.stance, brief.stance)
            found.append(brief)
        return found
