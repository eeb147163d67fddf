"""The passive (*was accused of*, *is expected to*) and what only seems so: what is said has the subject in it."""

from __future__ import annotations

from typing import Any

from tocsin.claims.extraction.attributions.english.candidates import Candidate
from tocsin.claims.extraction.attributions.english.complements import lemma_of, prepositional, range_after, role_of
from tocsin.claims.extraction.attributions.english.trees import Range, child, noun_phrase, verb_group
from tocsin.claims.extraction.attributions.words import en
from tocsin.claims.extraction.parser import Piece

_EMPTY = frozenset({"it", "there"})
_STATES = frozenset({"find", "fear", "leave"})
"""Verbs that tell in the passive what state somebody is in: *was found dead*."""
_NAMING = frozenset({"call", "name", "dub", "label"})


def is_passive(verb: Any, doer: Any) -> bool:
    """Tell whether *doer* is what is done to, or *verb* a participle that says so."""
    if verb.tag_ == "VBN" and verb.dep_ in {"acl", "advcl"} and child(verb, "aux", "auxpass", "dobj") is None:
        return True
    return child(verb, "auxpass") is not None or (doer is not None and doer.dep_ == "nsubjpass" and doer.head == verb)


def read(piece: Piece, verb: Any, doer: Any) -> Candidate | None:
    """Return what a verb in the passive introduces; its source is who comes after *by*."""
    if verb.dep_ in {"acl", "advcl"} and child(verb, "aux", "auxpass") is None:
        doer = verb.head if verb.dep_ == "acl" else None
    agent = child(verb, "agent")
    by = child(agent, "pobj") if agent is not None else None
    if verb.dep_ == "acl" and agent is None and lemma_of(verb) in _NAMING:
        return None
    source = noun_phrase(by) if by is not None else None
    content, cue = _content(verb, doer, agreed=source is not None)
    return Candidate(piece, verb, cue, source, content) if content else None


def _content(verb: Any, doer: Any, *, agreed: bool) -> tuple[list[Range], Range]:
    cue = verb_group(verb)
    letters = en.VERBS.get(lemma_of(verb), "")
    clause = child(verb, "xcomp", "ccomp", "oprd")
    own = doer is not None and doer.head == verb
    before = [noun_phrase(doer, stop=cue[0])] if doer is not None and not _is_empty(doer) else []
    if clause is not None and clause.dep_ == "xcomp" and lemma_of(clause) in en.QUOTING:
        return [], cue
    if clause is not None and clause.pos_ == "ADJ" and lemma_of(verb) in _STATES:
        return [], cue
    if clause is not None and clause.i > verb.i and (verb.lemma_ in en.PASSIVE_BELIEF or "c" in letters):
        return (before if clause.dep_ != "ccomp" else []) + range_after(verb, cue, clause), cue
    if own and "o" in letters and (role := role_of(verb)) is not None:
        return before + range_after(verb, cue, role), cue
    if lemma_of(verb) in en.PASSIVE_PREPOSITIONS and (about := prepositional(verb, cue))[0]:
        return (before if own and lemma_of(verb) != "ask" else []) + about[0], about[1]
    judged = "d" in letters and (own or verb.dep_ == "acl") and (agreed or lemma_of(verb) in en.JUDGING)
    return (before if judged else []), cue


def _is_empty(doer: Any) -> bool:
    return doer.dep_ == "expl" or doer.lower_ in _EMPTY


def seeming(piece: Piece, verb: Any, doer: Any) -> Candidate | None:
    """Return what only seems so: *appears ready to resign*."""
    cue = verb_group(verb)
    clause = child(verb, "xcomp", "oprd", "acomp")
    if clause is None:
        clause = next((one for one in verb.children if one.dep_ == "prep" and one.lower_ == "like"), None)
        cue = (cue[0], clause.i + 1) if clause is not None and clause.i == cue[1] else cue
    if doer is None or clause is None or clause.i < verb.i or lemma_of(clause) in en.QUOTING:
        return None
    content = range_after(verb, cue, clause)
    if doer.dep_ != "expl" and doer.lower_ not in _EMPTY:
        content.insert(0, noun_phrase(doer, stop=cue[0]))
    return Candidate(piece, verb, cue, None, content) if content else None
