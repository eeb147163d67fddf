"""Stretches of a text that may name a place, each with what it may name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from tocsin.claims.extraction.places import areas, gazetteer
from tocsin.claims.extraction.places.areas import Named
from tocsin.claims.extraction.places.compile import ALTERNATIVE, TRANSLITERATED
from tocsin.claims.extraction.places.folding import loose, roman
from tocsin.claims.extraction.places.gazetteer import Candidate
from tocsin.claims.extraction.places.inflection import cyrillic, nominatives
from tocsin.claims.extraction.places.provinces import adjectival
from tocsin.claims.extraction.places.tokens import Word, joined, words
from tocsin.claims.extraction.places.words import Words, words_of
from tocsin.claims.extraction.places.words.lists import listed

_LONGEST = 5
"""Words in the longest name looked for."""
_ARTICLES = listed("al el la los las ash az ar")
"""Small words that open a name."""
_CAPITALS = 0.09
"""Share of words with a capital above which a text that was in capitals has had its names marked."""
_MARGIN = 3
_QUIET = " '’"
_PARTING = frozenset({"", "\n", "\r", ",", ";", "(", ")", "—", "–"})
_ACRONYM = 4
"""Letters of the longest word in capitals that no town is read in."""
_UNKNOWN = 6
"""Letters of the shortest word taken for a name that the gazetteer does not have."""
_FORMS = 16
"""Dictionary forms tried for one stretch."""
_COST = {ALTERNATIVE: 0.2, TRANSLITERATED: 0.7}
_INFLECTED = 0.3
_SHORTEST = 4
"""Letters of the shortest name of one word read in a text that does not tell names by capitals."""


@dataclass(slots=True)
class Span:
    """Words *first* to *last* of a text. *role* is what the words around say it is: ``adm1``, ``adm2``, ``settlement``.

    *towns* are the settlements it may name, each with what speaks against that reading of the name.
    """

    first: int
    last: int
    start: int
    end: int
    key: str
    areas: tuple[Named, ...] = ()
    towns: dict[Candidate, float] = field(default_factory=dict)
    role: str = ""


class Reading:
    """A text with its words and the words of its language; what the steps share."""

    def __init__(self, text: str, readable: str, language: str) -> None:
        self.text = readable
        self.language = language
        self.words: list[Word] = words(readable)
        self.recased: bool = text != readable
        self.cased: bool = not self.recased or _tells_names(self.words)
        self.lists: Words = words_of(language)

    def gap(self, index: int) -> str:
        """Return what stands between the word *index* and the next."""
        return self.text[self.words[index].end : self.words[index + 1].start]

    def key(self, index: int) -> str:
        """Return the folded word *index*, or nothing outside the text or beyond the end of its phrase."""
        return self.words[index].key if 0 <= index < len(self.words) else ""

    def alone(self, start: int, end: int) -> bool:
        """Tell whether a stretch stands by itself, as in a heading, a list or the place line of a report."""
        before = self.text[max(0, start - _MARGIN) : start].strip(_QUIET)
        after = self.text[end : end + _MARGIN].strip(_QUIET)
        return before[-1:] in _PARTING and after[:1] in _PARTING

    def heads(self, index: int) -> bool:
        """Tell whether the word *index* heads a paragraph as the place of a report does: ``LIMA, March 5``."""
        word = self.words[index]
        before = self.text[max(0, word.start - _MARGIN) : word.start].strip(" ")
        return len(word.key) == _ACRONYM and before in {"", "\n", "\n\n"} and self.text[word.end : word.end + 1] == ","

    def joined(self, index: int) -> bool:
        """Tell whether the word *index* and the next can stand in one name."""
        return 0 <= index < len(self.words) - 1 and joined(self.text, self.words[index], self.words[index + 1])


def _tells_names(found: list[Word]) -> bool:
    """Tell whether capitals mark names in a text put into ordinary case, and not the starts of its sentences alone."""
    return sum(word.capital for word in found) > _CAPITALS * len(found)


def gather(reading: Reading) -> list[Span]:
    """Return the longest names at each place, none overlapping another, in order."""
    found: list[Span] = []
    at = 0
    while at < len(reading.words):
        span = _span_at(reading, at) if _may_open(reading, at) else None
        if span is None:
            at += 1
            continue
        found.append(span)
        at = span.last + 1
    return found


def _may_open(reading: Reading, at: int) -> bool:
    word = reading.words[at]
    if not word.cased:
        return reading.language not in {"en", "uk", "ru", "es"}
    if reading.language in {"uk", "ru"} and word.key.isascii():
        return False
    if word.capital or not reading.cased:
        return True
    return (word.key in _ARTICLES or reading.recased) and at + 1 < len(reading.words) and reading.words[at + 1].capital


def _span_at(reading: Reading, at: int) -> Span | None:
    province = adjectival(reading, at)
    if province is not None:
        last, found_areas, towns = province
        role = "adm1" if reading.key(last) in reading.lists.adm1 else "adm2"
        return replace(_made(reading, at, last), areas=found_areas, towns=towns, role=role)
    best: Span | None = None
    for last, forms in _growing(reading, at):
        exact = forms[0]
        if exact == "us" and reading.text[reading.words[at].start : reading.words[at].end] in {"us", "Us"}:
            continue
        named = tuple(dict.fromkeys(area for form in forms for area in areas.named(form, reading.language)))
        towns = _towns(exact, forms) if _may_close(reading, last) else {}
        if last == at and not _may_be_all(reading, at):
            continue
        if named or towns:
            best = replace(_made(reading, at, last), areas=named, towns=towns)
    return best or _unknown(reading, at)


def _may_be_all(reading: Reading, at: int) -> bool:
    """Tell whether the word *at* may be a name by itself."""
    word = reading.words[at]
    if reading.cased:
        return word.capital or not word.cased
    return len(word.key) >= _SHORTEST and word.key not in reading.lists.ordinary


def _unknown(reading: Reading, at: int) -> Span | None:
    """Return the word *at* as a name if it stands where names of places do, though none is called so."""
    word = reading.words[at]
    if not (reading.cased and word.capital and len(word.key) >= _UNKNOWN and word.key.isascii()):
        return None
    before = reading.key(at - 1) if at and reading.joined(at - 1) else ""
    if before not in reading.lists.inside and not reading.alone(word.start, word.end):
        return None
    return None if word.key in reading.lists.ordinary else _made(reading, at, at)


def _made(reading: Reading, first: int, last: int) -> Span:
    key = " ".join(word.key for word in reading.words[first : last + 1])
    start, end = reading.words[first].start, reading.words[last].end
    if "." in reading.text[start:end] and reading.text[end : end + 1] == "." and first == last:
        end += 1
    return Span(first, last, start, end, key)


def _growing(reading: Reading, at: int) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield the forms a name from the word *at* on may have, for longer and longer names."""
    forms: tuple[str, ...] = ("",)
    for last in range(at, min(at + _LONGEST, len(reading.words))):
        if last > at and not reading.joined(last - 1):
            return
        forms = _extended(forms, reading.words[last].key)
        yield last, forms
        forms = tuple(form for form in forms if _opens(form))
        if not forms:
            return


