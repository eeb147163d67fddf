"""Verbs as cues: what each says, by the frames it is known for."""

from __future__ import annotations

from typing import Any

from tocsin.claims.extraction.attributions.english import passives
from tocsin.claims.extraction.attributions.english.candidates import Candidate
from tocsin.claims.extraction.attributions.english.complements import (
    lemma_of,
    phrasal,
    prepositional,
    range_after,
    role_of,
)
from tocsin.claims.extraction.attributions.english.phrases import without
from tocsin.claims.extraction.attributions.english.trees import (
    Range,
    child,
    noun_phrase,
    subject,
    trimmed,
    verb_group,
)
from tocsin.claims.extraction.attributions.words import en
from tocsin.claims.extraction.attributions.words.forms import listed
from tocsin.claims.extraction.parser import Piece

_REACH = 10
_REASONS = frozenset({"because", "if", "unless", "until"})
_POINTING = frozenset({"that", "this"})
_FEW = 3
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_ASKING = listed("when where why how what who which whether if")
_EMPTY = frozenset({"it", "there"})


def read(piece: Piece, verb: Any) -> Candidate | None:
    """Return what *verb* introduces, or None where it does not introduce anything."""
    letters = en.VERBS.get(lemma_of(verb), "") or ("f" if lemma_of(verb) in en.PHRASES else "")
    if verb.pos_ not in {"VERB", "AUX"} or verb.dep_ in {"amod", "compound"}:
        return None
    doer = subject(verb)
    if not letters or (lemma_of(verb) in en.PERSONAL and not _personal(verb, doer)):
        return passives.seeming(piece, verb, doer) if not letters and verb.lemma_ in en.SEEMING else None
    if passives.is_passive(verb, doer):
        return passives.read(piece, verb, doer)
    cue = _widened(verb, verb_group(verb))
    content, cue = _content(verb, letters, cue)
    if cue[1] < len(verb.doc) and verb.doc[cue[1]].text == ":" and "q" in letters:
        cue = cue[0], cue[1] + 1
    issued = _issued(verb, doer)
    if issued is not None:
        start = verb_group(issued)[0]
        doer, cue = subject(issued), (start, cue[1])
    if doer is not None and doer.lower_ in _POINTING and doer.tag_ == "DT":
        return None
    found = Candidate(piece, verb, cue, _source(doer or _left_noun(verb, cue), cue), content)
    imperative = found.source is None and verb.tag_ == "VB" and "q" not in letters
    return found if (content or "q" in letters) and not imperative else None


def manner(piece: Piece, verb: Any) -> Candidate | None:
    """Return a verb of any kind that may stand for *said* beside a quotation: *“We won,” she smiled*."""
    doer = child(verb, "nsubj")
    if verb.pos_ != "VERB" or verb.tag_ not in _FINITE or doer is None or child(verb, "dobj", "xcomp") is not None:
        return None
    cue = verb_group(verb)
    return Candidate(piece, verb, cue, _source(doer, cue))


def _left_noun(verb: Any, cue: Range) -> Any | None:
    """Return the noun that stands before a finite verb the parser gives no subject."""
    doc, place = verb.doc, cue[0] - 1
    if place >= 0 and doc[place].text == ",":
        place -= 1
    if place < verb.sent.start or verb.tag_ not in _FINITE or doc[place].pos_ not in {"NOUN", "PROPN", "PRON"}:
        return None
    node = doc[place]
    while node.head != node and place - _REACH < node.head.i < node.i and node.head.pos_ in {"NOUN", "PROPN"}:
        node = node.head
    return node


def _source(doer: Any, cue: Range) -> Range | None:
    if doer is None or (doer.lower_ in _EMPTY and doer.dep_ == "expl"):
        return None
    start, end = noun_phrase(doer, stop=cue[0] if doer.i < cue[0] else cue[1] - 1)
    doc = doer.doc
    if end < cue[0] and end < len(doc) and doc[end].text == "," and any(doc[i].text == "," for i in range(start, end)):
        end += 1
    return start, end


