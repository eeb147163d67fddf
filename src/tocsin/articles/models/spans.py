from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tocsin.articles.anchoring import Selector
from tocsin.claims.models import Assertion, Claim, ProtectedName
from tocsin.claims.statuses import Currency, Status
from tocsin.lib import clock


class AnchoredText(models.Model):
    """The canonical text the spans of an article stand in: that of its newest version."""

    article = models.OneToOneField("articles.ArticlePage", models.CASCADE, related_name="anchored_text")
    text = models.TextField()


class SpanQuerySet(models.QuerySet["Span"]):
    def anchored(self) -> Self:
        return self.filter(orphaned_at=None)

    def orphans(self) -> Self:
        """Spans whose words are gone from the newest version; the editor decides."""
        return self.exclude(orphaned_at=None)


class Span(models.Model):
    """The exact words of an article's newest version that state a claim, or one assertion on it.

    Spans may nest and overlap. Offsets are code points of the canonical text (``articles.canonical``), the end
    excluded; of an orphan they are those it last had.
    """

    article = models.ForeignKey("articles.ArticlePage", models.CASCADE, related_name="spans", verbose_name=_("article"))
    claim = models.ForeignKey(Claim, models.PROTECT, related_name="spans", verbose_name=_("claim"))
    assertion = models.ForeignKey(
        Assertion, models.SET_NULL, null=True, blank=True, related_name="spans", verbose_name=_("assertion")
    )
    exact = models.TextField(_("words"))
    prefix = models.CharField(max_length=32, blank=True)
    suffix = models.CharField(max_length=32, blank=True)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    orphaned_at = models.DateTimeField(_("words gone since"), null=True, blank=True)
    made_at = models.DateTimeField(_("made"), default=clock.now, editable=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("made by")
    )

    objects = SpanQuerySet.as_manager()

    class Meta:
        verbose_name = _("span")
        ordering = ["article", "start", "-end", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "claim", "start", "end"],
                condition=Q(orphaned_at=None),
                name="words_state_a_claim_once",
            ),
            models.CheckConstraint(condition=Q(end__gt=models.F("start")), name="a_span_has_words"),
        ]

    def __str__(self) -> str:
        return self.exact

    @property
    def selector(self) -> Selector:
        return Selector(self.exact, self.prefix, self.suffix, self.start, self.end)

    def move_to(self, found: Selector) -> None:
        """Stand at *found*."""
        self.exact, self.prefix, self.suffix = found.exact, found.prefix, found.suffix
        self.start, self.end = found.start, found.end


class PublishedSpanQuerySet(models.QuerySet["PublishedSpan"]):
    def live(self) -> Self:
        """Those of the version readers see now."""
        return self.filter(revision=models.F("article__live_revision"))


class PublishedSpan(models.Model):
    """A span of a version that was published, with the status readers were shown then. Never changed."""

    article = models.ForeignKey("articles.ArticlePage", models.CASCADE, related_name="published_spans")
    revision = models.ForeignKey("wagtailcore.Revision", models.CASCADE, related_name="+")
    claim = models.ForeignKey(Claim, models.PROTECT, related_name="published_spans")
    assertion = models.ForeignKey(Assertion, models.SET_NULL, null=True, related_name="+")
    exact = models.TextField()
    prefix = models.CharField(max_length=32, blank=True)
    suffix = models.CharField(max_length=32, blank=True)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    status = models.CharField(_("status at publication"), max_length=12, choices=Status)
    currency = models.CharField(max_length=10, choices=Currency)
    published_at = models.DateTimeField(_("published"))
    seen_at = models.DateTimeField(_("change looked at"), null=True, blank=True)
    """When an editor said that a later change of the status needs no correction here."""

    objects = PublishedSpanQuerySet.as_manager()

    class Meta:
        verbose_name = _("published span")
        ordering = ["article", "start", "-end", "pk"]
        indexes = [models.Index(fields=["revision", "start"], name="spans_of_a_version")]

    def __str__(self) -> str:
        return self.exact


class ProtectedDecision(models.Model):
    """That a protected name may stand in an article: who decided it, and why."""

    article = models.ForeignKey("articles.ArticlePage", models.CASCADE, related_name="protected_decisions")
    name = models.ForeignKey(ProtectedName, models.CASCADE, related_name="decisions")
    reason = models.CharField(_("reason"), max_length=300)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    decided_at = models.DateTimeField(default=clock.now)

    class Meta:
        verbose_name = _("decision on a protected name")
        constraints = [models.UniqueConstraint(fields=["article", "name"], name="one_decision_for_a_name_and_article")]

    def __str__(self) -> str:
        return self.reason
