"""Words in a sentence that give what is said to somebody: "police said", "according to medics".

A :class:`Cue` is one such word with the noun that names the source. Which harm it governs is
the question of :mod:`harmledger.claims.attribution`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from harmledger.claims.lexicon import words
from harmledger.claims.parse import Parsed
from harmledger.claims.speakers import is_speaker, kind_of, person_meant
from harmledger.claims.syntax import child

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Cue", "closed_by", "cues_of", "finite", "points_back"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """``token`` gives its content to ``source``, the head of a noun phrase.

    ``kind``: verb, phrase ("according to"), noun ("the army's claim that"), label ("Police: ...").
    ``passed_on``: who quotes the source, outermost first ("was quoted by the agency").
    """

    token: Token
    source: Token
    kind: str
    passed_on: tuple[Token, ...] = ()


def points_back(cue: Cue) -> bool:
    """Whether the source is a pronoun, or "his spokesman" without a name."""
    return cue.source.lower_ in words("grammar", "speaker_pronouns")


def finite(verb: Token) -> bool:
    """Whether ``verb`` heads a finite clause: "were killed", "has died", "that 12 died"."""
    if verb.tag_ in {"VBD", "VBZ", "VBP", "MD"}:
        return True
    return any(
        c.tag_ in {"VBD", "VBZ", "VBP", "MD"} and c.dep_ in {"aux", "auxpass", "cop"}
        for c in verb.children
    )


def cues_of(parsed: Parsed) -> list[Cue]:
    """The cues of a sentence in the order of its words."""
    found: list[Cue] = []
    saying = frozenset().union(*(words("reporting", term) for term in _SAYING))
    for token in parsed.doc:
        lowered = token.lower_
        if lowered in saying and _acts(token):
            cue = _verb(token)
        elif lowered in words("reporting", "prepositions"):
            cue = _phrase(token)
        elif lowered in words("reporting", "nouns") and token.pos_ == "NOUN":
            cue = _noun(token)
        elif lowered == ":" and not found:
            cue = _label(token)
        else:
            continue
        if cue is not None:
            found.append(cue)
    return found


def _acts(token: Token) -> bool:
    """Whether the word is a verb; "media report nine dead" is tagged as a noun."""
    if token.pos_ in {"VERB", "AUX"}:
        return True
    subject = child(token, "nsubj", "compound")
    return (
        token.dep_ == "ROOT"
        and subject is not None
        and subject.tag_ in {"NNS", "NNPS"}
        and subject.i < token.i
    )


def _source(token: Token, noun: Token | None, kind: str, *passed_on: Token) -> Cue | None:
    noun = person_meant(noun)
    if noun is None or noun.i == token.i or not is_speaker(noun):
        return None
    return Cue(token=token, source=noun, kind=kind, passed_on=passed_on)


def _verb(verb: Token) -> Cue | None:
    if any(c.dep_ == "neg" for c in verb.children) and verb.lower_ not in words("stance", "denied"):
        return None  # "did not say how many had died"
    if any(c.dep_ == "aux" and c.tag_ in {"TO", "MD"} for c in verb.children):
        # "Its task was to confirm that ..." says nothing yet; "went on to say" does.
        if verb.dep_ != "xcomp" or verb.head.lower_ not in words("reporting", "going_on"):
            return None
    if any(c.dep_ == "mark" and c.lower_ in {"if", "unless"} for c in verb.children):
        return None  # "if he reveals where they are"
    taken = child(verb, "dobj")
    if taken is not None and taken.lower_ in words("reporting", "takes"):
        if verb.lower_.startswith("claim"):
            return None  # "claimed responsibility for the attack"
    agent = next((c for a in verb.children if a.dep_ == "agent" for c in a.children), None)
    if verb.lower_ == "quoted":
        # "The agency quoted a doctor as saying": the doctor counted, the agency passed it on.
        if (quoted := child(verb, "nsubjpass")) is not None:
            return _source(verb, quoted, "verb", *([agent] if agent is not None else []))
        subject = _subject(verb)
        return _source(verb, child(verb, "dobj"), "verb", *([subject] if subject else []))
    if child(verb, "nsubjpass", "auxpass") is not None or (verb.tag_ == "VBN" and agent):
        # "Was reported killed" names no one; "was first reported by the agency" does.
        return _source(verb, agent, "verb") if agent is not None else None
    if verb.dep_ == "pcomp" and verb.head.lower_ == "as" and verb.head.head.lower_ == "quoted":
        return None  # "as saying": told by "quoted"
    if verb.tag_ == "VBN" and verb.dep_ == "acl":
        # "..., a jury found on Tuesday" is parsed like "those said to have died".
        edge = verb.head.left_edge.i
        closing = verb.head.i == verb.i - 1 and edge and verb.doc[edge - 1].text == ","
        return _source(verb, verb.head, "verb") if closing else None
    subject = None if _set_off(verb) else _subject(verb)
    if subject is not None and (dash := _dateline(subject, verb)):
        subject = next((c.root for c in verb.doc.noun_chunks if dash < c.start < verb.i), None)
    if subject is None and verb.tag_ in {"VBD", "VBZ", "VBP"}:
        subject = _beside(verb)
    return _source(verb, subject, "verb")


def _set_off(verb: Token) -> bool:
    """Whether a name in commas stands before a verb that has no subject of its own.

    "24 are staff, A. Name, the clerk, told reporters": the parser joins the verbs.
    """
    if verb.dep_ != "conj" or child(verb, "nsubj") is not None or verb.i < 2:
        return False
    before = verb.nbor(-1)
    return before.text == "," and any(
        t.dep_ == "appos" and t.pos_ == "PROPN" for t in verb.doc[verb.head.i + 1 : verb.i]
    )


def _dateline(subject: Token, verb: Token) -> int:
    """ "BRISTOL, England (Wire) - Police said": the dash behind a place taken for the subject; 0."""
    if subject.i > verb.i or verb.doc[: subject.i].text.strip() or not subject.is_upper:
        return 0
    ahead = verb.doc[subject.i + 1 : verb.i]
    return next((t.i for t in ahead if t.text.endswith(("-", "―", "–"))), 0)


def _subject(verb: Token) -> Token | None:
    """Who says it: the subject of the verb, or of the clause that its participle hangs on."""
    told = verb
    for _ in range(6):
        own = [c for c in told.children if c.dep_ == "nsubj" and c.lower_ != "whom"]
        subject = max(own, key=lambda c: (c.i < told.i, c.i), default=None)
        if subject is not None:
            if subject.lower_ in {"who", "which", "that"} and told.dep_ == "relcl":
                return told.head
            return subject
        passive = child(told, "nsubjpass")
        if passive is not None:
            return passive if told.i != verb.i else None  # "were called there and reported"
        if told.dep_ == "acl":
            return _issuer(told.head)
        above = told.head
        if told.dep_ == "pcomp" and above.dep_ == "prep":
            above = above.head  # "responded by saying"
            if above.pos_ not in {"VERB", "AUX"}:
                return None
        elif told.dep_ == "conj" and above.dep_ == "ccomp" and above.tag_ != told.tag_:
            above = above.head  # "said the state would leave and added that"
        elif told.dep_ not in {"conj", "dep"} and (told.dep_ not in _HELD or finite(told)):
            return None
        if above.i == told.i:
            return None
        told = above
        if told.pos_ in {"NOUN", "PROPN"}:
            return told
    return None


def _issuer(document: Token) -> Token:
    """ "The hospital issued a statement saying": the hospital."""
    issued = document.dep_ == "dobj" and document.head.lower_ in words("reporting", "issuing")
    named = any(c.dep_ == "poss" or c.lower_ in {"from", "by"} for c in document.children)
    subject = _subject(document.head) if issued and not named else None
    return subject if subject is not None else document


def _beside(verb: Token) -> Token | None:
    """Where the parser saw no subject, the noun beside the verb: "said a clerk".

    "A. Name, the clerk of the court, wrote": the name, not what is added to it.
    """
    left = verb.nbor(-1) if verb.i else verb
    if left.dep_ == "compound" and left.head.i == verb.i:
        return left  # "as the agency reports": taken for the name of the reports
    before: list[Token] = []
    for chunk in verb.doc.noun_chunks:
        if chunk.start == verb.i + 1 and (not verb.i or verb.nbor(-1).is_punct):
            return before[-1] if before else chunk.root
        if chunk.end > verb.i:
            break
        if chunk.end == verb.i and chunk.start and verb.doc[chunk.start - 1].text == ",":
            return chunk.root
        gap = verb.doc[chunk.end : verb.i]
        if all(t.is_punct or t.dep_ in {"prep", "pobj", "det", "compound", "amod"} for t in gap):
            before.append(chunk.root)
    names = [t for t in before if t.pos_ == "PROPN" and t.dep_ not in _OBJECTS]
    close = [t for t in before if t.dep_ not in _OBJECTS]
    if not close and verb.i and verb.nbor(-1).text == "," and (clause := child(verb, "ccomp")) is not None:
        return child(clause, "nsubj")  # "Aid group leaves the town, says 22 died"
    return (names or close or [None])[-1]


def _phrase(word: Token) -> Cue | None:
    """ "According to medics", "citing the ministry", "by the army's count"."""
    if word.lower_ == "according":
        objects = [c for to in word.children if to.lower_ == "to" for c in to.children]
    elif word.lower_ in words("grammar", "counts"):
        if word.dep_ != "pobj" or word.head.lower_ != "by":
            return None
        return _source(word, child(word, "poss"), "phrase")
    else:
        objects = list(word.children)
    noun = next((c for c in objects if c.dep_ in {"pobj", "dobj"} and c.i > word.i), None)
    if noun is not None and word.lower_ in words("reporting", "citing"):
        named = noun.ent_type_ in {"PERSON", "ORG", "GPE"} or kind_of(noun_words(noun)) != "other"
        if not named and noun.lower_ not in words("reporting", "documents"):
            return None  # "citing fears for their safety"
    if noun is not None and noun.lower_ in words("grammar", "hearsay"):
        return Cue(token=word, source=noun, kind="phrase")  # "according to first reports"
    return _source(word, noun, "phrase")


def noun_words(noun: Token) -> str:
    """The noun with what stands before it, as the parser saw it."""
    return noun.doc[noun.left_edge.i : noun.i + 1].text


def _noun(noun: Token) -> Cue | None:
    """ "The army's claim that ...", "reports by residents that ..."."""
    if not any(c.dep_ in {"acl", "ccomp", "relcl"} and c.i > noun.i for c in noun.children):
        return None
    owner = child(noun, "poss")
    if owner is None:
        giver = next((c for c in noun.children if c.lower_ in {"by", "from"}), None)
        owner = child(giver, "pobj") if giver is not None else None
    return _source(noun, owner, "noun") if owner is not None else None


def _label(colon: Token) -> Cue | None:
    """ "Police: child shot himself": a source in few words before a colon at the start."""
    head = colon.doc[: colon.i]
    named = [t for t in head if t.pos_ in {"PROPN", "NOUN"}]
    if not named or colon.i > 6 or any(t.pos_ in {"VERB", "AUX", "NUM", "ADP"} for t in head):
        return None
    if any(t.is_punct and t.text != "." for t in head) or colon.i + 2 >= len(colon.doc):
        return None
    known = named[-1].ent_type_ in {"PERSON", "ORG"} or kind_of(head.text) != "other"
    return _source(colon, named[-1], "label") if known else None


#: Terms of the vocabulary that hold verbs of saying.
_SAYING = ("verbs", "quote_verbs", "accusing")
_HELD = frozenset(("xcomp", "advcl"))
_OBJECTS = frozenset(("pobj", "dobj", "attr", "compound", "dative"))
_STOPS = frozenset((",", ";", ".", ":", '"', "''", "-", "--", "!", "?"))
_MARKS = frozenset((",", '"', "''", "-", "--", "'", ".", "?", "!"))


def closed_by(cue: Cue) -> bool:
    """Whether a verb of saying only closes or interrupts: "..., police said on Tuesday"."""
    verb = cue.token
    if cue.kind != "verb" or verb.dep_ == "relcl" or verb.lower_ not in _asides():
        return False
    if any(c.dep_ == "ccomp" and c.i > verb.i for c in verb.children):
        return False
    for token in verb.doc[verb.i + 1 :]:
        if cue.source.left_edge.i <= token.i <= cue.source.right_edge.i:
            continue
        if token.text in _STOPS:
            if _opens_quotation(token) and not behind_quotation(cue):
                return False
            break
        if token.tag_ in {"VBD", "VBZ", "VBP", "MD"}:
            return False
        heard = verb.lower_ in words("reporting", "tell")
        if token.dep_ == "dobj" and token.head.i == verb.i and not heard:
            return False  # "the boy found the gun"
    before = _before(cue)
    return before is not None and (before.text in _MARKS or before.lower_ == "as")


def _asides() -> frozenset[str]:
    return words("reporting", "verbs") - words("reporting", "never_aside")


def _opens_quotation(stop: Token) -> bool:
    """ "The clerk said: ...", "the clerk said, '...'": what is said follows."""
    ahead = stop.doc[stop.i : stop.i + 2].text
    return stop.text in {":", '"', "''"} or '"' in ahead or "''" in ahead


def behind_quotation(cue: Cue) -> bool:
    """Whether the cue stands right behind a closing mark: ``"...," a nurse said``."""
    before = _before(cue)
    return before is not None and before.text in {'"', "''"}


def _before(cue: Cue) -> Token | None:
    """The word before the cue and its source."""
    edge = min(cue.source.left_edge.i, cue.token.i)
    while edge and cue.token.doc[edge - 1].tag_ in {"DT", "PRP$"}:
        edge -= 1
    return cue.token.doc[edge - 1] if edge else None
