"""A figure series as a chart: bounds, quantifier and gaps drawn as what they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise
from statistics import median

from django.utils import formats
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tocsin.claims.models import Figure, FigureSeries
from tocsin.claims.statuses import ClaimType, Quantifier
from tocsin.evidence.charts.scales import Scale, days, round_ticks
from tocsin.evidence.charts.svg import drawing, element, path, side

WIDTH, HEIGHT = 720, 400
RIGHT, TOP, BOTTOM = 18, 18, 48
LETTER = 12
"""The width of a digit at the size a telephone shows it."""
MOST_DOTS = 150
"""Above so many points single dots would be a smear; the line alone is drawn, and the table has them all."""


@dataclass(frozen=True)
class Point:
    """One figure on its date."""

    day: date
    low: Decimal | None
    best: Decimal | None
    high: Decimal | None
    quantifier: str
    forecast: bool

    @property
    def value(self) -> float:
        """Where the dot stands: the best value, else the bound that is known."""
        known = next(one for one in (self.best, self._middle, self.low, self.high) if one is not None)
        return float(known)

    @property
    def _middle(self) -> Decimal | None:
        return self.low if self.low is not None and self.low == self.high else None

    @property
    def top(self) -> float:
        return max(float(one) for one in (self.low, self.best, self.high) if one is not None)


def points_of(figures: Sequence[Figure]) -> list[Point]:
    """The points of *figures* that have a date and a number, by date."""
    found = [
        Point(
            one.as_of_end,
            one.low,
            one.best,
            one.high,
            one.quantifier,
            one.claim.type == ClaimType.FORECAST,
        )
        for one in figures
        if one.as_of_end and not (one.low is None and one.best is None and one.high is None)
    ]
    return sorted(found, key=lambda one: one.day)


def chart_of(series: FigureSeries, figures: Sequence[Figure]) -> SafeString | None:
    """Draw *figures* of *series*; nothing where there is no point to draw."""
    points = points_of(figures)
    if not points:
        return None
    first, last = points[0].day, points[-1].day
    ticks = round_ticks(max(one.top for one in points))
    left = 24 + LETTER * max(len(_number(tick)) for tick in ticks)
    across = Scale(first.toordinal(), last.toordinal(), left + 14, WIDTH - RIGHT - 14)
    up = Scale(0, ticks[-1], HEIGHT - BOTTOM, TOP)
    parts = [*_axes(ticks, up, (first, last), across, left), *_lines(points, across, up), *_dots(points, across, up)]
    description = ngettext(
        "%(count)d figure from %(first)s to %(last)s",
        "%(count)d figures from %(first)s to %(last)s",
        len(points),
    ) % {
        "count": len(points),
        "first": formats.date_format(first, "DATE_FORMAT"),
        "last": formats.date_format(last, "DATE_FORMAT"),
    }
    return drawing(WIDTH, HEIGHT, parts, name=str(series), description=description, kind="series")


def _number(value: float) -> str:
    return str(formats.number_format(int(value) if value == int(value) else value, force_grouping=True))


def _axes(ticks: list[float], up: Scale, ends: tuple[date, date], across: Scale, left: float) -> Iterator[SafeString]:
    for tick in ticks:
        y = up(tick)
        yield element("line", x1=left, x2=WIDTH - RIGHT, y1=y, y2=y, class_="grid-line")
        yield element("text", _number(tick), x=left - 8, y=y + 4, class_="axis axis--y")
    for day, words in days(*ends, most=4):
        x = across(day.toordinal())
        yield element("line", x1=x, x2=x, y1=HEIGHT - BOTTOM, y2=HEIGHT - BOTTOM + 5, class_="tick")
        yield element("text", words, x=x, y=HEIGHT - BOTTOM + 26, class_=f"axis {side(x, left, WIDTH)}")


def _lines(points: Sequence[Point], across: Scale, up: Scale) -> Iterator[SafeString]:
    """The line through the observations, broken where days are missing. A forecast is on no line."""
    observed = [one for one in points if not one.forecast]
    for run in _runs(observed):
        if len(run) > 1:
            line = path((across(one.day.toordinal()), up(one.value)) for one in run)
            yield element("path", d=line, class_="line")


def _runs(points: Sequence[Point]) -> Iterator[list[Point]]:
    gaps = [(later.day - earlier.day).days for earlier, later in pairwise(points)]
    longest = max(2.0, 2.5 * median(gaps)) if gaps else 0
    run: list[Point] = []
    for point in points:
        if run and (point.day - run[-1].day).days > longest:
            yield run
            run = []
        run.append(point)
    if run:
        yield run


def _dots(points: Sequence[Point], across: Scale, up: Scale) -> Iterator[SafeString]:
    crowded = len(points) > MOST_DOTS
    for one in points:
        x, y = across(one.day.toordinal()), up(one.value)
        if one.low is not None and one.high is not None and one.low != one.high:
            yield element("line", x1=x, x2=x, y1=up(float(one.low)), y2=up(float(one.high)), class_="bar")
        if crowded and not one.forecast:
            continue
        yield from _arrow(one, x, y)
        kind = "dot dot--forecast" if one.forecast else "dot"
        yield element("circle", element("title", words_of(one)), cx=x, cy=y, r=4, class_=kind)


def _arrow(one: Point, x: float, y: float) -> Iterator[SafeString]:
    """An open bound is an arrow: the number may be more, or less."""
    direction = {Quantifier.MORE_THAN: -1, Quantifier.LESS_THAN: 1}.get(Quantifier(one.quantifier))
    if direction:
        tip = y + 15 * direction
        yield element("line", x1=x, x2=x, y1=y, y2=tip, class_="bound")
        yield element(
            "path", d=path([(x - 3.5, tip - 4 * direction), (x, tip), (x + 3.5, tip - 4 * direction)]), class_="bound"
        )


def words_of(one: Point) -> str:
    """The point in words: date, quantifier, number."""
    day = formats.date_format(one.day, "DATE_FORMAT")
    number = formats.number_format(one.value if one.value % 1 else int(one.value), force_grouping=True)
    quantifier = "" if one.quantifier == Quantifier.EXACT else f"{Quantifier(one.quantifier).label} "
    forecast = f" ({_('forecast')})" if one.forecast else ""
    return f"{day}: {quantifier}{number}{forecast}"
