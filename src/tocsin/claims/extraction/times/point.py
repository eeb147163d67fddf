"""A time as the words give it, before it is known what it is counted from."""

from __future__ import annotations

from dataclasses import dataclass, replace

LAST, THIS, NEXT = -1, 0, 1


@dataclass(frozen=True, slots=True)
class Point:
    """Parts of a date; None for those the words leave out.

    *unit* and *shift* count from the anchor (``week``, -1: last week); with *count* the stretch is so many units
    long. *way* is LAST, THIS or NEXT for a named day, month or season ("last Thursday"). *nth* is which weekday or week
    of a month.
    *period* and *number* are a quarter, half, season or week of a year, or a decade or century. *edge* is the third of
    a period (``early``, ``mid``, ``late``). *part* is a part of the day. *zone* is Z for UTC. *long* is the duration
    the words are unless they look ahead ("in two weeks"). *told* is set for words that count from the date told before
    ("two days later", "the same day").
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    nth: int | None = None
    unit: str = ""
    shift: int = 0
    count: int | None = None
    way: int | None = None
    period: str = ""
    number: int = 0
    edge: str = ""
    part: str = ""
    clock: tuple[int, int, int] | None = None
    zone: str = ""
    long: str = ""
    told: bool = False

    @property
    def is_clock(self) -> bool:
        """Whether it tells the time of day and no day."""
        return bool(self.clock or self.part) and self == Point(clock=self.clock, part=self.part, zone=self.zone)

    @property
    def is_partial(self) -> bool:
        """Whether the year must come from elsewhere."""
        return self.year is None and not self.unit and bool(self.month or self.day or self.period)

    @property
    def is_relative(self) -> bool:
        """Whether it is counted from the day of writing."""
        return bool(self.unit or self.way is not None or (self.weekday is not None and self.day is None))

    def at(self, other: Point) -> Point:
        """Return this day with the time of day of *other*."""
        return replace(self, clock=other.clock or self.clock, part=other.part or self.part, zone=other.zone)

    def filled(self, other: Point) -> Point:
        """Return this point with the month and year of *other*, the later end of a range, if it has no month."""
        if self.unit or self.year is not None or self.weekday is not None:
            return self
        if self.day is not None and self.month is None:
            return replace(self, month=other.month, year=other.year, unit=other.unit, shift=other.shift, way=other.way)
        if other.unit == "year" and self.month is not None:
            return replace(self, unit="year", shift=other.shift)
        return self
