"""Measures and money beside a number."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tocsin.claims.extraction.figures.tokens import Token
from tocsin.claims.extraction.figures.words.language import Language, listed
from tocsin.claims.extraction.figures.words.signs import CODES, PREFIXED, SAFE

_PER = frozenset({"per", "a", "an", "each", "/", "за", "в", "на", "por", "al", "par", "pro"})
_SINCE = frozenset({"earlier", "ago", "later", "before", "after"})
_TIMES = frozenset(listed("second minute hour day week month year quarter"))


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit and its tokens; *sign* if it is a money sign before the number."""

    name: str
    first: int
    last: int
    sign: bool = False
    end: int = 0
    """Where what it is reckoned by ends (``per hour``), if something is told; *last* is before that."""

    @property
    def over(self) -> int:
        return max(self.last, self.end)


def money_before(row: list[Token], place: int, language: Language) -> Unit | None:
    """Return the money sign or code at *place* that a number follows."""
    token = row[place]
    if token.kind == "numeral" or not (token.low in PREFIXED or token.low in _STARTS):
        return None
    found = language.units.at(row, place)
    if not found or (token.low not in PREFIXED and "".join(t.low for t in row[place : place + found[0]]) not in CODES):
        return None
    last = place + found[0]
    if token.kind == "word" and not _code(row, place):
        return None
    ahead = row[last] if last < len(row) else None
    if ahead is None or not (ahead.kind == "numeral" or ahead.low in "-−.–"):
        return None
    return Unit(found[1], place, last, sign=True)


_STARTS = frozenset({code.rstrip("$") for code in CODES} | CODES)


def _code(row: list[Token], place: int) -> bool:
    """Tell whether a word is a code of money: in capitals, or one that is no other word."""
    token = row[place]
    if token.low in SAFE:
        return True
    return token.capital and (len(token.text) > 1 or row[place + 1].start == token.end)


def unit_after(
    row: list[Token], place: int, language: Language, *, after: Unit | None, many: bool = False
) -> Unit | None:
    """Return the unit at *place* (over a hyphen), with what it is reckoned by (``per hour``); *after* stood before.

    After *many* (``millions``, ``tens of thousands``) an ``of`` may stand between.
    """
    start = place + (many and place < len(row) and row[place].low in language.of)
    if place + 1 < len(row) and row[place].low in "-‐‑" and row[place].end == row[place + 1].start:
        start = place + 1
    found = language.units.at(row, start) or _over(row, start, language)
    if found and not _plain(row, start, found[0], language):
        found = None
    if after and found and found[1] != after.name and not _money_word(found[1], after.name):
        found = None
    if after and not found:
        return _per(
            row, Unit(after.name, after.first, max(place + _system(row, place), after.last), sign=True), language
        )
    if not found:
        return None
    name = found[1]
    first = after.first if after else place
    return _per(row, Unit(name, first, start + found[0], sign=after is not None), language)


def _over(row: list[Token], place: int, language: Language) -> tuple[int, str] | None:
    """Look past ``of a`` and the system of measures: ``a quarter of a mile``, ``one US gallon``."""
    ahead = place
    if ahead + 1 < len(row) and row[ahead].low in language.of and row[ahead + 1].low in language.articles:
        ahead += 2
    ahead += _system(row, ahead)
    found = language.units.at(row, ahead) if ahead > place else None
    return (ahead - place + found[0], found[1]) if found else None


def _system(row: list[Token], place: int) -> int:
    """Count the tokens of ``US``, ``U.S.`` or ``imperial`` at *place*."""
    letters = [token.text for token in row[place : place + 4]]
    if letters[:3] == ["U", ".", "S"]:
        return 4 if letters[3:] == ["."] else 3
    return int(letters[:1] in (["US"], ["imperial"], ["UK"]))


def _money_word(word: str, sign: str) -> bool:
    return word.endswith(sign.rsplit(" ", 1)[-1])


def _plain(row: list[Token], place: int, length: int, language: Language) -> bool:
    """Refuse a short unit that begins something else: a letter that does not touch, a foot's sign far off."""
    token = row[place]
    if token.low in "′″":
        return place > 0 and row[place - 1].end == token.start and len(row[place - 1].text) < 4  # noqa: PLR2004
    if length > 1 or len(token.text) > 1:
        return True
    if token.kind == "word" or token.low in "'\"":
        touching = place > 0 and row[place - 1].end == token.start
        if token.low in "'\"":
            return False
        return (touching or token.low not in language.stops) and (not token.capital or token.text in "WVL")
    return True


def _dotted(row: list[Token], unit: Unit, language: Language) -> Unit:
    """Count in the full stop of an abbreviation in mid-sentence: ``грн.``."""
    place = unit.last
    dotted = 0 < place < len(row) and row[place].low == "." and row[place].start == row[place - 1].end
    goes_on = place + 1 < len(row) and not row[place + 1].capital
    abbreviated = dotted and goes_on and row[place - 1].low in language.dotted
    return replace(unit, last=place + 1) if abbreviated else unit


def _per(row: list[Token], unit: Unit, language: Language) -> Unit:
    """Read ``per barrel``, ``a month``, ``/kg`` after a unit; ``a year earlier`` is none."""
    unit = _dotted(row, unit, language)
    place = unit.last + (unit.last < len(row) and row[unit.last].low == "-")
    if place + 1 >= len(row) or row[place].low not in _PER:
        return unit
    place += 1 + (row[place + 1].low == "-")
    found = language.units.at(row, place) or _noun(row, place, language)
    explicit = row[place - 1].low in {"per", "/"}
    last = place + found[0] if found else place
    if not found or found[1] in {"percent", unit.name} or (last < len(row) and row[last].low in _SINCE):
        return unit
    if not explicit and found[1] not in _TIMES and found[1] not in language.per:
        return unit
    return replace(unit, name=f"{unit.name} per {found[1]}", end=last)


def _noun(row: list[Token], place: int, language: Language) -> tuple[int, str] | None:
    """Return the noun that something is reckoned by: ``$98 a share``."""
    if place >= len(row) or row[place].low not in language.per:
        return None
    return 1, "year" if row[place].low == "annum" else row[place].low
