"""Whether a name names a place where it stands, and not a person, an organisation or an ordinary word."""

from __future__ import annotations

import math
from typing import NamedTuple

from tocsin.claims.extraction.document import Document
from tocsin.claims.extraction.places.compile import TRANSLITERATED
from tocsin.claims.extraction.places.inflection import cyrillic
from tocsin.claims.extraction.places.morphology import describes, kinds
from tocsin.claims.extraction.places.resolution import Resolved
from tocsin.claims.extraction.places.shares import SMALL, Shares
from tocsin.claims.extraction.places.spans import Reading, Span
from tocsin.claims.extraction.places.vocabulary import vocabulary
from tocsin.claims.extraction.places.water import water

ENOUGH = 1.0
_FITS, _MISFITS = 2.0, -3.0
_UNKNOWN = 2.5
"""What more it takes to read a name that no place is known by: the parser and the words around must agree."""
_MEDIAN = 4.0
"""Ten thousand people, as a logarithm: larger towns are likelier to be meant, smaller ones less."""
_INDENT = 4
_SURE, _SAME = 2.5, 1.0
_NEVER, _OTHERWISE = -1.5, 2.0
"""A name that is clearly a person's or an organisation's once is not likely a place's elsewhere in the text."""
_HOME, _ABROAD, _CLOSE = 1.5, -0.7, 0.3
_ALONE = 1.5
_WATER = -1.0
_LARGE = 150_000
_ENTITY = {"GPE": 2.0, "LOC": 2.0, "FAC": 0.5, "PERSON": -1.2, "ORG": -0.8, "NORP": -2.0}
_KINDS = {"function": -3.0, "person": -2.0, "common": -1.5, "adjective": -0.5, "place": 1.0}


def strength(document: Document, reading: Reading, one: Resolved, shares: Shares) -> float:
    """Return how strongly the text says that *one* is a place."""
    span = one.span
    if span.role in {"adm1", "adm2"} and (one.area is not None or one.town is not None):
        return 3.0 + min(0, one.fits) * 3 - (0.0 if one.span.areas or not _a_body(reading, span) else 3.0)
    if one.area is not None and one.area.precision != "adm1":
        return 2.0 if reading.cased or " " in span.key else 1.0
    if water(reading, span):
        return _WATER
    parsed = _parsed(document, span)
    around = _before(reading, span) + (_FITS if one.fits > 0 else _MISFITS * -one.fits)
    if one.town is None and one.area is None:
        return parsed + around - _UNKNOWN
    if reading.alone(span.start, span.end):
        parsed, around = max(parsed, 0.0), around + _ALONE
    around += _after(reading, span, one) + _word(reading, span)
    score = _size(one) + _at_home(one, shares) + around + parsed
    if span.key in reading.lists.ordinary:
        score -= 2.0
    elif _a_word(document, reading, one):
        score -= 1.5
    return score if reading.cased else score - _uncased(reading, one)


def _at_home(one: Resolved, shares: Shares) -> float:
    """Return what it says for a place that the text speaks of its country, or of another."""
    share = shares.of(one.country, one.span.key)
    small = one.town is not None and one.town.population < _LARGE
    score = (_ABROAD * (2 if small else 1)) if shares.foreign(one.country, one.span.key) else _HOME * share
    doubtful = one.town is not None and one.town.kind == TRANSLITERATED and share < _CLOSE and one.fits <= 0
    return score - 2.0 if doubtful else score


def _a_word(document: Document, reading: Reading, one: Resolved) -> bool:
    """Tell whether the name is an English word and no large town's; at hand only where the parser is."""
    span = one.span
    if span.first != span.last:
        return False
    if one.town and one.town.population >= _LARGE and one.town.kind != TRANSLITERATED:
        return False
    if reading.cased and not _opens_sentence(reading, span.first):
        return False
    token = document.once("places.tokens", _tokens).get(span.start)
    return token is not None and token.lemma in vocabulary()


def _uncased(reading: Reading, one: Resolved) -> float:
    """Return what a name needs more in a text without capitals: small towns need words that say so."""
    told = one.fits > 0 or _before(reading, one.span) > 1.0 or reading.alone(one.span.start, one.span.end)
    return 0.5 if told or one.town is None or one.town.population >= _LARGE else 2.0


