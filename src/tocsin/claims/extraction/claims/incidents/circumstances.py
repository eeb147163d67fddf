"""What surrounds an act: when, where, who is accused, who says so, and how firmly."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from typing import Any

from tocsin.claims.extraction.claims.incidents import countries, words
from tocsin.claims.extraction.claims.incidents.acts import Act
from tocsin.claims.extraction.claims.layers import layers
from tocsin.claims.extraction.claims.trimming import LONGEST_DATELINE, after_dateline
from tocsin.claims.extraction.document import Document
from tocsin.claims.extraction.parser import Piece
from tocsin.claims.extraction.results import Attribution, Mention, Place, Stretch, Time

_DATELINE = re.compile(r"\s*+(?:\[[^\]\n]{0,60}\]\s*+)*+([^\W\d]{2,}+)[^\n]{0,200}?\d[^\n]{0,120}? (?:--|–|—) ")
_LINE = 2.5
_WORD = re.compile(r"[A-Z][a-z]{3,}")
_DATES = frozenset(("date", "time", "range"))
_FIRST, _LAST = 1900, 2100
_WIDE = 8
_LONGEST = 3000
_FAR = 400
"""Code points; a date or place farther from the act than this is not its own."""


@dataclass(frozen=True)
class Circumstances:
    date: Time | None
    place: Place | None
    accused: Mention | None
    speaker: Mention | None
    cue: Mention | None
    stance: str | None
    publisher_stance: str
    modality: str


def circumstances(document: Document, act: Act) -> Circumstances:
    said = covering(document, act.place)
    accused, doubted = _accused(document, act)
    stance = said.publisher_stance if said else "endorse"
    return Circumstances(
        date=when(document, act),
        place=where(document, act),
        accused=accused,
        speaker=mention(document, said.source) if said else None,
        cue=mention(document, said.cue) if said else None,
        stance=said.stance if said else None,
        publisher_stance="hedge" if doubted and stance in ("endorse", "relay") else stance,
        modality="hypothetical" if act.unreal else "actual",
    )


def sentence(act: Act) -> Stretch:
    sent = act.head.sent
    return act.piece.offset + sent.start_char, act.piece.offset + sent.end_char


def when(document: Document, act: Act) -> Time | None:
    """Return the date nearest to the act in its sentence, one that belongs to its words before one that does not."""
    near = [one for one in layers(document).times.within(sentence(act)) if one.kind in _DATES and one.value]
    near = [one for one in near if abs(one.start - act.place) < _FAR and one.start >= dateline(document)]
    near = [one for one in near if not _hour(document, one)]
    ranked = [(_owner(act, one), abs(one.start - act.place), index) for index, one in enumerate(near)]
    best = min(ranked, default=None)
    return near[best[2]] if best is not None and best[0] < _SAID else None


def belongs(act: Act, time: Time) -> bool:
    """Tell whether a date can be that of the act, and is not that of someone's saying so."""
    return _owner(act, time) < _SAID


_OWN, _OTHER, _SAID = 0, 1, 2


def _owner(act: Act, time: Time) -> int:
    """Tell whether a date hangs on the act, on another word, or on a verb of saying."""
    doc, offset = act.head.doc, act.piece.offset
    span = doc.char_span(time.start - offset, time.end - offset, alignment_mode="expand")
    if span is None:
        return _OTHER
    token, heads = span.root, {act.head.i, act.head.head.i if act.head.pos_ != "VERB" else act.head.i}
    for _ in range(8):
        if token.i in heads:
            return _OWN
        if token.pos_ in ("VERB", "AUX"):
            return _SAID if token.lemma_.lower() in words.SAY and token.i != act.head.i else _OTHER
        if token.head is token:
            break
        token = token.head
    return _OTHER


def _hour(document: Document, time: Time) -> bool:
    """Tell whether four digits read as a year are an hour: "at 1830", "1710 to 2250"."""
    before = document.readable[max(0, time.start - 3) : time.start].lower()
    return time.text.isdigit() and (before == "at " or not _FIRST <= int(time.text[:6]) <= _LAST)


def where(document: Document, act: Act) -> Place | None:
    """Return the place of the act in its sentence: one after "in" or "at", the narrowest, then the nearest."""
    near = [
        one
        for one in layers(document).places.within(sentence(act))
        if abs(one.start - act.place) < _FAR
        and one.start >= dateline(document)
        and named(document, one)
        and _situates(document, act, one)
    ]
    return min(near, key=lambda one: (narrowness(one), abs(one.start - act.place)), default=None)


def narrowness(place: Place) -> int:
    """Rank places, the narrowest first."""
    return _NARROW.get(place.precision, len(_NARROW))


_NARROW = {"exact": 0, "vicinity": 0, "settlement": 0, "adm2": 1, "unresolved": 1, "adm1": 2, "region": 3, "country": 5}


def dateline(document: Document) -> int:
    """Return where the text begins after a dateline ("LIMA, 3 May (EFE) -- "): its place is that of the report."""
    return document.once("dateline", _after_dateline)


def _after_dateline(document: Document) -> int:
    match = _DATELINE.match(document.text)
    plain = after_dateline(document.text[:LONGEST_DATELINE])
    return max(plain, match.end()) if match and match[1].isupper() else plain


