from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tocsin.claims.intervals import Interval
from tocsin.claims.models.claims import Claim
from tocsin.claims.models.fields import Amount, EdtfField
from tocsin.claims.models.places import Place
from tocsin.claims.models.speakers import Speaker
from tocsin.claims.statuses import (
    Category,
    Displacement,
    FigureRole,
    Method,
    Population,
    Quantifier,
    SeriesKind,
    Term,
)


class FigureSeriesQuerySet(models.QuerySet["FigureSeries"]):
    def public(self) -> Self:
        """Those with a figure readers may see."""
        return self.filter(Q(figures__claim__is_public=True, figures__claim__merged_into=None)).distinct()


class FigureSeries(models.Model):
    """Figures that count the same: one indicator, population, place, definition, origin and phase."""

    name = models.CharField(_("name"), max_length=200)
    indicator = models.CharField(_("indicator"), max_length=120, help_text=_("What is counted, as: refugees."))
    kind = models.CharField(_("stock or flow"), max_length=10, choices=SeriesKind)
    population = models.CharField(_("population"), max_length=9, choices=Population, default=Population.UNKNOWN)
    place = models.ForeignKey(
        Place, models.PROTECT, null=True, blank=True, related_name="series", verbose_name=_("place")
    )
    definition = models.CharField(_("definition"), max_length=300, blank=True)
    includes = models.JSONField(_("includes"), default=list, blank=True)
    excludes = models.JSONField(_("excludes"), default=list, blank=True)
    origin = models.ForeignKey(
        Speaker, models.PROTECT, null=True, blank=True, related_name="series", verbose_name=_("who counts")
    )
    phase = models.PositiveSmallIntegerField(
        _("phase"), default=1, help_text=_("Raised when the count starts again at zero.")
    )
    unit = models.CharField(_("unit"), max_length=60, default="person")
    method = models.CharField(_("method"), max_length=12, choices=Method, default=Method.UNKNOWN)
    category = models.CharField(_("IDMC category"), max_length=40, choices=Category, blank=True)
    slug = models.SlugField(_("address"), max_length=120, unique=True)
    key = models.CharField(max_length=71, unique=True, editable=False)
    """The hash of all that makes a series one (``services.series_key``); a null in it counts as a value."""

    objects = FigureSeriesQuerySet.as_manager()

    class Meta:
        verbose_name = _("figure series")
        verbose_name_plural = _("figure series")
        ordering = ["name", "phase"]

    def __str__(self) -> str:
        return f"{self.name} ({self.phase})" if self.phase > 1 else self.name


class FigureQuerySet(models.QuerySet["Figure"]):
    def public(self) -> Self:
        return self.filter(claim__is_public=True, claim__merged_into=None)

    def by_date(self) -> Self:
        return self.order_by("as_of_end", "pk")


class Figure(models.Model):
    """The number of a claim: as printed, as bounds, and what it counts. A bound that is not known is empty, never 0."""

    claim = models.OneToOneField(Claim, models.CASCADE, related_name="figure", verbose_name=_("claim"))
    series = models.ForeignKey(
        FigureSeries, models.PROTECT, null=True, blank=True, related_name="figures", verbose_name=_("series")
    )
    reported = models.CharField(_("as printed"), max_length=200, blank=True)
    quantifier = models.CharField(_("quantifier"), max_length=13, choices=Quantifier, default=Quantifier.EXACT)
    low = Amount(_("at least"))
    best = Amount(_("best"))
    high = Amount(_("at most"))
    unit = models.CharField(_("unit"), max_length=60, default="person")
    household_size = models.DecimalField(
        _("people in a household"), max_digits=5, decimal_places=2, null=True, blank=True
    )
    factor = models.DecimalField(_("factor of conversion"), max_digits=14, decimal_places=6, null=True, blank=True)
    kind = models.CharField(_("stock or flow"), max_length=10, choices=SeriesKind, blank=True)
    category = models.CharField(_("IDMC category"), max_length=40, choices=Category, blank=True)
    term = models.CharField(_("term"), max_length=30, choices=Term, blank=True)
    population = models.CharField(_("population"), max_length=9, choices=Population, default=Population.UNKNOWN)
    definition = models.CharField(_("definition"), max_length=300, blank=True)
    includes = models.JSONField(_("includes"), default=list, blank=True)
    excludes = models.JSONField(_("excludes"), default=list, blank=True)
    displacement_occurred = models.CharField(_("displaced when"), max_length=7, choices=Displacement, blank=True)
    period = EdtfField(_("period"), help_text=_("From when to when it counts."))
    as_of = EdtfField(_("as of"))
    as_of_end = models.DateField(_("last day of that"), null=True, blank=True, editable=False, db_index=True)
    role = models.CharField(_("role"), max_length=13, choices=FigureRole, blank=True)
    method = models.CharField(_("method"), max_length=12, choices=Method, blank=True)
    source_excerpt = models.TextField(_("words of the source"), max_length=2000, blank=True)
    calculation = models.CharField(_("how it was calculated"), max_length=500, blank=True)
    verified_value = Amount(_("of these confirmed"))
    is_correction = models.BooleanField(_("corrects an earlier one"), default=False)

    objects = FigureQuerySet.as_manager()

    class Meta:
        verbose_name = _("figure")
        verbose_name_plural = _("figures")
        ordering = ["as_of_end", "pk"]
        indexes = [models.Index(fields=["series", "as_of_end"], name="figures_of_a_series")]
        constraints = [
            models.CheckConstraint(
                condition=Q(low=None) | Q(high=None) | Q(low__lte=models.F("high")), name="low_is_not_above_high"
            ),
            models.UniqueConstraint(
                fields=["series", "as_of"],
                condition=Q(role=FigureRole.RECOMMENDED),
                name="one_recommended_figure_per_series_and_date",
            ),
        ]

    def __str__(self) -> str:
        return self.reported or f"{self.low}–{self.high}"

    def newest_after(self) -> Figure | None:
        """The newest public figure of its series that is later than this one."""
        if self.series is None or self.as_of_end is None:
            return None
        later = Figure.objects.public().filter(series=self.series, as_of_end__gt=self.as_of_end)
        return later.by_date().last()

    @property
    def interval(self) -> Interval:
        """Its bounds; a single best number is both."""
        if self.low is None and self.high is None:
            return Interval(self.best, self.best)
        return Interval(self.low, self.high)
