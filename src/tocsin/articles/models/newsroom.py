from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting


@register_setting(icon="home")
class Newsroom(BaseSiteSetting):
    """Who publishes this site, as readers are told."""

    name = models.CharField(_("name"), max_length=120, default="Tocsin")
    strapline = models.CharField(_("strapline"), max_length=200, blank=True)
    about = models.TextField(_("about"), blank=True, help_text=_("One paragraph at the foot of every page."))
    contact = models.CharField(_("how to reach the editors"), max_length=300, blank=True)
    logo = models.ForeignKey(
        "articles.Picture", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("logo")
    )

    class Meta:
        verbose_name = _("newsroom")

    def __str__(self) -> str:
        return self.name
