"""The same fact told twice is one claim: the first telling, or a fuller one of the same sentence."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tocsin.claims.extraction.claims.proposals import Proposal
from tocsin.claims.extraction.document import Document
from tocsin.claims.extraction.results import Claim

_SAME = 0.7
"""Share of content words in common, of the shorter telling."""
_LEAST = 3
_INSIDE = 0.8
_EQUAL = 0.95


def merge(document: Document, proposals: list[Proposal]) -> list[Proposal]:
    kept: list[Proposal] = []
    told: dict[str, list[tuple[frozenset[str], Proposal]]] = {}
    for one in sorted(proposals, key=lambda one: (one.stretch[0], -one.stretch[1])):
        if _inside(one, kept):
            continue
        words = _content(document, one)
        if any(_same(words, one, other_words, other) for other_words, other in told.get(one.type, ())[-60:]):
            continue
        told.setdefault(one.type, []).append((words, one))
        kept.append(one)
    return kept


def _inside(one: Proposal, kept: list[Proposal]) -> bool:
    """Nearly the same span as one before it, or the same span with another type."""
    start, end = one.stretch
    for other in reversed(kept[-8:]):
        shared = min(end, other.stretch[1]) - max(start, other.stretch[0])
        union = max(end, other.stretch[1]) - min(start, other.stretch[0])
        if shared > (_INSIDE if one.type == other.type else _EQUAL) * union:
            return True
    return False


def _content(document: Document, one: Proposal) -> frozenset[str]:
    """Content words: lemmas where there is a parse, else words of four letters and more."""
    if one.evidence is not None:
        return _lemmas(one.evidence.clause.tokens)
    covered = document.parsed.span(*one.stretch) if document.parsed else None
    if covered is None:
        text = document.readable[one.stretch[0] : one.stretch[1]].casefold()
        return frozenset(word for word in text.split() if len(word) > _LEAST or word.isdigit())
    return _lemmas(covered[1])


def _lemmas(tokens: Iterable[Any]) -> frozenset[str]:
    return frozenset(
        token.lemma_.lower()
        for token in tokens
        if not token.is_stop and not token.is_punct and token.pos_ not in ("DET", "ADP", "AUX", "PRON")
    )


def _same(words: frozenset[str], one: Proposal, other_words: frozenset[str], other: Proposal) -> bool:
    if len(words) < _LEAST or not other_words:
        return words == other_words and bool(words)
    if (one.said is None) != (other.said is None) and one.type != "relation":
        return False
    first, second = one.claim, other.claim
    if _value(first) != _value(second) or _day(first) != _day(second):
        return False
    return len(words & other_words) >= _SAME * max(len(words), 1) and len(words) <= len(other_words) + 1


def _value(claim: Claim | None) -> tuple[float | None, float | None]:
    figure = claim.figure if claim else None
    return (figure.low, figure.high) if figure else (None, None)


def _day(claim: Claim | None) -> str:
    return claim.date.value if claim and claim.date else ""
