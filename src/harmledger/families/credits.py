"""Credit lines: the words by which a text says whose report it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from harmledger.records import Mark, Text
from harmledger.vocabulary import load

__all__ = ["Credit", "credits_of", "is_by"]

#: Where "start" ends and "end" begins, in code points.
_START, _TAIL = 400, 600


@dataclass(frozen=True, slots=True)
class Credit:
    """A mark and the agency or publisher it names, in lower case; None where it names nobody.

    ``address``: that of another site which the page names as its first one, else None.
    """

    mark: Mark
    names: str | None
    address: str | None = None

    @property
    def copied(self) -> bool:
        """Whether the line says that the text was taken from elsewhere."""
        return bool(load("en", "credits")[self.mark.kind].data.get("copied"))


@dataclass(frozen=True, slots=True)
class _Form:
    """A kind of credit line, where it stands, and how.

    It cannot stand without one of ``signs``, nor without one of their longest ``words``.
    """

    kind: str
    at: str
    expression: re.Pattern[str]
    signs: frozenset[str]
    words: frozenset[str]


@cache
def _forms() -> tuple[_Form, ...]:
    found = []
    for term in load("en", "credits").terms:
        phrases = term.words("phrases")
        if phrases:
            one = re.compile("|".join(_expression(phrase) for phrase in phrases), re.IGNORECASE)
            signs = frozenset(map(_sign, phrases))
            words = _shortest({max(sign.split(), key=len) for sign in signs})
            found.append(_Form(term.id, str(term.data["at"]), one, signs, words))
    return tuple(found)


def _shortest(words: set[str]) -> frozenset[str]:
    """Those of some words that hold none of the others."""
    return frozenset(word for word in words if not any(other in word for other in words - {word}))


def _sign(phrase: str) -> str:
    """The longest plain stretch of a phrase: a look for it costs a hundredth of the expression."""
    pieces = [piece.strip() for piece in re.split(r"[*'’]", phrase.casefold())]
    return max(pieces, key=lambda piece: (len(piece), piece))


def _expression(phrase: str) -> str:
    words = re.escape(phrase).replace(r"\ ", r"\s+").replace("'", "['’]")
    if phrase.startswith("*"):
        return words.replace(r"\*", r"[^\n.]{2,60}?", 1)
    if phrase == "(*)":
        return r"\([^\n()]{2,40}\)"
    return words.replace(r"\*", r"[^\s.,;:()]+(?:[ \t][^\s.,;:()]+){0,5}")


@cache
def _agencies() -> dict[str, tuple[str, ...]]:
    rows = load("en", "credits")["agencies"].data["names"]
    return {name: tuple(row) for row in rows for name in row}


def _agency_in(words: str) -> str | None:
    """The first agency named in some words."""
    plain = " " + re.sub(r"[^\w.-]+", " ", words.casefold()).strip() + " "
    hits = [(plain.find(f" {name} "), -len(name), name) for name in _agencies()]
    found = sorted(hit for hit in hits if hit[0] >= 0)
    return _agencies()[found[0][2]][0] if found else None


def credits_of(text: Text) -> tuple[Credit, ...]:
    """The credit lines of a text, dropped blocks included; the first of each kind.

    An address of another site that the page names as its own first one is one of them.

    A bracket after the dateline counts only where it names an agency of the vocabulary.
    """
    found: list[Credit] = []
    if text.canonical:
        mark = Mark(text_id=text.id, kind="address", start=0, end=0, quote=text.canonical)
        found.append(Credit(mark, None, text.canonical))
    whole = text.text
    for form in _forms():
        kind = form.kind
        start = max(0, len(whole) - _TAIL) if form.at == "end" else 0
        end = min(len(whole), _START) if form.at == "start" else len(whole)
        looked_at = whole[start:end].lower()
        if not any(word in looked_at for word in form.words):
            continue
        looked_at = " ".join(looked_at.split())
        if not any(sign in looked_at for sign in form.signs):
            continue
        for match in form.expression.finditer(whole, start, end):
            agency = _agency_in(match.group())
            if kind == "dateline" and agency is None:
                continue
            mark = Mark(
                text_id=text.id,
                kind=kind,
                start=match.start(),
                end=match.end(),
                quote=match.group(),
            )
            found.append(Credit(mark, agency))
            break
    return tuple(found)


def is_by(text: Text, credit: Credit) -> bool:
    """Whether a text was published by whom a credit names: its publisher, host or address."""
    if credit.address is not None:
        return _plain(text.url) == _plain(credit.address)
    publisher = (text.publisher or "").casefold().strip()
    if len(publisher) > 2 and publisher in credit.mark.quote.casefold():
        return True
    if credit.names is None:
        return False
    names = set(_agencies()[credit.names])
    host = (urlsplit(text.url or "").hostname or "").removeprefix("www.")
    return publisher in names or any(host == name or host.endswith("." + name) for name in names)


def _plain(address: str | None) -> tuple[str, str, str]:
    """An address without what differs between two ways of writing it."""
    parts = urlsplit(address or "")
    return (parts.hostname or "").removeprefix("www."), parts.path.rstrip("/"), parts.query
