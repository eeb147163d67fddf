from __future__ import annotations

from datetime import timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tocsin.articles.anchoring import Selector
from tocsin.articles.models import ArticlePage
from tocsin.claims.statuses import ClaimType
from tocsin.evidence.statuses import Failure, Judged, ReadingState
from tocsin.lib import clock

PATIENCE = timedelta(minutes=10)
"""A reading that has run for so long is not run any more: whatever ran it was killed."""


_NEWEST = (models.F("article__published_at").desc(nulls_first=True), "-article_id")
"""The newest article first; a draft is newer than what is published."""


class ReadingQuerySet(models.QuerySet["Reading"]):
    def waiting(self) -> Self:
        """Those whose turn comes, the newest article first."""
        return self.filter(state=ReadingState.WAITING).order_by(*_NEWEST)

    def under_way(self) -> Self:
        """What is being read, then what waits, in its turn."""
        running = Q(state=ReadingState.RUNNING, begun_at__gte=clock.now() - PATIENCE)
        return self.filter(running | Q(state=ReadingState.WAITING)).order_by("state", *_NEWEST)


class Reading(models.Model):
    """That an article's text is read for its claims: asked for, done by the worker, and what came of it.

    What it found stays while it is done again.
    """

    article = models.OneToOneField(ArticlePage, models.CASCADE, related_name="reading")
    state = models.CharField(_("state"), max_length=7, choices=ReadingState, default=ReadingState.WAITING)
    digest = models.CharField(max_length=71, blank=True)
    """The hash of the canonical text that was read."""
    language = models.CharField(_("language"), max_length=15, blank=True)
    reader = models.CharField(_("read by"), max_length=200, blank=True)
    """The proposer and its version."""
    failure = models.CharField(_("why it failed"), max_length=7, choices=Failure, blank=True)
    error = models.CharField(_("in its words"), max_length=300, blank=True)
    asked_at = models.DateTimeField(_("asked for"), default=clock.now)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    begun_at = models.DateTimeField(_("begun"), null=True, blank=True)
    read_at = models.DateTimeField(_("read"), null=True, blank=True)
    task = models.CharField(max_length=64, blank=True)
    """The background task that does it, so that one which is run a second time takes up its own."""

    objects = ReadingQuerySet.as_manager()

    class Meta:
        verbose_name = _("reading")
        ordering = ["-asked_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.article}: {self.get_state_display()}"

    @property
    def is_stuck(self) -> bool:
        """Whether whatever ran it was killed."""
        return self.state == ReadingState.RUNNING and bool(self.begun_at and self.begun_at < clock.now() - PATIENCE)

    @property
    def is_under_way(self) -> bool:
        return self.state in {ReadingState.WAITING, ReadingState.RUNNING} and not self.is_stuck

    @property
    def has_failed(self) -> bool:
        return self.state == ReadingState.FAILED or self.is_stuck

    @property
    def why(self) -> str:
        """Why it failed, in a sentence."""
        if self.is_stuck:
            return str(Failure.ENDED.label)
        return self.error if self.failure == Failure.REFUSED and self.error else str(self.get_failure_display())


class Proposed(models.Model):
    """A claim read out of an article's text, with the words it was read in."""

    reading = models.ForeignKey(Reading, models.CASCADE, related_name="proposed")
    exact = models.TextField(_("words"))
    prefix = models.CharField(max_length=32, blank=True)
    suffix = models.CharField(max_length=32, blank=True)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    type = models.CharField(_("type"), max_length=15, choices=ClaimType)
    confidence = models.FloatField(_("confidence"), default=0.0)
    rest = models.JSONField(default=dict)
    """Every other field of the proposal (``ports.Proposal``)."""

    class Meta:
        verbose_name = _("proposal")
        ordering = ["start", "end", "pk"]

    def __str__(self) -> str:
        return self.exact

    @property
    def selector(self) -> Selector:
        return Selector(self.exact, self.prefix, self.suffix, self.start, self.end)


class Judgement(models.Model):
    """What an editor made of a proposal. One that was refused or corrected is not made again for these words.

    They are what a reader could learn from, so each keeps the sentence, the proposal as it was made, and what became
    of which field. They go with their article.
    """

    article = models.ForeignKey(ArticlePage, models.CASCADE, related_name="judgements")
    verdict = models.CharField(_("verdict"), max_length=9, choices=Judged, default=Judged.REFUSED)
    type = models.CharField(_("type"), max_length=15, choices=ClaimType)
    exact = models.TextField(_("words"))
    start = models.PositiveIntegerField(null=True)
    end = models.PositiveIntegerField(null=True)
    sentence = models.TextField(_("sentence"), blank=True)
    sentence_start = models.PositiveIntegerField(null=True)
    digest = models.CharField(max_length=71, blank=True)
    """The hash of the canonical text these places are in."""
    language = models.CharField(_("language"), max_length=15, blank=True)
    reader = models.CharField(_("read by"), max_length=200, blank=True)
    proposed = models.JSONField(_("as proposed"), default=dict)
    changes = models.JSONField(_("what was changed"), default=dict)
    """Field by field: from what, to what."""
    at = models.DateTimeField(_("judged"), default=clock.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("judgement")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.get_verdict_display()}: {self.exact}"
