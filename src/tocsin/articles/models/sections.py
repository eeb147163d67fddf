from __future__ import annotations

from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class SectionQuerySet(models.QuerySet["Section"]):
    def top(self) -> Self:
        return self.filter(parent=None)

    def within(self, section: Section) -> Self:
        """*section* and every section below it."""
        return self.filter(Q(pk=section.pk) | Q(path__startswith=f"{section.path}/"))


class Section(models.Model):  # type: ignore[django-manager-missing]  # Wagtail's managers are Any
    """One branch of the newsroom's tree of subjects. ``services.save_section`` keeps ``path``, made of the slugs."""

    name = models.CharField(_("name"), max_length=120)
    slug = models.SlugField(_("address"), max_length=120, allow_unicode=True)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("part of")
    )
    path = models.CharField(max_length=600, unique=True, editable=False)
    about = models.TextField(_("about"), blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0, help_text=_("Lower stands first."))

    objects = SectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")
        ordering = ["position", "name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("section", args=[self.path])

    def clean(self) -> None:
        ancestor = self.parent
        while ancestor is not None:
            if ancestor.pk == self.pk:
                raise ValidationError({"parent": _("A section cannot be part of itself.")})
            ancestor = ancestor.parent
        twin = Section.objects.filter(path=self.path_from_slugs()).exclude(pk=self.pk)
        if twin.exists():
            raise ValidationError({"slug": _("Another section has this address. Choose another word.")})

    def path_from_slugs(self) -> str:
        return f"{self.parent.path}/{self.slug}" if self.parent else self.slug
