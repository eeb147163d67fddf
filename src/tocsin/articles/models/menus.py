from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.models import Orderable

from tocsin.articles.statuses import MenuPlace
from tocsin.lib import languages


class Menu(ClusterableModel):
    """A list of links at the top or the foot of the pages of one language."""

    place = models.CharField(_("place"), max_length=5, choices=MenuPlace)
    language = models.CharField(_("language"), max_length=15, choices=languages.choices, default="en")

    panels = [FieldPanel("place"), FieldPanel("language"), InlinePanel("items", label=_("Links"))]

    class Meta:
        verbose_name = _("menu")
        verbose_name_plural = _("menus")
        constraints = [models.UniqueConstraint(fields=["place", "language"], name="one_menu_per_place_and_language")]

    def __str__(self) -> str:
        return f"{self.get_place_display()} ({languages.name(self.language)})"


class MenuItem(Orderable):
    """A link to a page, a section or an address: exactly one of them."""

    menu = ParentalKey(Menu, on_delete=models.CASCADE, related_name="items")
    label = models.CharField(
        _("words"), max_length=60, blank=True, help_text=_("Empty: the name of what it points to.")
    )
    page = models.ForeignKey(
        "wagtailcore.Page", models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("page")
    )
    section = models.ForeignKey(
        "articles.Section", models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("section")
    )
    address = models.CharField(_("address"), max_length=500, blank=True)

    panels = [FieldPanel("label"), FieldPanel("page"), FieldPanel("section"), FieldPanel("address")]

    class Meta(Orderable.Meta):
        verbose_name = _("link")

    def clean(self) -> None:
        if sum(bool(target) for target in (self.page_id, self.section_id, self.address)) != 1:
            raise ValidationError(_("Choose one: a page, a section or an address."))
        if self.address and not self.address.startswith(("/", "https://", "http://", "#")):
            raise ValidationError({"address": _("Begin with https:// or, for this site, with /.")})
        if self.address and not self.label:
            raise ValidationError({"label": _("An address needs words to show.")})

    @property
    def text(self) -> str:
        if self.label:
            return self.label
        return str(self.page.title if self.page else self.section)

    @property
    def target(self) -> str:
        if self.page:
            return self.page.specific_deferred.url or ""
        return self.section.get_absolute_url() if self.section else self.address
