"""The reader's lists: what stands on them, in which order, in how many queries."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests import make
from tocsin.articles.models import ArticlePage, Correction, FrontStory, HomePage
from tocsin.lib import clock

LISTS = ["/", "/section/war/", "/tag/bridges/", "/contributor/olha/", "/2022/", "/2022/03/", "/2022/03/05/"]


@pytest.fixture
def filed(home: HomePage) -> Callable[..., list[ArticlePage]]:
    """``filed(n)`` publishes n articles that stand on every list."""
    section, contributor = make.section(slug="war"), make.contributor(slug="olha")

    def publish(number: int, **fields: Any) -> list[ArticlePage]:
        filing: dict[str, Any] = {"section": section, "by": [contributor], "tags": ["bridges"], **fields}
        return [make.article(f"Report {at}", lead_picture=make.picture(), **filing) for at in range(number)]

    return publish


def queries_of(client: Client, address: str) -> int:
    client.get(address)  # what is cached for good is not counted
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


@pytest.mark.parametrize("address", [*LISTS, "/archive/", "/uk/"])
def test_a_list_takes_as_many_queries_for_one_article_as_for_thirty(
    filed: Callable[..., Any], client: Client, address: str
) -> None:
    language = "uk" if address == "/uk/" else "en"
    filed(1, language=language)
    one = queries_of(client, address)
    filed(29, language=language)
    assert queries_of(client, address) == one
    assert one <= 16


def test_an_article_takes_as_many_queries_for_one_reference_as_for_thirty(home: HomePage, client: Client) -> None:
    def cited(number: int) -> ArticlePage:
        return make.article(body=[make.paragraph(f"Fact {make.marker(make.source())}.") for _ in range(number)])

    few, many = cited(1), cited(30)
    assert queries_of(client, few.url) == queries_of(client, many.url)


def test_more_to_explore_takes_as_many_queries_among_one_as_among_thirty(
    filed: Callable[..., list[ArticlePage]], client: Client
) -> None:
    article = filed(6)[0]
    few = queries_of(client, article.url)
    filed(24)
    assert queries_of(client, article.url) == few


@pytest.mark.parametrize("address", LISTS)
def test_a_list_shows_its_articles(filed: Callable[..., Any], client: Client, address: str) -> None:
    filed(1)
    assert "Report 0" in client.get(address).content.decode()


def test_page_one_has_the_bare_address_and_a_page_beyond_the_last_is_not_there(
    filed: Callable[..., Any], client: Client
) -> None:
    filed(25)
    assert client.get("/section/war/page/1/")["Location"] == "/section/war/"
    assert client.get("/section/war/page/2/").status_code == 200
    assert client.get("/section/war/page/3/").status_code == 404


@pytest.mark.parametrize("address", ["/section/none/", "/tag/none/", "/contributor/none/", "/2022/13/", "/1999/"])
def test_a_list_of_nothing_known_is_not_there(home: HomePage, client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


def test_an_empty_newsroom_says_so(home: HomePage, client: Client) -> None:
    for address in ("/", "/archive/", "/corrections/"):
        response = client.get(address)
        assert response.status_code == 200
        assert 'class="empty"' in response.content.decode()


def test_a_section_holds_what_its_parts_hold(home: HomePage, client: Client) -> None:
    war = make.section(slug="war")
    make.article("In the south", section=make.section("South", slug="south", parent=war))
    assert "In the south" in client.get("/section/war/").content.decode()
    assert "In the south" in client.get("/section/war/south/").content.decode()


def test_the_front_leads_with_what_the_editors_chose(home: HomePage, client: Client) -> None:
    old = make.article("Chosen", published_at=datetime(2020, 1, 1, tzinfo=UTC))
    make.article("Newest", published_at=datetime(2024, 1, 1, tzinfo=UTC))
    FrontStory.objects.create(home=home, article=old)
    page = client.get("/").content.decode()
    assert page.index("Chosen") < page.index("Newest")
    assert page.count(">Chosen<") == 1


HIDDEN: dict[str, dict[str, Any]] = {
    "a draft": {"live": False},
    "under embargo": {"embargo_until": clock.now() + timedelta(days=2)},
}


@pytest.mark.parametrize("why", HIDDEN)
def test_what_is_not_public_stands_on_no_list(home: HomePage, client: Client, why: str) -> None:
    section, contributor = make.section(slug="war"), make.contributor(slug="olha")
    filing: dict[str, Any] = {"section": section, "by": [contributor], "tags": ["bridges"]}
    make.article("Kanarienvogel", **filing, **HIDDEN[why])
    other = make.article("Seen by all", **filing)
    for address in [*LISTS, "/archive/", "/corrections/", other.url]:
        page = client.get(address).content.decode()
        assert "Kanarienvogel" not in page
        assert address in {"/archive/", "/corrections/"} or "Seen by all" in page


def test_an_article_under_embargo_has_no_address_yet(home: HomePage, client: Client) -> None:
    held = make.article(embargo_until=clock.now() + timedelta(days=2))
    ArticlePage.objects.filter(pk=held.pk).update(live=True)
    assert client.get(held.url).status_code == 404
    ArticlePage.objects.filter(pk=held.pk).update(embargo_until=clock.now() - timedelta(seconds=1))
    assert client.get(held.url).status_code == 200


def test_corrections_are_listed_newest_first(home: HomePage, client: Client) -> None:
    article = make.article()
    for day, words in ((1, "Older sentence"), (2, "Newer sentence")):
        Correction.objects.create(article=article, text=words, corrected_at=datetime(2022, 4, day, tzinfo=UTC))
    page = client.get("/corrections/").content.decode()
    assert page.index("Newer sentence") < page.index("Older sentence")


def test_more_to_explore_prefers_what_shares_tags_and_is_never_the_article_itself(home: HomePage) -> None:
    from tocsin.articles.queries import related

    article = make.article("This one", tags=["bridges"])
    make.article("Unlike", published_at=datetime(2024, 1, 1, tzinfo=UTC))
    alike = make.article("Alike", tags=["bridges"], published_at=datetime(2020, 1, 1, tzinfo=UTC))
    assert [one.title for one in related(article)] == ["Alike", "Unlike"]
    assert related(alike)[0].title == "This one"


def test_more_to_explore_is_never_empty_while_others_exist(home: HomePage) -> None:
    from tocsin.articles.queries import related

    article = make.article("This one", language="uk")
    assert related(article) == []
    other = make.article("Another", language="es", section=make.section())
    assert related(article) == [other]


def test_readers_get_no_cookie_and_pages_may_be_cached(home: HomePage, client: Client) -> None:
    article = make.article()
    for address in ("/", article.url):
        response = client.get(address)
        assert not response.cookies
        assert "Cookie" not in response.headers.get("Vary", "")


@pytest.fixture(autouse=True)
def _empty_cache() -> None:
    cache.clear()
