"""What stands after a verb: a range to its end, an *as* phrase, a preposition it is known for."""

from __future__ import annotations

from typing import Any

from tocsin.claims.extraction.attributions.english.trees import Range, child, noun_phrase, trimmed
from tocsin.claims.extraction.attributions.words import en

_REACH = 10


def lemma_of(verb: Any) -> str:
    """Return the lemma of *verb*, with what the lemmatiser gets wrong put right."""
    lemma: str = verb.lemma_.lower()
    return en.LEMMAS.get(lemma, lemma)


def range_after(verb: Any, cue: Range, last: Any) -> list[Range]:
    """Return the words after the cue to the end of what hangs on *last*."""
    doc = verb.doc
    start = cue[1]
    end = last.right_edge.i + 1
    start, end = trimmed(doc, start, end)
    return [(start, end)] if start < end else []


def role_of(verb: Any) -> Any | None:
    """Return the *as* of *described him as a thief*."""
    return next((one for one in verb.children if one.dep_ == "prep" and one.lower_ == "as" and one.i > verb.i), None)


def prepositional(verb: Any, cue: Range) -> tuple[list[Range], Range]:
    """Return what a known preposition of *verb* governs, and the cue with the preposition if it stands beside it."""
    known = (en.PREPOSITIONS | en.PASSIVE_PREPOSITIONS).get(lemma_of(verb), "").split()
    if cue[1] < len(verb.doc) and verb.doc[cue[1]].lower_ == "for" and "for" in known:
        clause = verb.doc[cue[1]].head
        if clause.dep_ == "advcl" and clause.head == verb and clause.i > cue[1]:
            return range_after(verb, (cue[0], cue[1] + 1), clause), (cue[0], cue[1] + 1)
    for one in verb.children:
        if one.dep_ == "prep" and one.i >= cue[1] and one.lower_ in known:
            inner = child(one, "pobj", "pcomp")
            if inner is None:
                return [], cue
            last = max((later.right_edge.i for later in verb.children if _asked(later, one)), default=one.right_edge.i)
            start, end = trimmed(verb.doc, one.i + 1, max(last, one.right_edge.i) + 1)
            if start >= end:
                return [], cue
            return ([(start, end)], (cue[0], one.i + 1)) if one.i == cue[1] else ([(one.i, end)], cue)
    for place in range(cue[1], min(cue[1] + _REACH, verb.right_edge.i)):
        one = verb.doc[place]
        if one.dep_ == "prep" and one.lower_ in {"about", "on"} and one.lower_ in known and verb.is_ancestor(one):
            return [trimmed(verb.doc, place, one.right_edge.i + 1)], cue
    return [], cue


def _asked(clause: Any, preposition: Any) -> bool:
    """Tell whether *clause* says what somebody called *on* is to do."""
    to = any(one.tag_ == "TO" for one in clause.children)
    return to and clause.dep_ in {"xcomp", "advcl", "ccomp"} and clause.i > preposition.i and preposition.lower_ == "on"


def phrasal(verb: Any, cue: Range) -> tuple[list[Range], Range]:
    """Return what comes after words that make a cue together with *verb* (*took aim at*), and the cue with them."""
    doc = verb.doc
    for phrase in sorted(en.PHRASES.get(lemma_of(verb), ()), key=len, reverse=True):
        end = cue[1] + len(phrase)
        if end >= len(doc) or any(doc[cue[1] + step].lower_ != word for step, word in enumerate(phrase)):
            continue
        if not (verb.is_ancestor(doc[end]) or doc[end].head == verb):
            continue
        top = doc[end]
        while top.head.i >= end and top.head != top:
            top = top.head
        last = noun_phrase(top)[1] if top.pos_ in {"NOUN", "PROPN", "PRON"} else top.right_edge.i + 1
        start, last = trimmed(doc, end, last)
        if start < last:
            return [(start, last)], (cue[0], end)
    return [], cue
