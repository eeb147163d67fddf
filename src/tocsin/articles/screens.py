"""The desk's lists and forms for contributors, sections and menus."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from tocsin.articles.choosers import ContributorChooser, NamedChooser
from tocsin.articles.forms import ContributorForm, SectionForm
from tocsin.articles.models import Contributor, Menu, Section


class ContributorScreens(SnippetViewSet):
    model = Contributor
    icon = "user"
    url_prefix = "contributors"
    list_display = ["name", Column("kind", label=_("Kind"), accessor="get_kind_display"), "slug"]
    list_filter = ["kind"]
    list_per_page = 25
    search_fields = ["name", "slug", "about"]
    search_backend_name = None
    copy_view_enabled = False
    chooser_viewset_class = ContributorChooser
    edit_handler = ObjectList(
        [
            FieldPanel("name"),
            FieldPanel("slug", help_text=_("The last part of the address of their page. Empty: from the name.")),
            FieldPanel("kind"),
            FieldPanel("about"),
            FieldPanel("picture"),
        ],
        base_form_class=ContributorForm,
    )


def indented(section: Section) -> str:
    """The name, set in by its place in the tree."""
    depth = section.path.count("/")
    return "\u2003" * depth + ("└ " if depth else "") + section.name


class SectionScreens(SnippetViewSet):
    model = Section
    chooser_viewset_class = NamedChooser
    icon = "folder-open-inverse"
    url_prefix = "sections"
    list_display = [
        Column("name", label=_("Name"), accessor=indented),
        Column("path", label=_("Address")),
        Column("position", label=_("Position")),
    ]
    list_per_page = 100
    search_fields = ["name", "slug", "about"]
    search_backend_name = None
    copy_view_enabled = False
    edit_handler = ObjectList(
        [
            FieldPanel("name"),
            FieldPanel("slug", help_text=_("One word of the address; those of the sections above come before it.")),
            FieldPanel("parent"),
            FieldPanel("about"),
            FieldPanel("position"),
        ],
        base_form_class=SectionForm,
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Section]:
        return Section.objects.order_by("path")


class MenuScreens(SnippetViewSet):
    model = Menu
    icon = "list-ul"
    url_prefix = "menus"
    list_display = ["__str__"]
    search_backend_name = None
    copy_view_enabled = False


class NewsroomGroup(SnippetViewSetGroup):
    items = (ContributorScreens, SectionScreens, MenuScreens)
    menu_label = _("Newsroom")
    menu_icon = "group"
    menu_order = 160
