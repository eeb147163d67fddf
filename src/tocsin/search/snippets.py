"""The passage of a found text in which most of what was asked for stands, its hits marked."""

from __future__ import annotations

import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from tocsin.search import analysis
from tocsin.search.query import Kind, Query, Term

LENGTH = 220
"""Code points of a passage, about."""
DEPTH = 60_000
"""Code points of a text that are looked through."""
MOST = 20_000
"""Pieces without a hit that are known again by one who looks."""
_ENDS = ".,;:!?…)]»”’\"'"
_VOWELS = frozenset("aeiouyаеєиіїоуюяыэё")

Wanted = tuple[tuple[Term, ...], ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text; *hit* tells that it was searched for."""

    text: str
    hit: bool = False


class Looking:
    """Tells the words of a text in *language* that a query asks for with *wanted*."""

    def __init__(self, wanted: Wanted, language: str) -> None:
        self.language = language
        terms = [term for alternatives in wanted for term in alternatives]
        begun = [term.text for term in terms if term.kind == Kind.PREFIX]
        begun += [token.text for term in terms for token in _words(term) if analysis.lone(token.text)]
        self.prefixes = tuple(map(analysis.folded, begun))
        words = [token.text for term in terms if term.kind != Kind.PREFIX for token in _words(term)]
        loose = [token.text for term in terms if term.kind == Kind.WORD for token in _words(term)]
        self.exact = {analysis.folded(word) for word in words}
        self.stems = {analysis.stem(word, language) for word in loose}
        self.sounds = {key for word in loose if (key := analysis.key_of_sound(word))}
        self.anywhere = bool(self.stems) and analysis.cuts_beginnings(language)
        self.starts = {_start(one) for one in self.stems}
        self.initials = {one[:1] for one in (*self.exact, *self.stems, *self.prefixes)}
        self.heard = {one[:1] for one in self.sounds}
        self.first: dict[str, bool] = {}
        self.within: set[str] = set()
        self.without: set[str] = set()

    def hit(self, word: str) -> bool:
        """Tell whether *word* is one of those asked for, in whatever form.

        A form that begins otherwise than its stem (vowels aside) is not known: stems cost most, so few are asked for.
        """
        folded = analysis.folded(word)
        return (
            folded in self.exact
            or (bool(self.prefixes) and folded.startswith(self.prefixes))
            or ((self.anywhere or _start(folded) in self.starts) and analysis.stem(word, self.language) in self.stems)
            or (bool(self.sounds) and analysis.sound(word) in self.sounds)
        )

    def hits(self, chunks: list[str]) -> list[analysis.Token]:
        """Return the words that are asked for in a text given as what stands between its spaces, one each.

        Most pieces begin with a letter with which nothing begins that is asked for; they are not taken apart.
        """
        if len(self.without) > MOST:
            self.without.clear()
        self._look_at(set(chunks) - self.without - self.within)
        places = [place for place, chunk in enumerate(chunks) if chunk in self.within]
        if not places:
            return []
        ends, found = list(accumulate(map(len, chunks))), []
        for place in places:
            at = ends[place] - len(chunks[place]) + place
            here = (token for token in analysis.tokens(chunks[place]) if self.hit(token.text))
            found += [analysis.Token(token.text, at + token.start, at + token.end) for token in here]
        return found

    def _look_at(self, chunks: set[str]) -> None:
        """Tell apart which of *chunks*, new ones, have a hit in them."""
        likely = [chunk for chunk in chunks if self._may_hit(chunk)]
        hit = {chunk for chunk in likely if any(self.hit(token.text) for token in analysis.tokens(chunk))}
        self.within |= hit
        self.without |= chunks - hit

    def _may_hit(self, chunk: str) -> bool:
        letter = chunk[:1]
        known = self.first.get(letter)
        if known is None:
            known = self.first[letter] = self._may_begin(letter)
        return known or not (chunk.isalpha() or chunk.rstrip(_ENDS).isalpha())

    def _may_begin(self, letter: str) -> bool:
        """Tell whether a word that begins with *letter* may be asked for."""
        if self.anywhere or not letter.isalnum() or analysis.unspaced(letter):
            return True
        heard = letter.isupper() and not self.heard.isdisjoint(analysis.beginnings_of_sound(letter))
        return heard or analysis.folded(letter)[:1] in self.initials


def _start(word: str) -> str:
    """Return what the forms of a word begin with: a letter and, where it is no vowel, the next."""
    return word[:1] + ("" if word[1:2] in _VOWELS else word[1:2])


@lru_cache(maxsize=8)
def _looking(wanted: Wanted, language: str) -> Looking:
    """Return what looks for *wanted*, the same for all hits of a page."""
    return Looking(wanted, language)


def _words(term: Term) -> Iterator[analysis.Token]:
    yield from analysis.asked(term.text)
    yield from analysis.asked(term.other)


def marked(text: str, query: Query, language: str) -> list[Piece]:
    """Return the whole of *text* as pieces, hits apart."""
    hits = _looking(query.wanted, language).hits(text.split(" "))
    return _pieces(text, [(token.start, token.end) for token in hits], 0, len(text))


def passage(text: str, query: Query, language: str) -> list[Piece]:
    """Return the passage of *text* that holds most of the words asked for; its beginning where none is in it."""
    chunks = text[:DEPTH].split()
    text = " ".join(chunks)
    hits = _looking(query.wanted, language).hits(chunks)
    start = _best(hits)
    start, end = _whole_words(text, start, start + LENGTH)
    return _pieces(text, [(token.start, token.end) for token in hits], start, end)


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
