"""The unit and the item of a quantity: a measure, people, or a thing that is counted."""

from __future__ import annotations

from tocsin.claims.extraction.figures.ages import is_age, is_age_in_years
from tocsin.claims.extraction.figures.items import item_after
from tocsin.claims.extraction.figures.people import People
from tocsin.claims.extraction.figures.scanner import Quantity
from tocsin.claims.extraction.figures.tokens import Token
from tocsin.claims.extraction.figures.words.households import HOUSEHOLDS
from tocsin.claims.extraction.figures.words.language import Language


def counted(text: str, row: list[Token], language: Language, found: Quantity) -> tuple[str, str]:
    """Return the unit and the item of a quantity."""
    place = item_after(row, max(found.last, found.end), language, measured=bool(found.unit))
    item = text[row[place[0]].start : row[place[1] - 1].end] if place else ""
    if found.unit:
        return _measure(row, language, found), item
    if found.kind in {"digits", "words"} and not (place and found.end == place[0]):
        age = is_age(row, found.outer, found.end, found.high, language)
        if age:
            return "year of age", ""
    if not place and (noun := _noun_before(row, found, language)):
        unit = language.units.at(row, noun)
        return (unit[1], "") if unit else ("", text[row[noun].start : row[noun].end])
    people = People(text, row, language)
    if place and any(token.low in language.persons | HOUSEHOLDS for token in row[place[0] : place[1]][-2:]):
        return "household" if row[place[1] - 1].low in HOUSEHOLDS else "person", people.item(*place)
    if beside := people.beside(found):
        return "person", beside if not item or item in beside or beside in item else f"{item} {beside}"
    return "", item


def _measure(row: list[Token], language: Language, found: Quantity) -> str:
    age = found.unit == "year" and is_age_in_years(row, found.first, found.last, language)
    return "year of age" if age else found.unit


def _noun_before(row: list[Token], found: Quantity, language: Language) -> int | None:
    """Return the noun of ``a day or two``."""
    first = found.outer
    posed = first > 1 and row[first - 1].low in language.or_ and row[first - 2].kind == "word"
    return first - 2 if posed and found.kind == "words" else None
