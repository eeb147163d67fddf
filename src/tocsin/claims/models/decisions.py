from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tocsin.claims.models.claims import Claim
from tocsin.claims.statuses import Status
from tocsin.lib import clock


class Override(models.Model):
    """An editor's word in place of the computed status: with a reason, a name and a day on which it ends."""

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="overrides", verbose_name=_("claim"))
    status = models.CharField(_("status"), max_length=12, choices=Status)
    reason = models.CharField(_("reason"), max_length=300, help_text=_("Readers see it."))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="overrides", verbose_name=_("by"))
    made_at = models.DateTimeField(_("made"), default=clock.now)
    until = models.DateTimeField(_("ends"))
    lifted_at = models.DateTimeField(_("lifted"), null=True, blank=True)

    class Meta:
        verbose_name = _("override")
        ordering = ["-made_at"]
        constraints = [
            models.CheckConstraint(condition=Q(until__gt=F("made_at")), name="an_override_ends_after_it_is_made"),
            models.CheckConstraint(condition=~Q(reason=""), name="an_override_has_a_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.get_status_display()}: {self.reason}"


class Decision(models.Model):
    """What somebody did to the ledger: who, when, what, the old and the new value, and why. Only ever added to."""

    claim = models.ForeignKey(
        Claim, models.PROTECT, null=True, blank=True, related_name="decisions", verbose_name=_("claim")
    )
    verb = models.CharField(_("act"), max_length=30)
    what = models.CharField(_("of what"), max_length=60)
    object_id = models.BigIntegerField(null=True)
    before = models.JSONField(_("before"), default=dict)
    after = models.JSONField(_("after"), default=dict)
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("when"), default=clock.now, db_index=True)

    class Meta:
        verbose_name = _("decision")
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.verb} {self.what}"
