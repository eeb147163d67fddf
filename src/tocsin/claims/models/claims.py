from __future__ import annotations

from typing import Any, Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from tocsin.claims.models.fields import EdtfField, validate_words
from tocsin.claims.models.places import Place
from tocsin.claims.models.speakers import Speaker
from tocsin.claims.statuses import (
    AnchorBasis,
    Audience,
    Checkability,
    ClaimType,
    Context,
    Modality,
    PlaceRole,
    Polarity,
    RelationKind,
    Sensitivity,
)
from tocsin.lib import clock, languages


class ClaimQuerySet(models.QuerySet["Claim"]):
    def public(self) -> Self:
        """What readers may see: stated in a published article, or opened by an editor; never what was merged away."""
        return self.filter(is_public=True, merged_into=None)

    def kept(self) -> Self:
        """All but those merged into another."""
        return self.filter(merged_into=None)

    def with_standing(self, audience: Audience) -> Self:
        """With the status for *audience* as ``standing_now``."""
        from tocsin.claims.models.standings import Standing

        rows = Standing.objects.filter(audience=audience)
        return self.prefetch_related(models.Prefetch("standings", rows, to_attr="standings_now"))


class Claim(models.Model):
    """A proposition about the world. Who asserts it, and what became of it, are records of their own."""

    text = models.TextField(_("claim"), max_length=1000, help_text=_("One statement, in words that stand alone."))
    original_text = models.TextField(_("as first said"), max_length=2000, blank=True)
    language = models.CharField(_("language"), max_length=15, choices=languages.choices, default="en")
    type = models.CharField(_("type"), max_length=15, choices=ClaimType, db_index=True)
    polarity = models.CharField(_("polarity"), max_length=8, choices=Polarity, default=Polarity.AFFIRMED)
    modality = models.CharField(_("modality"), max_length=12, choices=Modality, default=Modality.ACTUAL)
    checkability = models.CharField(
        _("can it be checked"), max_length=13, choices=Checkability, default=Checkability.CHECKABLE
    )
    checkability_note = models.CharField(_("why"), max_length=300, blank=True)
    context = models.JSONField(_("what it is about"), default=list, blank=True)
    sensitivity = models.JSONField(_("sensitivity"), help_text=_("At least one."))
    publisher_stance = models.CharField(_("what our text does with it"), max_length=8, blank=True)
    interpreter = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("recorded by")
    )

    date_text = models.CharField(_("when, in the words of the text"), max_length=200, blank=True)
    date = EdtfField(_("when"), help_text=_("EDTF, as 2022-03-02 or 2022-02-24/2022-03-03."))
    date_anchor = models.DateField(_("counted from"), null=True, blank=True)
    anchor_basis = models.CharField(_("because that is"), max_length=21, choices=AnchorBasis, blank=True)
    date_known = EdtfField(
        _("when, as known from elsewhere"), help_text=_("A fixed date that the words must agree with.")
    )
    valid_from = EdtfField(_("holds from"))
    valid_to = EdtfField(_("holds until"))

    is_open = models.BooleanField(
        _("open to readers"), default=False, help_text=_("Readers may see it even where no article states it.")
    )
    is_public = models.BooleanField(_("readers may see it"), default=False, db_index=True, editable=False)
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged", verbose_name=_("merged into")
    )
    imported_as = models.CharField(max_length=200, blank=True, editable=False, db_index=True)
    """The batch and the row it was imported from; an import passes over what it knows."""
    recorded_at = models.DateTimeField(_("recorded"), default=clock.now, editable=False)
    changed_at = models.DateTimeField(_("changed"), default=clock.now, editable=False, db_index=True)
    version = models.PositiveIntegerField(default=1, editable=False)
    """Counts the saves; a desk that shows an older one is told so instead of overwriting."""
    places = models.ManyToManyField(Place, through="ClaimPlace", related_name="claims")

    objects = ClaimQuerySet.as_manager()

    class Meta:
        verbose_name = _("claim")
        verbose_name_plural = _("claims")
        ordering = ["-changed_at", "-pk"]
        indexes = [
            models.Index(fields=["is_public", "merged_into", "-changed_at", "-id"], name="public_claims_by_change")
        ]
        permissions = [("see_private_evidence", "Can see private assertions, true geometry and withheld names")]

    def __str__(self) -> str:
        return self.text if len(self.text) <= 80 else f"{self.text[:79].rstrip()}…"  # noqa: PLR2004 - a line

    def clean(self) -> None:
        super().clean()
        self._check_lists()
        if self.date_text and not self.date and self.date_anchor:
            raise ValidationError({"date": _("Say which date the words mean, counted from the day given.")})

    def _check_lists(self) -> None:
        if not self.sensitivity:
            raise ValidationError({"sensitivity": _("Choose at least one; “not sensitive” is one.")})
        for name, choices in (("sensitivity", Sensitivity), ("context", Context)):
            try:
                validate_words(getattr(self, name), choices)
            except ValidationError as error:
                raise ValidationError({name: error.messages}) from None

    @property
    def direction(self) -> str:
        return languages.direction(self.language)

    @cached_property
    def subtype(self) -> Any:
        """The record of its type, or nothing."""
        from tocsin.claims.models.subtypes import SUBTYPES

        name = SUBTYPES[ClaimType(self.type)]
        try:
            return getattr(self, name)
        except models.ObjectDoesNotExist:
            return None

    def standing(self, audience: Audience) -> Any:
        """Its status for *audience* as last computed. With ``with_standing`` this asks for nothing."""
        rows = getattr(self, "standings_now", None)
        rows = list(self.standings.all()) if rows is None else rows  # type: ignore[attr-defined]
        return next((row for row in rows if row.audience == audience), None)


