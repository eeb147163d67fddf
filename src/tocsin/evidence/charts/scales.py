"""From values to places on paper: linear scales, round ticks, dates."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import formats


@dataclass(frozen=True)
class Scale:
    """Maps values from *low* to *high* on places from *start* to *end*."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        if self.high == self.low:
            return (self.start + self.end) / 2
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)


def round_ticks(high: float, count: int = 5) -> list[float]:
    """Round numbers from zero to at least *high*, about *count* of them."""
    if high <= 0:
        return [0, 1]
    raw = high / count
    size = 10 ** math.floor(math.log10(raw))
    step = next(size * factor for factor in (1, 2, 2.5, 5, 10) if size * factor >= raw)
    return [step * n for n in range(math.ceil(high / step) + 1)]


def days(start: date, end: date, most: int = 6) -> list[tuple[date, str]]:
    """Dates to write on an axis from *start* to *end*, with their words: days, months or years as fits."""
    span = (end - start).days
    if span <= most * 2:
        step = max(1, math.ceil((span + 1) / most))
        return [
            (start + timedelta(n), formats.date_format(start + timedelta(n), "MONTH_DAY_FORMAT"))
            for n in range(0, span + 1, step)
        ]
    if span <= most * 31:
        step = math.ceil((span + 1) / most)
        return [
            (start + timedelta(n), formats.date_format(start + timedelta(n), "MONTH_DAY_FORMAT"))
            for n in range(0, span + 1, step)
        ]
    months = math.ceil(span / 30.4 / most)
    step = next((n for n in (1, 2, 3, 6, 12) if n >= months), 12 * math.ceil(months / 12))
    return [
        (day, str(day.year) if step % 12 == 0 else formats.date_format(day, "YEAR_MONTH_FORMAT"))
        for day in _months(start, end, step)
    ]


def _months(start: date, end: date, step: int) -> Iterator[date]:
    year, month = start.year, start.month
    if start.day > 1:
        month += 1
    month = (month - 1 + step - 1) // step * step + 1 if step <= 12 else 1  # noqa: PLR2004 - months of a year
    while True:
        year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
        day = date(year, month, 1)
        if day > end:
            return
        if day >= start:
            yield day
        month += step
