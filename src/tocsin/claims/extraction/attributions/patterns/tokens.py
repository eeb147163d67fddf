"""Words and marks of a text, with the bounds between which a clause may stand."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from tocsin.claims.extraction.attributions.quotes import Quote
from tocsin.claims.extraction.results import Stretch

_TOKEN = re.compile(r"\w+(?:[-’'‑]\w+)*|[^\w\s]")
_BOUNDS = frozenset(",;:()[]—–―…/")
_NAME_WORDS = 4
_NAME_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark. *low* is the word in lower case; *quote* the quotation it is in, if any."""

    start: int
    end: int
    text: str
    low: str
    word: bool
    quote: Quote | None


def tokenize(text: str, quotes: list[Quote]) -> list[Token]:
    """Return the tokens of *text*; what is in quotation marks is marked so, names in them are not."""
    spoken = [quote for quote in quotes if not _names(text, quote)]
    found: list[Token] = []
    number = 0
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        while number < len(spoken) and spoken[number].end <= start:
            number += 1
        inside = spoken[number] if number < len(spoken) and spoken[number].start <= start else None
        word = match.group()
        found.append(Token(start, end, word, word.lower().replace("ё", "е"), word[0].isalnum(), inside))
    return found


def _names(text: str, quote: Quote) -> bool:
    """Tell whether the marks hold a name (*the agency "Interfax"*), not what somebody says."""
    inside = text[quote.start + 1 : quote.end - 1]
    before = text[max(0, quote.start - 2) : quote.start].strip()
    return (
        quote.end - quote.start < _NAME_LONGEST
        and len(inside.split()) <= _NAME_WORDS
        and inside[:1].isupper()
        and before[-1:].isalnum()
        and inside[-1:].isalnum()
    )


def is_bound(token: Token) -> bool:
    """Tell whether a clause ends at this mark."""
    return not token.word and (token.text in _BOUNDS or token.quote is not None)


def inside(tokens: list[Token], starts: list[int], stretch: Stretch) -> tuple[int, int]:
    """Return the range of tokens in a stretch."""
    return bisect_left(starts, stretch[0]), bisect_left(starts, stretch[1])
