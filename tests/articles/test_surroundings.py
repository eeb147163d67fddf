"""What stands around every page is read once a second, and what is saved shows at once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from tests import make
from tocsin.articles import surroundings
from tocsin.articles.models import HomePage, Menu, MenuItem, Newsroom, PlainPage


def links(client: Client, path: str = "/search/") -> list[tuple[str, str]]:
    document = BeautifulSoup(client.get(path).content.decode(), "html.parser")
    return [(str(link["href"]), link.get_text()) for link in document.select(".masthead__menu a")]


def menu(*items: MenuItem, language: str = "en") -> Menu:
    made = Menu.objects.create(place="top", language=language)
    for at, item in enumerate(items):
        item.menu, item.sort_order = made, at
        item.save()
    return made


def page(home: HomePage, title: str, *, live: bool = True) -> PlainPage:
    return home.add_child(instance=PlainPage(title=title, slug=title.lower(), live=live))  # type: ignore[no-any-return]


def test_what_is_saved_shows_at_once(client: Client, home: HomePage) -> None:
    assert ("/archive/", "Archive") in links(client)
    made = menu(MenuItem(address="/one/", label="One"))
    assert links(client) == [("/one/", "One")]
    item = made.items.get()  # type: ignore[attr-defined]
    item.label = "Two"
    item.save()
    assert links(client) == [("/one/", "Two")]
    made.delete()
    assert ("/one/", "Two") not in links(client)
    section = make.section("War", slug="war")
    assert ("/section/war/", "War") in links(client)
    section.name = "Peace"
    section.save()
    assert ("/section/war/", "Peace") in links(client)
    newsroom = Newsroom.objects.get()
    newsroom.name = "Another Bell"
    newsroom.save()
    assert "Another Bell" in client.get("/search/").content.decode()


def test_what_another_process_saved_shows_within_a_second(client: Client, home: HomePage) -> None:
    menu(MenuItem(address="/one/", label="One"))
    assert links(client) == [("/one/", "One")]
    MenuItem.objects.update(label="Two")  # of which no signal tells
    assert links(client) == [("/one/", "One")]
    _a_second_later()
    assert links(client) == [("/one/", "Two")]


def test_within_that_second_nothing_is_asked_for_it(client: Client, home: HomePage) -> None:
    menu(MenuItem(address="/one/", label="One"))

    def queries(path: str) -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get(path).status_code == 200
        return len(captured)

    first = queries("/search/")
    assert first > 0, "else this test shows nothing"
    assert queries("/search/") == 0
    kept = surroundings._kept.copy()
    _a_second_later()
    assert queries("/search/") == first
    assert {key: one for key, (_since, one) in surroundings._kept.items()} == {
        key: one for key, (_since, one) in kept.items()
    }, "what tells the same keeps its rendered parts"


def test_a_menu_leads_nowhere_readers_cannot_go(client: Client, home: HomePage) -> None:
    shown, draft, private = page(home, "Shown"), page(home, "Draft", live=False), page(home, "Private")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    soon = datetime.now(UTC) + timedelta(days=1)
    embargoed = make.article("Embargoed", live=False, embargo_until=soon)
    type(embargoed).objects.filter(pk=embargoed.pk).update(live=True)
    menu(*(MenuItem(page=one) for one in (shown, draft, private, embargoed)))
    assert [text for _target, text in links(client)] == ["Shown"]
    with time_machine.travel(soon + timedelta(minutes=1)):
        surroundings.forget()
        assert [text for _target, text in links(client)] == ["Shown", "Embargoed"]


def test_each_language_has_its_own(client: Client, home: HomePage) -> None:
    menu(MenuItem(address="/one/", label="One"))
    menu(MenuItem(address="/uk/one/", label="Один"), language="uk")
    for _ in range(2):
        assert links(client) == [("/one/", "One")]
        assert links(client, "/uk/search/") == [("/uk/one/", "Один")]
        assert links(client, "/es/search/") == [("/one/", "One")]
        assert 'lang="uk"' in client.get("/uk/search/").content.decode()


def test_an_empty_menu_is_empty(client: Client, home: HomePage) -> None:
    make.section("War")
    menu()
    assert links(client) == []


def test_hosts_and_parts_do_not_pile_up(client: Client, home: HomePage, settings: object) -> None:
    for day in range(1, 200):
        assert client.get("/search/", {"q": "x", "after": f"2022-01-{day}"}).status_code == 200
    assert all(len(one.parts) <= surroundings.MOST for _since, one in surroundings._kept.values())
    settings.ALLOWED_HOSTS = ["*"]  # type: ignore[attr-defined]
    for number in range(surroundings.MOST + 5):
        assert client.get("/search/", headers={"Host": f"host{number}.example"}).status_code == 200
    assert len(surroundings._kept) <= surroundings.MOST


def test_no_reader_sees_what_was_rendered_for_an_editor(desk: Client, home: HomePage) -> None:
    with_session, without = desk.get("/search/").content, Client().get("/search/").content
    assert with_session == without


@pytest.fixture(autouse=True)
def _a_second_that_lasts(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """However slow the machine, a second has not passed until the test says so."""
    monkeypatch.setattr(surroundings, "FRESH", 3600.0)
    yield
    surroundings.forget()


def _a_second_later() -> None:
    for key, (since, one) in list(surroundings._kept.items()):
        surroundings._kept[key] = (since - surroundings.FRESH - 0.01, one)