@lru_cache(maxsize=8192)
def _extended(forms: tuple[str, ...], word: str) -> tuple[str, ...]:
    """Return the forms with *word* put after each in all its forms, those that are no name left out but the first."""
    endings = nominatives(word) if cyrillic(word) else (word,)
    longer = tuple(f"{form} {ending}".lstrip() for form in forms for ending in endings)
    if forms == ("",):
        return longer
    return longer[:1] + tuple(form for form in longer[1:] if _exists(form))[:_FORMS]


def _exists(form: str) -> bool:
    return bool(gazetteer.lookup(form)) or bool(areas.named(form, "")) or _opens(form)


def _opens(form: str) -> bool:
    return gazetteer.opens_longer(form) or areas.opens_longer(form)


def _may_close(reading: Reading, last: int) -> bool:
    """Tell whether a town's name may end with the word *last*; areas' names may end in small letters (Gaza strip)."""
    word = reading.words[last]
    if word.acronym and not reading.recased and len(word.key) <= _ACRONYM:
        return reading.heads(last)
    return not (reading.cased and word.cased) or word.capital


def _towns(exact: str, forms: tuple[str, ...]) -> dict[Candidate, float]:
    towns: dict[Candidate, float] = {}
    for form in forms:
        inflected = 0 if form == exact else _INFLECTED
        for town in gazetteer.lookup(form, loosely=not cyrillic(form)):
            cost = _COST.get(town.kind, 0) + inflected
            towns[town] = min(cost, towns.get(town, cost))
    if not towns and cyrillic(exact) and len(exact) >= _UNKNOWN:
        return {
            replace(town, kind=TRANSLITERATED): _COST[TRANSLITERATED]
            for form in forms
            for town in gazetteer.lookup(loose(roman(form)))
        }
    return towns
