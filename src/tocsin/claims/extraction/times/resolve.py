"""From what the words say to the days they mean, counted from an anchor or from dates told before."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from tocsin.claims.extraction.times import calendar, counted
from tocsin.claims.extraction.times.anchors import EVENT
from tocsin.claims.extraction.times.calendar import Stretch
from tocsin.claims.extraction.times.context import UNKNOWN, Context, Meaning, Told, day_of, one_day
from tocsin.claims.extraction.times.point import LAST, NEXT, Point

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_LAST_YEAR = 2999
_SOON = 60
"""A day of the year that comes within so many days is that one, not the one a year ago."""
_NEAR = 150
"""Where no verb tells, a day of the year that comes within so many days is that one."""
_MONTHS_AHEAD = 2
"""Where no verb tells, a month that comes so soon is that one."""
_FAR = 8
"""Months: a month told that much earlier in the year than the date before it belongs to the next year."""


def meaning(point: Point, context: Context) -> Meaning:
    """Return what *point* means; its stretch is None if that is not known."""
    found = _day(point, context)
    if point.clock and found.stretch and _DAY.fullmatch(found.stretch.value):
        hour, minute, second = point.clock
        instant = f"{found.stretch.value}T{hour:02}:{minute:02}:{second:02}{point.zone}"
        return replace(found, stretch=Stretch(instant, found.stretch.low, found.stretch.high))
    day = day_of(found.told)
    before = calendar.moved(day, -1) if day and point.part == "night before" else None
    return replace(found, stretch=calendar.days(before, day)) if before and day else found


def _day(point: Point, context: Context) -> Meaning:
    return next(read(point, context) for fits, read in _READERS if fits(point))


def _clock(_point: Point, context: Context) -> Meaning:
    """Return the day of a time told without one: the day told before, else the anchor."""
    if day := day_of(context.told):
        return Meaning(Stretch.of(calendar.day_text(day)), EVENT)
    if context.anchor.day is None or context.narrative:
        return UNKNOWN
    return Meaning(Stretch.of(calendar.day_text(context.anchor.day)), context.anchor.basis)


def _long(point: Point, _context: Context) -> Meaning:
    make = calendar.decade if point.period == "decade" else calendar.century
    return Meaning(make(point.number, point.edge))


def _with_year(point: Point, _context: Context) -> Meaning:
    return _dated(point, point.year or 0, "")


def _dated(point: Point, year: int, basis: str) -> Meaning:
    """Return the stretch of a point whose year is *year*."""
    if not -_LAST_YEAR <= year <= _LAST_YEAR:
        return UNKNOWN
    if point.period.startswith("easter"):
        day = calendar.easter(year, orthodox=point.period.endswith("orthodox"))
        return one_day(calendar.moved(day, point.number) if day else None, basis)
    if point.period:
        stretch = calendar.part_of_year(year, point.period, point.number, point.edge)
        return Meaning(stretch, basis, (year, calendar.start_month(point.period, point.number), None))
    if point.month is None:
        return Meaning(calendar.year(year, point.edge), basis, (year, None, None))
    return _of_month(point, year, point.month, basis)


def _of_month(point: Point, year: int, month: int, basis: str) -> Meaning:
    if point.day is None:
        return Meaning(calendar.month(year, month, point.edge), basis, (year, month, None))
    if year > 0 and point.day > calendar.last_day(year, month):
        return UNKNOWN
    if point.edge == "week" and year > 0:
        return Meaning(calendar.week(date(year, month, point.day)), basis, (year, month, point.day))
    return Meaning(Stretch.of(f"{calendar.month_text(year, month)}-{point.day:02}"), basis, (year, month, point.day))


def _partial(point: Point, context: Context) -> Meaning:
    """Return the stretch of a point whose year must come from elsewhere."""
    month = point.month or (calendar.start_month(point.period, point.number) if point.period else None)
    if month is None:
        return UNKNOWN
    if point.unit == "year":
        base, basis = context.base
        return _dated(point, base.year + point.shift, basis) if base else UNKNOWN
    if point.way is None and context.told and (context.narrative or context.anchor.day is None):
        return _dated(point, _told_year(context.told, month), EVENT)
    if context.anchor.day is None:
        return _unspecified(point)
    if point.way is None and not context.ahead and _is_told_here(context, context.anchor.day.year):
        return _dated(point, _told_year(context.told, month) if context.told else 0, EVENT)
    year = _anchored_year(point, month, context, context.anchor.day)
    if (month, point.day) == (2, 29):
        year -= year % 4
    return _dated(point, year, context.anchor.basis)


def _is_told_here(context: Context, year: int) -> bool:
    """Tell whether the sentence has told an earlier year already, in a whole date or as one well past."""
    if not context.here or context.told is None:
        return False
    return context.told[0] < (year if context.told[1] else year - 1)


def _told_year(told: Told, month: int) -> int:
    year, before, _ = told
    return year + 1 if before and before - month >= _FAR else year


def _unspecified(point: Point) -> Meaning:
    if point.period:
        return UNKNOWN
    text = f"XXXX-{point.month:02}" + (f"-{point.day:02}" if point.day else "")
    return Meaning(Stretch.of(text))


def _anchored_year(point: Point, month: int, context: Context, today: date) -> int:
    """Return the year of a day, month or season nearest to *today* on the side it lies on."""
    here = (today.month, today.day if point.day else 1)
    there = (month, point.day or 1)
    if point.way is not None:
        return today.year + {LAST: -(there >= here), NEXT: there <= here}.get(point.way, 0)
    if context.ahead:
        return today.year + (there < here)
    days = (31 * (month - today.month) + (point.day or 1) - today.day) % (31 * calendar.MONTHS)
    if context.open and point.day and days <= _NEAR:
        return today.year + (there < here)
    if context.open and not point.day and there > here and month - today.month <= _MONTHS_AHEAD:
        return today.year
    if there > here and not (point.day and _comes_soon(today, month, point.day)):
        return today.year - 1
    return today.year


def _comes_soon(today: date, month: int, day: int) -> bool:
    return day <= calendar.last_day(today.year, month) and (date(today.year, month, day) - today).days <= _SOON


def _same(point: Point, context: Context) -> Meaning:
    """Return the year, month or day told before ("the same year")."""
    if context.told is None:
        return UNKNOWN
    year, month, day = context.told
    if point.month is not None or point.period in calendar.SEASONS or point.period == "year":
        return _dated(point if point.period != "year" else Point(), year, EVENT)
    if point.period in ("month", "day") and month and (day or point.period == "month"):
        return _dated(Point(month=month, day=day if point.period == "day" else None), year, EVENT)
    return UNKNOWN


def _nth(point: Point, context: Context) -> Meaning:
    """Return the first, second … or last such weekday, week or day of a month."""
    whole = meaning(replace(point, nth=None, weekday=None, period=""), context)
    if not whole.told or whole.told[1] is None or point.nth is None or whole.told[0] <= 0:
        return UNKNOWN
    year, month = whole.told[0], whole.told[1]
    if point.weekday is not None:
        return one_day(calendar.nth_weekday(year, month, point.weekday, point.nth), whole.basis)
    if point.period == "day":
        return one_day(calendar.nth_day(year, month, point.nth), whole.basis)
    week = calendar.nth_week(year, month, point.nth) if point.period == "week" else None
    return Meaning(week, whole.basis, whole.told) if week else UNKNOWN


_READERS: tuple[tuple[Callable[[Point], bool], Callable[[Point, Context], Meaning]], ...] = (
    (lambda point: point.is_clock, _clock),
    (lambda point: point.unit == "same", _same),
    (lambda point: point.nth is not None, _nth),
    (lambda point: point.day is not None and point.month is None, counted.monthday),
    (lambda point: point.unit == "week" and point.weekday is not None, counted.weekday_of_week),
    (lambda point: bool(point.unit) and not (point.month or point.period), counted.counted),
    (lambda point: point.weekday is not None and point.month is None, counted.weekday),
    (lambda point: point.period in ("decade", "century"), _long),
    (lambda point: point.year is not None, _with_year),
    (lambda _point: True, _partial),
)
"""What reads a point: the first it fits."""