class ClaimActor(models.Model):
    """Who did it, and to whom (PLOVER). Of an event with two sides all parties are actors."""

    claim = models.ForeignKey(Claim, models.CASCADE, related_name="actors", verbose_name=_("claim"))
    speaker = models.ForeignKey(Speaker, models.PROTECT, related_name="acts", verbose_name=_("who"))
    is_recipient = models.BooleanField(_("it was done to them"), default=False)

    class Meta:
        verbose_name = _("actor")
        ordering = ["is_recipient", "pk"]

    def __str__(self) -> str:
        return str(self.speaker)


class ClaimPlace(models.Model):
    """What a place is to a claim; with a distance it is a ring around the place, in no stated direction."""

    claim = models.ForeignKey(Claim, models.CASCADE, related_name="claim_places", verbose_name=_("claim"))
    place = models.ForeignKey(Place, models.PROTECT, related_name="claim_places", verbose_name=_("place"))
    role = models.CharField(_("role"), max_length=22, choices=PlaceRole, default=PlaceRole.LOCATION)
    text = models.CharField(_("in the words of the text"), max_length=200, blank=True)
    distance = models.FloatField(_("so far from it"), null=True, blank=True)
    distance_unit = models.CharField(_("unit"), max_length=10, blank=True)

    class Meta:
        verbose_name = _("place of a claim")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["claim", "place", "role"], name="a_place_once_in_a_role")]

    def __str__(self) -> str:
        return str(self.place)


class ClaimRelation(models.Model):
    """How one claim stands to another."""

    claim = models.ForeignKey(Claim, models.CASCADE, related_name="relations", verbose_name=_("claim"))
    kind = models.CharField(_("stands how"), max_length=11, choices=RelationKind)
    other = models.ForeignKey(Claim, models.PROTECT, related_name="related_by", verbose_name=_("to which claim"))
    public_at = models.DateTimeField(_("known since"), default=clock.now)
    recorded_at = models.DateTimeField(default=clock.now, editable=False)

    class Meta:
        verbose_name = _("relation")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["claim", "kind", "other"], name="two_claims_stand_so_once"),
            models.CheckConstraint(condition=~Q(claim=models.F("other")), name="a_claim_stands_to_another"),
        ]

    def __str__(self) -> str:
        return f"{self.claim} {self.get_kind_display()} {self.other}"
