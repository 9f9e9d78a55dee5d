"""What stands for the texts and claims of a ledger while little is asked of them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields
from functools import cache, lru_cache
from itertools import islice
from typing import Any

import msgspec

from harmledger.kept import Brief, ClaimBrief, TextBrief
from harmledger.ledger.asking import Asking
from harmledger.ledger.kinds import Record, kind_named
from harmledger.records import Speaker

__all__ = ["Briefs"]

#: What stands for the records of a kind.
_BRIEFS: dict[str, type[Brief]] = {"texts": TextBrief, "claims": ClaimBrief}

#: Texts that were read, or of which the claims were, and are held.
_MOST_READ = 1 << 11

#: Texts whose briefs are kept together.
_LOT = 1 << 10

#: Bytes of the seal in front of the briefs of a text.
_SIZE = 16


class _Told(msgspec.Struct, array_like=True):
    """What stands for the texts of an id (one or, where only its claims are there, none) and for
    their claims."""

    texts: list[TextBrief]
    claims: list[ClaimBrief]


class Briefs(Asking):
    """Texts and claims by their briefs (see the room ``kept``)."""

    def said(
        self, keep: Callable[[Iterable[tuple[str, bytes]]], None] | None = None
    ) -> tuple[list[TextBrief], list[ClaimBrief]]:
        """What stands for the texts and the claims of the book, in no order.

        A record is read when somebody asks for more of it, which works while the book is open.
        ``keep`` is given what was not told before, a row for each text; the ledger lets a row go
        when the text or a claim of it changes.
        """
        texts: list[TextBrief] = []
        claims: list[ClaimBrief] = []
        read = self._reading()
        known: dict[str, str] = {}
        met: set[str] = set()
        for text_id, body in self._ask("SELECT text, CAST(body AS BLOB) FROM briefs"):
            told = _opened(text_id, body)
            if told is not None:
                met.add(text_id)
                _take(told, read, known, texts, claims)
        waiting = iter([one for one in self._spoken() if one not in met])
        while lot := list(islice(waiting, _LOT)):
            rows = []
            for text_id in lot:
                told = self._told(text_id)
                rows.append((text_id, _sealed(text_id, told)))
                _take(told, read, known, texts, claims)
            if keep is not None:
                keep(rows)
        return texts, claims

    def _spoken(self) -> dict[str, None]:
        """The ids of texts, and of those of which only claims are there."""
        found = dict.fromkeys(str(row[0]) for row in self._ask("SELECT id FROM texts"))
        parents = self._ask("SELECT DISTINCT parent FROM claims")
        return found | dict.fromkeys(str(row[0]) for row in parents)

    def _told(self, text_id: str) -> _Told:
        """Read from the records themselves."""
        text = self.row("texts", text_id)
        rows = () if text is None else ((text_id, text),)
        said = self.child_rows("claims", text_id)
        return _Told(list(self._briefs("texts", rows)), list(self._briefs("claims", said)))

    def _briefs(self, name: str, rows: Iterable[tuple[str, bytes]]) -> Iterator[Any]:
        kind = kind_named(name)
        for record_id, body in rows:
            try:
                brief = _of_record(name).decode(body)
            except msgspec.DecodeError:
                # Says in what way it is damaged, if it is read as what it is.
                self._decoded(kind, record_id, body)
                raise
            brief.digest = kind.digest(body)
            yield brief

    def _reading(self) -> Callable[[Brief], Record | None]:
        """Reads the record that a brief stands for."""

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

        return read


@cache
def _of_record(name: str) -> msgspec.json.Decoder[Any]:
    """Reads of a record of a kind only what stands for it."""
    return msgspec.json.Decoder(_BRIEFS[name])


@cache
def _of_told() -> msgspec.msgpack.Decoder[_Told]:
    return msgspec.msgpack.Decoder(_Told)


@cache
def _layout() -> bytes:
    """What the briefs say: other ones are not those of this program."""
    names = tuple(field.name for field in fields(Speaker))
    parts = (TextBrief.__struct_fields__, ClaimBrief.__struct_fields__, names)
    return hashlib.blake2b(repr(parts).encode(), digest_size=_SIZE).digest()


def _seal(text_id: str, body: bytes) -> bytes:
    return hashlib.blake2b(text_id.encode() + body, digest_size=_SIZE, key=_layout()).digest()


def _sealed(text_id: str, told: _Told) -> bytes:
    body = msgspec.msgpack.encode(told)
    return _seal(text_id, body) + body


def _opened(text_id: str, sealed: bytes) -> _Told | None:
    """What was kept of a text; None where it is damaged, or not of this program."""
    body = sealed[_SIZE:]
    return _of_told().decode(body) if sealed[:_SIZE] == _seal(text_id, body) else None


def _take(
    told: _Told,
    read: Callable[[Brief], Record | None],
    known: dict[str, str],
    texts: list[TextBrief],
    claims: list[ClaimBrief],
) -> None:
    """Put them to the others, each able to read its record."""
    once = known.setdefault
    for text in told.texts:
        text.read = read
        texts.append(text)
    for claim in told.claims:
        claim.read = read
        # Many claims have the same ones, so each is held once.
        claim.text_id = once(claim.text_id, claim.text_id)
        claim.document = once(claim.document, claim.document)
        claim.measure = once(claim.measure, claim.measure)
        claim.scope = once(claim.scope, claim.scope)
        claim.stance = once(claim.stance, claim.stance)
    claims += told.claims
