"""The words of a text, as names are made of."""

from __future__ import annotations

import re
from typing import NamedTuple

from tocsin.claims.extraction.places.folding import fold
from tocsin.claims.extraction.places.words.lists import listed

_WORD = re.compile(r"[^\W\d_]+(?:[’'ʼ`´.](?!s\b)[^\W\d_]+)*+")
_JOINS = frozenset("-‐‑")
_ABBREVIATED = listed("st sta sto ste ft mt м с г н смт п")
_WIDEST = 6
"""Code points of the widest white space within a name."""


class Word(NamedTuple):
    start: int
    end: int
    key: str
    capital: bool
    cased: bool
    """Whether its script has small and capital letters."""
    acronym: bool


def words(text: str) -> list[Word]:
    """Return the words in order; a hyphen parts words, an apostrophe does not, and ``'s`` is left out."""
    found = []
    for match in _WORD.finditer(text):
        word = match.group()
        key = word.lower() if word.isascii() and word.isalpha() else fold(word).replace(" ", "")
        if key:
            initial = word[0]
            cased = initial.lower() != initial.upper()
            found.append(Word(match.start(), match.end(), key, initial.isupper(), cased, word.isupper()))
    return found


def joined(text: str, left: Word, right: Word) -> bool:
    """Tell whether two neighbouring words can stand in one name."""
    gap = text[left.end : right.start]
    if len(gap) > _WIDEST:
        return False
    if gap in _JOINS:
        return True
    if gap.startswith(".") and left.key in _ABBREVIATED:
        gap = gap[1:]
    return gap.count("\n") <= 1 and not gap.strip()
