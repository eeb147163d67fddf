"""Figures and their series: one key, one series; stock and flow never summed; a missing number stays missing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from tocsin.accounts.models import User
from tocsin.claims.errors import ClaimRefused
from tocsin.claims.intervals import Interval
from tocsin.claims.models import Figure, FigureSeries
from tocsin.claims.services.computing import recompute
from tocsin.claims.statuses import Category, SeriesKind, Term
from tocsin.lib import edtf
from tocsin.lib.hashing import sha256

_KEY = ("indicator", "population", "place", "definition", "origin", "phase", "kind")


def series_key(**fields: Any) -> str:
    """The hash of what makes a series one: indicator, population, place, definition, origin, phase, stock or flow."""
    parts = [str(getattr(fields.get(name), "pk", fields.get(name)) or "") for name in _KEY]
    return sha256("\x1f".join(parts).encode())


@transaction.atomic
def series_for(*, name: str, indicator: str, kind: str, **fields: Any) -> FigureSeries:
    """Return the series with that key; one not yet on record is recorded.

    Raises ``ValidationError`` for a field that cannot be kept.
    """
    made = FigureSeries(name=name, indicator=indicator, kind=kind, **fields)
    made.key = series_key(**{field: getattr(made, field) for field in _KEY})
    if known := FigureSeries.objects.filter(key=made.key).first():
        return known
    made.slug = made.slug or _free_slug(slugify(name, allow_unicode=True)[:100] or "series")
    made.full_clean()
    made.save()
    return made


def _free_slug(wanted: str) -> str:
    taken = set(FigureSeries.objects.filter(slug__startswith=wanted).values_list("slug", flat=True))
    return next(
        slug for slug in (wanted, *(f"{wanted}-{number}" for number in range(2, len(taken) + 3))) if slug not in taken
    )


def prepare(figure: Figure) -> None:
    """Set what follows from the fields of *figure*. Raises ``ClaimRefused`` for one that could be misread."""
    figure.as_of_end = edtf.read(figure.as_of).end if figure.as_of else None
    _refuse_unclear(figure)


def _refuse_unclear(figure: Figure) -> None:
    """Raise ``ClaimRefused`` for a figure that could be misread.

    Deaths need to say whom they count and how; a value that is not the printed one needs its calculation.
    """
    deaths = figure.category == Category.DEATHS or figure.term == Term.DEAD
    if deaths and not (figure.definition or figure.includes or figure.excludes or figure.series_id):
        raise ClaimRefused(_("Say whom this number of deaths counts: a definition, or what it includes and excludes."))
    if figure.factor is not None and not figure.calculation:
        raise ClaimRefused(_("Say how the number was calculated from the printed one."))


@transaction.atomic
def add_figure(figure: Figure, series: FigureSeries, *, by: User | None = None) -> Figure:
    """Make *figure* a part of *series*. Raises ``ClaimRefused`` where stock would stand among flow."""
    if figure.kind and figure.kind != series.kind:
        raise ClaimRefused(
            _("This figure is a %(one)s, the series a %(other)s. The two are never put into one line.")
            % {"one": SeriesKind(figure.kind).label, "other": SeriesKind(series.kind).label}
        )
    if not figure.as_of_end:
        raise ClaimRefused(_("A figure of a series needs the date it was true on."))
    figure.series = series
    figure.save(update_fields=["series"])
    recompute(list(Figure.objects.filter(series=series).values_list("claim_id", flat=True)))
    return figure


def total(figures: Iterable[Figure], *, disjoint: bool = False) -> Interval:
    """Add *figures* up, bound by bound; an open bound leaves the sum open.

    Raises ``ClaimRefused`` for stock and flow, for different units, and unless *disjoint* says that nobody is counted
    twice.
    """
    several = list(figures)
    kinds = {one.kind or (one.series.kind if one.series else "") for one in several}
    if len(kinds) > 1 or "" in kinds:
        raise ClaimRefused(_("Stock and flow cannot be added: people who are somewhere, and people who moved."))
    if len({one.unit for one in several}) > 1:
        raise ClaimRefused(_("Figures in different units cannot be added. Convert them first."))
    if len(several) > 1 and not disjoint:
        raise ClaimRefused(
            _("These figures may count the same people twice. Say that they do not, or leave them apart.")
        )
    lows, highs = [one.interval.low for one in several], [one.interval.high for one in several]
    return Interval(
        None if None in lows else sum(low for low in lows if low is not None),  # type: ignore[arg-type]
        None if None in highs else sum(high for high in highs if high is not None),  # type: ignore[arg-type]
    )
