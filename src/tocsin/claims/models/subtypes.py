"""The record of each type of claim, but for figures (``models.figures``)."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from tocsin.claims.models.claims import Claim
from tocsin.claims.models.fields import EdtfField
from tocsin.claims.models.speakers import Speaker
from tocsin.claims.statuses import (
    AccessState,
    AccusationMode,
    ClaimType,
    ControlBasis,
    ControlStatus,
    Deed,
    DenialScope,
    EventStatus,
    EventType,
    Likelihood,
    QuoteType,
    RelationSort,
    ServiceState,
    SubEventType,
)

SUBTYPES = {
    ClaimType.FIGURE: "figure",
    ClaimType.EVENT: "event",
    ClaimType.CONTROL: "control",
    ClaimType.SERVICE_STATUS: "service_status",
    ClaimType.ACCESS: "access",
    ClaimType.QUOTE: "quote",
    ClaimType.ACCUSATION: "accusation",
    ClaimType.DENIAL: "denial",
    ClaimType.FORECAST: "forecast",
    ClaimType.SCHEDULED_EVENT: "scheduled_event",
    ClaimType.INTENT: "intent",
    ClaimType.CAUSATION: "causation",
    ClaimType.RELATION: "relation",
    ClaimType.ASSESSMENT: "assessment",
}
"""The attribute of a claim under which the record of its type is found."""


def _of(name: str) -> models.OneToOneField:
    return models.OneToOneField(Claim, models.CASCADE, related_name=name, verbose_name=_("claim"))


def _claim(verbose_name: Any, related_name: str) -> models.ForeignKey:
    return models.ForeignKey(
        Claim, models.PROTECT, null=True, blank=True, related_name=related_name, verbose_name=verbose_name
    )


def _who(verbose_name: Any) -> models.ForeignKey:
    return models.ForeignKey(
        Speaker, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=verbose_name
    )


class EventRecord(models.Model):
    """Something that happened. Its outcome, and what caused it, are claims of their own."""

    claim = _of("event")
    event_type = models.CharField(_("type of event"), max_length=10, choices=EventType, blank=True)
    sub_event_type = models.CharField(_("more precisely"), max_length=22, choices=SubEventType, blank=True)
    deed = models.CharField(_("of speech or diplomacy"), max_length=9, choices=Deed, blank=True)
    means = models.CharField(_("weapon or means"), max_length=100, blank=True)
    outcome = _claim(_("outcome"), "outcome_of")


class ControlRecord(models.Model):
    """Who holds a place. An advance is not control; what is claimed is not what is assessed."""

    claim = _of("control")
    controller = _who(_("who holds it"))
    status = models.CharField(_("state"), max_length=13, choices=ControlStatus, default=ControlStatus.UNKNOWN)
    basis = models.CharField(_("basis"), max_length=8, choices=ControlBasis, default=ControlBasis.CLAIMED)


class ServiceStatusRecord(models.Model):
    """Whether people have electricity, heating, water and so on."""

    claim = _of("service_status")
    services = models.JSONField(_("services"), default=list, blank=True)
    state = models.CharField(_("state"), max_length=15, choices=ServiceState, default=ServiceState.UNKNOWN)
    share = models.CharField(_("how many are affected"), max_length=100, blank=True)
    cause = _claim(_("cause"), "causes_service_state")
    since = EdtfField(_("since"))
    until = EdtfField(_("until"))


class AccessRecord(models.Model):
    """Whether people can get in or out."""

    claim = _of("access")
    who = models.CharField(_("who"), max_length=100, blank=True)
    way = models.CharField(_("into or out of where"), max_length=200, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=AccessState, blank=True)


class QuoteRecord(models.Model):
    """What somebody said, in their words or ours. Quotation marks are a hard boundary."""

    claim = _of("quote")
    speaker = _who(_("speaker"))
    words = models.TextField(_("direct words"), max_length=2000, blank=True)
    type = models.CharField(_("kind"), max_length=8, choices=QuoteType, blank=True)
    occasion = models.CharField(_("occasion"), max_length=200, blank=True)
    original_language = models.CharField(_("language it was said in"), max_length=15, blank=True)
    translator = models.CharField(_("translated by"), max_length=100, blank=True)


class AccusationRecord(models.Model):
    """That somebody did wrong. It needs who says so, and the answer of the accused or an attempt to get it."""

    claim = _of("accusation")
    accused = _who(_("accused"))
    accused_text = models.CharField(_("accused, in the words of the text"), max_length=200, blank=True)
    act = models.CharField(_("of what"), max_length=300, blank=True)
    mode = models.CharField(_("mode"), max_length=11, choices=AccusationMode, default=AccusationMode.ALLEGE)
    reply_sought = models.CharField(
        _("attempt to get an answer"), max_length=300, blank=True, help_text=_("When and how; shown to readers.")
    )


class DenialRecord(models.Model):
    """That another claim is not so."""

    claim = _of("denial")
    denies = _claim(_("which claim"), "denied_by")
    scope = models.CharField(_("how much of it"), max_length=6, choices=DenialScope, default=DenialScope.WHOLE)


class ForecastRecord(models.Model):
    """What somebody expects. Never drawn as an observation."""

    claim = _of("forecast")
    horizon = EdtfField(_("until when"))
    condition = _claim(_("if this holds"), "condition_of")
    likelihood = models.CharField(_("how likely"), max_length=19, choices=Likelihood, blank=True)
    likelihood_text = models.CharField(_("in the words of the text"), max_length=100, blank=True)
    outcome = _claim(_("what came of it"), "foreseen_by")


class ScheduledEventRecord(models.Model):
    """Something announced for a time to come."""

    claim = _of("scheduled_event")
    window = EdtfField(_("when"))
    status = models.CharField(_("state"), max_length=9, choices=EventStatus, default=EventStatus.PLANNED)
    announced_by = _who(_("announced by"))
    outcome = _claim(_("what came of it"), "scheduled_as")


class IntentRecord(models.Model):
    """What somebody means to do. Never corroborated from acts alone."""

    claim = _of("intent")
    whose = _who(_("whose"))
    cue = models.CharField(_("cue"), max_length=100, blank=True)


class CausationRecord(models.Model):
    """That one thing came of another, or who did it: a claim apart from the damage."""

    claim = _of("causation")
    effect = _claim(_("effect"), "effect_of")
    cause = _claim(_("cause"), "cause_of")
    cause_by = _who(_("who caused it"))


class RelationRecord(models.Model):
    """An office held, an alliance, where something lies, its rank."""

    claim = _of("relation")
    sort = models.CharField(_("kind"), max_length=9, choices=RelationSort, blank=True)


class AssessmentRecord(models.Model):
    """A judgement. Without comparator, period and measure it cannot be checked as written."""

    claim = _of("assessment")
    comparator = models.CharField(_("compared with what"), max_length=200, blank=True)
    period = EdtfField(_("in which time"))
    measure = models.CharField(_("by what measure"), max_length=200, blank=True)

    @property
    def is_checkable(self) -> bool:
        return bool(self.comparator and self.period and self.measure)
