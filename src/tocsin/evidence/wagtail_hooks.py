"""The desk's wiring of the ledger: addresses, menus, buttons, screens for speakers, places, series, parties."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import Button
from wagtail.models import Page
from wagtail.snippets.models import register_snippet

from tocsin.accounts.models import User
from tocsin.articles.models import ArticlePage
from tocsin.evidence.desk import grid, lists, screen
from tocsin.evidence.screens import LedgerGroup

register_snippet(LedgerGroup)


def desk_urls() -> list[URLPattern]:
    return [
        path("articles/<int:pk>/evidence/", screen.evidence, name="evidence"),
        path("ledger/source/<int:pk>/", lists.source_text, name="source_text"),
        path("ledger/", lists.ledger_list, name="ledger"),
        path("ledger/series/<int:pk>/", grid.grid, name="series_grid"),
        path("ledger/changed/", lists.changed_list, name="changed_claims"),
        path("ledger/readings/", lists.readings, name="readings"),
        path("ledger/corrections.jsonl", lists.corrections, name="proposal_corrections"),
    ]


class LedgerItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm("claims.view_claim"))


def ledger_item() -> MenuItem:
    return LedgerItem(gettext_lazy("Claims"), reverse("ledger"), icon_name="list-ul", order=140)


def changed_item() -> MenuItem:
    return LedgerItem(
        gettext_lazy("Changed since publication"), reverse("changed_claims"), icon_name="warning", order=105
    )


class ReadingsItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm("claims.change_claim"))


def readings_item() -> MenuItem:
    return ReadingsItem(gettext_lazy("Read for claims"), reverse("readings"), icon_name="doc-full", order=106)


def offer_evidence(page: Page, user: User, **_kwargs: Any) -> Iterator[Button]:
    if page.specific_class is ArticlePage and page.permissions_for_user(user).can_edit():
        yield Button(_("Evidence"), url=reverse("evidence", args=[page.pk]), icon_name="list-ul", priority=20)


def show_changed(request: HttpRequest, panels: list[Any]) -> None:
    if request.user.has_perm("claims.view_claim"):  # type: ignore[union-attr]
        panels.append(lists.ChangedPanel())


hooks.register("register_admin_urls", desk_urls)
hooks.register("register_admin_menu_item", ledger_item)
hooks.register("register_reports_menu_item", changed_item)
hooks.register("register_reports_menu_item", readings_item)
hooks.register("register_page_header_buttons", offer_evidence)
hooks.register("construct_homepage_panels", show_changed)