def _personal(verb: Any, doer: Any) -> bool:
    whom = child(verb, "dobj")
    if doer is None or whom is None:
        return False
    speaks = doer.ent_type_ == "PERSON" or doer.lower_ in {"he", "she", "who"}
    return speaks and (whom.ent_type_ in {"PERSON", "NORP"} or whom.lower_ in {"him", "her"} or whom.lemma_ in en.NOUNS)


def _issued(verb: Any, thing: Any) -> Any | None:
    """Return the verb that puts out the paper *verb* tells of: *issued a statement saying*."""
    if verb.dep_ not in {"acl", "relcl"} or thing is None:
        return None
    noun = verb.head
    if noun.lemma_ not in en.ARTIFACTS or noun.dep_ != "dobj" or noun.head.i > noun.i or verb.i - noun.head.i > _REACH:
        return None
    return noun.head if subject(noun.head) is not None else None


def _widened(verb: Any, cue: Range) -> Range:
    """Take in the verbs before it that only say how it is done: *went on to say*, *tried to tell*."""
    node, start = verb, cue[0]
    while node.dep_ == "xcomp" and _only_how(node.head) and node.head.i < node.i:
        node = node.head
        start = min(start, verb_group(node)[0])
    return start, cue[1]


def _only_how(verb: Any) -> bool:
    expected = verb.lemma_ in en.PASSIVE_BELIEF and child(verb, "auxpass") is not None
    return verb.lemma_ in en.ASPECT or expected


def _content(verb: Any, letters: str, cue: Range) -> tuple[list[Range], Range]:
    if verb.lemma_ == "put" and cue[1] < len(verb.doc) and verb.doc[cue[1]].lower_ == "it" and verb.dep_ == "advcl":
        return without(verb.head, verb), (cue[0], cue[1] + 1)
    found = phrasal(verb, cue)
    if (
        not found[0]
        and cue[1] < len(verb.doc)
        and verb.doc[cue[1]].lower_ in en.PREPOSITIONS.get(lemma_of(verb), "").split()
    ):
        found = prepositional(verb, cue)
    if found[0]:
        return found
    for letter, reader in (
        ("c", _clause),
        ("o", _predicate),
        ("x", _infinitive),
        ("p", prepositional),
        ("d", _object),
    ):
        if letter in letters:
            content, wider = reader(verb, cue)
            if content:
                return content, wider
    return [], cue


def _clause(verb: Any, cue: Range) -> tuple[list[Range], Range]:
    clause = child(verb, "ccomp")
    if clause is None:
        clause = child(verb, "xcomp")
    whom = child(verb, "dobj")
    if whom is not None and clause is not None and verb.i < whom.i < clause.i and _is_infinitive(clause):
        return range_after(verb, cue, clause), cue
    if clause is not None:
        return [*_relative(verb, cue), *_around(verb, clause, cue)], cue
    for one in verb.children:
        if one.dep_ == "advcl" and one.left_edge.i == cue[1] and one.left_edge.lower_ in _ASKING:
            return range_after(verb, cue, one), cue
    head = verb.head
    if verb.dep_ == "parataxis" and head.pos_ in {"VERB", "AUX"}:
        return _around(verb, head, cue), cue
    mark = child(verb, "mark")
    if verb.dep_ == "advcl" and mark is not None and mark.lower_ == "as" and head.pos_ in {"VERB", "AUX"}:
        return (without(head, verb) if lemma_of(verb) in en.QUOTING else []), cue
    return _before_tag(verb, cue), cue


def _before_tag(verb: Any, cue: Range) -> list[Range]:
    """Return the sentence before a tag such as *, the poll found.*, whatever the parser made of it."""
    doc = verb.doc
    doer = child(verb, "nsubj")
    sent = verb.sent
    start = cue[0] if doer is None else min(cue[0], noun_phrase(doer)[0])
    closed = cue[1] >= sent.end or doc[cue[1]].text in {".", ","} or (doer is not None and doer.i >= cue[1])
    if not closed or start <= sent.start + 3 or doc[start - 1].text != ",":
        return []
    begin, end = trimmed(doc, sent.start, start)
    return (
        [(begin, end)] if end - begin > _FEW and any(doc[i].pos_ in {"VERB", "AUX"} for i in range(begin, end)) else []
    )


