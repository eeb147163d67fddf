"""The desk's wiring for accounts."""

from __future__ import annotations

from typing import Any

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from tocsin.accounts import views

ACTIONS = {
    "tocsin.account.role": _("Role set"),
    "tocsin.account.password": _("Password set"),
    "tocsin.account.active": _("Allowed to sign in"),
    "tocsin.account.inactive": _("No longer allowed to sign in"),
    "tocsin.account.second_factor": _("Second factor set up"),
    "tocsin.account.second_factor_reset": _("Second factor taken away"),
}


def desk_urls() -> list[URLPattern]:
    return [
        path("second-factor/", views.second_factor, name="second_factor"),
        path("second-factor/set-up/", views.set_up, name="second_factor_set_up"),
        path("second-factor/recovery-codes/", views.recovery_codes, name="recovery_codes"),
    ]


def register_actions(actions: Any) -> None:
    for name, words in ACTIONS.items():
        actions.register_action(name, words, words)


def second_factor_item() -> MenuItem:
    return MenuItem(_("Second factor"), "/desk/second-factor/", icon_name="key", order=900)


hooks.register("register_admin_urls", desk_urls)
hooks.register("register_log_actions", register_actions)
hooks.register("register_settings_menu_item", second_factor_item)
