"""Days counted from the anchor or from a date told before: weekdays, last week, two days ago, the past month."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tocsin.claims.extraction.times import calendar
from tocsin.claims.extraction.times.calendar import Stretch
from tocsin.claims.extraction.times.context import UNKNOWN, Context, Meaning, Told, one_day
from tocsin.claims.extraction.times.point import LAST, NEXT, THIS, Point

_TUESDAY, _SATURDAY = 1, 5
_DAYS_OF_WEEK = {"early": (0, 2), "mid": (2, 4), "late": (4, 6), "first half": (0, 3), "second half": (3, 6)}


def weekday(point: Point, context: Context) -> Meaning:
    base, basis = context.base
    if base is None or point.weekday is None:
        return UNKNOWN
    on = (point.weekday - base.weekday()) % 7
    if point.way == LAST:
        by = on - 7
    elif point.way == NEXT:
        by = 7 - base.weekday() + point.weekday if context.week_based else on or 7
    elif context.bare:
        by = on or 7
    elif context.ahead or (context.narrative and point.way is None):
        by = on
    elif point.way == THIS:
        by = point.weekday - base.weekday()
    else:
        by = on - 7 if on else 0
    return one_day(calendar.moved(base, by), basis)


def weekday_of_week(point: Point, context: Context) -> Meaning:
    base, basis = context.base
    if base is None or point.weekday is None:
        return UNKNOWN
    return one_day(calendar.moved(base, 7 * point.shift - base.weekday() + point.weekday), basis)


def monthday(point: Point, context: Context) -> Meaning:
    """Return a day of this, last or next month, or the nearest that falls on such a weekday."""
    base, basis = context.base
    if base is None or point.day is None or (not point.unit and point.weekday is None):
        return UNKNOWN
    if point.unit and point.way is not None:
        months = [point.shift]
    elif point.weekday is not None:
        months = [0, 1, 2, 3, 4, 5, 6] if context.ahead else [0, -1, -2, 1, -3, 2, -4, -5, -6]
    elif context.ahead:
        months = [0] if point.day >= base.day else [1]
    else:
        months = [0] if point.day <= base.day else [-1]
    for by in months:
        year, month = calendar.month_moved(base.year, base.month, by)
        if 1 <= year < 9999 and point.day <= calendar.last_day(year, month):  # noqa: PLR2004
            day = date(year, month, point.day)
            if point.weekday in (None, day.weekday()):
                return one_day(day, basis)
    return UNKNOWN


def counted(point: Point, context: Context) -> Meaning:
    """Return what is counted in units from the anchor: last week, two days ago, the past three months."""
    base, basis = context.told_day if point.told else context.base
    only_month = point.told and point.unit == "day" and context.told and context.told[2] is None
    if base is None or only_month or point.unit == "vague":
        return UNKNOWN
    if point.count == 0:
        return _ago(point, base, basis)
    if point.edge in ("before", "after"):
        return _side(point, base, basis)
    point = _near_weekend(point, base, context)
    if point.count:
        return Meaning(_past_stretch(point, base), basis)
    return Meaning(_unit(point, base), basis, _told_by(point, base))


def _near_weekend(point: Point, base: date, context: Context) -> Point:
    """Return the last or the coming weekend for "the weekend", and for "this weekend" said after it."""
    if point.unit == "nearest weekend":
        ahead = context.ahead or base.weekday() >= _SATURDAY
        return Point(unit="weekend", shift=0 if ahead else -1)
    just_over = point.unit == "weekend" and not point.shift and base.weekday() <= _TUESDAY and not context.ahead
    return replace(point, shift=-1) if just_over else point


def _side(point: Point, base: date, basis: str) -> Meaning:
    """Return what of a period lies before or after the anchor: earlier this month."""
    whole = _unit(replace(point, edge=""), base)
    if whole is None:
        return UNKNOWN
    today = calendar.day_text(base)
    if point.shift:
        return Meaning(whole, basis)
    return Meaning(Stretch.of(whole.low, today) if point.edge == "before" else Stretch.of(today, whole.high), basis)


def _told_by(point: Point, base: date) -> Told | None:
    if point.unit == "day":
        day = calendar.moved(base, point.shift)
        return (day.year, day.month, day.day) if day else None
    if point.unit == "month":
        return (*calendar.month_moved(base.year, base.month, point.shift), None)
    return (base.year + point.shift, None, None) if point.unit == "year" else None


def _unit(point: Point, base: date) -> Stretch | None:
    """Return the day, week, month … so many units from *base*."""
    shift, edge = point.shift, point.edge
    if point.unit in ("week", "weekend"):
        return _week(point, base)
    if point.unit == "day":
        day = calendar.moved(base, shift)
        return Stretch.of(calendar.day_text(day)) if day else None
    year, month = calendar.month_moved(base.year, base.month, shift * {"month": 1, "quarter": 3}.get(point.unit, 0))
    make = {
        "month": lambda: calendar.month(year, month, edge),
        "quarter": lambda: calendar.part_of_year(year, "quarter", (month + 2) // 3, edge),
        "year": lambda: calendar.year(base.year + shift, edge),
        "decade": lambda: calendar.decade(base.year // 10 + shift, edge),
        "century": lambda: calendar.century(base.year // 100 + shift, edge),
    }.get(point.unit)
    return make() if make else None


def _week(point: Point, base: date) -> Stretch | None:
    monday = calendar.moved(base, 7 * point.shift - base.weekday())
    first, last = (_SATURDAY, 6) if point.unit == "weekend" else _DAYS_OF_WEEK.get(point.edge, (0, 6))
    begin = calendar.moved(monday, first) if monday else None
    end = calendar.moved(monday, last) if monday else None
    return calendar.days(begin, end) if begin and end else None


def _ago(point: Point, base: date, basis: str) -> Meaning:
    if point.unit in ("second", "minute", "hour"):
        hours = point.shift if point.unit == "hour" else 0
        return one_day(calendar.moved(base, int(hours / 24)), basis)
    if point.unit in ("day", "week"):
        return one_day(calendar.moved(base, point.shift * (7 if point.unit == "week" else 1)), basis)
    if point.unit in ("month", "quarter"):
        year, month = calendar.month_moved(base.year, base.month, point.shift * (3 if point.unit == "quarter" else 1))
        return Meaning(calendar.month(year, month), basis, (year, month, None)) if year > 0 else UNKNOWN
    year = base.year + point.shift
    return Meaning(calendar.year(year), basis, (year, None, None))


def _past_stretch(point: Point, base: date) -> Stretch | None:
    """Return the stretch of so many units that ends at the anchor, or begins there."""
    count = (point.count or 0) * point.shift
    if point.unit in ("second", "minute"):
        return Stretch.of(calendar.day_text(base))
    other: date | None
    if point.unit in ("month", "year", "quarter"):
        year, month = calendar.month_moved(
            base.year, base.month, count * {"month": 1, "quarter": 3, "year": 12}[point.unit]
        )
        if not 1 <= year < 9999:  # noqa: PLR2004
            return None
        other = date(year, month, min(base.day, calendar.last_day(year, month)))
    else:
        days = {"hour": count / 24, "week": count * 7, "weekend": count * 7}.get(point.unit, count)
        other = calendar.moved(base, int(days - (0.5 if days < 0 and days != int(days) else 0)))
    if other is None:
        return None
    if count > 0:
        following = calendar.moved(base, 1)
        return calendar.days(following, max(following, other)) if following else None
    return calendar.days(min(base, other), base)
