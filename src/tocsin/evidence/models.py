from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from tocsin.articles.models import ArticlePage
from tocsin.claims.statuses import ClaimType
from tocsin.lib import clock


class RefusedProposal(models.Model):
    """That an editor refused a proposed claim: it is not proposed again for these words."""

    article = models.ForeignKey(ArticlePage, models.CASCADE, related_name="refused_proposals")
    exact = models.TextField(_("words"))
    type = models.CharField(_("type"), max_length=15, choices=ClaimType)
    refused_at = models.DateTimeField(default=clock.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("refused proposal")

    def __str__(self) -> str:
        return self.exact
