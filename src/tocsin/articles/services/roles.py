"""The four roles of a newsroom, kept as groups with exactly these rights.

| Role | May |
| --- | --- |
| contributor | write and edit own drafts, take pictures and files in, record sources, ask for publication |
| author | the same, and publish, correct and unpublish own articles |
| editor | everybody's articles and pages, sections, contributors, menus, sources, redirects, takedown, approval |
| administrator | all of that, and people, newsroom settings, workflows, collections |
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import Q
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission

from tocsin.articles.models import HomePage

_DESK = ("wagtailadmin.access_admin",)
_STATE = ("claims.view_claim", "claims.add_claim")
_CITE = tuple(f"sources.{verb}_{what}" for verb in ("add", "view") for what in ("source", "publication"))
_NAMES = ("articles.view_contributor", "articles.view_section")
_TAKE_IN = ("add_image", "choose_image", "add_document", "choose_document")  # Wagtail's names for pictures and files
_ALL = ("add", "change", "delete", "view")


def _every(app: str, *models: str) -> tuple[str, ...]:
    return tuple(f"{app}.{verb}_{model}" for model in models for verb in _ALL)


_RUN_THE_DESK = (
    *_every("articles", "contributor", "section", "menu"),
    *_every("sources", "source", "publication", "party"),
    *_every("claims", "claim", "assertion", "speaker", "place", "figureseries", "override", "protectedname"),
    "claims.see_private_evidence",
    "claims.decide_on_protected_names",
    "comments.moderate_comments",
    "comments.change_discussionsettings",
    *_every("wagtailredirects", "redirect"),
    "articles.add_takedown",
    "articles.view_takedown",
)
_RUN_THE_HOUSE = (
    *_every("accounts", "user"),
    *_every("auth", "group"),
    *_every("wagtailcore", "workflow", "task", "collection"),
    "articles.change_newsroom",
)


@dataclass(frozen=True)
class Role:
    """What a group may do: with everything, with pages below the front page, with pictures and files."""

    group: str
    everywhere: tuple[str, ...]
    pages: tuple[str, ...]
    collections: tuple[str, ...] = _TAKE_IN


_EDIT_MEDIA = (*_TAKE_IN, "change_image", "delete_image", "change_document", "delete_document")
_EDIT_PAGES = ("add_page", "change_page", "publish_page", "lock_page", "unlock_page", "bulk_delete_page")

ROLES = {
    "contributor": Role("Contributors", (*_DESK, *_CITE, *_NAMES, *_STATE), ("add_page",)),
    "author": Role("Authors", (*_DESK, *_CITE, *_NAMES, *_STATE), ("add_page", "publish_page")),
    "editor": Role("Editors", (*_DESK, *_RUN_THE_DESK), _EDIT_PAGES, _EDIT_MEDIA),
    "administrator": Role("Administrators", (*_DESK, *_RUN_THE_DESK, *_RUN_THE_HOUSE), _EDIT_PAGES, _EDIT_MEDIA),
}


@transaction.atomic
def establish(home: HomePage) -> None:
    """Give each role exactly its rights, whatever was there; groups of another name stay as they are."""
    for role in ROLES.values():
        _set_rights(role, home)


def _set_rights(role: Role, home: HomePage) -> None:
    group, _made = Group.objects.get_or_create(name=role.group)
    group.permissions.set(_permissions(role.everywhere))
    GroupPagePermission.objects.filter(group=group).delete()
    for permission in Permission.objects.filter(codename__in=role.pages, content_type__app_label="wagtailcore"):
        GroupPagePermission.objects.create(group=group, page=home, permission=permission)
    GroupCollectionPermission.objects.filter(group=group).delete()
    root = Collection.get_first_root_node() or Collection.add_root(name="Root")
    for permission in Permission.objects.filter(
        codename__in=role.collections, content_type__app_label__in=["wagtailimages", "wagtaildocs"]
    ):
        GroupCollectionPermission.objects.create(group=group, collection=root, permission=permission)


def _permissions(names: Iterable[str]) -> list[Permission]:
    """Return the permissions called ``app.codename``."""
    wanted = Q(pk__in=[])
    for name in names:
        app, codename = name.split(".")
        wanted |= Q(content_type__app_label=app, codename=codename)
    return list(Permission.objects.filter(wanted))
