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
_VOWELS = frozenset("aeiouyаеєиіїоуюяыэёь")
_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzабвгдежзийклмнопрстуфхцчшщъыьэюяєії")
"""Letters that fold to themselves wherever they stand."""
_ELISION = re.compile(rf".*[{analysis.APOSTROPHES}]")
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
        self.starts = {start for one in self.stems for start in _starts(one)}
        self.initials = {one[:1] for one in (*self.exact, *self.stems, *self.prefixes)}
        self.heard = {one[:1] for one in self.sounds}
        self.seconds = set().union(*map(_seconds, (*self.exact, *self.stems, *self.prefixes)))
        self.asked_for = len({analysis.stem(word, language) for word in words}) + len(self.prefixes)
        self.letters: dict[str, tuple[str, str, str, str]] = {}
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
        if self._may_be_a_form(word, folded) and analysis.stem(word, self.language) in self.stems:
            return True
        return bool(self.sounds) and word[:1].isupper() and analysis.key_of_sound(word) in self.sounds

    def _may_be_a_form(self, word: str, folded: str) -> bool:
        if self.anywhere or not self.starts.isdisjoint(_starts(folded)):
            return True
        bare = _ELISION.sub("", word)  # l'homme
        return bare != word and not self.starts.isdisjoint(_starts(analysis.folded(bare)))

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
            self.beginnings = _from_letters(*map("".join, zip(*self.letters.values(), strict=True)))
            self.unknown = re.compile(rf"[^{re.escape(''.join(self.letters))}]")
        return self.beginnings

    def _looked_at(self, letter: str) -> tuple[str, str, str, str]:
        """Return for each choice of ``_from_letters`` *letter* if it is among it, else nothing."""
        folded = analysis.folded(letter)
        heard = letter.isupper() and not self.heard.isdisjoint(analysis.beginnings_of_sound(letter))
        always = letter.isalnum() and (self.anywhere or heard)
        begins = letter.isalnum() and folded[:1] in self.initials
        within = analysis.unspaced(letter) and (self.anywhere or begins)
        never_second = not self.anywhere and folded in _PLAIN and folded not in self.seconds
        return letter * begins, letter * always, letter * within, letter * never_second

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


def _starts(word: str) -> tuple[str, ...]:
    """Return with what the forms of *word* begin, two of which share one: its first two letters, but of vowels between
    consonants, which come and go and change (день, дня), nothing.
    """
    if word[1:2] not in _VOWELS:
        return (word[:2],)
    return word[:1], word[:1] + word[2:3]


def _seconds(word: str) -> Iterable[str]:
    """Return the letters that may be the second of what is asked for with *word*: a stem may end before it."""
    if len(word) < 2:  # noqa: PLR2004
        return _PLAIN
    near = {word[1], *word[2:3], *_VOWELS}
    return near | {apart for letter in near for apart in _TAKEN_APART.get(letter, "")}


@lru_cache(maxsize=8)
def _looking(wanted: Wanted, language: str) -> Looking:
    """Return what looks for *wanted*, the same for all hits of a page."""
    return Looking(wanted, language)


def _from_letters(firsts: str, always: str, within: str, never_second: str) -> re.Pattern[str]:
    """Return what finds a word that begins as one asked for may, and what follows it up to a space.

    That is one with a letter of *firsts* and none of *never_second* behind it, or with one of *always*; a letter of
    *within* begins one wherever it stands.
    """
    begun = [f"[{re.escape(always)}]"] if always else []
    if firsts:
        begun.append(f"[{re.escape(firsts)}]" + (f"(?![{re.escape(never_second)}])" if never_second else ""))
    found = [f"[{re.escape(within)}]"] if within else []
    if begun:
        found.append(rf"(?:{'|'.join(begun)})(?<![^\W_].)")
    return re.compile(rf"(?:{'|'.join(found)})\S*" if found else r"(?!)")


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
    hits, start = _best(looking, text)
    start, end = _whole_words(text, start, start + LENGTH)
    return _pieces(text, [(token.start, token.end) for token in hits], start, end)


def _best(looking: Looking, text: str) -> tuple[list[analysis.Token], int]:
    """Return the hits in *text* up to the end of the passage that has most of the words asked for, and where it begins:
    a little before the first of them. One that has them all is the best there can be.
    """
    hits, words = list[analysis.Token](), list[str]()
    best = start = first = 0
    for token in looking.hits(text):
        hits.append(token)
        words.append(analysis.stem(token.text, looking.language))
        if best >= looking.asked_for and token.start > start + 2 * LENGTH:
            break
        while token.start >= hits[first].start + LENGTH * 3 // 4:
            first += 1
        different = len(set(words[first:]))
        if different > best:
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
