"""The desk's report of what readers looked for in vain."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.reports import ReportView

from tocsin.search import queries
from tocsin.search.models import Unanswered

PERMISSION = "articles.change_section"
"""Whoever files articles reads what is missing."""


class SearchesWithoutResults(ReportView):
    """What was looked for in vain on the last thirty days, and how often. Of who looked nothing is known."""

    page_title = gettext_lazy("Searches without results")
    header_icon = "search"
    index_url_name = "unanswered"
    index_results_url_name = "unanswered_results"
    default_ordering = "-day"
    paginate_by = 50
    list_export = ["day", "query", "count"]
    columns = [
        Column("query", label=gettext_lazy("What was looked for"), sort_key="query"),
        Column("count", label=gettext_lazy("Times"), sort_key="count"),
        DateColumn("day", label=gettext_lazy("Day"), sort_key="day"),
    ]

    @property
    def no_results_message(self) -> str | Promise:
        if not settings.SEARCH_COUNTS:
            return gettext_lazy("Searches are not counted here. Whoever runs the site can have them counted.")
        return gettext_lazy("Nothing was looked for in vain three times on one day of the last thirty.")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.has_perm(PERMISSION):
            raise PermissionDenied
        response: HttpResponse = super().dispatch(request, *args, **kwargs)
        return response

    def get_queryset(self) -> QuerySet[Unanswered]:
        rows = queries.unanswered()
        return rows if self.ordering == "-day" else rows.order_by(self.ordering, "query", "-day")

    def get_filename(self) -> str:
        return "searches-without-results"
