"""Builds days, months, years and longer periods from what rules fit. Which rules: ``rules``."""

from __future__ import annotations

from typing import Any

from tocsin.claims.extraction.times.atoms import Atom
from tocsin.claims.extraction.times.numeric import whole_year
from tocsin.claims.extraction.times.patterns import Found
from tocsin.claims.extraction.times.point import LAST, Point

LAST_DAY = 31
NO_YEAR = 2
"""A preposition that no bare year follows: "at 2000" is no year."""
_FIRST_DECADE = 10
_SHORT = 4
"""Letters of a month that is shortened."""


def of_year(found: Found) -> dict[str, Any]:
    if found["era_year"] is not None:
        return {"year": 1 - int(found["era_year"]) if found["era"] == -1 else int(found["era_year"])}
    if found["year"] is not None:
        return {"year": found["year"]}
    for group in ("way", "way_after"):
        if found[group] is not None:
            return {"unit": "year", "shift": found[group]}
    if found.has("same"):
        return {"unit": "same"}
    return {}


def of_day_month(found: Found) -> list[Atom] | None:
    day, month = found["day"], found.atom("month").meaning("Mm")
    if not 1 <= day <= LAST_DAY:
        return None
    weekday = next((atom.value for atom in found.whole if atom.letter in "Ww"), None)
    return found.one("D", Point(day=day, month=month, weekday=weekday, way=found["turn"], **of_year(found)))


def of_day_month_short(found: Found) -> list[Atom] | None:
    day, short = found["day"], found["short"]
    apostrophe = any(atom.letter == "'" for atom in found.whole)
    following = found.atoms[found.match.end()].letter if found.match.end() < len(found.atoms) else "|"
    if not 1 <= day <= LAST_DAY or not (short > LAST_DAY or apostrophe or following in "(|"):
        return None
    if following in "_UJ" or (following == "^" and found.atom("month").end - found.atom("month").start > _SHORT):
        return None
    year = whole_year(f"{short:02}")
    return found.one("D", Point(day=day, month=found.atom("month").meaning("Mm"), year=year))


def of_pending(found: Found) -> list[Atom] | None:
    if not 1 <= found["day"] <= LAST_DAY:
        return None
    return found.one("D", Point(day=found["day"]))


def of_month_days(found: Found) -> list[Atom] | None:
    month, year = found.atom("month").meaning("Mm"), found["year"]
    first, last = found["day"], found["last"]
    if not (1 <= first <= LAST_DAY and 1 <= last <= LAST_DAY):
        return None
    index = found.match.start("day")
    begin = Atom("D", found.whole[0].start, found.atoms[index].end, Point(month=month, day=first, year=year))
    end = Atom("D", found.atom("last").start, found.whole[-1].end, Point(month=month, day=last, year=year))
    return [begin, *found.atoms[index + 1 : found.match.start("last")], end]


def of_month_year(found: Found) -> list[Atom]:
    return found.one("D", Point(month=found.atom("month").meaning("Mm"), **of_year(found)))


def of_month(found: Found) -> list[Atom]:
    return found.one("D", Point(month=found.atom("month").meaning("Mm"), way=found["way"]))


def of_numbered_year(found: Found) -> list[Atom] | None:
    year = found["year"]
    if year < 1 or year != int(year):
        return None
    return found.one("D", Point(year=1 - int(year) if found["era"] == -1 else int(year)))


def of_bare_year(found: Found) -> list[Atom] | None:
    """A number like a year: not a round one that counts the word after it."""
    before = found.atoms[found.match.start() - 1] if found.match.start() else None
    if before is not None and before.letter == "i" and before.value == NO_YEAR:
        return None
    following = found.atoms[found.match.end()].letter if found.match.end() < len(found.atoms) else "|"
    if found["year"] % 100 == 0 and following in "_U%*":
        return None
    return found.one("D", Point(year=found["year"]))


def of_noun_year(found: Found) -> list[Atom] | None:
    """A year after or before the noun it belongs to."""
    return found.one("D", Point(year=found["year"])) if 1700 <= found["year"] < 2040 and found["year"] % 100 else None  # noqa: PLR2004


def of_two_years(found: Found) -> list[Atom] | None:
    """1954/55, 1939–45."""
    first, mark, last = found.atom("first"), found.whole[1], found.atom("last")
    year = last.value if last.letter == "Y" else first.value - first.value % 100 + last.value
    if first.end != mark.start or mark.end != last.start or not first.value < year:
        return None
    ends = (
        Atom("D", first.start, first.end, Point(year=first.value)),
        Atom("D", last.start, found.whole[-1].end, Point(year=year)),
    )
    return [ends[0], Atom("-", mark.start, mark.end), ends[1]]


def of_decade(found: Found) -> list[Atom] | None:
    year = found["year"]
    if year % 10 or year < _FIRST_DECADE or (found.has("unit") and found["unit"] != "decade"):
        return None
    if year < 100:  # noqa: PLR2004
        year += 1900 if year > 10 else 2000  # noqa: PLR2004
    return found.one("D", Point(period="decade", number=year // 10))


def of_century(found: Found) -> list[Atom] | None:
    number = found["number"]
    word = next(atom for atom in found.whole if atom.letter == "C")
    before = found.atoms[found.match.start() - 1] if found.match.start() else None
    if before is not None and before.letter == "i" and before.value == NO_YEAR:
        return None
    following = found.atoms[found.match.end()].letter if found.match.end() < len(found.atoms) else ""
    short = word.end - word.start <= 3 and found.atom("number").letter == "N"  # noqa: PLR2004
    if not 1 <= number <= 30 or (short and (number < 10 or following in "N9")):  # noqa: PLR2004
        return None
    return found.one("D", Point(period="century", number=1 - number - 1 if found["era"] == -1 else number - 1))


def of_period(found: Found) -> list[Atom] | None:
    meant = found.atom("period").meaning("Q")
    if meant is None:
        return None
    name, _ = meant
    most = {"half": 2, "quarter": 4, "week": 53}[name]
    if not 1 <= found["number"] <= most:
        return None
    return found.one("D", Point(period=name, number=found["number"], **of_year(found)))


def of_named_period(found: Found) -> list[Atom]:
    """Q3 2019."""
    name, number = found["named"]
    return found.one("D", Point(period=name, number=number, **of_year(found)))


def of_with_year_word(found: Found) -> list[Atom]:
    return found.one("D", found["date"])


def of_season(found: Found) -> list[Atom]:
    """A season, its words without an article before it."""
    point = Point(period=found["season"], **of_year(found))
    if found["turn"] is not None:
        point = Point(period=found["season"], way=found["turn"])
    article = found.whole[0].letter == "d"
    return found.one("D", point, first="season" if article else "")


def of_nth_weekday(found: Found) -> list[Atom]:
    nth = found["number"] if found.has("number") else -1
    point = Point(weekday=found["weekday"], nth=nth, month=found.atom("month").meaning("Mm"), **of_year(found))
    return found.one("D", point)


def of_nth_week(found: Found) -> list[Atom] | None:
    number = found.atom("number")
    nth = number.value if number.letter == "O" else -1
    if found.atom("unit").value not in ("week", "weekend", "day") or (number.letter == "L" and number.value != LAST):
        return None
    unit = found.atom("unit").value
    return found.one("D", Point(nth=nth, period=unit, month=found.atom("month").meaning("Mm"), **of_year(found)))


def of_holiday(found: Found) -> list[Atom]:
    name, number = found["holiday"]
    if isinstance(name, int):
        return found.one("D", Point(month=name, day=number, **of_year(found)))
    return found.one("D", Point(period=name, number=number, **of_year(found)))
