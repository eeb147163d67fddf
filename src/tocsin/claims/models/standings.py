from __future__ import annotations

from dataclasses import asdict
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from tocsin.claims import reasons
from tocsin.claims.models.claims import Claim
from tocsin.claims.statuses import Audience, Currency, Status
from tocsin.claims.verdict import Tally, Verdict


class Standing(models.Model):
    """A claim's status as last computed, for one audience: a projection of the record, made again at any time."""

    claim = models.ForeignKey(Claim, models.CASCADE, related_name="standings", verbose_name=_("claim"))
    audience = models.CharField(max_length=8, choices=Audience)
    status = models.CharField(_("status"), max_length=12, choices=Status)
    currency = models.CharField(_("currency"), max_length=10, choices=Currency)
    flags = models.JSONField(default=list)
    tally = models.JSONField(default=dict)
    computed = models.CharField(_("computed status"), max_length=12, choices=Status)
    due_at = models.DateTimeField(null=True, db_index=True)
    """When the passing of time alone changes it: an expiry, the end of an override, a source that becomes public."""

    class Meta:
        verbose_name = _("status of a claim")
        constraints = [models.UniqueConstraint(fields=["claim", "audience"], name="one_status_per_audience")]
        indexes = [models.Index(fields=["audience", "status"], name="claims_of_a_status")]

    def __str__(self) -> str:
        return self.reason

    @property
    def reason(self) -> str:
        """Why, in a sentence a person can read."""
        return reasons.sentence(self.status, Tally(**self.tally), self.flags)

    @property
    def why(self) -> str:
        """The same without the status, where that stands beside it."""
        return reasons.why(self.status, Tally(**self.tally), self.flags)

    @property
    def notes(self) -> list[str]:
        return reasons.notes(self.flags, self.currency)


def fields_of(verdict: Verdict) -> dict[str, Any]:
    """The columns *verdict* is kept in."""
    return {
        "status": verdict.status.value,
        "currency": verdict.currency.value,
        "flags": sorted(flag.value for flag in verdict.flags),
        "tally": asdict(verdict.tally),
        "computed": (verdict.computed or verdict.status).value,
    }
