"""The reading of an English text: its cues, its quotations, and the attributions made of both."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tocsin.claims.extraction.attributions.english import direct, nominal, phrases, verbs
from tocsin.claims.extraction.attributions.english.candidates import Candidate
from tocsin.claims.extraction.attributions.english.complements import lemma_of
from tocsin.claims.extraction.attributions.english.trees import child, trimmed
from tocsin.claims.extraction.attributions.quotes import Quotes
from tocsin.claims.extraction.attributions.spans import merged
from tocsin.claims.extraction.attributions.stances import kind_of, stances
from tocsin.claims.extraction.attributions.words import en
from tocsin.claims.extraction.document import Document
from tocsin.claims.extraction.parser import Parsed
from tocsin.claims.extraction.results import Attribution

_DASHES = frozenset({"—", "–", "-", "--", "―"})
_LONG_DATELINE = 16
_LOOSE = frozenset({"advcl", "acl", "conj"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_INFINITE = frozenset({"VB", "VBG"})
_CAPITALS = 3
_ACTS = {"VERB": "judgement", "ADJ": "thought"}


def read(document: Document, parsed: Parsed) -> list[tuple[Attribution, str]]:
    """Return the attributions of a parsed English text, each with what the speaker does (``words.en.ACTS``)."""
    quotes = Quotes(document.readable)
    found: list[Candidate] = []
    last: Candidate | None = None
    waiting: Candidate | None = None
    for piece in parsed.pieces:
        cues: dict[int, Candidate] = {}
        dateline = _dateline(piece.doc)
        for token in piece.doc[dateline:]:
            if quotes.at(piece.offset + token.idx) is not None:
                continue
            candidate = verbs.read(piece, token) or nominal.read(piece, token) or phrases.read(piece, token)
            candidate = candidate or verbs.manner(piece, token)
            if candidate is not None:
                cues[token.i] = candidate
                if dateline:
                    _after_dateline(candidate, dateline)
        for candidate in phrases.scripted(piece):
            cues[candidate.kernel.i] = candidate
        _separate(cues)
        inside = quotes.between(piece.offset, piece.offset + len(piece.doc.text))
        if waiting is not None:
            last = waiting
            if not inside or inside[0].start > piece.offset + 3:
                waiting.quotes.append((piece.offset, piece.offset + len(piece.doc.text.rstrip().rstrip("."))))
                cues = {}
        last = direct.tie(piece, inside, cues, last)
        waiting = direct.announced(piece, cues)
        _give_back(cues)
        found += cues.values()
    return sorted(_finished(document, quotes, found), key=lambda one: (one[0].cue, one[0].content))


def _dateline(doc: Any) -> int:
    """Return how many tokens of the paragraph tell only where and when it was written: *KYIV, March 5 (AP) —*."""
    if not doc[0].text.isupper() or len(doc[0].text) < _CAPITALS:
        return 0
    dash = next((token.i for token in doc[:_LONG_DATELINE] if token.text in _DASHES), 0)
    return dash + 1 if dash and not any(token.pos_ == "VERB" for token in doc[:dash]) else 0


def _after_dateline(one: Candidate, first: int) -> None:
    if one.source is not None and one.source[0] < first:
        one.source = trimmed(one.piece.doc, first, one.source[1]) if one.source[1] > first else None
    one.content = [(max(start, first), end) for start, end in one.content if end > first]


def _give_back(cues: dict[int, Candidate]) -> None:
    """Take from one speaker's words the sentence of another who has a quotation too."""
    quoting = [one for one in cues.values() if one.quotes]
    for one in quoting:
        others = [other.kernel.i for other in quoting if other is not one]
        one.content = [part for part in one.content if not any(part[0] <= place < part[1] for place in others)]


def _separate(cues: dict[int, Candidate]) -> None:
    """End what one cue says where the next begins that only the parser took for a part of it."""
    ordered = sorted(cues.values(), key=lambda one: one.kernel.i)
    for number, outer in enumerate(ordered):
        for inner in ordered[number + 1 : number + 5]:
            cut = _seam(outer, inner)
            if cut is None:
                continue
            if child(inner.kernel, "nsubj", "nsubjpass") is None:
                inner.source = outer.source
            outer.content = [
                part
                for start, end in outer.content
                if start < cut and (part := trimmed(outer.piece.doc, start, min(end, cut)))[0] < part[1]
            ]


def _seam(outer: Candidate, inner: Candidate) -> int | None:
    verb, doc = inner.kernel, outer.piece.doc
    if not any(start <= inner.cue[0] < end for start, end in outer.content) or inner.cue[0] < outer.cue[1]:
        return None
    own = child(verb, "nsubj") is not None and inner.source is not None and inner.source[0] < inner.cue[0]
    start = inner.source[0] if own and inner.source is not None else inner.cue[0]
    before = doc[start - 1]
    beside = start - 1 <= outer.cue[1]
    if verb.tag_ == "VBG" and (beside or verb.dep_ in _LOOSE) and before.text == "," and not own:
        return int(start - 1)
    if verb.dep_ == "conj" and before.dep_ == "cc":
        comma = doc[start - 2].text == ","
        if own and comma:
            return int(start - 2)
        alike = verb.tag_ == outer.kernel.tag_ and (verb.lemma_ in en.QUOTING or verb.head.tag_ != verb.tag_)
        if not own and (alike or (_is_finite(verb) and verb.head.tag_ in _INFINITE)):
            return int(start - 1)
    return None


def _is_finite(verb: Any) -> bool:
    helper = child(verb, "aux")
    return verb.tag_ in _FINITE or (helper is not None and helper.tag_ in _FINITE)


def _finished(document: Document, quotes: Quotes, found: list[Candidate]) -> Iterator[tuple[Attribution, str]]:
    for one in found:
        one.tidy()
        content = [one.stretch(tokens) for tokens in one.content]
        if one.quotes:
            content = [part for part in content if not any(s <= part[0] and part[1] <= e for s, e in one.quotes)]
        content = merged(document.text, [*one.quotes, *(quotes_whole(quotes, part) for part in content)])
        if not content:
            continue
        cue = one.stretch(one.cue)
        source = (quotes_whole(quotes, one.stretch(one.source)),) if one.source else ()
        doubt = child(one.kernel, "amod") if one.kernel.pos_ == "NOUN" else None
        stance, ours = stances(lemma_of(one.kernel), "" if doubt is None else doubt.lower_)
        kind = kind_of(document.text, content, quotes)
        stance = "comment" if child(one.kernel, "neg") is not None else stance
        act = en.ACTS.get(lemma_of(one.kernel), _ACTS.get(one.kernel.pos_, "speech"))
        yield Attribution(source, (cue,), tuple(content), kind, stance, ours), act


def quotes_whole(quotes: Quotes, part: tuple[int, int]) -> tuple[int, int]:
    """Widen *part* so that it does not cut a quotation."""
    start, end = part
    first, final = quotes.at(start), quotes.at(end - 1)
    if final is not None and final.start >= start:
        end = max(end, final.end)
    if first is not None and first.end <= end:
        start = min(start, first.start)
    return start, end
