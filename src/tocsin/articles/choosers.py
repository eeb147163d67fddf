"""The windows in which contributors and sections are chosen: searched by name, contributors also added."""

from __future__ import annotations

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.snippets.views.chooser import ChooseResultsView, ChooseView, SnippetChooserViewSet

from tocsin.articles.forms import NewContributorForm


class NameFilter(BaseFilterForm):
    q = forms.CharField(label=_("Search"), required=False, max_length=200)

    def filter(self, objects: QuerySet) -> QuerySet:
        query = self.cleaned_data.get("q", "").strip()
        self.is_searching, self.search_query = bool(query), query
        for word in query.split()[:12]:
            objects = objects.filter(name__icontains=word)
        return objects


class _ChooseView(ChooseView):
    filter_form_class = NameFilter


class _ChooseResultsView(ChooseResultsView):
    filter_form_class = NameFilter


class NamedChooser(SnippetChooserViewSet):
    """Choosing by name."""

    choose_view_class = _ChooseView
    choose_results_view_class = _ChooseResultsView


class ContributorChooser(NamedChooser):
    """The same, with a form for one who is not on record."""

    creation_form_class = NewContributorForm
    creation_tab_label = _("New contributor")
    create_action_label = _("Add")
