"""Nouns and adjectives as cues: *her claim that …*, *made the argument that …*, *is confident that …*."""

from __future__ import annotations

from typing import Any

from tocsin.claims.extraction.attributions.english.candidates import Candidate
from tocsin.claims.extraction.attributions.english.trees import Range, child, noun_phrase, subject, trimmed, verb_group
from tocsin.claims.extraction.attributions.words import en
from tocsin.claims.extraction.parser import Piece

_EMPTY = frozenset({"it", "there"})


def read(piece: Piece, token: Any) -> Candidate | None:
    """Return what the noun or adjective *token* introduces."""
    if token.pos_ == "NOUN" and token.lemma_.lower() in en.NOUNS:
        return _copular(piece, token) or _noun(piece, token)
    if token.pos_ == "NOUN" and token.lemma_.lower() in en.SIDES and token.dep_ == "attr":
        return _side(piece, token)
    if (
        token.pos_ in {"ADJ", "VERB"}
        and token.lower_ in en.ADJECTIVES
        and token.dep_ in {"acomp", "ccomp", "ROOT", "oprd"}
    ):
        return _adjective(piece, token)
    return None


def _noun(piece: Piece, noun: Any) -> Candidate | None:
    content, cue, strong = _complement(noun)
    owner = child(noun, "poss")
    verb = noun.head
    light = noun.dep_ in {"dobj", "attr", "nsubj"} and verb.lemma_ in en.LIGHT
    if not content:
        return None
    if light and noun.dep_ == "dobj":
        start = verb_group(verb)[0]
        doer = subject(verb)
        source = noun_phrase(doer, stop=start) if doer is not None and doer.i < start and doer.dep_ != "expl" else None
        return Candidate(piece, noun, (start, cue[1]), source, content)
    if owner is not None:
        start, end = noun_phrase(owner)
        doc = noun.doc
        if end < len(doc) and doc[end].dep_ == "case":
            end += 1
        return Candidate(piece, noun, (end, cue[1]) if end <= cue[0] else cue, (start, end), content)
    by = next(
        (one for one in noun.children if one.dep_ in {"prep", "agent"} and one.lower_ in {"by", "from", "among"}), None
    )
    if by is not None and (whom := child(by, "pobj")) is not None:
        return Candidate(piece, noun, cue, noun_phrase(whom, stop=by.i), content)
    return Candidate(piece, noun, cue, None, content) if strong else None


def _copular(piece: Piece, noun: Any) -> Candidate | None:
    """Read *Her message is that …*."""
    verb = noun.head
    if noun.dep_ != "nsubj" or verb.lemma_ != "be" or verb.i < noun.i:
        return None
    clause = child(verb, "ccomp", "xcomp", "attr")
    if clause is None or clause.i < verb.i or not (clause.dep_ == "ccomp" or clause.left_edge.lower_ == "to"):
        return None
    owner = child(noun, "poss")
    start, source = noun.left_edge.i, None
    if owner is not None:
        source = noun_phrase(owner)
        if source[1] < len(noun.doc) and noun.doc[source[1]].dep_ == "case":
            source = source[0], source[1] + 1
        start = source[1]
    content = trimmed(noun.doc, verb.i + 1, clause.right_edge.i + 1)
    return Candidate(piece, noun, (start, verb.i + 1), source, [content]) if content[0] < content[1] else None


def _side(piece: Piece, noun: Any) -> Candidate | None:
    """Read *is a critic of …*."""
    of = next((one for one in noun.children if one.dep_ == "prep" and one.i == noun.i + 1), None)
    doer = subject(noun.head)
    if of is None or doer is None or doer.i > noun.i:
        return None
    start = verb_group(noun.head)[0]
    content = trimmed(noun.doc, of.i + 1, of.right_edge.i + 1)
    if content[0] >= content[1]:
        return None
    return Candidate(piece, noun, (start, of.i + 1), noun_phrase(doer, stop=start), [content])


def _complement(noun: Any) -> tuple[list[Range], Range, bool]:
    """Return what *noun* is about, the words of the cue, and whether it is a clause with *that*."""
    cue = (noun.i, noun.i + 1)
    for one in noun.children:
        if one.i < noun.i:
            continue
        marked = child(one, "mark")
        first = one.left_edge
        that = (marked is not None and marked.lower_ in {"that", "whether"}) or first.lower_ == "that"
        if one.dep_ in {"acl", "ccomp", "relcl"} and that and one.dep_ != "relcl":
            return [trimmed(noun.doc, one.left_edge.i, one.right_edge.i + 1)], cue, True
        if one.dep_ in {"acl", "xcomp"} and first.lower_ == "to":
            return [trimmed(noun.doc, one.left_edge.i, one.right_edge.i + 1)], cue, False
        if (
            one.dep_ == "prep"
            and one.i == noun.i + 1
            and one.lower_ in en.NOUN_PREPOSITIONS - {"by", "from", "in", "with"}
        ):
            inner = trimmed(noun.doc, one.i + 1, one.right_edge.i + 1)
            if inner[0] < inner[1]:
                return [inner], (noun.i, one.i + 1), noun.lemma_.lower() in en.UNOWNED
    return [], cue, False


def _adjective(piece: Piece, adjective: Any) -> Candidate | None:
    verb = adjective.head if adjective.dep_ in {"acomp", "oprd"} else adjective
    doer = subject(verb)
    if doer is None or doer.i > adjective.i:
        return None
    clause = child(adjective, "ccomp", "xcomp") or (child(verb, "ccomp", "xcomp") if verb != adjective else None)
    cue = (verb_group(verb)[0] if verb.i < adjective.i else adjective.i, adjective.i + 1)
    content: list[Range] = []
    if clause is not None and clause.i > adjective.i:
        content = [trimmed(adjective.doc, adjective.i + 1, clause.right_edge.i + 1)]
    else:
        about = next((one for one in adjective.children if one.dep_ == "prep" and one.i == adjective.i + 1), None)
        if about is not None and about.lower_ in {"about", "of", "with", "to", "in", "at", "by", "on"}:
            content = [trimmed(adjective.doc, about.i + 1, about.right_edge.i + 1)]
            cue = (cue[0], about.i + 1)
    if not content or content[0][0] >= content[0][1]:
        return None
    source = None if doer.lower_ in _EMPTY else noun_phrase(doer, stop=cue[0])
    return Candidate(piece, adjective, cue, source, content)
