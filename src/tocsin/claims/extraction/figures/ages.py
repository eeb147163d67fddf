"""Ages written without their unit: ``aged 34``, ``the age of 12``, ``Maria Lopez, 34,``, ``who was 10``."""

from __future__ import annotations

from tocsin.claims.extraction.figures.tokens import Token
from tocsin.claims.extraction.figures.words.language import Language

_OLDEST = 115
_NAMED = 3
"""Tokens from a name to the age after it: ``Ana Ruiz, de 12 años,``."""
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


def is_age_in_years(row: list[Token], first: int, last: int, language: Language) -> bool:
    """Tell whether years are somebody's age: ``34-летняя женщина``, ``una mujer de 34 años``, ``чоловік, 34 роки``."""
    if language.decimal == "." or not first:
        return False
    after = row[last] if last < len(row) else None
    if "-" in {row[last - 2].low, row[last - 1].low[:1]} and row[last - 1].kind == "word":
        return after is not None and after.low in language.persons
    before, whose = row[first - 1].low, row[first - 2] if first > 1 else None
    if language.ages.before(row, first):
        return True
    ended = after is None or after.low in _CLOSES or after.opens
    if ended and before == "de" and whose is not None and whose.low == "," and first > _NAMED:
        return row[first - _NAMED].capital
    named = whose is not None and (whose.low in language.persons or (ended and before == "," and whose.capital))
    return named and (before == "de" or (before == "," and ended))
