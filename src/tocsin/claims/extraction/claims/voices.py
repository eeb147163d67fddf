"""What the narrator does with a statement, and who is accused in it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tocsin.claims.extraction.claims.clauses import Clause
from tocsin.claims.extraction.claims.negation import unnamed
from tocsin.claims.extraction.claims.proposals import mention
from tocsin.claims.extraction.document import Document
from tocsin.claims.extraction.results import Claim, Stretch

_HEDGES = frozenset(
    ("seem", "appear", "apparent", "apparently", "reportedly", "possibly", "perhaps", "likely", "allegedly", "alleged")
)
_DISTANT = frozenset(("may", "might", "could", "would"))
_TOLD = frozenset(("announce", "report", "say", "state", "confirm", "declare", "publish", "disclose"))
_LOOSE = frozenset(("appos", "relcl", "acl", "punct"))


def voiced(document: Document, clause: Clause, claim: Claim) -> Claim:
    """Return the claim with the accused, with the narrator's stance, and with the speaker of a denial or an accusation.

    An attribution found before stands.
    """
    if claim.type == "accusation":
        claim = _with_accused(document, clause, claim)
    if claim.cue is not None:
        return claim
    first = clause.subject
    if claim.type in ("accusation", "denial") and first is not None and first.dep_ == "nsubj" and not unnamed(first):
        return replace(
            claim,
            speaker=mention(document, phrase(clause, first)),
            cue=mention(document, clause.piece.stretch(clause.head)),
            stance="deny" if claim.type == "denial" else "support",
            publisher_stance="relay",
        )
    if clause.words & _HEDGES or (clause.modals & _DISTANT and claim.type == "forecast"):
        return replace(claim, publisher_stance="hedge")
    if clause.lemma in _TOLD and any(child.dep_ == "auxpass" for child in clause.head.children):
        return replace(claim, publisher_stance="relay")
    return claim


def _with_accused(document: Document, clause: Clause, claim: Claim) -> Claim:
    first = _accused(clause)
    if first is None or unnamed(first):
        return claim
    return replace(claim, accused=mention(document, phrase(clause, first)))


def _accused(clause: Clause) -> Any:
    """The object of *blame*; of *attribute* what stands after ``to``."""
    if clause.lemma == "attribute":
        to = next((c for c in clause.head.children if c.dep_ in ("prep", "dative") and c.lower_ == "to"), None)
        return next((c for c in to.children if c.dep_ == "pobj"), None) if to is not None else None
    return next((c for c in clause.head.children if c.dep_ in ("dobj", "nsubjpass")), None)


def phrase(clause: Clause, noun: Any) -> Stretch:
    """The noun with what belongs to it, without what is told of it besides."""
    right = noun
    for child in noun.rights:
        if child.dep_ in _LOOSE:
            break
        right = child.right_edge
    left = noun.left_edge
    return clause.piece.offset + left.idx, clause.piece.offset + right.idx + len(right.text)
