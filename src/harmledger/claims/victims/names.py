"""Names of persons: what heads one, and the surnames that a whole text gives."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from harmledger.claims.attribution.speakers import kind_of
from harmledger.claims.parsing.casing import is_common, truecase
from harmledger.claims.parsing.parse import Parsed
from harmledger.claims.parsing.rebuilding import is_upper
from harmledger.claims.words.gazetteer import known_country, known_name
from harmledger.claims.words.lexicon import words
from harmledger.claims.words.people import is_person_word

if TYPE_CHECKING:
    from spacy.tokens import Token


__all__ = ["identified_as", "is_name", "late_name", "name_front", "named_before", "surnames"]

#: Two to four capitalised words, an initial or a particle among them: "Ana M. de Ruiz", and what
#: follows the name ("Jr.", an age) is left out.
_FULL_NAME = re.compile(
    r"\b[A-Z][a-z’'-]{1,20}\s+(?:(?:[A-Z]\.|[Dd]e|[Dd]el|[Ll]a|[Aa]l|[Bb]in|[Vv]an|[Vv]on|[A-Z][a-z’'-]{1,20})\s+){0,2}"
    r"([A-Z][a-z’'-]{2,20})\b(?!\s+[A-Z][a-z])"
)
_WORD = re.compile(r"\s+|[^\W\d_]+(?:['’][^\W\d_]+)*|.", re.DOTALL)
#: Texts are long and sentences many: the surnames of the last few texts are kept.
_TEXTS = 128


@lru_cache(maxsize=_TEXTS)
def surnames(text: str) -> frozenset[str]:
    """The last words of the persons' names that ``text`` gives in full, as written.

    What the gazetteer knows as a place, what is an organisation by its words, and names that end
    with a common word for a place or thing ("Ruiz Street") are left out.
    """
    found: set[str] = set()
    capitals = is_upper(text)
    for match in _FULL_NAME.finditer(_recased(text) if capitals else text):
        last = match[1].removesuffix("’s").removesuffix("'s")
        lowered = last.lower()
        if lowered in words("grammar", "not_names") or lowered in words("not_counts", "months"):
            continue
        name = " ".join(match[0].split())
        if known_name(name) or kind_of(name) != "other":
            continue
        found.add(last)
        if capitals:  # "Jose Antonio Rodriguez Porth" may be called Rodriguez
            found.update(part for part in name.split()[2:-1] if len(part) > 2)
    return frozenset(found)


def _recased(text: str) -> str:
    """A text set in capitals, in the case of running text as far as its words tell it."""
    out: list[str] = []
    before: bool | None = None
    for match in _WORD.finditer(text):
        piece = match[0]
        if piece[0].isalpha():
            piece, before = truecase(piece, before)
        elif not piece.isspace():
            before = None if piece in ".:!?" else False
        out.append(piece)
    return "".join(out)


#: Entity labels that a person's name is never given, whatever the small model's slips.
_NO_PERSON = frozenset(("DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "NORP", "LAW"))


def _lowered(parsed: Parsed, token: Token) -> bool:
    """Whether a name of an all-caps sentence was taken for a common word: "PRADO'S DEATH"."""
    written = parsed.text[parsed.start(token) : parsed.end(token)]
    listed = token.dep_ == "conj" and token.head.pos_ == "PROPN"
    return written.isupper() and token.tag_ == "NNP" and (listed or token.dep_ == "poss")


def _is_surname(parsed: Parsed, token: Token) -> bool:
    """Whether the text gives a full name that ends with this word."""
    known = surnames(parsed.text)
    if token.text in known:
        return True
    # In capitals a surname that is also a word is read as the word: "LEADER GALAN WAS KILLED".
    subject = token.dep_ in {"nsubj", "nsubjpass", "poss", "pobj", "dobj"}
    capitals = subject and token.text.islower() and token.text.capitalize() in known
    return capitals and not is_person_word(token.lower_) and is_upper(parsed.text)


def _no_word(token: Token) -> bool:
    """Whether what the parser takes for a noun is capitalised and no word that a list knows."""
    noun = token.tag_ == "NN" or (token.tag_ == "NNS" and token.ent_type_ == "PERSON")
    return noun and token.text.istitle() and not is_common(token.lower_)


def is_name(parsed: Parsed, token: Token, *, strong: bool = False) -> bool:
    """Whether ``token`` heads the name of a person.

    The small model calls many a person an organisation or a place, so a name of two words and
    more is a person's unless a word of it says otherwise; a single word must not be a place.
    """
    known = token.pos_ == "PROPN" or _is_surname(parsed, token) or _no_word(token)
    if not known or parsed.quantity(token) is not None:
        return False
    if token.lower_ in words("grammar", "name_suffixes"):
        return any(t.dep_ == "compound" and t.pos_ == "PROPN" for t in token.lefts)
    plural = token.tag_ == "NNPS" and not _is_surname(parsed, token)
    if plural or token.lower_ in words("grammar", "not_people"):
        return False
    if token.lower_ in words("not_counts", "months"):
        return False
    first = token.left_edge
    if first.lower_ in words("people", "ship_marks") and first.i < token.i:
        return False  # "HMS Sheffield was hit"
    trade = token.lower_ in words("people", "trade_names") and token.text.istitle()
    front = [c for c in token.lefts if c.pos_ == "PROPN" and not is_person_word(c.lower_)]
    if is_person_word(token.lower_) and not (trade and front):
        return False  # "Paul Baker" is a name, "Driver killed" is of a driver
    if token.ent_type_ in _NO_PERSON:
        return False
    if token.text.endswith(".") or token.text[1:].upper() == token.text[1:]:
        # Titles ("Rep."), initials and short forms name no one.
        return False
    if token.ent_type_ == "PERSON" or _is_surname(parsed, token):
        return True
    if token.dep_ not in {"nsubj", "nsubjpass", "conj", "dobj", "appos", "pobj", "attr", "poss"}:
        return False
    lowered = not token.text[:1].isupper()
    if lowered and not _lowered(parsed, token):
        return False
    front = [t for t in token.lefts if t.dep_ == "compound" and t.pos_ == "PROPN"]
    name = " ".join([*(t.text for t in front), token.text])
    if front:
        return (
            kind_of(name) == "other"
            and not known_name(name)
            and token.lower_ not in words("grammar", "event_nouns")
        )
    if kind_of(name) != "other" or token.ent_type_ not in {"", "ORG", "GPE"}:
        return False
    # "Medina was killed" is said of a person though a town bears the name; no country is killed.
    return (
        lowered
        or not known_name(name)
        or (strong and token.dep_ == "nsubjpass" and not known_country(name))
    )


def named_before(parsed: Parsed, head: Token) -> Token | None:
    """The name that ``head`` stands beside: "Luis Prat, a clerk who was wounded", "Ruiz, alias X".

    None where ``head`` is no apposition of one person, or counts by itself ("Prat, two guards").
    """
    if head.dep_ == "attr" and head.tag_ == "NN" and parsed.quantity(head) is None:
        # "Luis Prat was the clerk killed in the raid".
        verb = head.head
        subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        if subject is None and verb.dep_ == "xcomp" and verb.head.dep_ == "acl":
            subject = verb.head.head  # "Prat, said to be the chief, who was arrested"
        told = head.head.lower_ in words("grammar", "be") and subject is not None
        return subject if told and subject is not None and is_name(parsed, subject) else None
    name = head.head
    if head.dep_ != "appos" or name.pos_ != "PROPN" or not is_name(parsed, name):
        return None
    front = {child.lower_ for child in head.lefts}
    if front & words("grammar", "by_names"):
        return name
    single = head.tag_ == "NN" and front & words("grammar", "determiners")
    return name if single and parsed.quantity(head) is None else None


def name_front(name: Token) -> Token:
    """The first word of a name, titles included."""
    own = (name_front(t) for t in name.lefts if t.dep_ in {"compound", "nmod"})
    return min(own, key=lambda t: t.i, default=name)


def identified_as(parsed: Parsed, head: Token) -> Token | None:
    """ "The victim, identified as Luis Prat, was found with wounds": the name."""
    for clause in head.children:
        if clause.dep_ != "acl" or clause.lower_ not in words("grammar", "identifies"):
            continue
        for link in clause.children:
            if link.lower_ == "as" and (name := next(link.children, None)) is not None:
                return name if is_name(parsed, name) else None
    return None


def late_name(parsed: Parsed, head: Token) -> Token | None:
    """ "The secretary of the embassy in Leeds, Luis Prat": the name."""
    if head.tag_ != "NN" or not is_person_word(head.lower_):
        return None
    last: Token | None = head
    for _ in range(4):
        link = (
            next((c for c in last.rights if c.dep_ == "prep"), None) if last is not None else None
        )
        last = (
            next((c for c in link.rights if c.dep_ == "pobj"), None) if link is not None else None
        )
        if last is None or is_person_word(last.lower_):
            return None
        for name in last.rights:
            apart = name.left_edge.i > 0 and name.left_edge.nbor(-1).text == ","
            if name.dep_ == "appos" and apart and len(list(name.lefts)) and is_name(parsed, name):
                return name
    return None
