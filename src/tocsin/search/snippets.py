"""The passage of a found text in which most of what was asked for stands, its hits marked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tocsin.lib import word_forms
from tocsin.search import analysis
from tocsin.search.alphabet import Alphabet
from tocsin.search.query import Kind, Query, Term

LENGTH = 220
"""Code points of a passage, about."""
DEPTH = 60_000
"""Code points of a text that are looked through."""
MOST = 20_000
"""Pieces of texts that are known again by one who looks."""
SURE = 4
"""Letters at the beginning of a word that are looked for at once."""
_SHORT = 4
"""Letters of a stem before whose end any may be otherwise in a form."""
_ENDS = ".,;:!?…)]»”\"'"
_ONE_WORD = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏЀ-ҁҊ-ӿ]+")
"""Letters of scripts with spaces, which make one word."""
_ANY_WORD = re.compile(r"[^\W_]\S*")
_BOUNDARY = r"(?<![^\W_].)"
"""Behind the first letter of a word."""
_WIDER_BOUNDARY = rf"(?<![^\W_{analysis.UNSPACED}].)"
"""The same where a word may follow a character of another script without a space."""
_UNSPACED = frozenset(["zh", "ja", "ko", "th", "lo", "km", "my"])
_CHANGE_WITHIN = frozenset([*word_forms.LANGUAGES, "de", "et"])
"""Languages of which stems may be otherwise than the words behind the first letter too (Übung, Uebung)."""
_NOTHING = r"(?!)"
_VOWELS = frozenset("aeiouyаеєиіїоуюяыэёь")
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
        self.asked_for = len({analysis.stem(word, language) for word in words}) + len(self.prefixes)
        self.known: dict[str, tuple[analysis.Token, ...]] = {}
        self._alphabet = _alphabet(language)
        self._made = (-1, _ANY_WORD)

    def hit(self, word: str) -> bool:
        """Tell whether *word* is one of those asked for, in whatever form.

        A form that begins otherwise than its stem may is not known: stems cost most, so few are asked for.
        """
        return self._is_asked_for(word, begins=self._pattern(word).search(word) is not None)

    def _is_asked_for(self, word: str, *, begins: bool) -> bool:
        """The same of a word that *begins* as something asked for does, or not."""
        folded = analysis.folded(word)
        if folded in self.exact or (self.prefixes and folded.startswith(self.prefixes)):
            return True
        if begins and self.stems and analysis.stem(word, self.language) in self.stems:
            return True
        return bool(self.sounds) and word[:1].isupper() and analysis.key_of_sound(word) in self.sounds

    def hits(self, text: str) -> Iterator[analysis.Token]:
        """Yield the words of *text* that are asked for.

        Most words begin otherwise than anything that is asked for; they are not taken apart.
        """
        known = self.known
        for begun in self._pattern(text).finditer(text):
            start, end = begun.span()
            start = text.rfind(" ", 0, start) + 1
            piece = text[start:end]
            if (within := known.get(piece)) is None:
                within = self._within(piece)
            for token in within:
                yield analysis.Token(token.text, start + token.start, start + token.end)

    def _within(self, piece: str) -> tuple[analysis.Token, ...]:
        """Return the words asked for in *piece*, which has no space in it and a word that begins as they do."""
        if len(self.known) >= MOST:
            self.known.clear()
        found: tuple[analysis.Token, ...]
        if _ONE_WORD.fullmatch(word := piece.rstrip(_ENDS)):
            found = (analysis.Token(word, 0, len(word)),) if self._is_asked_for(word, begins=True) else ()
        else:
            found = tuple(one for one in analysis.tokens(piece) if self.hit(one.text))
        self.known[piece] = found
        return found

    def _pattern(self, text: str) -> re.Pattern[str]:
        """Return what finds in *text* the first word of each piece that may be asked for, and the piece's end."""
        if self.stems and analysis.cuts_beginnings(self.language):
            return _ANY_WORD
        letters, pattern = self._made
        if (met := self._alphabet.meet(text)) != letters:
            pattern = self._written()
            self._made = (met, pattern)
        return pattern

    def _written(self) -> re.Pattern[str]:
        """Return the pattern of what may be asked for, of letters as texts were seen to have them."""
        begun = [tuple(word[:SURE]) for word in (*self.exact, *self.prefixes)]
        begun += [_beginning(stem, self.language) for stem in self.stems]
        begun = [
            one for one in dict.fromkeys(begun) if one and not any(one[:end] in begun for end in range(1, len(one)))
        ]
        heard = {sound[0] for sound in self.sounds}
        names = "".join(letter for letter, sounds in self._alphabet.capitals.items() if not heard.isdisjoint(sounds))
        firsts = "".join({letter for one in begun for letter in self._written_as(one[0])})
        unspaced = "".join(filter(analysis.unspaced, firsts))
        rest = [f"(?<={self._one_of(one[0])}){''.join(map(self._one_of, one[1:]))}" for one in begun]
        rest += [f"(?<={_set(names)})"] if names else []
        boundary = _WIDER_BOUNDARY if self.language.partition("-")[0] in _UNSPACED else _BOUNDARY
        found = [f"{boundary}(?:{'|'.join(rest)})"] if rest else []
        unheard = self._alphabet.unheard
        found += [f"(?<={_set(unheard)})"] if unheard else []
        pattern = f"{_set(firsts + names + unheard)}(?:{'|'.join(found)})" if found else _NOTHING
        return re.compile(rf"(?:{_set(unspaced)}|{pattern})\S*" if unspaced else rf"{pattern}\S*")

    def _written_as(self, letters: str) -> str:
        """Return the letters that fold to one of *letters*."""
        return "".join(self._alphabet.written.get(one, one) for one in letters)

    def _one_of(self, letters: str) -> str:
        return _set(self._written_as(letters))


def _set(letters: str) -> str:
    return f"[{re.escape(letters)}]"


def _beginning(stem: str, language: str) -> tuple[str, ...]:
    """Return with which letters the forms of *stem* begin, place by place.

    Rules take endings off, and change a letter or two before them; dictionaries know forms whose vowels come, go and
    change (день, дня).
    """
    if language.partition("-")[0] in _CHANGE_WITHIN:
        second = "".join({*stem[1:3], *_VOWELS, *map(_TAKEN_APART.get, stem[1:3])} - {None}) if stem[1:] else ""
        return tuple(filter(None, (stem[:1], second)))
    sure = len(stem) - 2 if len(stem) > _SHORT else len(stem) // 2
    return tuple(stem[: min(max(sure, 1), SURE)])


@lru_cache(maxsize=64)
def _alphabet(language: str) -> Alphabet:
    """Return the letters that texts in *language* were seen to have."""
    return Alphabet()


@lru_cache(maxsize=8)
def _looking(wanted: Wanted, language: str) -> Looking:
    """Return what looks for *wanted*, the same for all hits of a page."""
    return Looking(wanted, language)


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
