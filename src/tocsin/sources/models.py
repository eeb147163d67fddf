from __future__ import annotations

from typing import Any, Self

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from tocsin.lib import dates, languages
from tocsin.sources.statuses import Confidentiality, ReferenceStatus, Reliability, Scale, SourceType


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


class Party(models.Model):
    """A party to a conflict, or what stands on its side. Parties of one camp do not oppose each other."""

    name = models.CharField(_("name"), max_length=100, unique=True)
    camp = models.CharField(
        _("camp"), max_length=60, help_text=_("Allies share one. Statements of two camps that agree weigh more.")
    )

    class Meta:
        verbose_name = _("party to the conflict")
        verbose_name_plural = _("parties to the conflict")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class SourceQuerySet(models.QuerySet["Source"]):
    def lost(self) -> Self:
        """Sources whose reference leads a reader nowhere."""
        return self.filter(status=ReferenceStatus.LOST)

    def open_to_readers(self) -> Self:
        """Sources readers may know of."""
        return self.filter(confidentiality=Confidentiality.UNPROTECTED)

    def visible_to(self, user: Any) -> Self:
        """What a member of staff may know of: sources kept back are for those who may see private evidence."""
        return self if user.has_perm("claims.see_private_evidence") else self.open_to_readers()

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
    text = models.TextField(
        _("its text"),
        blank=True,
        help_text=_("What it says, pasted or uploaded: quotations are looked for in it. Readers never see it."),
    )
    issuer = models.CharField(
        _("who first issued it"),
        max_length=300,
        blank=True,
        help_text=_("Where the publication only carries it, as an agency's report."),
    )
    issued_on = models.CharField(_("issued"), max_length=10, blank=True, validators=[validate_partial_date])
    issuer_headline = models.CharField(_("headline there"), max_length=400, blank=True)
    created_on = models.CharField(_("made"), max_length=10, blank=True, validators=[validate_partial_date])
    uploaded_on = models.CharField(_("uploaded"), max_length=10, blank=True, validators=[validate_partial_date])
    scale = models.CharField(_("scale"), max_length=13, choices=Scale, blank=True)
    reliability = models.CharField(_("reliability"), max_length=1, choices=Reliability, blank=True)
    side = models.ForeignKey(
        Party, models.PROTECT, null=True, blank=True, related_name="sources", verbose_name=_("side that controls it")
    )
    confidentiality = models.CharField(
        _("who may know of it"), max_length=12, choices=Confidentiality, default=Confidentiality.UNPROTECTED
    )
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


class Citation(models.Model):
    """A place in a source: the words relied on (W3C ``TextQuoteSelector``), or a page, a paragraph, a time.

    ``start`` and ``end`` are code points of the source's text; they are empty where the words are not found in it.
    """

    source = models.ForeignKey(Source, models.PROTECT, related_name="citations", verbose_name=_("source"))
    exact = models.TextField(_("words"), max_length=2000, blank=True)
    prefix = models.CharField(_("words before"), max_length=64, blank=True)
    suffix = models.CharField(_("words after"), max_length=64, blank=True)
    start = models.PositiveIntegerField(null=True, blank=True, editable=False)
    end = models.PositiveIntegerField(null=True, blank=True, editable=False)
    page = models.CharField(_("page"), max_length=30, blank=True)
    paragraph = models.CharField(_("paragraph"), max_length=30, blank=True)
    time_range = models.CharField(_("time"), max_length=30, blank=True, help_text=_("As 03:20–03:45."))
    accessed_on = models.DateField(_("read on"), null=True, blank=True)
    quote_language = models.CharField(_("language of the words"), max_length=15, blank=True, choices=languages.choices)
    translation = models.TextField(_("translation"), max_length=2000, blank=True)
    translated_by = models.CharField(_("translated by"), max_length=100, blank=True)

    class Meta:
        verbose_name = _("citation")
        verbose_name_plural = _("citations")
        ordering = ["source", "start", "pk"]

    def __str__(self) -> str:
        return self.exact[:80] or self.locator

    @property
    def locator(self) -> str:
        """Where it stands, in words."""
        parts = [(_("page"), self.page), (_("paragraph"), self.paragraph), ("", self.time_range)]
        return ", ".join(f"{word} {value}".strip() for word, value in parts if value)

    @property
    def is_found(self) -> bool:
        """Whether the words stand in the text kept of the source; true where there is nothing to look in."""
        return not self.exact or not self.source.text or self.start is not None
