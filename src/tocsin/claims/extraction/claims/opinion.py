"""What is left out: opinion, slogans, appeals, questions, talk of the text about itself."""

from __future__ import annotations

from collections import Counter
from typing import Any

from tocsin.claims.extraction.claims.clauses import Clause
from tocsin.claims.extraction.claims.evidence import Evidence
from tocsin.claims.extraction.claims.words import opinion as words
from tocsin.claims.extraction.document import Document
from tocsin.claims.extraction.results import Stretch

_FIRST_PERSON = frozenset(("we", "i", "us"))
_POINTERS = frozenset(("that", "which", "this", "it", "these", "those"))
_SECOND_PERSON = frozenset(("you", "your"))
WEAK = 1
_QUESTIONS = frozenset(("how", "why", "what", "whether"))
_ABLE = frozenset(("can", "ca", "could"))
_APPEALS = 0.34
"""Share of appeals among its sentences by which a paragraph is one."""


def asks(clause: Clause) -> bool:
    return bool(clause.sentence.rstrip("\"'”’» )")[-1:] in {"?", "？", "؟"})


def appeals(clause: Clause) -> bool:
    """An order, a duty, a call: nothing that is so."""
    head = clause.head
    if head.tag_ == "VB" and head.dep_ in ("ROOT", "conj") and clause.subject is None and not clause.auxiliaries:
        return True
    if clause.modals & words.DUTY or clause.tokens[0].lower_ == "may":
        return True
    return first_person(clause) and clause.lemma in words.APPEAL


def talks(document: Document, source: tuple[Stretch, ...]) -> bool:
    """The source is the writer or the reader."""
    words = {document.readable[start:end].casefold() for start, end in source}
    return bool(words & (_FIRST_PERSON | _SECOND_PERSON | _POINTERS))


def first_person(clause: Clause) -> bool:
    first = clause.subject
    return first is not None and first.lower_ in _FIRST_PERSON


def speaks_for_itself(clause: Clause) -> bool:
    """The speaker is somebody told of, not the writer, the reader or a question."""
    first = clause.subject
    return first is None or first.lower_ not in _FIRST_PERSON | _SECOND_PERSON | {"who", "what", "which", "one"}


def opinion(evidence: Evidence, strength: int) -> bool:
    """Tell whether the narrator gives an opinion in this clause rather than a fact."""
    clause = evidence.clause
    return (
        asks(clause)
        or appeals(clause)
        or _shouts(clause)
        or _remarks(clause)
        or _addressed(clause)
        or clause.tokens[0].lower_ in _QUESTIONS
        or bool(clause.words & words.LOADED and clause.role != "participle")
        or bool(clause.modals & _ABLE and strength <= WEAK)
    )


def _addressed(clause: Clause) -> bool:
    """The reader or the writer is its subject, or nobody is."""
    first = clause.subject
    if first is None:
        return clause.role == "main" and _bare(clause)
    return first.lower_ in _SECOND_PERSON | {"i"}


def _bare(clause: Clause) -> bool:
    """No subject, and nothing before the verb that could be one: "Thank you", "See also"."""
    before = [
        token for token in clause.tokens if token.i < clause.head.i and token.pos_ in ("NOUN", "PROPN", "PRON", "NUM")
    ]
    return not before or clause.lemma in words.APPEAL


def _shouts(clause: Clause) -> bool:
    return clause.role != "participle" and clause.sentence.rstrip("\"'”’» )")[-1:] == "!"


def _remarks(clause: Clause) -> bool:
    return clause.sentence.lower().startswith(words.REMARK)


def manifestos(clauses: list[Clause]) -> set[int]:
    """Return the offsets of the paragraphs that are mostly appeals."""
    told: Counter[int] = Counter()
    called: Counter[int] = Counter()
    for clause in clauses:
        if clause.role == "main":
            told[clause.piece.offset] += 1
            called[clause.piece.offset] += appeals(clause) or _shouts(clause)
    return {offset for offset, count in called.items() if count and count >= _APPEALS * told[offset]}


def narrated(evidence: Evidence, paragraphs: set[int]) -> bool:
    """In a paragraph of appeals only what has a figure or a day is a fact."""
    offset: Any = evidence.clause.piece.offset
    return offset not in paragraphs or bool(evidence.figures or evidence.times)