def _around(verb: Any, clause: Any, cue: Range) -> list[Range]:
    """Return the parts of *clause* before and after the words of its cue and source."""
    doc = verb.doc
    mine = set(range(*cue))
    for one in verb.children:
        reason = child(one, "mark") if one.dep_ == "advcl" and clause.i < verb.i < one.i else None
        if reason is not None and reason.lower_ in _REASONS:
            continue
        if one != clause and one.dep_ not in {"cc", "conj", "punct"}:
            mine.update(token.i for token in one.subtree)
    reasons = [token.i for one in verb.children if one.dep_ == "advcl" for token in one.subtree]
    tokens = [token.i for token in clause.subtree] + [place for place in reasons if place > verb.i]
    tokens = sorted({place for place in tokens if place not in mine and place != verb.i})
    parts: list[Range] = []
    for place in tokens:
        if parts and all(doc[i].is_punct for i in range(parts[-1][1], place)):
            parts[-1] = parts[-1][0], place + 1
        else:
            parts.append((place, place + 1))
    parts = [trimmed(doc, *part) for part in parts if part[0] > verb.i or not _parted(doc, part[1], cue[0])]
    return [part for part in parts if part[0] < part[1] and not all(doc[i].is_punct for i in range(*part))]


def _parted(doc: Any, start: int, end: int) -> bool:
    """Tell whether a semicolon or a dash parts what stands before a cue from it."""
    return any(doc[place].text in {";", ":", "—", "–", "--"} for place in range(start - 1, min(end, start + 2)))


def _is_infinitive(clause: Any) -> bool:
    return any(one.tag_ == "TO" for one in clause.children)


def _infinitive(verb: Any, cue: Range) -> tuple[list[Range], Range]:
    clause = child(verb, "xcomp")
    if clause is None:
        clause = child(verb, "ccomp")
    if clause is None or clause.i < verb.i:
        return [], cue
    if not _is_infinitive(clause):
        return [], cue
    return range_after(verb, cue, clause), cue


def _predicate(verb: Any, cue: Range) -> tuple[list[Range], Range]:
    clause = child(verb, "ccomp", "oprd", "xcomp")
    if clause is None or clause.i < verb.i:
        thing = child(verb, "dobj")
        clause = role_of(verb)
        if thing is None or clause is None:
            return [], cue
    return [*_relative(verb, cue), *range_after(verb, cue, clause)], cue


def _relative(verb: Any, cue: Range) -> list[Range]:
    """Return the *who*, *which* or *what* before the verb that the rest is said of."""
    thing = child(verb, "dobj")
    return [(thing.i, thing.i + 1)] if thing is not None and thing.i < cue[0] and thing.tag_ in {"WP", "WDT"} else []


def _object(verb: Any, cue: Range) -> tuple[list[Range], Range]:
    thing = child(verb, "dobj")
    if thing is None:
        if verb.dep_ == "relcl" and verb.head.i < cue[0]:
            doer = child(verb, "nsubj")
            start = cue[0] if doer is None else min(cue[0], doer.left_edge.i)
            return [trimmed(verb.doc, verb.head.left_edge.i, start)], cue
        clause = child(verb, "xcomp", "ccomp")
        return (range_after(verb, cue, clause), cue) if clause is not None and clause.i > verb.i else ([], cue)
    if thing.i < verb.i:
        return [noun_phrase(thing, stop=thing.right_edge.i + 1)], cue
    start, end = noun_phrase(thing, stop=-1)
    for one in verb.children:
        if one.dep_ == "prep" and one.i >= end and one.lower_ in {"for", "as", "of"}:
            end = max(end, one.right_edge.i + 1)
            break
    return [trimmed(verb.doc, start, end)], cue
