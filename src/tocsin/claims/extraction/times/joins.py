"""Rules that join dates and times: a day with its time, ranges, beginnings and ends of periods, bounds, sets."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from tocsin.claims.extraction.times.atoms import Atom
from tocsin.claims.extraction.times.clocks import turned
from tocsin.claims.extraction.times.patterns import Build, Found
from tocsin.claims.extraction.times.point import Point


@dataclass(frozen=True, slots=True)
class Range:
    """From one point to another; None where it is open."""

    first: Point | None
    last: Point | None


def _day_time(found: Found) -> list[Atom] | None:
    day, time = found["day"], found["time"]
    if day.part and time.part and not time.clock:
        return None
    if day.part and time.clock and not time.part:
        time = replace(time, clock=(turned(time.clock[0], day.part), *time.clock[1:]))
    return found.one("D", day.at(time))


def _day_hour(found: Found) -> list[Atom] | None:
    """For instance this afternoon at 3."""
    day: Point = found["day"]
    if not day.part or day.clock or not 1 <= found["hour"] <= 12:  # noqa: PLR2004
        return None
    return found.one("D", replace(day, clock=(turned(found["hour"], day.part), 0, 0)))


def _day_part(found: Found) -> list[Atom]:
    return found.one("D", replace(found["day"], part=found["part"]))


def backwards(long: str) -> Point | None:
    """Return the point so long before the anchor, of a duration in one unit."""
    match = re.fullmatch(r"P(\d{1,4})([YMWD])", long)
    if not match:
        return None
    unit = {"Y": "year", "M": "month", "W": "week", "D": "day"}[match[2]]
    return Point(unit=unit, shift=-int(match[1]), count=0)


def _night_before(found: Found) -> list[Atom]:
    return found.one("D", replace(found["day"], part="night before"))


def _edge(found: Found) -> list[Atom] | None:
    day: Point = found["day"]
    if day.edge or day.clock:
        return None
    if day.day is not None or day.weekday is not None or day.unit == "day":
        return found.one("D", replace(day, part=day.part or found["edge"]))
    return found.one("D", replace(day, edge=found["edge"]))


def _half(found: Found) -> list[Atom] | None:
    day: Point = found["day"]
    period = found.atom("period").meaning("Q")
    if day.day is not None or day.edge or period is None or period[0] != "half" or found["number"] not in (1, 2):
        return None
    return found.one("D", replace(day, edge=("first half", "second half")[found["number"] - 1]))


def _range(found: Found) -> list[Atom] | None:
    first, last = found["first"], found["last"]
    if not isinstance(first, Point) or not isinstance(last, Point):
        return None
    return found.one("G", Range(first.filled(last), last))


def _clock_range(found: Found) -> list[Atom]:
    first: Point = found["first"]
    if found.has("day"):
        return found.one("D", found["day"].at(first))
    return found.one("T", first)


def _listed(found: Found) -> list[Atom] | None:
    """Dates of one month or year, such as 3, 8 and 11 March."""
    points = [index for index, atom in enumerate(found.whole) if atom.letter == "D"]
    made = list(found.whole)
    for index in reversed(points[:-1]):
        later = made[points[points.index(index) + 1]].value
        earlier = made[index].value
        if (earlier.day is not None and earlier.month is None) or _alike(earlier, later):
            same = earlier.filled(later)
            made[index] = replace(made[index], value=replace(same, year=same.year or later.year))
    return made


def _alike(earlier: Point, later: Point) -> bool:
    return earlier.month is not None and later.month is not None and (earlier.day is None) == (later.day is None)


def _since(found: Found) -> list[Atom]:
    return found.one("G", Range(found["day"], None))


def _until(found: Found) -> list[Atom]:
    return found.one("G", Range(None, found["day"]))


def _week_of(found: Found) -> list[Atom] | None:
    """The week of 7 October."""
    day: Point = found["day"]
    return found.one("D", replace(day, edge="week")) if found["unit"] == "week" and day.day and not day.clock else None


RULES: list[tuple[str, Build]] = [
    (r"(?P<number>[NO])(?P<period>[QU])[Fd]{0,2}(?P<day>D)", _half),
    (r"(?P<unit>U)Fd?(?P<day>D)", _week_of),
    (r"(?P<edge>E)F?d?(?P<day>D)", _edge),
    (r"(?P<edge>E)-(?P<day>D)", _edge),
    (r"(?P<edge>E)[i7](?P<day>D)", _edge),
    (r"n(?P<day>D)", _night_before),
    (r"(?P<day>D),?[iI7]{0,2}[bf8]?d?(?P<first>T)[\-tua](?P<last>T)", _clock_range),
    (r"[bf8]?(?P<first>T)[\-tua](?P<last>T)[iI7F]{0,2}d?(?P<day>D)", _clock_range),
    (r"(?P<day>D),?[iI7]{0,2}d?(?P<time>T)", _day_time),
    (r"(?P<day>D)[i7](?P<hour>N)(?![UJM9%])", _day_hour),
    (r"(?P<time>T),?[iI7F]{0,2}d?(?P<day>D)", _day_time),
    (r"(?P<day>D)(?P<part>P)", _day_part),
    (r"(?P<part>P)[Fdi7]{0,3}(?P<day>D)", _day_part),
    (r"[bf8]?(?P<first>T)[\-tua](?P<last>T)", _clock_range),
]


def _duration_since(found: Found) -> list[Atom] | None:
    """A week since: the day it began."""
    point = backwards(found["long"])
    return found.one("D", point) if point else None


RANGES: list[tuple[str, Build]] = [
    (r"bd?(?P<first>D)ad?(?P<last>D)", _range),
    (r"[fs8]d?(?P<first>D)(?:,?a?[\-tuk]d?)(?P<last>D)", _range),
    (r"(?P<first>D)(?:[\-tu]d?)(?P<last>D)", _range),
    (r"D(?:(?:,|,?[ao])[iI7]?d?D){1,9}", _listed),
]
BOUNDS: list[tuple[str, Build]] = [
    (r"(?P<long>V)s(?!d?D)", _duration_since),
    (r"[sf]d?(?P<day>[DT])", _since),
    (r"[uk]d?(?P<day>[DT])", _until),
    (r"gd?(?P<day>[DT])(?!')", _since),
]
