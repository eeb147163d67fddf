"""The desk's own screens: lost references, what was taken down, taking down."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import django_filters
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.components import Component
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn, UserColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page
from wagtail.permissions import policy_registry

from tocsin.accounts.models import User
from tocsin.articles.forms import TakedownForm
from tocsin.articles.models import ArticlePage, CitedSource, Takedown
from tocsin.articles.services import takedown as takedowns
from tocsin.sources.statuses import SourceType

MOST_ON_DASHBOARD = 5


def may_take_down(user: User, page: Page) -> bool:
    """Whether *user* may take *page* down: the right itself, and the right to publish there."""
    return user.has_perm("articles.add_takedown") and page.permissions_for_user(user).can_publish()


def lost_for(user: User) -> QuerySet[CitedSource]:
    """The lost references of the articles that *user* may edit."""
    pages = policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "change")
    cited = CitedSource.objects.lost().filter(article__in=pages.values("pk"))
    return cited.select_related("article", "source", "source__publication")


class LostFilter(WagtailFilterSet):
    words = django_filters.CharFilter(label=gettext_lazy("Words in article or source"), method="with_words")
    type = django_filters.ChoiceFilter(
        label=gettext_lazy("Type of source"), field_name="source__type", choices=SourceType.choices
    )
    live = django_filters.BooleanFilter(label=gettext_lazy("Readers see it"), field_name="article__live")

    class Meta:
        model = CitedSource
        fields: list[str] = []

    def with_words(self, rows: QuerySet[CitedSource], _name: str, value: str) -> QuerySet[CitedSource]:
        for word in value.replace("\0", " ").split()[:12]:
            rows = rows.filter(
                Q(article__title__icontains=word)
                | Q(source__title__icontains=word)
                | Q(source__publication__name__icontains=word)
                | Q(source__lost_address__icontains=word)
            )
        return rows


class LostReferences(ReportView):
    """Every reference that leads readers nowhere, by article or by source."""

    page_title = gettext_lazy("Lost references")
    header_icon = "link"
    index_url_name = "lost_references"
    index_results_url_name = "lost_references_results"
    filterset_class = LostFilter
    default_ordering = "article"
    paginate_by = 50
    verbose_name_plural = gettext_lazy("lost references")
    no_results_message = gettext_lazy("No reference is lost. Every source leads readers somewhere.")
    list_export = [
        "article.title",
        "number",
        "source.title",
        "source.publication",
        "source.lost_address",
        "article.live",
    ]
    export_headings = {
        "article.title": gettext_lazy("Article"),
        "number": gettext_lazy("Reference"),
        "source.title": gettext_lazy("Source"),
        "source.publication": gettext_lazy("Publication"),
        "source.lost_address": gettext_lazy("Address it once had"),
        "article.live": gettext_lazy("Readers see it"),
    }
    columns = [
        TitleColumn(
            "article",
            label=gettext_lazy("Article"),
            accessor="article.title",
            sort_key="article",
            get_url=lambda row: reverse("wagtailadmin_pages:edit", args=[row.article_id]),
        ),
        Column("number", label=gettext_lazy("Reference"), accessor=lambda row: f"[{row.number}]"),
        TitleColumn(
            "source",
            label=gettext_lazy("Source"),
            accessor="source.title",
            sort_key="source",
            get_url=lambda row: reverse("wagtailsnippets_sources_source:edit", args=[row.source_id]),
        ),
        Column("publication", label=gettext_lazy("Publication"), accessor="source.publication"),
        Column("lost_address", label=gettext_lazy("Address it once had"), accessor="source.lost_address"),
    ]

    def get_queryset(self) -> QuerySet[CitedSource]:
        order = {
            "article": ["article__title", "article", "number"],
            "-article": ["-article__title", "article", "number"],
            "source": ["source__title", "source", "article__title"],
            "-source": ["-source__title", "source", "article__title"],
        }
        return lost_for(self.request.user).order_by(*order.get(self.ordering, order["article"]))

    def get_filename(self) -> str:
        return "lost-references"


class TakenDown(ReportView):
    """What was taken down, when, by whom, and what readers are told. It can be read, not changed."""

    page_title = gettext_lazy("Taken down")
    header_icon = "bin"
    index_url_name = "taken_down"
    index_results_url_name = "taken_down_results"
    default_ordering = "-taken_down_at"
    no_results_message = gettext_lazy("Nothing has been taken down.")
    list_export = ["address", "reason", "taken_down_at", "by"]
    columns = [
        Column("address", label=gettext_lazy("Address")),
        Column("reason", label=gettext_lazy("Reason given to readers")),
        DateColumn("taken_down_at", label=gettext_lazy("When"), sort_key="taken_down_at"),
        UserColumn("by", label=gettext_lazy("By")),
    ]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.has_perm("articles.view_takedown"):
            raise PermissionDenied
        response: HttpResponse = super().dispatch(request, *args, **kwargs)
        return response

    def get_queryset(self) -> QuerySet[Takedown]:
        order = self.ordering if self.ordering in {"taken_down_at", "-taken_down_at"} else "-taken_down_at"
        return Takedown.objects.select_related("by").order_by(order)

    def get_filename(self) -> str:
        return "taken-down"


class LostReferencesPanel(Component):
    """On the dashboard, while anything is lost."""

    name = "lost_references"
    template_name = "desk/lost_references_panel.html"
    order = 200

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        lost = lost_for(parent_context["request"].user).order_by("-article__latest_revision_created_at", "number")
        return {"lost": lost[:MOST_ON_DASHBOARD], "count": lost.count()}


def take_down(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask once more, saying all that will go; then take the article down."""
    article, editor = get_object_or_404(ArticlePage, pk=pk), request.user
    if not isinstance(editor, User) or not may_take_down(editor, article):
        raise PermissionDenied
    form = TakedownForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        parent, title = article.get_parent(), article.title
        takedowns.take_down(article, form.cleaned_data["reason"], editor)
        messages.success(
            request, _("“%(title)s” is taken down. Its address answers with your reason.") % {"title": title}
        )
        return redirect("wagtailadmin_explore", parent.pk)
    context = {"article": article, "plan": takedowns.plan(article), "form": form}
    return render(request, "desk/take_down.html", context)
