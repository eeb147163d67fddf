"""The words of an act: the clause of its verb, or the clause its noun stands in."""

from __future__ import annotations

from typing import Any

from tocsin.claims.extraction.claims.incidents.acts import Act
from tocsin.claims.extraction.claims.incidents.victims import person
from tocsin.claims.extraction.claims.trimming import LONGEST_DATELINE, after_dateline
from tocsin.claims.extraction.parser import Piece
from tocsin.claims.extraction.results import Stretch

_OWN = frozenset(("advcl", "conj", "ccomp", "parataxis", "relcl", "cc", "punct", "mark", "preconj"))
"""What hangs on a verb and is a statement of its own, not part of it."""
_LONG = 40
"""Tokens between an act and those it harms, at most."""


def clause(act: Act) -> Stretch:
    """Return the words of the act: its verb with what belongs to it, or the clause its noun stands in."""
    token = act.head
    left, right = _reach(token)
    if token.pos_ != "VERB":
        left, right = token.left_edge.i, _reach(token)[1]
        if token.head.pos_ in ("VERB", "AUX") and token.dep_ in ("nsubj", "nsubjpass", "dobj", "attr", "oprd", "acomp"):
            left, right = _reach(token.head)
    for head in act.victims:
        left, right = min(left, head.left_edge.i if abs(head.i - token.i) < _LONG else left), max(right, head.i)
    return _trimmed(act.piece, token.doc, left, right)


def clause_of(piece: Piece, token: Any) -> Stretch:
    """Return the clause a word stands in."""
    head = token if token.pos_ in ("VERB", "AUX") else token.head
    left, right = _reach(head)
    return _trimmed(piece, token.doc, min(left, token.i), max(right, token.i))


def _trimmed(piece: Piece, doc: Any, left: int, right: int) -> Stretch:
    offset = piece.offset
    begins = after_dateline(doc[:LONGEST_DATELINE].text[:LONGEST_DATELINE])
    while left < right and doc[left].idx < begins:
        left += 1
    while left < right and (doc[left].is_punct or doc[left].is_space or doc[left].dep_ in ("cc", "mark")):
        left += 1
    while right > left and (doc[right].is_punct or doc[right].is_space):
        right -= 1
    return offset + doc[left].idx, offset + doc[right].idx + len(doc[right].text)


def _reach(token: Any) -> tuple[int, int]:
    """Return the first and last token of what hangs on *token*, up to the next statement."""
    left = right = token.i
    for child in token.children:
        if child.dep_ in _OWN and not (child.dep_ == "conj" and token.pos_ != "VERB" and person(child)):
            continue
        left, right = min(left, child.left_edge.i), max(right, child.right_edge.i)
    for child in token.children:
        if child.dep_ in _OWN and child.dep_ != "punct" and left <= child.i <= right:
            if child.i > token.i:
                right = min(right, child.left_edge.i - 1)
            else:
                left = max(left, child.right_edge.i + 1)
    return min(left, token.i), max(right, token.i)
