"""Words of a text as atoms: what each can mean for a time, and a letter for it. Rules are patterns over the letters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from tocsin.claims.extraction.times.numeric import numeric
from tocsin.claims.extraction.times.words import TOKEN, Entry, folded, module, phrases

LETTERS = {
    "month": "M",
    "weak_month": "m",
    "weekday": "W",
    "weak_weekday": "w",
    "number": "N",
    "one": "1",
    "vague": "v",
    "ordinal": "O",
    "ordinal_ending": "p",
    "unit": "U",
    "year": "J",
    "century": "C",
    "duration": "V",
    "relative": "R",
    "relative_part": "r",
    "way": "L",
    "past": "π",
    "same": "l",
    "ago": "A",
    "later": "H",
    "before_ago": "B",
    "in": "I",
    "earlier": "<",
    "later_on": ">",
    "told": "®",
    "told_part": "ŕ",
    "old": "4",
    "named_period": "¶",
    "fraction": "÷",
    "maybe_in": "7",
    "during": "0",
    "as_of": "i",
    "zone": "@",
    "only": "j",
    "part": "P",
    "time_word": "c",
    "night_before": "n",
    "season": "S",
    "season_noun": "6",
    "nothing": "_",
    "edge": "E",
    "from": "f",
    "from_only": "8",
    "to": "t",
    "until": "u",
    "by": "k",
    "since": "s",
    "after": "g",
    "between": "b",
    "and": "a",
    "or": "o",
    "of": "F",
    "the": "d",
    "at": "i",
    "meridiem": "X",
    "oclock": "K",
    "every": "e",
    "set": "$",
    "era": "Z",
    "half": "h",
    "decade": "x",
    "period": "Q",
    "holiday": "y",
    "tens": "2",
    "hundred": "3",
}
_PUNCTUATION = {
    "-": "-",
    "–": "-",
    "—": "-",
    "−": "-",
    "‑": "-",
    ",": ",",
    ".": ".",
    "(": "(",
    ")": ")",
    "'": "'",
    "~": "-",
    "/": "/",
}
_ROMAN = re.compile(r"[IVXІХ]{1,6}")
_VALUES = {"I": 1, "V": 5, "X": 10}
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_LONGEST = 6
"""Digits of the longest number that is read."""
_SHORT_LINE, _LONG_LINE = 40, 90
_YEARS = range(1000, 2200)


@dataclass(frozen=True, slots=True)
class Atom:
    """Some words with one letter; *readings* are its meanings by letter."""

    letter: str
    start: int
    end: int
    value: Any = None
    others: tuple[tuple[str, Any], ...] = ()

    def meaning(self, letters: str) -> Any:
        """Return what it means as one of *letters*."""
        if self.letter in letters:
            return self.value
        return next((value for letter, value in self.others if letter in letters), None)


def atoms(text: str, language: str, *, capitals: bool = False) -> list[Atom]:
    """Return the atoms of *text* in *language*, in order. *capitals* tells that it was in capitals."""
    low = folded(text)
    tokens = [(match.group(), match.start(), match.end()) for match in TOKEN.finditer(low)]
    numbers = {start: (end, letter, value) for start, end, letter, value in numeric(text, language)}
    table = phrases(language)
    cased = getattr(module(language), "CASED", ()) if table else ()
    lower = bool(table) and not module(language).MONTH_FIRST and language != "de"
    found: list[Atom] = []
    place = 0
    while place < len(tokens):
        word, start, end = tokens[place]
        if start in numbers:
            end, letter, value = numbers[start]
            found.append(Atom(letter, start, end, value))
            while place < len(tokens) and tokens[place][1] < end:
                place += 1
            continue
        length, entries = _phrase(table, tokens, place)
        if length and not (entries[0][0] == "unit" and length == 1 and not capitals and _initials(text[start:end])):
            weak = (word in cased and (capitals or text[start].islower() or not _inside(tokens, place))) or (
                lower and text[start].isupper() and _inside(tokens, place)
            )
            found.append(_atom(entries, start, tokens[place + length - 1][2], weak=weak))
            place += length
            continue
        if word != "\n" or not _wraps(text, start):
            found.append(_bare(text, word, start, end))
        place += 1
    return found


def _wraps(text: str, end: int) -> bool:
    """Tell whether the line that ends at *end* is one of a paragraph broken into lines of about equal length."""
    length = end - (text.rfind("\n", max(0, end - _LONG_LINE - 1), end) + 1 or max(0, end - _LONG_LINE - 1))
    return _SHORT_LINE <= length <= _LONG_LINE and end + 1 < len(text) and not text[end + 1].isspace()


def _initials(word: str) -> bool:
    """Tell whether *word* is a name of initials: SEC is no second."""
    return word.isupper() and len(word) > 1


def _inside(tokens: list[tuple[str, int, int]], place: int) -> bool:
    """Tell whether a token stands inside a sentence."""
    return place > 0 and (tokens[place - 1][0].isalnum() or tokens[place - 1][0] == ",")


def _phrase(table: Any, tokens: list[tuple[str, int, int]], place: int) -> tuple[int, tuple[Entry, ...]]:
    for rest, entries in table.get(tokens[place][0], ()):
        if all(
            place + 1 + index < len(tokens) and tokens[place + 1 + index][0] == word for index, word in enumerate(rest)
        ):
            return 1 + len(rest), entries
    return 0, ()


def _atom(entries: tuple[Entry, ...], start: int, end: int, *, weak: bool) -> Atom:
    readings = [(LETTERS[category], meaning) for category, meaning in entries]
    if weak:
        readings = [(letter.lower() if letter in "MW" else letter, value) for letter, value in readings]
    (letter, value), *others = readings
    return Atom(letter, start, end, value, tuple(others))


def _bare(text: str, word: str, start: int, end: int) -> Atom:
    if word == "\n":
        return Atom("|", start, end)
    if word in _PUNCTUATION:
        return Atom(_PUNCTUATION[word], start, end)
    if word in _FRACTIONS:
        return Atom("9", start, end, _FRACTIONS[word])
    if word.isdecimal():
        return _digits(word, start, end)
    if _ROMAN.fullmatch(text[start:end]):
        return Atom("z", start, end, roman(text[start:end]))
    return Atom("_" if text[start].islower() else "^" if text[start].isalpha() else "*", start, end)


def _digits(word: str, start: int, end: int) -> Atom:
    value = int(word) if len(word) <= _LONGEST else -1
    if len(word) == len("2022") and value in _YEARS:
        return Atom("Y", start, end, value)
    return Atom("N" if value >= 0 and len(word) < len("100") else "9", start, end, value)


def roman(text: str) -> int:
    """Return the value of a Roman numeral, also one of Cyrillic letters."""
    digits = [_VALUES[letter] for letter in text.replace("І", "I").replace("Х", "X")]
    return sum(-d if d < max(digits[i:]) else d for i, d in enumerate(digits))