def named(document: Document, place: Place) -> bool:
    """Tell whether a place is written as a name is: in a text in capitals too, by its ordinary case."""
    said = document.readable[place.start : place.end]
    return said.removeprefix("the ").removeprefix("The ")[:1].isupper() or not said.islower()


def setting(document: Document) -> Place | None:
    """Return the country the text is about, by the places it names: the first of them, as precise as a country."""
    return document.once("setting", _setting)


def _setting(document: Document) -> Place | None:
    """Count countries, cities and adjectives ("Chilean"); a dateline counts as two."""
    weights: dict[str, float] = {}
    first: dict[str, Place] = {}
    head = dateline(document)
    for one in [*layers(document).places.found, *_adjectives(document)]:
        if one.country and named(document, one):
            weight = _LINE if one.start < head else 2 if one.precision == "country" and one.geonameid else 1
            weights[one.country] = weights.get(one.country, 0) + weight
            known = first.setdefault(one.country, one)
            if (known.precision != "country" or not known.geonameid) and one.precision == "country" and one.geonameid:
                first[one.country] = one
    if not weights:
        return None
    place = first[max(weights, key=lambda code: weights[code])]
    return (
        place
        if place.precision == "country"
        else replace(place, geonameid=None, lat=None, lon=None, precision="country")
    )


def _adjectives(document: Document) -> list[Place]:
    found = []
    for match in _WORD.finditer(document.readable):
        country = countries.DEMONYMS.get(match.group().lower().removesuffix("s"))
        if country:
            text = document.text[match.start() : match.end()]
            found.append(Place(match.start(), match.end(), text, precision="country", country=country))
    return found


def _situates(document: Document, act: Act, place: Place) -> bool:
    """Tell whether the place stands after a preposition of place, not in a name or a title."""
    span = act.head.doc.char_span(place.start - act.piece.offset, place.end - act.piece.offset, alignment_mode="expand")
    if span is None:
        return False
    root = span.root
    for _ in range(4):
        if root.dep_ == "pobj":
            return root.head.lower_ in (
                "in",
                "at",
                "near",
                "on",
                "from",
                "outside",
                "inside",
                "around",
                "between",
                "to",
            )
        if root.dep_ not in ("compound", "appos", "conj", "poss", "nmod"):
            return False
        root = root.head
    return False


def _accused(document: Document, act: Act) -> tuple[Mention | None, bool]:
    """Return whom the words of the act name as having done it, and whether they doubt it."""
    agents = [one for one in act.agents if act.piece.offset + one.idx >= dateline(document)]
    if not agents:
        return None, False
    token = max(agents, key=lambda one: (_body(one), -abs(one.i - act.head.i)))
    accused, left, right = party(document, act.piece, token)
    near = {word.lower_ for word in token.doc[max(0, left - 2) : right + 1]} | {c.lower_ for c in act.head.children}
    return accused, bool(near & words.DOUBT)


def party(document: Document, piece: Piece, token: Any) -> tuple[Mention, int, int]:
    """Return the words for someone who acts, and their first and last token."""
    left, right = token.i, token.i
    for child in token.children:
        if child.dep_ in ("compound", "amod", "nmod", "poss", "det", "nummod") and child.left_edge.i >= left - _WIDE:
            left = min(left, child.left_edge.i)
        if child.dep_ == "prep" and child.lower_ in ("of", "from") and child.i > token.i and not _deed(child):
            right = max(right, min(child.right_edge.i, token.i + _WIDE))
        if child.dep_ == "appos" and child.text.isupper():
            right = max(right, child.i)
    last = token.doc[right]
    start, end = piece.offset + token.doc[left].idx, piece.offset + last.idx + len(last.text)
    return Mention(document.text[start:end], start, end), left, right


def _deed(preposition: Any) -> bool:
    """Tell whether what follows "of" is what one is accused of."""
    return any(below.lemma_.lower() in words.NOUNS for below in preposition.children)


def _body(token: Any) -> int:
    """Rank an agent: a named organisation first, then an institution, then anyone."""
    around = [token, *(child for child in token.children if child.dep_ in ("compound", "nmod", "appos"))]
    if any(one.ent_type_ == "ORG" or (one.text.isupper() and len(one.text) > 1) for one in around):
        return 2
    return int(any(one.lemma_.lower() in words.INSTITUTIONS for one in around))


def covering(document: Document, place: int) -> Attribution | None:
    """Return the innermost attribution whose content holds *place*."""
    contents, starts = document.once("contents", _contents)
    near = contents[bisect_left(starts, place - _LONGEST) : bisect_right(starts, place)]
    holding = [(end - start, index) for index, (start, end, _one) in enumerate(near) if place < end]
    return near[min(holding)[1]][2] if holding else None


def _contents(document: Document) -> tuple[list[tuple[int, int, Attribution]], list[int]]:
    found = [(start, end, one) for one in layers(document).attributions for start, end in one.content]
    found.sort(key=lambda row: row[:2])
    return found, [start for start, _end, _one in found]


def mention(document: Document, stretches: tuple[Stretch, ...]) -> Mention | None:
    if not stretches:
        return None
    start, end = stretches[0]
    return Mention(document.text[start:end], start, end)
