from __future__ import annotations

from typing import Self

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from tocsin.lib import dates, languages
from tocsin.sources.statuses import ReferenceStatus, SourceType


def validate_partial_date(value: str) -> None:
    """Refuse what ``lib.dates`` cannot read."""
    try:
        dates.parse(value)
    except dates.BadDate as error:
        raise ValidationError(str(error)) from None


class Publication(models.Model):
    """Who publishes: a newspaper, an agency, a ministry, a channel."""

    name = models.CharField(_("name"), max_length=200)
    country = models.CharField(
        _("country"),
        max_length=2,
        blank=True,
        help_text=_("ISO 3166 code, as UA. Titles repeat across countries."),
    )
    address = models.URLField(_("address"), blank=True)

    class Meta:
        verbose_name = _("publication")
        verbose_name_plural = _("publications")
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["name", "country"], name="one_publication_per_name_and_country")]

    def __str__(self) -> str:
        return f"{self.name} ({self.country})" if self.country else self.name


class SourceQuerySet(models.QuerySet["Source"]):
    def lost(self) -> Self:
        """Sources whose reference leads a reader nowhere."""
        return self.filter(status=ReferenceStatus.LOST)

    def with_publication(self) -> Self:
        return self.select_related("publication")


class Source(models.Model):
    """One document, post or video that an article rests on. Its text belongs to whoever published it."""

    title = models.CharField(_("title"), max_length=400)
    author = models.CharField(_("author"), max_length=300, blank=True)
    publication = models.ForeignKey(
        Publication,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="sources",
        verbose_name=_("publication"),
    )
    address = models.CharField(
        _("address"),
        max_length=2000,
        blank=True,
        validators=[URLValidator(["http", "https"])],
        help_text=_("Leave empty when it is lost; the reference then says so."),
    )
    lost_address = models.CharField(
        _("address it once had"), max_length=2000, blank=True, help_text=_("Shown to readers, not linked.")
    )
    offline = models.BooleanField(
        _("never had an address"), default=False, help_text=_("A book, a letter, a document on paper.")
    )
    published_on = models.CharField(
        _("published"),
        max_length=10,
        blank=True,
        validators=[validate_partial_date],
        help_text=_("As precisely as known: 2022, 2022-03 or 2022-03-05."),
    )
    accessed_on = models.DateField(_("read on"), null=True, blank=True)
    type = models.CharField(_("type"), max_length=10, choices=SourceType, default=SourceType.POST)
    language = models.CharField(_("language"), max_length=15, blank=True, choices=languages.choices)
    quote = models.TextField(
        _("quotation"), blank=True, help_text=_("The words relied on, exactly as they stand there.")
    )
    locator = models.CharField(
        _("locator"), max_length=100, blank=True, help_text=_("Page, paragraph or time, as p. 12 or 03:20.")
    )
    note = models.TextField(_("note"), blank=True, help_text=_("Shown to readers below the source."))
    status = models.CharField(
        _("status"),
        max_length=10,
        choices=ReferenceStatus,
        default=ReferenceStatus.RESOLVED,
        db_index=True,
        editable=False,
    )
    recorded_at = models.DateTimeField(_("recorded"), auto_now_add=True)

    objects = SourceQuerySet.as_manager()

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["-recorded_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.title} ({self.publication.name})" if self.publication else self.title

    @property
    def is_lost(self) -> bool:
        return self.status == ReferenceStatus.LOST

    @property
    def language_name(self) -> str:
        return languages.name(self.language) if self.language else ""

    @property
    def direction(self) -> str:
        return languages.direction(self.language) if self.language else ""
