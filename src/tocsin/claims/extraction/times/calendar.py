"""Stretches of days and how they are written in EDTF."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta

MONTHS = 12
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "winter": 24}
_FIRST_MONTH = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_EASTERS = range(1583, 3000)
_CODES = {"quarter": (32, 3), "half": (39, 6)}
"""What is added to the number for its EDTF code, and how many months it has."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A value in EDTF, and its first and last part for use as an end of an interval."""

    value: str
    low: str
    high: str

    @classmethod
    def of(cls, low: str, high: str = "") -> Stretch:
        return cls(low if not high or low == high else f"{low}/{high}", low, high or low)


def interval(first: Stretch | None, last: Stretch | None) -> str:
    """Return the interval from one stretch to another, empty if one is not known or it would end before it begins."""
    if first is None or last is None:
        return ""
    begin, end = _comparable(first.low), _comparable(last.high)
    shared = min(len(begin), len(end))
    return "" if begin[:shared] > end[:shared] else f"{first.low}/{last.high}"


def _comparable(text: str) -> list[int]:
    """Return year, month and day; of a season or quarter the year alone."""
    before_christ = text.startswith("-")
    parts = [0 if part == "XXXX" else int(part) for part in text.lstrip("-").split("T")[0].split("-")]
    if len(parts) > 1 and parts[1] > MONTHS:
        parts = parts[:1]
    return [-parts[0], *parts[1:]] if before_christ else parts


def year_text(year: int) -> str:
    return f"-{-year:04}" if year < 0 else f"{year:04}"


def day_text(day: date) -> str:
    return day.isoformat()


def month_text(year: int, month: int) -> str:
    return f"{year_text(year)}-{month:02}"


