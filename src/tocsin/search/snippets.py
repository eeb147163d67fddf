"""The passage of a found text in which most of what was asked for stands, its hits marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from tocsin.search import analysis
from tocsin.search.query import Kind, Query, Term

LENGTH = 220
"""Code points of a passage, about."""
DEPTH = 60_000
"""Code points of a text that are looked through."""
MOST = 20_000
"""Pieces of texts that are known again by one who looks."""
_ENDS = ".,;:!?…)]»”\"'"
_ONE_WORD = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏЀ-ҁҊ-ӿ]+")
"""Letters of scripts with spaces, which make one word."""
_VOWELS = frozenset("aeiouyаеєиіїоуюяыэё")
_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzабвгдежзийклмнопрстуфхцчшщъыьэюяєії")
"""Letters that fold to themselves wherever they stand."""
_TAKEN_APART = {"й": "йи", "ї": "їі"}

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
        self.seconds = set().union(*map(_seconds, (*self.exact, *self.stems, *self.prefixes)))
        self.asked_for = len(self.exact) + len(self.prefixes)
        self.letters: dict[str, tuple[str, str, str]] = {}
        self.unknown = re.compile(r".", re.DOTALL)
        self.beginnings = self.unknown
        self.known: dict[str, tuple[analysis.Token, ...]] = {}

    def hit(self, word: str) -> bool:
        """Tell whether *word* is one of those asked for, in whatever form.

        A form that begins otherwise than its stem (vowels aside) is not known: stems cost most, so few are asked for.
        """
        folded = analysis.folded(word)
        if folded in self.exact or (self.prefixes and folded.startswith(self.prefixes)):
            return True
        if (self.anywhere or _start(folded) in self.starts) and analysis.stem(word, self.language) in self.stems:
            return True
        return bool(self.sounds) and word[:1].isupper() and analysis.key_of_sound(word) in self.sounds

    def hits(self, text: str) -> Iterator[analysis.Token]:
        """Yield the words of *text* that are asked for.

        Most words begin with a letter with which nothing begins that is asked for; they are not taken apart.
        """
        known = self.known
        for begun in self._beginnings(text).finditer(text):
            start, end = begun.span()
            start = text.rfind(" ", 0, start) + 1
            piece = text[start:end]
            if (within := known.get(piece)) is None:
                within = self._within(piece)
            for token in within:
                yield analysis.Token(token.text, start + token.start, start + token.end)

    def _beginnings(self, text: str) -> re.Pattern[str]:
        """Return what finds the ends of the pieces of *text*, from the first word in each that may be asked for."""
        if self.unknown.search(text):
            self.letters |= {letter: self._looked_at(letter) for letter in set(text) - self.letters.keys()}
            firsts, heard, never_second = map("".join, zip(*self.letters.values(), strict=True))
            self.beginnings = _from_letters(firsts, heard, never_second)
            self.unknown = re.compile(rf"[^{re.escape(''.join(self.letters))}]")
        return self.beginnings

    def _looked_at(self, letter: str) -> tuple[str, str, str]:
        """Return *letter* up to three times, else nothing: where a word that is asked for may begin with it; where it
        may whatever follows; and where it cannot be the second of one.
        """
        folded = analysis.folded(letter)
        heard = letter.isupper() and not self.heard.isdisjoint(analysis.beginnings_of_sound(letter))
        always = letter.isalnum() and (self.anywhere or analysis.unspaced(letter) or heard)
        begins = letter.isalnum() and folded[:1] in self.initials
        never_second = not self.anywhere and folded in _PLAIN and folded not in self.seconds
        return letter * begins, letter * always, letter * never_second

    def _within(self, piece: str) -> tuple[analysis.Token, ...]:
        """Return the words asked for in *piece*, which has no white space in it."""
        if len(self.known) >= MOST:
            self.known.clear()
        if _ONE_WORD.fullmatch(word := piece.rstrip(_ENDS)):
            words = [analysis.Token(word, 0, len(word))]
        else:
            words = list(analysis.tokens(piece))
        found = self.known[piece] = tuple(one for one in words if self.hit(one.text))
        return found


def _seconds(word: str) -> Iterable[str]:
    """Return the letters that may be the second of what is asked for with *word*: a stem may end before it."""
    second = word[1:2]
    if not second:
        return _PLAIN
    return _VOWELS if second in _VOWELS else _TAKEN_APART.get(second, second)


def _start(word: str) -> str:
    """Return what the forms of a word begin with: a letter and, where it is no vowel, the next."""
    return word[:1] + ("" if word[1:2] in _VOWELS else word[1:2])


@lru_cache(maxsize=8)
def _looking(wanted: Wanted, language: str) -> Looking:
    """Return what looks for *wanted*, the same for all hits of a page."""
    return Looking(wanted, language)


def _from_letters(firsts: str, heard: str, never_second: str) -> re.Pattern[str]:
    """Return what finds a word that begins as one asked for may, and what follows it up to a space."""
    begun = [f"[{re.escape(heard)}]"] if heard else []
    if firsts:
        begun.append(f"[{re.escape(firsts)}]" + (f"(?![{re.escape(never_second)}])" if never_second else ""))
    return re.compile(rf"(?:{'|'.join(begun)})(?<![^\W_].)\S*" if begun else r"(?!)")


def _words(term: Term) -> Iterator[analysis.Token]:
    yield from analysis.asked(term.text)
    yield from analysis.asked(term.other)


def marked(text: str, query: Query, language: str) -> list[Piece]:
    """Return the whole of *text* as pieces, hits apart."""
    hits = _looking(query.wanted, language).hits(text)
    return _pieces(text, [(token.start, token.end) for token in hits], 0, len(text))


def passage(text: str, query: Query, language: str) -> list[Piece]:
    """Return the passage of *text*, with a space between its words, that holds most of the words asked for; its
    beginning where none is in it.
    """
    text = text[:DEPTH]
    looking = _looking(query.wanted, language)
    hits, start = _best(looking.hits(text), looking.asked_for)
    start, end = _whole_words(text, start, start + LENGTH)
    return _pieces(text, [(token.start, token.end) for token in hits], start, end)


def _best(found: Iterator[analysis.Token], asked_for: int) -> tuple[list[analysis.Token], int]:
    """Return hits of *found* up to the end of the passage with most different ones, and where it begins: a little
    before the first of them. A passage with *asked_for* of them is the best there can be.
    """
    hits, best, start, first = list[analysis.Token](), 0, 0, 0
    for token in found:
        hits.append(token)
        if best >= asked_for and token.start > start + 2 * LENGTH:
            break
        while token.start >= hits[first].start + LENGTH * 3 // 4:
            first += 1
        different = len({analysis.folded(one.text) for one in hits[first:]})
        if different > best and best < asked_for:
            best, start = different, max(0, hits[first].start - LENGTH // 5)
    return hits, start


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
