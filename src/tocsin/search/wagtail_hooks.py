"""The desk's wiring of search: one report, in the menu while searches are counted."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from tocsin.search.desk import PERMISSION, SearchesWithoutResults


def desk_urls() -> list[URLPattern]:
    return [
        path("reports/searches/", SearchesWithoutResults.as_view(), name="unanswered"),
        path("reports/searches/results/", SearchesWithoutResults.as_view(results_only=True), name="unanswered_results"),
    ]


class SearchesItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return settings.SEARCH_COUNTS and bool(request.user.has_perm(PERMISSION))


def searches_item() -> MenuItem:
    return SearchesItem(gettext_lazy("Searches without results"), reverse("unanswered"), icon_name="search", order=120)


hooks.register("register_admin_urls", desk_urls)
hooks.register("register_reports_menu_item", searches_item)
