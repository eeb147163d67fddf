"""Cues that are no verbs: *according to*, *in her view*, *reportedly*, a name with a colon, a dash with a handle."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from tocsin.claims.extraction.attributions.english.candidates import Candidate
from tocsin.claims.extraction.attributions.english.trees import Range, child, noun_phrase, trimmed
from tocsin.claims.extraction.attributions.words import en
from tocsin.claims.extraction.attributions.words.forms import listed
from tocsin.claims.extraction.parser import Piece

_SCRIPT = re.compile(
    r"[\"“]?(?P<name>[A-Z][\w.’'-]*(?: (?:[A-Z][\w.’'-]*|\([^()\n]{1,30}\)|of|de|van|von|al)){0,5})"
    r"(?P<colon>:)\s+(?=\S)"
)
_TWEET = re.compile(r"(?P<dash>[—―–-])\s?(?P<name>[A-Z][^()\n—―]{1,50}) \(@\w{1,20}\)")
_FEW = 4
_NO_SPEAKER = listed("""
    update related read watch see note photo video source sources correction editor listen more also update
    background question answer monday tuesday wednesday thursday friday saturday sunday image caption warning
    developing breaking exclusive opinion analysis summary
    """)


def read(piece: Piece, token: Any) -> Candidate | None:
    """Return what the preposition or adverb *token* introduces."""
    word = token.lower_
    if word == "according":
        return _according(piece, token)
    if word == "in" and token.pos_ == "ADP":
        return _view(piece, token)
    if word in en.ADVERBS and token.dep_ == "advmod":
        return _hearsay(piece, token)
    return None


def _according(piece: Piece, token: Any) -> Candidate | None:
    to = child(token, "prep")
    whom = child(to, "pobj") if to is not None and to.lower_ == "to" else None
    if to is None or whom is None:
        return None
    cue = (token.i, to.i + 1)
    source, clause = noun_phrase(whom, stop=to.i), _clause_of(token)
    content = without(clause, token)
    stolen = child(whom, "appos")
    if token.is_sent_start and stolen is not None and child(clause, "nsubj", "nsubjpass", "expl") is None:
        comma = stolen.left_edge.i - 1
        if to.i + 1 < comma and token.doc[comma].text == ",":
            source = trimmed(token.doc, to.i + 1, comma)
            content = [trimmed(token.doc, comma + 1, clause.right_edge.i + 1)]
    return Candidate(piece, token, cue, source, content)


def _view(piece: Piece, token: Any) -> Candidate | None:
    noun = child(token, "pobj")
    if noun is not None and noun.lemma_ in en.STUDIES:
        return Candidate(piece, token, (token.i, token.i + 1), noun_phrase(noun), without(_clause_of(token), token))
    if noun is None or noun.lemma_ not in en.VIEW_NOUNS:
        return None
    whose = child(noun, "poss")
    if whose is not None:
        source = noun_phrase(whose)
        if source[1] < len(token.doc) and token.doc[source[1]].dep_ == "case":
            source = source[0], source[1] + 1
        return Candidate(piece, token, (noun.i, noun.i + 1), source, without(_clause_of(token), token))
    of = child(noun, "prep")
    whom = child(of, "pobj") if of is not None and of.lower_ == "of" else None
    if of is None or whom is None:
        return None
    return Candidate(piece, token, (token.i, of.i + 1), noun_phrase(whom, stop=of.i), without(_clause_of(token), token))


def _hearsay(piece: Piece, token: Any) -> Candidate | None:
    clause = token.head
    if clause.pos_ not in {"VERB", "AUX"}:
        return None
    return Candidate(piece, token, (token.i, token.i + 1), None, without(clause, token))


def _clause_of(token: Any) -> Any:
    node = token.head
    for _ in range(8):
        if node.pos_ in {"VERB", "AUX"} or node.head == node:
            break
        node = node.head
    return node


def without(clause: Any, phrase: Any) -> list[Range]:
    """Return the parts of *clause* before and after *phrase*."""
    doc = clause.doc
    out = {token.i for token in phrase.subtree}
    for one in clause.children:
        if one.dep_ == "relcl" or (one.dep_ == "conj" and child(one, "nsubj", "nsubjpass") is not None):
            out.update(token.i for token in one.subtree)
    parts: list[Range] = []
    for token in clause.subtree:
        if token.i in out:
            continue
        if parts and parts[-1][1] == token.i:
            parts[-1] = parts[-1][0], token.i + 1
        else:
            parts.append((token.i, token.i + 1))
    cut = [trimmed(doc, *part) for part in parts]
    return [part for part in cut if part[0] < part[1] and not all(doc[i].is_punct for i in range(*part))]


def _speaks(name: str) -> bool:
    return len(name) > 1 and name.split(maxsplit=1)[0].lower() not in _NO_SPEAKER


def scripted(piece: Piece) -> Iterator[Candidate]:
    """Yield the speaker of a paragraph written *Name: what is said*, or *what is said — Name (@handle)*."""
    doc = piece.doc
    text = doc.text
    line = _SCRIPT.match(text)
    if line is not None and _speaks(line["name"]):
        source = doc.char_span(*line.span("name"), alignment_mode="expand")
        colon = doc.char_span(*line.span("colon"), alignment_mode="expand")
        rest = trimmed(doc, colon.end, len(doc))
        if source.end == colon.start and rest[1] - rest[0] >= _FEW:
            yield Candidate(piece, colon[0], (colon.start, colon.end), (source.start, source.end), [rest])
    tweet = _TWEET.search(text)
    if tweet is not None and tweet.start() > 0:
        source = doc.char_span(*tweet.span("name"), alignment_mode="expand")
        dash = doc.char_span(*tweet.span("dash"), alignment_mode="expand")
        said = trimmed(doc, 0, dash.start)
        if said[0] < said[1]:
            yield Candidate(piece, dash[0], (dash.start, dash.end), (source.start, source.end), [said])