def moved(day: date, days: int) -> date | None:
    """Return the day so many days on, None where the calendar ends."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def month_moved(year: int, month: int, by: int) -> tuple[int, int]:
    index = year * MONTHS + month - 1 + by
    return index // MONTHS, index % MONTHS + 1


def last_day(year: int, month: int) -> int:
    following = month_moved(year, month, 1)
    return (date(*following, 1) - timedelta(days=1)).day


def days(first: date, last: date) -> Stretch:
    return Stretch.of(day_text(first), day_text(last))


def week(day: date) -> Stretch | None:
    """Return the week, Monday to Sunday, that *day* is in."""
    first = moved(day, -day.weekday())
    last = moved(day, 6 - day.weekday())
    return days(first, last) if first and last else None


def third(low: int, high: int, edge: str) -> tuple[int, int]:
    """Return the first, middle or last third, or a half, of the numbers *low* to *high*."""
    length = high - low + 1
    cut, second = low + length // 3, low + length - length // 3 - (1 if length % 3 == 2 else 0)  # noqa: PLR2004
    half = low + length // 2
    if edge.endswith("half"):
        return (low, half - 1) if edge.startswith("first") else (half, high)
    return {"early": (low, cut - 1), "mid": (cut, second - 1), "late": (second, high)}[edge]


def month(year: int, number: int, edge: str = "") -> Stretch:
    text = month_text(year, number)
    if not edge or not MINYEAR <= year < MAXYEAR:
        return Stretch.of(text)
    end = last_day(year, number)
    tens = {"early": (1, 10), "mid": (11, 20), "late": (21, end), "first half": (1, 15), "second half": (16, end)}
    first, last = tens[edge]
    return _edge(f"{text}-{first:02}", f"{text}-{last:02}", text, edge)


def year(number: int, edge: str = "") -> Stretch:
    if not edge:
        return Stretch.of(year_text(number))
    first, last = third(1, MONTHS, edge)
    return _edge(month_text(number, first), month_text(number, last), year_text(number), edge)


def _edge(first: str, last: str, whole: str, edge: str) -> Stretch:
    """Return a third; as an end of an interval, the start or end of the period is the period itself."""
    return Stretch(
        f"{first}/{last}",
        whole if edge in ("early", "first half") else first,
        whole if edge in ("late", "second half") else last,
    )


def years(first: int, last: int, edge: str = "", value: str = "") -> Stretch:
    """Return a decade or century, written as *value* when it is whole."""
    if edge:
        return Stretch.of(*(year_text(end) for end in third(first, last, edge)))
    return Stretch(value or f"{year_text(first)}/{year_text(last)}", year_text(first), year_text(last))


def decade(number: int, edge: str = "") -> Stretch:
    return years(number * 10, number * 10 + 9, edge, f"{number:03}X" if number >= 0 else "")


def century(number: int, edge: str = "") -> Stretch:
    return years(number * 100, number * 100 + 99, edge, f"{number:02}XX" if number >= 0 else "")


def part_of_year(of_year: int, name: str, number: int, edge: str = "") -> Stretch:
    """Return a season, quarter, half or week of a year."""
    if name == "week":
        start = moved(date(of_year, 1, 4), 7 * (number - 1)) if MINYEAR <= of_year < MAXYEAR else None
        return (start and week(start)) or Stretch.of(year_text(of_year))
    if name in SEASONS:
        first, length, code = _FIRST_MONTH[name], 3, SEASONS[name]
    else:
        base, length = _CODES[name]
        first, code = (number - 1) * length + 1, base + number
    if edge:
        begin, end = third(first, first + length - 1, edge)
        return Stretch.of(month_text(*month_moved(of_year, begin, 0)), month_text(*month_moved(of_year, end, 0)))
    text = f"{year_text(of_year)}-{code}"
    if name in SEASONS:
        return Stretch.of(text)
    return Stretch(text, month_text(of_year, first), month_text(of_year, first + length - 1))


def nth_weekday(of_year: int, number: int, weekday: int, nth: int) -> date | None:
    """Return the first, second … such weekday of a month, the last for -1."""
    if nth > 0:
        day = 1 + (weekday - date(of_year, number, 1).weekday()) % 7 + 7 * (nth - 1)
        return date(of_year, number, day) if day <= last_day(of_year, number) else None
    last = date(of_year, number, last_day(of_year, number))
    return moved(last, -((last.weekday() - weekday) % 7))


def nth_day(of_year: int, number: int, nth: int) -> date | None:
    end = last_day(of_year, number)
    return date(of_year, number, nth if nth > 0 else end) if nth <= end else None


def nth_week(of_year: int, number: int, nth: int) -> Stretch | None:
    """Return the first week of a month as its first seven days, the last as its last seven."""
    end = last_day(of_year, number)
    first = 7 * nth - 6 if nth > 0 else end - 6
    return days(date(of_year, number, first), date(of_year, number, min(first + 6, end))) if first <= end else None


def start_month(name: str, number: int) -> int:
    """Return the month in which a season, quarter, half or week begins."""
    if name in _FIRST_MONTH:
        return _FIRST_MONTH[name]
    if name.startswith("easter"):
        return 4
    return min(MONTHS, (number - 1) * {"quarter": 3, "half": 6}.get(name, 0) + 1 if name != "week" else number // 5 + 1)


def easter(of_year: int, *, orthodox: bool = False) -> date | None:
    """Return Easter Sunday (Meeus; the orthodox one as a Gregorian date), None outside the Gregorian years."""
    if of_year not in _EASTERS:
        return None
    golden = of_year % 19
    if orthodox:
        epact = (19 * golden + 15) % 30
        weekday = (2 * (of_year % 4) + 4 * (of_year % 7) - epact + 34) % 7
        index = epact + weekday + 114
        return date(of_year, index // 31, index % 31 + 1) + timedelta(days=of_year // 100 - of_year // 400 - 2)
    hundreds, rest = divmod(of_year, 100)
    epact = (19 * golden + hundreds - hundreds // 4 - (hundreds - (hundreds + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (hundreds % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    index = epact + weekday - 7 * shift + 114
    return date(of_year, index // 31, index % 31 + 1)
