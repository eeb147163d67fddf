"""Dates and times of day in digits: 2022-03-05, 5.03.2022, 3/5/22, 04:30."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from tocsin.claims.extraction.times.point import Point
from tocsin.claims.extraction.times.words import LANGUAGES, module

_NO_DIGIT_BEFORE = r"(?<![\w./:-])"
_NO_DIGIT_AFTER = r"(?![\w:]|[./-]\d)"
_ISO = re.compile(
    rf"{_NO_DIGIT_BEFORE}(?P<year>\d{{4}})(?P<mark>[-./])(?P<month>\d{{1,2}})(?P=mark)(?P<day>\d{{1,2}})"
    r"(?:[T ](?P<hour>\d{2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.\d+)?)?(?P<zone>Z|[+-]\d{2}:?\d{2})?)?"
    rf"{_NO_DIGIT_AFTER}"
)
_DAY_FIRST = re.compile(
    rf"{_NO_DIGIT_BEFORE}(?P<a>\d{{1,2}})(?P<mark>[-./])(?P<b>\d{{1,2}})(?P=mark)(?P<year>\d{{4}}|\d{{2}}){_NO_DIGIT_AFTER}"
)
_MONTH_YEAR = re.compile(rf"{_NO_DIGIT_BEFORE}(?P<month>\d{{1,2}})[./](?P<year>\d{{4}}){_NO_DIGIT_AFTER}")
_YEAR_MONTH = re.compile(rf"{_NO_DIGIT_BEFORE}(?P<year>\d{{4}})[-/](?P<month>\d{{2}}){_NO_DIGIT_AFTER}")
_SLASHED = re.compile(
    r"(?:^\s*|(?<=\b[oO]n\s)|(?<=\b[bB]y\s)|(?<=\b[fF]rom\s)|(?<=\b[uU]ntil\s)|(?<=\b[sS]ince\s)|(?<=\b[eE]l\s)|(?<=\b[lL]e\s)"
    r"|(?<=\b[iI]l\s))(?P<a>\d{1,2})/(?P<b>\d{1,2})(?![\w/%]|[.,]\d)"
)
"""Day and month without a year, where a preposition or article tells that it is no fraction."""
_DAY_MONTH = re.compile(r"(?<![\w.,:/-])(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?!\d)")
_CLOCK = re.compile(
    r"(?<![\w.:,/-])(?P<hour>\d{1,2})(?::|(?<=\d)[hчг](?=\d))(?P<minute>\d{2})(?::(?P<second>\d{2}))?(?![:\d]|[.,]\d)"
)
_DOTTED = {
    "en": r"(?:(?P<hour>\d{1,2})\.(?P<minute>\d{2})(?=\s?[ap]\.?m))",
    "uk": r"(?<=\b[оО]\s)(?P<hour>\d{1,2})\.(?P<minute>\d{2})",
    "ru": r"(?<=\b[вВ]\s)(?P<hour>\d{1,2})\.(?P<minute>\d{2})(?=\s(?:утра|вечера|дня|ночи|мск))",
    "de": r"(?P<hour>\d{1,2})\.(?P<minute>\d{2})(?=\sUhr)",
    "es": r"(?P<hour>\d{1,2})\.(?P<minute>\d{2})(?=\s(?:horas|h|hs)\b)",
    "pl": r"(?<=\b[oO]\s)(?P<hour>\d{1,2})\.(?P<minute>\d{2})",
}
_DOTTED_CLOCK = {
    language: re.compile(rf"(?<![\w.,:]){pattern}(?P<second>)(?![.:]?\d)") for language, pattern in _DOTTED.items()
}
"""Hours and minutes with a full stop between them, where the words around tell that they are a time."""
_TOGETHER = re.compile(
    r"(?<=\b[aA][tT]\s)(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)(?P<second>)"
    r"(?=\s*[\[(.,;]|\s(?:[gG][mM][tT]|[uU][tT][cC]|hours|local|on|in|today|yesterday|this|last|tomorrow)\b)"
)
"""Hours and minutes as soldiers and agencies write them: at 0945."""
_CENTURY = 100
_TURN = 69
"""Two digits up to this are years after 2000."""
_YEARS = range(1000, 3000)


def numeric(text: str, language: str) -> Iterator[tuple[int, int, str, Point]]:
    """Yield start, end, letter (``D`` for a date, ``T`` for a time of day) and meaning of what is told in digits."""
    month_first = language in LANGUAGES and module(language).MONTH_FIRST
    taken = 0
    found = [(match.start(), match.end(), "D", _iso(match)) for match in _ISO.finditer(text)]
    found += [(match.start(), match.end(), "D", _day_first(match, month_first)) for match in _DAY_FIRST.finditer(text)]
    found += [(match.start(), match.end(), "D", _month_year(match)) for match in _MONTH_YEAR.finditer(text)]
    found += [(match.start(), match.end(), "D", _month_year(match)) for match in _YEAR_MONTH.finditer(text)]
    if not month_first:
        found += [(match.start(), match.end(), "D", _day_month(match)) for match in _DAY_MONTH.finditer(text)]
    found += [(match.start("a"), match.end(), "D", _slashed(match, month_first)) for match in _SLASHED.finditer(text)]
    found += [(match.start(), match.end(), "T", _clock(match)) for match in _CLOCK.finditer(text)]
    if language in _DOTTED_CLOCK:
        found += [(match.start(), match.end(), "T", _clock(match)) for match in _DOTTED_CLOCK[language].finditer(text)]
    if language == "en":
        found += [(match.start(), match.end(), "T", _clock(match)) for match in _TOGETHER.finditer(text)]
    for start, end, letter, point in sorted(found, key=lambda one: (one[0], -one[1])):
        if point is not None and start >= taken:
            yield start, end, letter, point
            taken = end


def real(year: int, month: int, day: int) -> bool:
    """Tell whether there is such a day."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return year in _YEARS


