from __future__ import annotations

from typing import Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from tocsin.claims.models.claims import Claim
from tocsin.claims.models.fields import Amount, EdtfField
from tocsin.claims.models.speakers import Speaker
from tocsin.claims.statuses import (
    Certainty,
    Credibility,
    EvidenceBasis,
    Interest,
    Origin,
    PublisherStance,
    Quantifier,
    SpeechAct,
    Stance,
)
from tocsin.lib import clock
from tocsin.sources.models import Citation, Party, Source
from tocsin.sources.statuses import Confidentiality


class AssertionQuerySet(models.QuerySet["Assertion"]):
    def public(self) -> Self:
        """What readers may see: neither private itself nor from a source that is kept back."""
        return self.filter(is_private=False).filter(
            Q(source=None) | Q(source__confidentiality=Confidentiality.UNPROTECTED)
        )

    def with_evidence(self) -> Self:
        """With all that a list of assertions shows."""
        return self.select_related(
            "speaker__side", "source__publication", "citation", "repeats__speaker", "repeats__source__publication"
        ).prefetch_related(models.Prefetch("appraisals", Appraisal.objects.select_related("side")))


class Assertion(models.Model):
    """One speaker's act of supporting, denying, querying or commenting on a claim, once.

    Who speaks is the speaker, or where none is named the source itself. It is withdrawn (``services.withdraw``),
    never deleted.
    """

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="assertions", verbose_name=_("claim"))
    speaker = models.ForeignKey(
        Speaker, models.PROTECT, null=True, blank=True, related_name="assertions", verbose_name=_("speaker")
    )
    speaker_role_text = models.CharField(_("in which role"), max_length=200, blank=True)
    source = models.ForeignKey(
        Source, models.PROTECT, null=True, blank=True, related_name="assertions", verbose_name=_("source")
    )
    citation = models.ForeignKey(
        Citation, models.PROTECT, null=True, blank=True, related_name="assertions", verbose_name=_("where it stands")
    )
    stance = models.CharField(_("stance"), max_length=7, choices=Stance)
    speech_act = models.CharField(_("act"), max_length=8, choices=SpeechAct, blank=True)
    cue_text = models.CharField(_("cue"), max_length=200, blank=True, help_text=_("As: according to, claim, denies."))
    certainty = models.CharField(_("certainty"), max_length=11, choices=Certainty, blank=True)
    publisher_stance = models.CharField(
        _("what our text does with it"), max_length=8, choices=PublisherStance, blank=True
    )
    repeats = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="repeated_by", verbose_name=_("repeats")
    )
    evidence_basis = models.CharField(_("how they know"), max_length=15, choices=EvidenceBasis, blank=True)
    credibility = models.PositiveSmallIntegerField(
        _("credibility"), choices=Credibility, null=True, blank=True, help_text=_("Only for what the newsroom checked.")
    )
    standard_of_proof = models.CharField(_("standard of proof"), max_length=100, blank=True)
    is_private = models.BooleanField(
        _("for the newsroom alone"), default=False, help_text=_("Readers never see it, and their status leaves it out.")
    )
    is_reply = models.BooleanField(
        _("answer of the accused"), default=False, help_text=_("Shown to readers as prominently as the accusation.")
    )
    note = models.TextField(_("note for readers"), max_length=1000, blank=True)

    low = Amount(_("at least"))
    best = Amount(_("best"))
    high = Amount(_("at most"))
    quantifier = models.CharField(_("quantifier"), max_length=13, choices=Quantifier, blank=True)
    definition = models.CharField(
        _("what the number counts"), max_length=300, blank=True, help_text=_("Empty: the same as the claim's figure.")
    )
    as_of = EdtfField(_("as of"), help_text=_("Empty: the same as the claim's figure."))

    asserted_at = models.DateTimeField(_("said"), default=clock.now)
    public_at = models.DateTimeField(_("could be known since"), default=clock.now, db_index=True)
    recorded_at = models.DateTimeField(_("recorded"), default=clock.now, editable=False)
    time_precision = models.CharField(_("as precisely as"), max_length=6, default="day")
    imported_as = models.CharField(max_length=200, blank=True, editable=False, db_index=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("recorded by")
    )
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)
    withdrawal_recorded_at = models.DateTimeField(null=True, blank=True, editable=False)
    withdrawn_reason = models.CharField(_("why it was withdrawn"), max_length=300, blank=True)

    objects = AssertionQuerySet.as_manager()

    class Meta:
        verbose_name = _("assertion")
        verbose_name_plural = _("assertions")
        ordering = ["public_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(speaker__isnull=False) | Q(source__isnull=False), name="an_assertion_has_who_says_it"
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None) | ~Q(withdrawn_reason=""), name="what_is_withdrawn_has_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.said_by}: {self.get_stance_display()}"

    @property
    def said_by(self) -> str:
        """Who says it, as readers are told."""
        if self.speaker:
            return self.speaker.shown_as
        return str(self.source.publication or self.source.title) if self.source else ""

    @property
    def is_open_to_readers(self) -> bool:
        """Whether readers may see it: neither private itself nor from a source that is kept back."""
        kept_back = self.source is not None and self.source.confidentiality != Confidentiality.UNPROTECTED
        return not (self.is_private or kept_back)

    def clean(self) -> None:
        super().clean()
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValidationError({"high": _("The numbers run from the lowest to the highest.")})

    @property
    def has_figure(self) -> bool:
        return not (self.low is None and self.best is None and self.high is None)

    @cached_property
    def appraised(self) -> Appraisal | None:
        """What the newsroom now holds of it."""
        known = list(self.appraisals.all())  # type: ignore[attr-defined]
        return max(known, key=lambda one: (one.public_at, one.recorded_at), default=None)


class Appraisal(models.Model):
    """What the newsroom holds of an assertion from a day on: its origin, the interest in it, whether it is verified.

    A change is a new appraisal. Nothing is overwritten, so that a past status can be computed.
    """

    assertion = models.ForeignKey(Assertion, models.CASCADE, related_name="appraisals", verbose_name=_("assertion"))
    origin = models.CharField(_("origin"), max_length=7, choices=Origin, default=Origin.UNKNOWN)
    interest = models.CharField(_("interest"), max_length=7, choices=Interest, default=Interest.NONE)
    side = models.ForeignKey(
        Party, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("side in the conflict")
    )
    verified = models.BooleanField(_("we verified direct evidence of it"), default=False)
    reason = models.CharField(_("why"), max_length=300, blank=True)
    public_at = models.DateTimeField(_("could be known since"), default=clock.now)
    recorded_at = models.DateTimeField(_("recorded"), default=clock.now, editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("by"))

    class Meta:
        verbose_name = _("appraisal")
        ordering = ["public_at", "recorded_at", "pk"]

    def __str__(self) -> str:
        return f"{self.get_origin_display()}, {self.get_interest_display()}"
