"""The passage of a found text in which most of what was asked for stands, its hits marked."""

from __future__ import annotations

import bisect
from collections.abc import Iterator
from dataclasses import dataclass

from tocsin.search import analysis
from tocsin.search.query import Kind, Query, Term

LENGTH = 220
"""Code points of a passage, about."""
DEPTH = 60_000
"""Code points of a text that are looked through."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text; *hit* tells that it was searched for."""

    text: str
    hit: bool = False


class Looking:
    """Tells the words of a text in *language* that *query* asks for."""

    def __init__(self, query: Query, language: str) -> None:
        self.language = language
        terms = [term for alternatives in query.wanted for term in alternatives]
        self.prefixes = tuple(analysis.folded(term.text) for term in terms if term.kind == Kind.PREFIX)
        words = [token.text for term in terms if term.kind != Kind.PREFIX for token in _words(term)]
        loose = [token.text for term in terms if term.kind == Kind.WORD for token in _words(term)]
        self.exact = {analysis.folded(word) for word in words}
        self.stems = {analysis.stem(word, language) for word in loose}
        self.sounds = {key for word in loose if (key := analysis.key_of_sound(word))}

    def hit(self, word: str) -> bool:
        """Tell whether *word* is one of those asked for, in whatever form."""
        folded = analysis.folded(word)
        return (
            folded in self.exact
            or (bool(self.prefixes) and folded.startswith(self.prefixes))
            or analysis.stem(word, self.language) in self.stems
            or analysis.sound(word) in self.sounds
        )


def _words(term: Term) -> Iterator[analysis.Token]:
    yield from analysis.tokens(term.text)
    yield from analysis.tokens(term.other)


def marked(text: str, query: Query, language: str) -> list[Piece]:
    """Return the whole of *text* as pieces, hits apart."""
    return _pieces(text, [(token.start, token.end) for token in _hits(text, query, language)], 0, len(text))


def passage(text: str, query: Query, language: str) -> list[Piece]:
    """Return the passage of *text* that holds most of the words asked for; its beginning where none is in it."""
    text = " ".join(text[:DEPTH].split())
    hits = _hits(text, query, language)
    start = _best(hits)
    start, end = _whole_words(text, start, start + LENGTH)
    return _pieces(text, [(token.start, token.end) for token in hits], start, end)


def _hits(text: str, query: Query, language: str) -> list[analysis.Token]:
    looking = Looking(query, language)
    return [token for token in analysis.tokens(text) if looking.hit(token.text)]


def _best(hits: list[analysis.Token]) -> int:
    """Return where the passage with most different hits begins, a little before the first of them."""
    places = [hit.start for hit in hits]
    best, start = 0, 0
    for number, hit in enumerate(hits):
        last = bisect.bisect_left(places, hit.start + LENGTH * 3 // 4)
        different = len({analysis.folded(one.text) for one in hits[number:last]})
        if different > best:
            best, start = different, max(0, hit.start - LENGTH // 5)
    return start


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    if start > 0:
        space = text.find(" ", start, start + LENGTH // 5)
        start = space + 1 if space >= 0 else start
    if end < len(text):
        space = text.rfind(" ", end - LENGTH // 5, end)
        end = space if space > start else end
    return start, min(end, len(text))


def _pieces(text: str, hits: list[tuple[int, int]], start: int, end: int) -> list[Piece]:
    pieces: list[Piece] = []
    place = start
    for first, last in hits:
        first, last = max(first, place), min(last, end)  # noqa: PLW2901 - neighbours of two characters overlap
        if first >= last:
            continue
        if first > place:
            pieces.append(Piece(text[place:first]))
        pieces.append(Piece(text[first:last], hit=True))
        place = last
    if place < end:
        pieces.append(Piece(text[place:end]))
    if pieces and start > 0:
        pieces.insert(0, Piece("… "))
    if pieces and end < len(text):
        pieces.append(Piece(" …"))
    return pieces
