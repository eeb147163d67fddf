"""Claims by the days they are about: one strip each on a common scale, the words beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.safestring import SafeString

from tocsin.articles.shown_claims import ShownClaim
from tocsin.evidence.charts.scales import Scale, days
from tocsin.evidence.charts.svg import element, path, side
from tocsin.lib import edtf

WIDTH, HEIGHT = 300, 18


@dataclass(frozen=True)
class Row:
    """A claim and its strip."""

    shown: ShownClaim
    strip: SafeString


@dataclass(frozen=True)
class Timeline:
    """The strips, and the axis they share."""

    axis: SafeString
    rows: list[Row]


def timeline_of(claims: Sequence[ShownClaim]) -> Timeline | None:
    """Draw *claims* that have a date; nothing where none has."""
    dated = [(one, edtf.read(one.claim.date)) for one in claims if one.claim.date]
    known = [day for _one, span in dated for day in (span.start, span.end) if day]
    if not known:
        return None
    first, last = min(known), max(known) + timedelta(days=1)
    across = Scale(first.toordinal(), last.toordinal(), 8, WIDTH - 8)
    rows = [Row(one, _strip(span, first, last, across, one.status)) for one, span in dated]
    return Timeline(_axis(first, last, across), rows)


def _axis(first: date, last: date, across: Scale) -> SafeString:
    marks: list[SafeString] = []
    for day, words in days(first, last, most=3):
        x = across(day.toordinal())
        marks += [
            element("line", x1=x, x2=x, y1=26, y2=34, class_="tick"),
            element("text", words, x=x, y=18, class_=f"axis {side(x, 0, WIDTH)}"),
        ]
    return element("svg", *marks, viewBox=f"0 0 {WIDTH} 36", class_="drawn strip strip--axis", aria_hidden="true")


def _strip(span: edtf.Days, first: date, last: date, across: Scale, status: str) -> SafeString:
    start, end = span.start or first, (span.end or last) + timedelta(days=1)
    x, to = across(start.toordinal()), across(min(end, last).toordinal())
    middle = HEIGHT / 2
    bar = element("rect", x=x, y=middle - 4, width=max(6.0, to - x), height=8, rx=2, class_=f"when when--{status}")
    return element(
        "svg",
        element("line", x1=8, x2=WIDTH - 8, y1=middle, y2=middle, class_="grid-line"),
        bar,
        *_open_ends(span, x, max(x + 6, to), middle),
        viewBox=f"0 0 {WIDTH} {HEIGHT}",
        class_="drawn strip",
        aria_hidden="true",
    )


def _open_ends(span: edtf.Days, x: float, to: float, y: float) -> Iterator[SafeString]:
    if span.start is None:
        yield element("path", d=path([(x + 4, y - 7), (x - 4, y), (x + 4, y + 7)]), class_="bound")
    if span.end is None:
        yield element("path", d=path([(to - 4, y - 7), (to + 4, y), (to - 4, y + 7)]), class_="bound")
