"""The desk's wiring of comments: addresses, menus, buttons."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.widgets import Button
from wagtail.models import Page

from tocsin.accounts.models import User
from tocsin.articles.models import ArticlePage
from tocsin.comments.desk import screens
from tocsin.comments.desk.asked import CHANGE_SETTINGS, MODERATE


def desk_urls() -> list[URLPattern]:
    return [
        path("comments/", screens.desk, name="comments_desk"),
        path("comments/<int:pk>/", screens.one, name="comments_one"),
        path("comments/errors/", screens.errors, name="comment_errors"),
        path("comments/bans/", screens.bans, name="comment_bans"),
        path("comments/decisions/", screens.audit, name="comment_audit"),
        path("comments/settings/", screens.settings, name="comment_settings"),
        path("comments/switch/<slug:what>/", screens.switch, name="comment_switch"),
        path("comments/under/article/<int:pk>/", screens.discussion, {"kind": "article"}, name="comment_discussion"),
        path("comments/under/claim/<int:pk>/", screens.discussion, {"kind": "claim"}, name="comment_discussion"),
    ]


class _Item(MenuItem):
    """An item for those who have *permission*."""

    def __init__(self, label: Any, address: str, permission: str, **kwargs: Any) -> None:
        super().__init__(label, address, **kwargs)
        self.permission = permission

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(self.permission))


def comments_item() -> MenuItem:
    items = [
        _Item(gettext_lazy("Waiting"), reverse("comments_desk"), MODERATE, icon_name="comment", order=1),
        _Item(gettext_lazy("Reported errors"), reverse("comment_errors"), MODERATE, icon_name="warning", order=2),
        _Item(gettext_lazy("Bans"), reverse("comment_bans"), MODERATE, icon_name="lock", order=3),
        _Item(gettext_lazy("Decisions"), reverse("comment_audit"), MODERATE, icon_name="history", order=4),
        _Item(gettext_lazy("Settings"), reverse("comment_settings"), CHANGE_SETTINGS, icon_name="cog", order=5),
    ]
    menu = Menu(items=items)
    return SubmenuMenuItem(gettext_lazy("Comments"), menu, name="reader-comments", icon_name="comment", order=145)


def offer_discussion(page: Page, user: User, **_kwargs: Any) -> Iterator[Button]:
    if page.specific_class is ArticlePage and user.has_perm(MODERATE):
        address = reverse("comment_discussion", kwargs={"kind": "article", "pk": page.pk})
        yield Button(_("Comments"), url=address, icon_name="comment", priority=25)


class WaitingPanel(Component):
    """On the dashboard, while comments wait."""

    name = "waiting_comments"
    template_name = "comments/desk/panel.html"
    order = 185

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        return {**screens.counts()}


def show_waiting(request: HttpRequest, panels: list[Any]) -> None:
    if request.user.has_perm(MODERATE):  # type: ignore[union-attr]
        panels.append(WaitingPanel())


def one_door_to_settings(request: HttpRequest, items: list[Any]) -> None:
    """The settings of comments have a screen of their own; the general one would skip the audit trail."""
    items[:] = [item for item in items if not item.url.endswith("/comments/discussionsettings/")]


hooks.register("register_admin_urls", desk_urls)
hooks.register("register_admin_menu_item", comments_item)
hooks.register("register_page_header_buttons", offer_discussion)
hooks.register("construct_homepage_panels", show_waiting)
hooks.register("construct_settings_menu", one_door_to_settings)
