from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from tocsin.lib import clock


class ProtectedName(models.Model):
    """A name, number or address of somebody at risk. What contains it is stopped at publication."""

    text = models.CharField(_("name, number or address"), max_length=200, unique=True)
    why = models.CharField(_("why"), max_length=300)
    added_at = models.DateTimeField(_("added"), default=clock.now, editable=False)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("added by")
    )

    class Meta:
        verbose_name = _("protected name")
        verbose_name_plural = _("protect list")
        ordering = ["text"]
        permissions = [("decide_on_protected_names", "Can publish what names somebody protected, with a reason")]

    def __str__(self) -> str:
        return self.text
