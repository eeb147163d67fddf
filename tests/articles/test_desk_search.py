"""The desk's own search survives whatever is typed."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import make
from tocsin.articles import desk_search
from tocsin.articles.models import ArticlePage, HomePage

NAUGHTY = [
    '"',
    'a"b',
    '"foo',
    "\0",
    "*",
    "a* OR",
    "NEAR(",
    "title:x",
    "^a",
    "-",
    "(",
    "'; DROP TABLE",
    "a AND",
    "NOT",
    "\ufffe",
    "🔔",
    "x" * 5000,
    "%",
    "\\",
]
SEARCHES = [
    "wagtailadmin_pages:search",
    "wagtailimages:index",
    "wagtaildocs:index",
    "wagtailusers_users:index",
    "wagtailredirects:index",
    "wagtailsnippets_articles_contributor:list",
    "wagtailsnippets_articles_section:list",
    "wagtailsnippets_sources_source:list",
    "wagtailimages_chooser:choose",
    "wagtaildocs_chooser:choose",
    "wagtailadmin_choose_page_search",
]


@pytest.mark.parametrize("name", SEARCHES)
def test_no_input_breaks_a_search(desk: Client, name: str) -> None:
    make.article()
    for query in NAUGHTY:
        assert desk.get(reverse(name), {"q": query}).status_code == 200, query


def test_what_is_there_is_found(desk: Client) -> None:
    make.article("Bridge at Irpin")
    page = desk.get(reverse("wagtailadmin_pages:search"), {"q": 'irpin"'}).content.decode()
    assert "Bridge at Irpin" in page


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_a_query(home: HomePage, query: str) -> None:
    list(ArticlePage.objects.all().search(query)[:3])
    list(ArticlePage.objects.all().autocomplete(query)[:3])


def test_the_engine_alone_does_break(db: None) -> None:
    from django.db import connection
    from modelsearch.backends import database

    if connection.vendor != "sqlite":
        pytest.skip("the fault is SQLite's")
    from django.db import OperationalError

    with pytest.raises(OperationalError):
        list(database.SearchBackend({}).search('"', ArticlePage))


@given(st.text())
def test_words_are_letters_and_digits_of_any_script(query: str) -> None:
    words = desk_search.words_of(query)
    assert len(words.split()) <= 12
    assert not set(words) & set("\"*:^()-+'\0")
