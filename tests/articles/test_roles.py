"""What each role may do with its own articles and with those of others."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupCollectionPermission, GroupPagePermission

from tests import make
from tocsin.articles.models import ArticlePage, HomePage
from tocsin.articles.services import roles

OWN = {
    "Contributors": {"edit": True, "publish": False, "unpublish": False, "delete": False},
    "Authors": {"edit": True, "publish": True, "unpublish": True, "delete": True},
    "Editors": {"edit": True, "publish": True, "unpublish": True, "delete": True},
    "Administrators": {"edit": True, "publish": True, "unpublish": True, "delete": True},
}
OTHERS = {
    "Contributors": {"edit": False, "publish": False, "unpublish": False, "delete": False},
    "Authors": {"edit": False, "publish": False, "unpublish": False, "delete": False},
    "Editors": {"edit": True, "publish": True, "unpublish": True, "delete": True},
    "Administrators": {"edit": True, "publish": True, "unpublish": True, "delete": True},
}


@pytest.mark.parametrize("role", OWN)
@pytest.mark.parametrize("own", [True, False])
def test_rights_over_own_and_others_articles(home: HomePage, role: str, own: bool) -> None:
    person = make.user(role=role)
    article = make.article()
    article.owner = person if own else make.user(role="Editors")
    article.save()
    rights = article.permissions_for_user(person)
    got = {name: getattr(rights, f"can_{name}")() for name in ("edit", "publish", "unpublish", "delete")}
    assert got == (OWN if own else OTHERS)[role]
    assert rights.can_view_revisions() == got["edit"]


@pytest.mark.parametrize(("role", "publishes"), [("Contributors", False), ("Authors", True), ("Editors", True)])
def test_who_may_publish_what_they_write(home: HomePage, role: str, publishes: bool) -> None:
    rights = home.permissions_for_user(make.user(role=role))
    assert rights.can_add_subpage()
    assert rights.can_publish_subpage() == publishes


def routes(article: ArticlePage) -> list[str]:
    """Every way of the desk to one article."""
    revision = article.latest_revision.pk
    names: list[tuple[str, list[object]]] = [
        ("wagtailadmin_pages:edit", [article.pk]),
        ("wagtailadmin_pages:view_draft", [article.pk]),
        ("wagtailadmin_pages:history", [article.pk]),
        ("wagtailadmin_pages:revisions_view", [article.pk, revision]),
        ("wagtailadmin_pages:revisions_compare", [article.pk, "earliest", "live"]),
        ("wagtailadmin_pages:revisions_revert", [article.pk, revision]),
        ("wagtailadmin_pages:copy", [article.pk]),
        ("wagtailadmin_pages:move", [article.pk]),
        ("wagtailadmin_pages:delete", [article.pk]),
        ("wagtailadmin_pages:unpublish", [article.pk]),
        ("take_down", [article.pk]),
    ]
    return [reverse(name, args=args) for name, args in names]


@pytest.mark.parametrize("role", ["Contributors", "Authors"])
def test_no_way_of_the_desk_leads_to_the_article_of_another(home: HomePage, client: Client, role: str) -> None:
    article = make.article("Kanarienvogel")
    article.owner = make.user(role="Editors")
    article.save()
    client.force_login(make.user(role=role))
    for address in routes(article):
        response = client.get(address)
        assert response.status_code != 200, address
        assert "Kanarienvogel" not in response.content.decode()


def test_every_one_of_those_ways_leads_an_editor_there(home: HomePage, client: Client) -> None:
    article = make.article("Kanarienvogel")
    client.force_login(make.user(role="Editors"))
    for address in routes(article):
        assert client.get(address).status_code == 200, address


def test_a_stranger_sees_nothing_of_the_desk(home: HomePage, client: Client) -> None:
    article = make.article()
    client.force_login(make.user())
    for address in [reverse("wagtailadmin_home"), *routes(article)]:
        assert client.get(address).status_code in {302, 403, 404}


def test_drafts_of_others_do_not_stand_in_the_list_of_pages(home: HomePage, client: Client) -> None:
    draft = make.article("Kanarienvogel", live=False)
    draft.owner = make.user(role="Editors")
    draft.save()
    address = reverse("wagtailadmin_explore", args=[home.pk])
    client.force_login(make.user(role="Contributors"))
    assert "Kanarienvogel" not in client.get(address).content.decode()
    client.force_login(make.user(role="Editors"))
    assert "Kanarienvogel" in client.get(address).content.decode()


def test_roles_are_what_they_were_after_being_established_again(home: HomePage) -> None:
    def rights() -> dict[str, set[str]]:
        return {
            group.name: {
                *group.permissions.values_list("codename", flat=True),
                *GroupPagePermission.objects.filter(group=group).values_list("permission__codename", flat=True),
                *GroupCollectionPermission.objects.filter(group=group).values_list("permission__codename", flat=True),
            }
            for group in Group.objects.all()
        }

    before = rights()
    roles.establish(home)
    assert rights() == before
    assert set(before) == {role.group for role in roles.ROLES.values()}


@pytest.mark.parametrize("role", OWN)
def test_everyone_takes_pictures_in_and_only_editors_change_those_of_others(
    home: HomePage, client: Client, role: str
) -> None:
    picture, person = make.picture(uploaded_by_user=make.user(role="Editors")), make.user(role=role)
    client.force_login(person)
    assert client.get(reverse("wagtailimages:add")).status_code == 200
    assert client.get(reverse("wagtaildocs:add")).status_code == 200
    may_change = client.get(reverse("wagtailimages:edit", args=[picture.pk])).status_code == 200
    assert may_change == (role in {"Editors", "Administrators"})
