"""The desk's reports, its dashboard, its menus and its screen for taking down."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import GroupPagePermission

from tests import make
from tocsin.accounts.models import User
from tocsin.articles.models import ArticlePage, HomePage, Section, Takedown
from tocsin.sources import services

REPORT = "lost_references"


def member(home: HomePage, *page_rights: str, **model_rights: str) -> User:
    """Someone of the desk with just these rights; *model_rights* are app to codename."""
    group = Group.objects.create(name="Some")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for app, codename in model_rights.items():
        group.permissions.add(Permission.objects.get(content_type__app_label=app, codename=codename))
    for right in page_rights:
        permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=f"{right}_page")
        GroupPagePermission.objects.create(group=group, page=home, permission=permission)
    user = make.user()
    user.groups.add(group)
    return user


def lost_article(title: str, *sources: str) -> ArticlePage:
    marks = "".join(f"So.{make.marker(make.source(source, address='', publication='Suspilne'))}" for source in sources)
    return make.article(title, body=[make.paragraph(marks)])


def rows(client: Client, **asked: str | int) -> list[tuple[str, int, str]]:
    response = client.get(reverse(REPORT), asked)
    assert response.status_code == 200
    return [(row.article.title, row.number, row.source.title) for row in response.context["object_list"]]


def test_lost_references_are_listed_by_article_or_by_source(desk: Client) -> None:
    lost_article("Zebra", "Alpha")
    lost_article("Bridge", "Zulu", "Mike")
    make.article(body=[make.paragraph(f"So.{make.marker(make.source('Found'))}")])
    assert rows(desk) == [("Bridge", 1, "Zulu"), ("Bridge", 2, "Mike"), ("Zebra", 1, "Alpha")]
    assert [row[2] for row in rows(desk, ordering="source")] == ["Alpha", "Mike", "Zulu"]
    assert [row[2] for row in rows(desk, ordering="-source")] == ["Zulu", "Mike", "Alpha"]


def test_a_filter_narrows_the_list(desk: Client) -> None:
    lost_article("Zebra", "Alpha")
    lost_article("Bridge", "Zulu")
    assert rows(desk, words="bridge suspilne") == [("Bridge", 1, "Zulu")]
    assert rows(desk, type="video") == []
    assert len(rows(desk, live="true")) == 2


@pytest.mark.parametrize("words", ['"', "\0", "%", "a" * 3000, "'; --"])
def test_the_report_survives_any_words(desk: Client, words: str) -> None:
    lost_article("Bridge", "Zulu")
    rows(desk, words=words)
    rows(desk, ordering=words)


def test_a_found_source_leaves_the_report(desk: Client) -> None:
    article = lost_article("Bridge", "Zulu")
    source = article.cited_sources.get().source
    source.address = "https://example.org/found"
    services.save_source(source)
    assert rows(desk) == []
    assert b"No reference is lost." in desk.get(reverse(REPORT)).content


def test_the_report_is_taken_away_as_csv(desk: Client) -> None:
    lost_article("Bridge, open", "=Zulu")
    response = desk.get(reverse(REPORT), {"export": "csv"})
    lines = response.getvalue().decode().splitlines()
    assert lines[0] == "Article,Reference,Source,Publication,Address it once had,Readers see it"
    assert lines[1].startswith('"Bridge, open",1,')


def test_the_report_is_paged(desk: Client) -> None:
    lost_article("Bridge", *(f"Source {number:03}" for number in range(55)))
    assert (len(rows(desk)), len(rows(desk, p=2))) == (50, 5)


def test_the_report_costs_the_same_for_many(desk: Client) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            rows(desk)
        return len(queries)

    lost_article("Bridge", "Zulu")
    cost()
    short = cost()
    lost_article("Zebra", *(f"Source {number}" for number in range(30)))
    assert cost() == short


def test_nobody_learns_of_articles_they_may_not_edit(client: Client, home: HomePage) -> None:
    lost_article("Bridge", "Zulu")
    client.force_login(member(home))
    assert rows(client) == []
    client.force_login(make.user(superuser=True))
    assert rows(client) == [("Bridge", 1, "Zulu")]


def test_the_dashboard_counts_what_is_lost(desk: Client) -> None:
    assert b"leads readers nowhere" not in desk.get(reverse("wagtailadmin_home")).content
    lost_article("Bridge", "Zulu")
    assert b"1 reference leads readers nowhere." in desk.get(reverse("wagtailadmin_home")).content


def test_no_screen_leads_to_wagtail_s_own_sites(desk: Client) -> None:
    page = desk.get(reverse("wagtailadmin_home")).content.decode()
    assert "lost-references" in page
    assert "wagtail.org" not in page


def test_taking_down_shows_what_goes_and_asks_for_a_reason(desk: Client, client: Client) -> None:
    picture = make.picture("Only here")
    article = make.article(
        "Witness speaks", lead_picture=picture, slug="witness", published_at=datetime(2022, 3, 5, tzinfo=UTC)
    )
    url = reverse("take_down", args=[article.pk])
    assert url in desk.get(reverse("wagtailadmin_pages:edit", args=[article.pk])).content.decode()
    page = desk.get(url).content.decode()
    assert [words in page for words in ("Witness speaks", "Only here", "/2022/03/05/witness/", "its 1 version")] == [
        True
    ] * 4
    assert b"This field is required." in desk.post(url, {"reason": " "}).content
    assert ArticlePage.objects.exists()
    desk.post(url, {"reason": "A source asked us to."})
    assert not ArticlePage.objects.exists()
    assert list(Takedown.objects.values_list("reason", "by__username")) == [("A source asked us to.", "editor")]
    assert b"A source asked us to." in desk.get(reverse("taken_down")).content


def test_only_those_with_the_right_take_down(client: Client, home: HomePage) -> None:
    article = make.article()
    url = reverse("take_down", args=[article.pk])
    user = member(home, "change", "publish")
    client.force_login(user)
    client.post(url, {"reason": "No."})
    assert ArticlePage.objects.exists()
    assert url not in client.get(reverse("wagtailadmin_pages:edit", args=[article.pk])).content.decode()
    user.groups.get().permissions.add(Permission.objects.get(codename="add_takedown"))
    client.force_login(User.objects.get(pk=user.pk))
    client.post(url, {"reason": "A source asked us to."})
    assert not ArticlePage.objects.exists()


def test_the_list_of_takedowns_is_for_those_with_the_right(client: Client, home: HomePage) -> None:
    client.force_login(member(home, "change"))
    assert client.get(reverse("taken_down")).status_code == 302
    client.force_login(make.user(superuser=True))
    assert client.get(reverse("taken_down")).status_code == 200


def test_moving_a_section_moves_the_paths_below(desk: Client) -> None:
    war = make.section("War", slug="war")
    kyiv = make.section("Kyiv", slug="kyiv", parent=war)
    url = reverse("wagtailsnippets_articles_section:edit", args=[war.pk])
    desk.post(url, {"name": "War", "slug": "the-war", "parent": "", "about": "", "position": 0})
    assert list(Section.objects.order_by("path").values_list("path", flat=True)) == ["the-war", "the-war/kyiv"]
    page = desk.get(reverse("wagtailsnippets_articles_section:list")).content.decode()
    assert f"\u2003└ {kyiv.name}" in page


def test_a_second_section_at_an_address_is_refused_in_words(desk: Client) -> None:
    make.section("War", slug="war")
    url = reverse("wagtailsnippets_articles_section:add")
    response = desk.post(url, {"name": "Other", "slug": "war", "parent": "", "about": "", "position": 0})
    assert "Another section has this address. Choose another word." in response.content.decode()


@pytest.mark.parametrize("model", ["contributor", "section", "menu"])
def test_every_list_of_the_newsroom_opens_and_adds(desk: Client, model: str) -> None:
    make.contributor()
    for screen in ("list", "add"):
        assert desk.get(reverse(f"wagtailsnippets_articles_{model}:{screen}")).status_code == 200


def test_the_newsroom_s_own_settings_open(desk: Client) -> None:
    assert desk.get(reverse("wagtailsettings:edit", args=["articles", "newsroom"]), follow=True).status_code == 200