def agreed(keys: list[str], strengths: list[float]) -> list[float]:
    """Return the strengths, those in doubt moved to what the same name is elsewhere in the text."""
    highest: dict[str, float] = {}
    lowest: dict[str, float] = {}
    for key, said in zip(keys, strengths, strict=True):
        highest[key] = max(said, highest.get(key, said))
        lowest[key] = min(said, lowest.get(key, said))
    return [
        said - _OTHERWISE if lowest[key] <= _NEVER else said + (_SAME if highest[key] >= _SURE else 0.0)
        for key, said in zip(keys, strengths, strict=True)
    ]


def _a_body(reading: Reading, span: Span) -> bool:
    """Tell whether the name is an office's, not a province's: ``Justice Department``."""
    return reading.key(span.first) in reading.lists.ordinary


def _size(one: Resolved) -> float:
    if one.town is None:
        return 1.0 if one.area is not None else -5.0
    return (math.log10(one.town.population + SMALL) - _MEDIAN) * 0.8


def _word(reading: Reading, span: Span) -> float:
    """Return what the dictionary says of a Ukrainian or Russian word by itself."""
    word = reading.words[span.first]
    if span.first != span.last or not cyrillic(word.key):
        return 0.0
    small = reading.text[word.start : word.end].lower()
    found = kinds(small, reading.language)
    if "adjective" in found and reading.joined(span.last):
        following = reading.words[span.last + 1]
        if describes(small, reading.text[following.start : following.end].lower(), reading.language):
            return -4.0
    return sum(_KINDS[kind] for kind in found)


def _before(reading: Reading, span: Span) -> float:
    """Return what the words before the name say."""
    at = span.first - 1
    if at < 0 or reading.key(at) in reading.lists.streets:
        return 0.0 if at < 0 else -4.0
    if not reading.joined(at):
        return 0.5 if reading.gap(at).strip() == "," else 0.0
    lists = reading.lists
    while at > 0 and _in_passing(reading, at) and reading.joined(at - 1):
        at -= 1
    key = reading.key(at)
    if key in lists.titles:
        return -3.0
    if key in lists.inside or key in lists.kind_before:
        return 2.0
    if key in lists.of:
        return 2.0 if reading.key(at - 1) in lists.kind_before else 0.3
    return -2.0 if _a_name(reading, at) else 0.0


def _in_passing(reading: Reading, at: int) -> bool:
    return reading.key(at) in {"the", "la", "el"} or reading.key(at) in reading.lists.directions


def _a_name(reading: Reading, at: int) -> bool:
    """Tell whether the word *at* looks like part of a name, as a first name does, and not like a sentence's start."""
    word = reading.words[at]
    if not (reading.cased and word.capital) or word.key in reading.lists.ordinary:
        return False
    return not _opens_sentence(reading, at)


def _opens_sentence(reading: Reading, at: int) -> bool:
    start = reading.words[at].start
    if reading.recased and "\n" in reading.text[max(0, start - _INDENT) : start]:
        return True
    before = reading.text[max(0, start - 3) : start].strip()
    return at == 0 or not before or before[-1] in '.!?:;"“”«—–'


def _after(reading: Reading, span: Span, one: Resolved) -> float:
    """Return what the words after the name say."""
    if not reading.joined(span.last):
        return 0.0
    word = reading.words[span.last + 1]
    lists = reading.lists
    if word.key in lists.says:
        return -2.0
    if word.key in lists.settlement or word.key in lists.hubs:
        return 1.0
    if word.key in lists.landmarks:
        return 0.0 if one.fits > 0 else -2.0
    if reading.gap(span.last) == "-":
        return 0.0
    return -2.0 if reading.cased and word.capital and word.cased else 0.0


def _parsed(document: Document, span: Span) -> float:
    """Return what the parser says: the kind of entity, and whether it is a name at all."""
    token = document.once("places.tokens", _tokens).get(span.start)
    if token is None:
        return 0.5
    score = _ENTITY.get(token.entity, -1.0 if token.entity else 0.0)
    return score if token.name else score - 1.0


class Token(NamedTuple):
    """What the parser says of a word."""

    entity: str
    name: bool
    lemma: str


def _tokens(document: Document) -> dict[int, Token]:
    """Return the parser's words by where they start; none where there is no parse."""
    if document.parsed is None:
        return {}
    return {
        piece.offset + token.idx: Token(token.ent_type_, token.pos_ == "PROPN", token.lemma_.lower())
        for piece in document.parsed.pieces
        for token in piece.doc
    }
