from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from tocsin.sources.models import Source
from tocsin.sources.statuses import ReferenceStatus


class CitedSourceQuerySet(models.QuerySet["CitedSource"]):
    def lost(self) -> Self:
        return self.filter(source__status=ReferenceStatus.LOST)


class CitedSource(models.Model):
    """That the newest version of an article cites a source, and under which number. Rebuilt at every save."""

    article = models.ForeignKey(
        "articles.ArticlePage", models.CASCADE, related_name="cited_sources", verbose_name=_("article")
    )
    source = models.ForeignKey(Source, models.PROTECT, related_name="cited_in", verbose_name=_("source"))
    number = models.PositiveSmallIntegerField(_("number"))

    objects = CitedSourceQuerySet.as_manager()

    class Meta:
        verbose_name = _("cited source")
        ordering = ["article", "number", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["article", "source", "number"], name="a_source_once_under_a_number")
        ]

    def __str__(self) -> str:
        return f"[{self.number}] {self.source}"


class TakedownQuerySet(models.QuerySet["Takedown"]):
    def at(self, *paths: str) -> Takedown | None:
        """The takedown at the first of *paths*, with or without the slash at its end."""
        for path in paths:
            bare = path.rstrip("/")
            if "\0" not in path and (found := self.filter(address__in=[path, bare, f"{bare}/"]).first()):
                return found
        return None


class Takedown(models.Model):
    """An address whose article is gone for good, and the reason readers are given. It keeps nothing of the text."""

    address = models.CharField(_("address"), max_length=500, unique=True)
    reason = models.CharField(_("reason given to readers"), max_length=300)
    taken_down_at = models.DateTimeField(_("taken down"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("by"))

    objects = TakedownQuerySet.as_manager()

    class Meta:
        verbose_name = _("takedown")
        verbose_name_plural = _("takedowns")
        ordering = ["-taken_down_at"]

    def __str__(self) -> str:
        return self.address
