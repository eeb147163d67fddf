from __future__ import annotations

from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from tocsin.claims.statuses import NameKind, Precision
from tocsin.lib import languages


def _degrees(verbose_name: Any, bound: int) -> models.FloatField:
    return models.FloatField(
        verbose_name, null=True, blank=True, validators=[MinValueValidator(-bound), MaxValueValidator(bound)]
    )


class PlaceQuerySet(models.QuerySet["Place"]):
    def named(self, name: str) -> Place | None:
        """The place of that name, whatever its case."""
        return self.filter(name__iexact=name).order_by("pk").first()


class Place(models.Model):
    """Somewhere, as precisely as it is known. What readers see is ``public_…``; the true geometry stays at the desk."""

    name = models.CharField(_("name"), max_length=200, db_index=True)
    precision = models.CharField(_("precision"), max_length=10, choices=Precision, default=Precision.SETTLEMENT)
    country = models.CharField(_("country"), max_length=2, blank=True, help_text=_("ISO 3166-1 alpha-2, as UA."))
    adm1 = models.CharField(_("province"), max_length=120, blank=True)
    adm1_code = models.CharField(_("province's P-code"), max_length=20, blank=True)
    adm2 = models.CharField(_("district"), max_length=120, blank=True)
    geonames = models.PositiveBigIntegerField(_("GeoNames number"), null=True, blank=True, unique=True)
    osm = models.CharField(_("OpenStreetMap"), max_length=30, blank=True)
    wikidata = models.CharField(_("Wikidata"), max_length=20, blank=True)
    disputed = models.BooleanField(_("who it belongs to is disputed"), default=False)
    true_latitude = _degrees(_("true latitude"), 90)
    true_longitude = _degrees(_("true longitude"), 180)
    public_latitude = _degrees(_("latitude for readers"), 90)
    public_longitude = _degrees(_("longitude for readers"), 180)
    radius_m = models.PositiveIntegerField(
        _("radius in metres"), null=True, blank=True, help_text=_("How far from that point it may be.")
    )
    recorded_at = models.DateTimeField(_("recorded"), auto_now_add=True)

    objects = PlaceQuerySet.as_manager()

    class Meta:
        verbose_name = _("place")
        verbose_name_plural = _("places")
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return f"{self.name} ({self.country})" if self.country else self.name

    @property
    def point(self) -> tuple[float, float] | None:
        """Longitude and latitude readers may see as one spot; nothing for a province, a region, a country."""
        if not Precision(self.precision).is_a_point or self.public_latitude is None or self.public_longitude is None:
            return None
        return self.public_longitude, self.public_latitude


class PlaceName(models.Model):
    """Another name of a place: other scripts, transliterations, former names."""

    place = models.ForeignKey(Place, models.CASCADE, related_name="names", verbose_name=_("place"))
    text = models.CharField(_("name"), max_length=200, db_index=True)
    kind = models.CharField(_("kind"), max_length=12, choices=NameKind, default=NameKind.ALIAS)
    language = models.CharField(_("language"), max_length=15, blank=True, choices=languages.choices)

    class Meta:
        verbose_name = _("name of a place")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.text
