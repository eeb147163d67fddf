"""The desk's screens for sources and publications."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib.admin.utils import quote
from django.db.models import Count, Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column, StatusTagColumn
from wagtail.admin.viewsets.base import ViewSet
from wagtail.models import ReferenceIndex
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from tocsin.sources import services
from tocsin.sources.errors import SourceRefused
from tocsin.sources.forms import SourceForm
from tocsin.sources.models import Publication, Source
from tocsin.sources.views import SourceChooser, brief


class SourceScreens(SnippetViewSet):
    model = Source
    icon = "link"
    url_prefix = "sources"
    list_display = [
        "title",
        Column("publication", label=_("Publication"), sort_key="publication__name"),
        Column("published_on", label=_("Published"), sort_key="published_on"),
        StatusTagColumn(
            "status",
            label=_("Status"),
            accessor="get_status_display",
            sort_key="status",
            primary=lambda source: not source.is_lost,
        ),
        Column("usage_count", label=_("Used in"), sort_key="usage_count", width="10%"),
    ]
    list_filter = ["status", "type", "language", "publication"]
    list_per_page = 25
    list_export = [
        *("title", "author", "publication", "published_on", "accessed_on", "type", "language", "address"),
        *("lost_address", "status", "quote", "locator", "note"),
    ]
    export_filename = "sources"
    search_fields = ["title", "author", "publication__name", "address", "lost_address", "quote", "note"]
    search_backend_name = None
    ordering = ["-recorded_at", "-pk"]
    inspect_view_enabled = True
    inspect_view_fields = [
        *("title", "status", "author", "publication", "address", "lost_address", "offline", "published_on"),
        *("accessed_on", "type", "language", "quote", "locator", "note", "recorded_at"),
    ]
    copy_view_enabled = False
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [FieldPanel("title"), FieldPanel("author"), FieldPanel("publication_name")], _("What it is")
            ),
            MultiFieldPanel(
                [FieldPanel("address"), FieldPanel("lost_address"), FieldPanel("offline")],
                _("Where readers find it"),
                help_text=_("The status follows from the addresses: resolved, lost, or recovered under a new one."),
            ),
            MultiFieldPanel(
                [FieldPanel("published_on"), FieldPanel("accessed_on"), FieldPanel("type"), FieldPanel("language")],
                _("When and how"),
            ),
            MultiFieldPanel(
                [
                    FieldPanel("quote"),
                    FieldPanel("locator"),
                    FieldPanel("note"),
                    FieldPanel("text"),
                    FieldPanel("text_file"),
                ],
                _("What is relied on"),
            ),
            MultiFieldPanel(
                [
                    *(FieldPanel(name) for name in ("issuer", "issued_on", "issuer_headline", "created_on")),
                    *(FieldPanel(name) for name in ("uploaded_on", "side", "scale", "reliability", "confidentiality")),
                ],
                _("Where it comes from"),
                help_text=_("Who issued it is not who carries it: repeats of one origin count once."),
            ),
        ],
        base_form_class=SourceForm,
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Source]:
        sources = Source.objects.visible_to(request.user).with_publication()
        return sources.annotate(usage_count=ReferenceIndex.usage_count_subquery(Source))


class PublicationScreens(SnippetViewSet):
    model = Publication
    icon = "globe"
    url_prefix = "publications"
    list_display = [
        "name",
        "country",
        "address",
        Column("source_count", label=_("Sources"), sort_key="source_count", width="10%"),
    ]
    search_fields = ["name", "country", "address"]
    search_backend_name = None
    list_per_page = 25
    copy_view_enabled = False
    panels = [FieldPanel("name"), FieldPanel("country"), FieldPanel("address")]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Publication]:
        return Publication.objects.annotate(source_count=Count("sources"))


class SourceGroup(SnippetViewSetGroup):
    items = (SourceScreens, PublicationScreens)
    menu_label = _("Sources")
    menu_icon = "link"
    menu_order = 150


register_snippet(SourceGroup)


def source_chooser() -> ViewSet:
    return SourceChooser("source_chooser", url_prefix="source-chooser")


def brief_url() -> list[URLPattern]:
    return [path("source-brief/", brief, name="source_brief")]


def keep_what_is_cited(request: HttpRequest, instances: Iterable[Model]) -> HttpResponse | None:
    """Refuse on the way to the confirmation already, and in the bulk action."""
    for source in (one for one in instances if isinstance(one, Source)):
        try:
            services.refuse_if_cited(source)
        except SourceRefused as refusal:
            messages.error(request, str(refusal))
            return redirect("wagtailsnippets_sources_source:usage", quote(source.pk))
    return None


hooks.register("register_admin_viewset", source_chooser)
hooks.register("register_admin_urls", brief_url)
hooks.register("before_delete_snippet", keep_what_is_cited)
