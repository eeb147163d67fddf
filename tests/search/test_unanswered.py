"""What was looked for in vain is counted only where that is wanted, and never who looked."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests import make
from tocsin.articles.models import HomePage
from tocsin.lib import clock
from tocsin.search import keeping, services, unanswered
from tocsin.search.models import Unanswered


@pytest.fixture(autouse=True)
def _forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unanswered, "_memory", unanswered.Memory())


@pytest.fixture
def counted(settings: Any, home: HomePage) -> None:
    settings.SEARCH_COUNTS = True
    make.article("Bridge")
    keeping.build()


def kept() -> list[tuple[str, int]]:
    return list(Unanswered.objects.order_by("query").values_list("query", "count"))


def ask(client: Client, words: str, times: int, **more: str) -> None:
    for _ in range(times):
        assert client.get("/search/", {"q": words, **more}).status_code == 200


def test_nothing_is_counted_unless_it_is_wanted(client: Client, counted: None, settings: Any) -> None:
    ask(client, "zeppelin", 3)
    assert kept() == [("zeppelin", 3)]
    settings.SEARCH_COUNTS = False
    ask(client, "airship", 5)
    assert kept() == [("zeppelin", 3)]


def test_what_was_asked_less_than_three_times_is_never_written(client: Client, counted: None) -> None:
    ask(client, "Zeppelin", 1)
    ask(client, "ZEPPELIN ", 1)
    assert kept() == []
    ask(client, "zeppelin", 2)
    assert kept() == [("zeppelin", 4)]


def test_what_was_found_or_is_being_typed_is_not_counted(client: Client, counted: None) -> None:
    ask(client, "bridge", 4)
    ask(client, "zeppeli", 4, suggest="1")
    ask(client, "", 4)
    assert kept() == []


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("  Water   POINT ", "water point"),
        ("Ｗater", "water"),
        ("olha@example.org", ""),
        ("call 044 123 45 67", ""),
        ("٠٤٤١٢٣٤٥", ""),
        ("12345", ""),
        ("route 66", "route 66"),
        ("x" * 61, ""),
        ("?", ""),
    ],
)
def test_what_looks_like_somebody_is_left_out(text: str, normal: str) -> None:
    assert unanswered.normal(text) == normal


def test_the_memory_is_bounded_and_ends_with_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unanswered, "REMEMBERED", 2)
    memory, day = unanswered.Memory(), clock.today()
    assert [memory.times(query, day) for query in ("a", "b", "c", "a")] == [1, 1, 0, 2]
    assert memory.times("a", day + timedelta(days=1)) == 1


def test_after_thirty_days_it_is_forgotten(db: None) -> None:
    today = clock.today()
    for days in (0, 30, 31):
        services.count_unanswered("zeppelin", today - timedelta(days=days), 3)
    assert services.forget_unanswered() == 1
    assert Unanswered.objects.count() == 2


def test_a_day_has_room_for_so_many(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(services, "MOST_A_DAY", 1)
    for query in ("one", "two", "one"):
        services.count_unanswered(query, clock.today(), 3)
    assert kept() == [("one", 6)]


def test_editors_read_what_is_missing(desk: Client, settings: Any) -> None:
    address = reverse("unanswered")
    assert "Searches are not counted here" in desk.get(address).content.decode()
    settings.SEARCH_COUNTS = True
    assert "Nothing was looked for in vain" in desk.get(address).content.decode()
    services.count_unanswered("water point", clock.today(), 4)
    page = desk.get(address).content.decode()
    assert "water point" in page
    assert "Searches without results" in desk.get(reverse("wagtailadmin_home")).content.decode()


def test_who_does_not_file_does_not_read_it(client: Client, home: HomePage) -> None:
    client.force_login(make.user("writer", role="Contributors"))
    assert client.get(reverse("unanswered")).status_code in {302, 403}
    client.force_login(make.user("chief", role="Editors"))
    assert client.get(reverse("unanswered")).status_code == 200
