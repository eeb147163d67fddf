from __future__ import annotations

from typing import Self

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from tocsin.articles.statuses import ContributorKind


class ContributorQuerySet(models.QuerySet["Contributor"]):
    def for_choosing(self) -> Self:
        return self.order_by("name")


class Contributor(models.Model):  # type: ignore[django-manager-missing]  # the same
    """A person or an organisation in a byline. It needs no account and no e-mail; a pseudonym will do."""

    name = models.CharField(_("name"), max_length=200)
    slug = models.SlugField(_("address"), max_length=200, unique=True, allow_unicode=True)
    kind = models.CharField(_("kind"), max_length=12, choices=ContributorKind, default=ContributorKind.PERSON)
    about = models.TextField(
        _("about"),
        blank=True,
        help_text=_("A few sentences for readers. Leave out what could endanger them."),
    )
    picture = models.ForeignKey(
        "articles.Picture",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("picture"),
    )

    objects = ContributorQuerySet.as_manager()

    class Meta:
        verbose_name = _("contributor")
        verbose_name_plural = _("contributors")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("contributor", args=[self.slug])

    @property
    def schema_type(self) -> str:
        """The schema.org type."""
        return "Organization" if self.kind == ContributorKind.ORGANISATION else "Person"
