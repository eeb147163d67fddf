"""The desk's wiring."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import Q
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse, reverse_lazy
from django.utils.html import format_html, format_html_join, json_script
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.rich_text.editors.draftail.features import EntityFeature
from wagtail.admin.widgets import Button
from wagtail.models import Page
from wagtail.snippets.models import register_snippet

from tocsin.accounts.models import User
from tocsin.articles import desk, media, readiness, rich_text
from tocsin.articles.forms import ArticleForm
from tocsin.articles.models import ArticlePage
from tocsin.articles.screens import NewsroomGroup

ArticlePage.base_form_class = ArticleForm
register_snippet(NewsroomGroup)

ELSEWHERE = ("whats-new-in-wagtail", "editor-guide")
"""Items of Wagtail's help menu that lead to other sites."""


def register_reference(features: Any) -> None:
    """The marker of a reference: how it is stored, shown, edited."""
    features.register_link_type(rich_text.ReferenceLink)
    features.register_converter_rule("contentstate", "reference", rich_text.CONVERSION)
    features.register_editor_plugin(
        "draftail",
        "reference",
        EntityFeature(
            {
                "type": rich_text.ENTITY,
                "label": "[1]",
                "description": gettext_lazy("Reference"),
                "attributes": ["sources"],
                "chooserUrls": {"source": reverse_lazy("source_chooser:choose")},
            },
            js=["wagtailadmin/js/chooser-modal.js", "tocsin/desk/references.js"],
        ),
    )


def add_style() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("tocsin/desk/desk.css"))


def add_script() -> SafeString:
    """The desk's script, and what the script for references needs to know."""
    known = {
        "brief": reverse("source_brief"),
        "words": {
            "reference": _("Reference"),
            "source": _("Source"),
            "missing": _("This reference points at no source that is on record."),
        },
    }
    return format_html(
        '{}<script src="{}" defer></script>', json_script(known, "tocsin-references"), static("tocsin/desk/desk.js")
    )


def desk_urls() -> list[URLPattern]:
    return [
        path("reports/lost-references/", desk.LostReferences.as_view(), name="lost_references"),
        path(
            "reports/lost-references/results/",
            desk.LostReferences.as_view(results_only=True),
            name="lost_references_results",
        ),
        path("reports/taken-down/", desk.TakenDown.as_view(), name="taken_down"),
        path("reports/taken-down/results/", desk.TakenDown.as_view(results_only=True), name="taken_down_results"),
        path("articles/<int:pk>/take-down/", desk.take_down, name="take_down"),
    ]


class TakenDownItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm("articles.view_takedown"))


def lost_item() -> MenuItem:
    return MenuItem(gettext_lazy("Lost references"), reverse("lost_references"), icon_name="link", order=100)


def taken_down_item() -> MenuItem:
    return TakenDownItem(gettext_lazy("Taken down"), reverse("taken_down"), icon_name="bin", order=110)


def tidy_help(request: HttpRequest, items: list[MenuItem]) -> None:
    items[:] = [item for item in items if not item.name.startswith(ELSEWHERE)]


def show_lost_references(request: HttpRequest, panels: list[Any]) -> None:
    panels.append(desk.LostReferencesPanel())


def offer_takedown(page: Page, user: User, **_kwargs: Any) -> Iterator[Button]:
    if page.specific_class is ArticlePage and page.specific.published_address and desk.may_take_down(user, page):
        yield Button(_("Take down…"), url=reverse("take_down", args=[page.pk]), icon_name="bin", priority=90)


def warn_of_lost_references(request: HttpRequest, page: Page) -> None:
    """After publishing: the article is out, and these of its references lead readers nowhere."""
    lost = readiness.lost_references(page) if isinstance(page, ArticlePage) else []
    if not lost:
        return
    named = format_html_join("; ", "[{}] {}", ((number, "; ".join(map(str, sources))) for number, sources in lost))
    words = _("Published with lost references, marked as such for readers: {}. Give their sources an address.")
    messages.warning(
        request, format_html(words, named), buttons=[messages.button(reverse("lost_references"), _("Lost references"))]
    )


hooks.register("register_rich_text_features", register_reference)
hooks.register("insert_global_admin_css", add_style)
hooks.register("insert_global_admin_js", add_script)
hooks.register("register_admin_urls", desk_urls)
hooks.register("register_reports_menu_item", lost_item)
hooks.register("register_reports_menu_item", taken_down_item)
hooks.register("construct_help_menu", tidy_help)
hooks.register("construct_homepage_panels", show_lost_references)
hooks.register("register_page_header_buttons", offer_takedown)
hooks.register("after_publish_page", warn_of_lost_references)


def show_own_and_published(_parent: Page | None, pages: Any, request: HttpRequest) -> Any:
    """In the list of pages nobody sees the drafts of others but those who may change them."""
    user = request.user
    if not isinstance(user, User) or user.is_superuser or user.has_perm("articles.change_contributor"):
        return pages
    return pages.filter(Q(live=True) | Q(owner=user))


hooks.register("construct_explorer_page_queryset", show_own_and_published)
hooks.register("construct_page_chooser_queryset", lambda pages, request: show_own_and_published(None, pages, request))
hooks.register("before_serve_document", media.recording)
