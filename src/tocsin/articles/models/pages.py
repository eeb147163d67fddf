from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import Http404, HttpRequest
from django.urls import Resolver404, resolve
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, PageChooserPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable, Page
from wagtail.url_routing import RouteResult

from tocsin.articles.blocks import BodyBlock
from tocsin.articles.models.articles import ArticlePage
from tocsin.articles.permissions import Guarded
from tocsin.lib import languages


class HomePage(Guarded):
    """The front page; parent of every article and of the plain pages."""

    content_panels = [
        *Page.content_panels,
        InlinePanel("front_stories", label=_("Stories to lead with"), max_num=7),
    ]
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["articles.ArticlePage", "articles.PlainPage"]
    max_count = 1
    template = "articles/front.html"

    class Meta:
        verbose_name = _("front page")

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Find articles by ``/year/month/day/slug/``; anything else by the tree."""
        if len(path_components) == 4 and path_components[0].isdecimal():  # noqa: PLR2004 - year, month, day, slug
            article = ArticlePage.objects.child_of(self).filter(slug=path_components[3]).first()
            if article is None or article.address_parts() != path_components:
                raise Http404
            if not article.live or article.is_embargoed:
                raise Http404
            return RouteResult(article)
        result: RouteResult = super().route(request, path_components)
        if isinstance(result.page, ArticlePage):  # its address is the one with the date
            raise Http404
        return result


class FrontStory(Orderable):
    home = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="front_stories")
    article = models.ForeignKey("articles.ArticlePage", models.CASCADE, related_name="+", verbose_name=_("article"))

    panels = [PageChooserPanel("article", "articles.ArticlePage")]


class PlainPage(Guarded):
    """A page that is not an article: about us, contact, how we work."""

    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)
    language = models.CharField(_("language"), max_length=15, choices=languages.choices, default="en")

    content_panels = [*Page.content_panels, FieldPanel("language"), FieldPanel("body")]
    parent_page_types = ["articles.HomePage", "articles.PlainPage"]
    subpage_types = ["articles.PlainPage"]
    template = "articles/plain.html"

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")

    @property
    def direction(self) -> str:
        return languages.direction(self.language)

    def clean(self) -> None:
        super().clean()
        if is_taken(self.slug):
            raise ValidationError(
                {"slug": _("The site itself answers at the address “%s”. Choose another one.") % self.slug}
            )

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context(request, *args, **kwargs), "language": self.language}


def is_taken(slug: str) -> bool:
    """Whether something else than a page answers at the top of the site under *slug*: lists, the ledger, the desk."""
    try:
        return resolve(f"/{slug}/").view_name != "wagtail_serve"
    except Resolver404:
        return False
