"""Choosing sources while writing, and telling the editor's screen about those in a text."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic.chooser import (
    BaseChooseView,
    ChooseResultsViewMixin,
    ChooseViewMixin,
    ChosenMultipleView,
    ChosenView,
    CreateView,
    CreationFormMixin,
)
from wagtail.admin.viewsets.chooser import ChooserViewSet

from tocsin.sources.forms import SourceForm
from tocsin.sources.models import Source

MOST_AT_ONCE = 200


def described(source: Source) -> dict[str, Any]:
    """What the editor's screen needs to know of a source."""
    return {
        "id": source.pk,
        "title": str(source),
        "status": source.status,
        "status_name": str(source.get_status_display()),
        "lost": source.is_lost,
    }


def in_order(ids: list[str], user: Any) -> list[Source]:
    """Return the sources of *ids* that *user* may know of, each once, in their order; others are passed over."""
    wanted = [int(pk) for pk in dict.fromkeys(ids) if pk.isascii() and pk.isdecimal() and len(pk) < 19][:MOST_AT_ONCE]  # noqa: PLR2004 - a key has at most 18 digits
    found = Source.objects.visible_to(user).with_publication().in_bulk(wanted)
    return [found[pk] for pk in wanted if pk in found]


def brief(request: HttpRequest) -> HttpResponse:
    """Describe the sources of ``ids``. One that is not on record is missing from the answer."""
    return JsonResponse(
        {"sources": [described(one) for one in in_order(request.GET.get("ids", "").split(","), request.user)]}
    )


class SourceFilter(BaseFilterForm):
    q = forms.CharField(
        label=_("Search"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"placeholder": _("Title, author, publication, address")}),
    )

    def filter(self, objects: QuerySet[Source]) -> QuerySet[Source]:
        query = self.cleaned_data.get("q", "").strip()
        self.is_searching, self.search_query = bool(query), query
        for word in query.split()[:12]:
            objects = objects.filter(
                Q(title__icontains=word)
                | Q(author__icontains=word)
                | Q(publication__name__icontains=word)
                | Q(address__icontains=word)
                | Q(lost_address__icontains=word)
            )
        return objects


class _Choosing(BaseChooseView):
    filter_form_class = SourceFilter
    template_name = "desk/sources/chooser.html"
    results_template_name = "desk/sources/chooser_results.html"
    ordering = ["-recorded_at", "-pk"]
    per_page = 8

    def get_object_list(self) -> QuerySet[Source]:
        return Source.objects.visible_to(self.request.user).with_publication()

    @property
    def columns(self) -> list[Column]:
        return [
            self.title_column,
            Column("publication", label=_("Publication"), accessor="publication", classname="tocsin-wide"),
            Column("published_on", label=_("Published"), classname="tocsin-wide"),
            Column("status", label=_("Status"), accessor="get_status_display"),
        ]

    @property
    def title_column(self) -> Column:
        column = super().title_column
        column.accessor = "title"
        return column

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        chosen = in_order(self.request.GET.get("chosen", "").split(","), self.request.user)
        return {**super().get_context_data(**kwargs), "chosen": chosen}


class _ChooseView(ChooseViewMixin, CreationFormMixin, _Choosing):
    creation_form_template_name = "desk/sources/creation_form.html"


class _ChooseResultsView(ChooseResultsViewMixin, CreationFormMixin, _Choosing):
    pass


class _Described:
    def get_chosen_response_data(self, item: Source) -> dict[str, Any]:
        return described(item)


class _ChosenView(_Described, ChosenView):
    pass


class _ChosenMultipleView(_Described, ChosenMultipleView):
    def get_objects(self, pks: list[str]) -> list[Source]:
        return in_order(pks, self.request.user)


class _CreateView(_Described, CreateView):
    creation_form_template_name = "desk/sources/creation_form.html"

    def get_chosen_response(self, item: Source) -> HttpResponse:
        """The new source, after those ticked before it was recorded."""
        ticked = in_order(self.request.POST.get("chosen", "").split(","), self.request.user)
        response: HttpResponse = self.get_multiple_chosen_response([*ticked, item])
        return response

    def get_creation_form_context_data(self, form: SourceForm) -> dict[str, Any]:
        chosen = self.request.POST.get("chosen", self.request.GET.get("chosen", ""))
        return {**super().get_creation_form_context_data(form), "chosen_ids": chosen}


class SourceChooser(ChooserViewSet):
    """Choosing one or several sources, or recording a new one, without leaving the text."""

    model = Source
    icon = "link"
    page_title = _("Sources of this reference")
    choose_one_text = _("Choose a source")
    choose_another_text = _("Choose another source")
    edit_item_text = _("Edit this source")
    search_tab_label = _("Sources on record")
    creation_tab_label = _("New source")
    create_action_label = _("Record and cite")
    creation_form_class = SourceForm
    preserve_url_parameters = ["multiple", "chosen"]
    register_widget = False
    choose_view_class = _ChooseView
    choose_results_view_class = _ChooseResultsView
    chosen_view_class = _ChosenView
    chosen_multiple_view_class = _ChosenMultipleView
    create_view_class = _CreateView
