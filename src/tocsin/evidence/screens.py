"""The desk's lists and forms for what claims are about: speakers, places, figure series, parties, the protect list."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from tocsin.claims.models import FigureSeries, Place, ProtectedName, Speaker
from tocsin.evidence.forms import SpeakerRecordForm
from tocsin.sources.models import Party


class SpeakerScreens(SnippetViewSet):
    model = Speaker
    icon = "user"
    url_prefix = "speakers"
    list_display = [
        "name",
        Column("get_kind_display", label=_("Kind")),
        "side",
        Column("get_naming_display", label=_("Shown")),
    ]
    list_filter = ["kind", "side", "naming", "sector"]
    search_fields = ["name", "role_text", "pseudonym"]
    search_backend_name = None
    list_per_page = 25
    copy_view_enabled = False
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [
                    FieldPanel("kind"),
                    FieldPanel("name"),
                    FieldPanel("language"),
                    FieldPanel("other_names"),
                    FieldPanel("offices_held"),
                ],
                _("Who"),
            ),
            MultiFieldPanel(
                [
                    FieldPanel("naming"),
                    FieldPanel("pseudonym"),
                    FieldPanel("role_text"),
                    FieldPanel("naming_reason"),
                    FieldPanel("known_to"),
                ],
                _("How readers know them"),
            ),
            MultiFieldPanel(
                [
                    *(FieldPanel(name) for name in ("side", "sector", "country", "wikidata", "note")),
                ],
                _("What they are to the conflict"),
            ),
        ],
        base_form_class=SpeakerRecordForm,
    )


class PlaceScreens(SnippetViewSet):
    model = Place
    icon = "site"
    url_prefix = "places"
    list_display = ["name", Column("get_precision_display", label=_("Precision")), "country", "adm1"]
    list_filter = ["precision", "country"]
    search_fields = ["name", "adm1", "country"]
    search_backend_name = None
    list_per_page = 25
    copy_view_enabled = False
    panels = [
        MultiFieldPanel(
            [
                FieldPanel("name"),
                FieldPanel("precision"),
                FieldPanel("country"),
                FieldPanel("adm1"),
                FieldPanel("adm1_code"),
                FieldPanel("adm2"),
                FieldPanel("disputed"),
            ],
            _("Where"),
        ),
        MultiFieldPanel(
            [FieldPanel("public_latitude"), FieldPanel("public_longitude"), FieldPanel("radius_m")],
            _("What readers see"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("true_latitude", permission="claims.see_private_evidence"),
                FieldPanel("true_longitude", permission="claims.see_private_evidence"),
            ],
            _("For the newsroom alone"),
        ),
        MultiFieldPanel([FieldPanel("geonames"), FieldPanel("osm"), FieldPanel("wikidata")], _("Elsewhere")),
    ]


class SeriesScreens(SnippetViewSet):
    model = FigureSeries
    icon = "order"
    url_prefix = "figure-series"
    list_display = [
        TitleColumn("name", label=_("Name"), get_url=lambda one: reverse("series_grid", args=[one.pk])),
        Column("get_kind_display", label=_("Stock or flow")),
        "place",
        "origin",
    ]
    list_filter = ["kind", "population"]
    search_fields = ["name", "indicator", "definition"]
    search_backend_name = None
    list_per_page = 25
    copy_view_enabled = False
    add_view_enabled = False
    panels = [FieldPanel("name"), FieldPanel("slug"), FieldPanel("unit"), FieldPanel("method"), FieldPanel("category")]


class PartyScreens(SnippetViewSet):
    model = Party
    icon = "group"
    url_prefix = "parties"
    list_display = ["name", "camp"]
    search_fields = ["name", "camp"]
    search_backend_name = None
    copy_view_enabled = False
    panels = [FieldPanel("name"), FieldPanel("camp")]


class ProtectScreens(SnippetViewSet):
    model = ProtectedName
    icon = "lock"
    url_prefix = "protect-list"
    list_display = ["text", "why", "added_at"]
    search_fields = ["text"]
    search_backend_name = None
    copy_view_enabled = False
    panels = [FieldPanel("text"), FieldPanel("why")]


class LedgerGroup(SnippetViewSetGroup):
    items = (SpeakerScreens, PlaceScreens, SeriesScreens, PartyScreens, ProtectScreens)
    menu_label = _("Ledger")
    menu_icon = "list-ol"
    menu_order = 145
