"""Ages written without their unit: ``aged 34``, ``the age of 12``, ``Maria Lopez, 34,``, ``who was 10``."""

from __future__ import annotations

from tocsin.claims.extraction.figures.tokens import Token
from tocsin.claims.extraction.figures.words.language import Language

_OLDEST = 115
_CLOSES = frozenset(",).;")


def is_age(row: list[Token], first: int, last: int, value: float, language: Language) -> bool:
    """Tell whether the bare number at *first* is somebody's age; *last* is the token after it."""
    if not 0 < value <= _OLDEST or value % 1 or not first:
        return False
    if language.ages.before(row, first):
        return True
    after = row[last].low if last < len(row) else "."
    if after not in _CLOSES or row[first].kind != "numeral":
        return False
    before = row[first - 1]
    apposed = before.low in {",", "("} and after in {",", ")"} and first > 1
    return apposed and row[first - 2].capital and row[first - 2].kind == "word" and len(row[first - 2].text) > 1