def whole_year(digits: str) -> int:
    """Return the year that two or four digits are."""
    year = int(digits)
    return year if year >= _CENTURY else year + (2000 if year <= _TURN else 1900)


def _iso(match: re.Match[str]) -> Point | None:
    year, month, day = (int(match[part]) for part in ("year", "month", "day"))
    if not real(year, month, day):
        return None
    clock = None
    if match["hour"]:
        clock = _time(match["hour"], match["minute"], match["second"])
    return Point(year=year, month=month, day=day, clock=clock, zone=match["zone"] or "" if clock else "")


def _day_first(match: re.Match[str], month_first: bool) -> Point | None:
    year, a, b = whole_year(match["year"]), int(match["a"]), int(match["b"])
    orders = [(b, a), (a, b)]
    if month_first and match["mark"] != ".":
        orders.reverse()
    return next((Point(year=year, month=month, day=day) for month, day in orders if real(year, month, day)), None)


def _month_year(match: re.Match[str]) -> Point | None:
    year, month = int(match["year"]), int(match["month"])
    return Point(year=year, month=month) if real(year, month, 1) and year in range(1800, 2100) else None


def _slashed(match: re.Match[str], month_first: bool) -> Point | None:
    leap = 2000
    month, day = (int(match["a"]), int(match["b"])) if month_first else (int(match["b"]), int(match["a"]))
    return Point(month=month, day=day) if real(leap, month, day) else None


def _day_month(match: re.Match[str]) -> Point | None:
    leap = 2000
    month, day = int(match["month"]), int(match["day"])
    return Point(month=month, day=day) if real(leap, month, day) else None


def _clock(match: re.Match[str]) -> Point | None:
    clock = _time(match["hour"], match["minute"], match["second"])
    return Point(clock=clock) if clock else None


def _time(hour: str, minute: str, second: str | None) -> tuple[int, int, int] | None:
    clock = int(hour), int(minute), int(second or 0)
    limits = (24, 60, 60)
    return clock if all(part < limit for part, limit in zip(clock, limits, strict=True)) else None
