"""Quotations tied to the cue before or after them, and those that stand alone to the speaker before."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import Any

from tocsin.claims.extraction.attributions.english.candidates import Candidate
from tocsin.claims.extraction.attributions.english.trees import subject, trimmed
from tocsin.claims.extraction.attributions.quotes import Quote
from tocsin.claims.extraction.attributions.words import en
from tocsin.claims.extraction.parser import Piece

_OPEN_ENDS = ",?!—–-…"
_FULL_STOPS = frozenset({".", "?", "!"})
_FAR = 40
_FEW = 4
_NEAR = 8
_NAMES = frozenset({"NOUN", "PROPN", "PRON"})


@dataclass(slots=True)
class Spoken:
    """A quotation in tokens of its piece."""

    quote: Quote
    start: int
    end: int


def spoken(piece: Piece, quotes: list[Quote]) -> list[Spoken]:
    """Return the quotations of a piece with their token numbers."""
    doc = piece.doc
    starts = [token.idx + piece.offset for token in doc]
    return [Spoken(quote, bisect_left(starts, quote.start), max(bisect_left(starts, quote.end), 1)) for quote in quotes]


def announced(piece: Piece, cues: dict[int, Candidate]) -> Candidate | None:
    """Return the cue that the paragraph ends with a colon after: what is said follows in the next."""
    doc = piece.doc
    end = len(doc)
    while end and (doc[end - 1].is_space or doc[end - 1].text == "."):
        end -= 1
    if not end or doc[end - 1].text != ":":
        return None
    for place in range(end - 1, max(end - _FAR, -1), -1):
        if place in cues and doc[place].lemma_.lower() in en.QUOTING:
            return cues[place] if not cues[place].content else None
        if doc[place].is_sent_start:
            return None
    return None


def tie(piece: Piece, quotes: list[Quote], cues: dict[int, Candidate], last: Candidate | None) -> Candidate | None:
    """Give each quotation of the piece to its cue in *cues* (by token number); return the last speaker."""
    colons = [piece.offset + piece.doc[place].idx for place, one in cues.items() if one.kernel.text == ":"]
    quotes = [quote for quote in quotes if not any(quote.start <= colon < quote.end for colon in colons)]
    inside = spoken(piece, quotes)
    doc = piece.doc
    owner: dict[int, Candidate] = {}
    for number, one in enumerate(inside):
        until = inside[number + 1].start if number + 1 < len(inside) else len(doc)
        since = inside[number - 1].end if number else 0
        found = _after(doc, one, until, cues)
        if found is not None and not found.quotes:
            _name_beside(doc, one.end, until, found)
        found = found or _before(doc, one, since, cues)
        if found is not None:
            found.quotes.append((one.quote.start, one.quote.end))
            owner[number] = found
    for number, one in enumerate(inside):
        if number in owner:
            last = owner[number]
            continue
        earlier = [candidate for candidate in cues.values() if candidate.kernel.i < one.start and candidate.content]
        if earlier and number and owner.get(number - 1) is None:
            last = max(earlier, key=lambda candidate: candidate.kernel.i)
        if _stands_alone(doc, one):
            if last is None:
                continue
            last.quotes.append((one.quote.start, one.quote.end))
            owner[number] = last
    said = [candidate for candidate in cues.values() if candidate.quotes or candidate.content]
    return max(said, key=lambda candidate: candidate.kernel.i) if said else last if owner else None


def _name_beside(doc: Any, start: int, until: int, found: Candidate) -> None:
    """Let the words beside the cue name the speaker where the parser sees none there: *“…,” she said*."""
    first, last = found.cue
    if found.source is not None and start <= found.source[0] < until:
        return
    before = trimmed(doc, start, first)
    if any(doc[place].pos_ in _NAMES for place in range(*before)):
        closing = before[1] < first and doc[before[1]].text == ","
        found.source = (before[0], before[1] + 1) if closing and "," in doc[slice(*before)].text else before
        return
    place = last
    while place < min(until, last + _FAR) and not doc[place].is_punct and doc[place].pos_ not in {"VERB", "ADP", "AUX"}:
        place += 1
    if any(doc[at].pos_ in _NAMES for at in range(last, place)):
        found.source = trimmed(doc, last, place)


def _text(one: Spoken, doc: Any) -> str:
    return doc[one.start : one.end].text.rstrip("\"'”’»")


def _after(doc: Any, one: Spoken, until: int, cues: dict[int, Candidate]) -> Candidate | None:
    ends = _text(one, doc)[-1:]
    following = doc[one.end].text if one.end < len(doc) else ""
    if ends not in _OPEN_ENDS and following not in {",", "—", "–", "-"}:
        return None
    first = one.end + 1 if following == "," else one.end
    if first < len(doc) and doc[first].pos_ == "SCONJ":
        return None
    for place in range(one.end, min(until, one.end + _FAR)):
        token = doc[place]
        if token.text in _FULL_STOPS:
            return None
        if token.dep_ == "cc" and place <= one.end + 1:
            return None
        near = place - one.end < _NEAR and ends in ",?!" and not cues[place].content if place in cues else False
        if token.pos_ == "VERB" and place in cues and (near or token.lemma_.lower() in en.QUOTING):
            doer = subject(token)
            if token.dep_ in {"relcl", "acl"} and doer is not None and doer.i > one.end:
                continue
            return None if _goes_on(doc, one, cues[place]) else cues[place]
    return None


def _goes_on(doc: Any, one: Spoken, cue: Candidate) -> bool:
    """Tell whether the cue has its own words after it and the quotation is part of what stands before it."""
    own = any(start >= cue.cue[1] for start, _ in cue.content)
    return own and one.start > 0 and not doc[one.start - 1].is_punct and not doc[one.start].is_sent_start


def _before(doc: Any, one: Spoken, since: int, cues: dict[int, Candidate]) -> Candidate | None:
    for place in range(one.start - 1, max(since - 1, one.start - _FAR), -1):
        token = doc[place]
        if token.text in _FULL_STOPS:
            return None
        if place in cues and token.lemma_.lower() in en.QUOTING:
            later = any(start >= one.end for start, _ in cues[place].content)
            return None if later else cues[place]
        if token.pos_ in {"VERB", "AUX"}:
            return None
    return None


def _stands_alone(doc: Any, one: Spoken) -> bool:
    before = one.start - 1
    while before > 0 and doc[before].is_space:
        before -= 1
    if before > 0 and doc[before].is_quote:
        before -= 1
    if before >= 0 and doc[before].text[-1] not in _FULL_STOPS and not doc[before].is_space:
        return False
    return one.end - one.start > _FEW
