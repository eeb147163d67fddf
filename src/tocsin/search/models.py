"""The outbox of the index, which sources readers find under which published article, what was looked for in vain."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from tocsin.articles.models import ArticlePage
from tocsin.lib import clock
from tocsin.sources.models import Source


class Change(models.Model):
    """That what *key* stands for may read otherwise now: written in the transaction of the write that causes it.

    A key is ``type:number``. Beside the types of records there are *tree* (a page and all below it), *place*,
    *series* and *publication*; ``projection.affected`` turns each into keys of records. *only-tag* and its like concern
    one record and not those that take a part from it. *anew* asks for a new index.
    """

    key = models.CharField(max_length=60)
    recorded_at = models.DateTimeField(default=clock.now, db_index=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.key


class LiveCitationQuerySet(models.QuerySet["LiveCitation"]):
    def shown(self) -> Self:
        """Those of articles readers may see, the newest article first."""
        return self.filter(article__in=ArticlePage.objects.published().values("pk")).order_by(
            "-article__published_at", "-article", "number"
        )


class LiveCitation(models.Model):
    """That the version of an article readers see cites a source, and its first number there. Kept by ``services``."""

    article = models.ForeignKey(ArticlePage, models.CASCADE, related_name="+")
    source = models.ForeignKey(Source, models.CASCADE, related_name="+")
    number = models.PositiveSmallIntegerField()

    objects = LiveCitationQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["article", "source"], name="a_live_version_cites_a_source_once")]

    def __str__(self) -> str:
        return f"[{self.number}] {self.source_id}"


class Unanswered(models.Model):
    """How often something was looked for in vain on a day; of who looked nothing is known. See ``unanswered``."""

    day = models.DateField(_("day"))
    query = models.CharField(_("what was looked for"), max_length=60)
    count = models.PositiveIntegerField(_("times"))

    class Meta:
        verbose_name = _("search without results")
        verbose_name_plural = _("searches without results")
        constraints = [models.UniqueConstraint(fields=["day", "query"], name="one_count_a_day_of_what_was_not_found")]

    def __str__(self) -> str:
        return self.query
