"""Whether a clause affirms or negates, and of which world it speaks: PLOVER's auxiliary modes."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from tocsin.claims.extraction.claims.evidence import Evidence
from tocsin.claims.extraction.claims.negation import nobody

_AHEAD = frozenset(("forecast", "scheduled_event", "intent"))
_DISTANT = frozenset(("may", "might", "could", "would"))
_WILL = frozenset(("will", "wo", "'ll", "’ll", "shall"))
_NONE = frozenset(("no", "nor", "never", "nowhere", "nobody", "none", "neither", "nothing"))
_PAST = 180
"""Days after which a happening is history to the text that tells of it."""


def polarity(evidence: Evidence, kind: str) -> str:
    clause = evidence.clause
    if kind == "denial" or clause.negated or any(nobody(token) for token in evidence.subjects):
        return "negation"
    own = {clause.head, *clause.head.children, *evidence.objects, *evidence.predicate, *evidence.subjects}
    near = {token.lower_ for token in own} | {
        c.lower_ for token in own for c in token.children if c.dep_ in ("det", "neg", "preconj", "cc")
    }
    if clause.role == "term":
        near |= {token.lower_ for token in clause.tokens[:2]}
    return "negation" if near & _NONE or (clause.role == "term" and "without" in near) else "affirmed"


def _conditions(token: Any) -> bool:
    """An ``if`` of a condition; not that of a question told, nor ``even if``."""
    even = token.i and token.nbor(-1).lower_ == "even"
    return token.dep_ == "mark" and token.head.dep_ != "ccomp" and not even


def modality(evidence: Evidence, kind: str) -> str:
    clause = evidence.clause
    conditional = any(token.lower_ in ("if", "unless") for token in clause.tokens if _conditions(token))
    if conditional or clause.modals & _DISTANT:
        return "hypothetical"
    if kind in _AHEAD or clause.modals & _WILL:
        return "future"
    return "historical" if _long_ago(evidence) else "actual"


def _long_ago(evidence: Evidence) -> bool:
    day = evidence.document.published
    if day is None:
        return False
    limit = (day - timedelta(days=_PAST)).isoformat()
    values = [one.value for one in evidence.times if one.kind == "date" and one.value[:4].isdigit()]
    return bool(values) and all(value[:10] < limit[: len(value[:10])] for value in values)
